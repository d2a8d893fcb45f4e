"""Titles with a season's number behind them: `Harbor Lights 2`, where `Harbor Lights` stands elsewhere without it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from hiatus.reading.marks.mark import SeasonMark

if TYPE_CHECKING:
    from collections.abc import Iterator

_NUMBER = re.compile(
    r"(?<=[\w’'!?] )(?P<n>[2-9]|1\d)(?=[\s,.;:!?’'”\")\]]|$)"
    r"(?![.,:]\d|['’′]?\s?[x×]|\s(?:million|billion|thousand|crore|lakh|percent|per\scent|years?|months?|weeks?|days?|"
    r"hours?|minutes?|seasons?|episodes?|parts?|people|countries|times|[ap]\.?m\b|of\b|to\s\d))"
)
_CONNECTOR = r"(?:of|the|and|in|is|are|a|an|to|for|on|with|at|from|my|&|no|de|la)"
_TITLE = re.compile(rf"(?:^|(?<=[\s“\"‘'(]))[A-Z][\w'’!?.-]*(?: (?:[A-Z][\w'’!?.-]*|{_CONNECTOR})){{0,7}} $")
_NO_TITLE = re.compile(
    r"(?:^|\s)(?:Seasons?|SEASONS?|Series|SERIES|Parts?|PARTS?|Volume|Vol|Chapter|Book|Episodes?|EPISODES?|Ep|Top|Channel|"
    r"Number|No|Nos|Day|Week|Phase|Class|Formula|Page|Act|Film|Round|Stage|Level|Area|Room|Article|Apollo|Group|Studio|"
    r"ITV|BBC|RTÉ|RTE|TV|SBS|Sky|France|Rai|Tele|Canal|Radio|NHK|CCTV|Fox|Live|Round|Age|Aged|Under|Over|At|On|In|And|"
    r"Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Sept|Oct|Nov|Dec|January|February|March|April|June|July|August|September|"
    r"October|November|December|Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday|A|All|The|of|the|and|in|is|are|a|an|"
    r"to|for|on|with|at|from|Of|Is|By|by)\.? $"
)
_OF_FILMS = ("film", "movie", "box office", "theater", "theatre", "cinema", "sequel", "blockbuster")
_OF_SERIES = ("season", "series", "episode", "drama", "showrunner", "anime", "sitcom", "streamer")
_REACH = 64
_MOST_TITLES = 32


def find(text: str) -> Iterator[SeasonMark]:
    """The numbers behind titles that stand elsewhere in the text without one, in order of place.

    None where the text is more on films than on series: a film's number is part of its title.
    """
    lower = text.lower()
    if sum(map(lower.count, _OF_SERIES)) > sum(map(lower.count, _OF_FILMS)):
        yield from _numbers(text)


def _numbers(text: str) -> Iterator[SeasonMark]:
    known: dict[str, bool] = {}
    for match in _NUMBER.finditer(text):
        before = text[max(0, match.start() - _REACH) : match.start()].rsplit("\n", 1)[-1]
        title = None if _NO_TITLE.search(before) else _TITLE.search(before)
        if title is None:
            continue
        name = title.group().strip()
        if name not in known:
            if len(known) == _MOST_TITLES:
                return
            known[name] = _stands_alone(text, name)
        if known[name]:
            yield SeasonMark(match.start(), match.end(), int(match["n"]))


def _stands_alone(text: str, name: str) -> bool:
    if " " not in name and re.search(rf"(?<!\w){re.escape(name.lower())}(?!\w)", text):
        return False  # a sentence begins with a common word
    return re.search(rf"(?<!\w){re.escape(name)}(?! \d|\w)", text) is not None
