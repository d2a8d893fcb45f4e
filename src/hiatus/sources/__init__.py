"""Where articles come from: files, folders, web pages and standard input."""

from hiatus.sources.failure import Failure
from hiatus.sources.loading import load

__all__ = ["Failure", "load"]
