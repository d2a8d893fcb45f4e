"""Where articles come from: feeds, sitemaps, web pages, files, folders and standard input."""

from hiatus.sources.checked import Checked, Retrieved
from hiatus.sources.failure import Failure, UnreadableError
from hiatus.sources.loading import load

__all__ = ["Checked", "Failure", "Retrieved", "UnreadableError", "load"]
