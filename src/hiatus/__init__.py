"""Everything known about the shows you are waiting for, every fact with its source.

>>> from hiatus import Article, read
>>> reading = read(Article("Netflix has renewed Harbor Lights for a second season."))
>>> for fact in reading.facts: print(fact.kind, fact.title, fact.evidence.quote)
"""

from hiatus.article import Article, Markup, Span
from hiatus.facts import Evidence, Fact
from hiatus.reading import Reader, Reading, read

__version__ = "0.1.0"

__all__ = ["Article", "Evidence", "Fact", "Markup", "Reader", "Reading", "Span", "read"]
