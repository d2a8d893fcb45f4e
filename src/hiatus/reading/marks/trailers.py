"""Words for something to watch or look at: teasers, trailers, clips, posters, first looks."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from hiatus.reading.marks.lowercase import lowered
from hiatus.reading.marks.mark import TrailerMark

if TYPE_CHECKING:
    from hiatus.facts import TrailerForm

# "Teaser trailer" is a teaser and "first-look clip" a first look: the first word decides, and takes the rest along.
_SHOWN = r"(?:images?|photos?|photographs?|pictures?|pics?|stills?|footage)"
_FORMS: tuple[tuple[TrailerForm, str], ...] = (
    ("teaser", r"teasers?(?:[- ](?:trailer|video|clip|promo|poster|image|visual)s?)?"),
    ("first look", rf"first[- ]looks?(?!\s+(?:deal|agreement|pact|contract|arrangement))"
                   rf"(?:\s+(?:{_SHOWN}|clips?|videos?|trailers?|teasers?|posters?))?|first\s+{_SHOWN}"),
    ("trailer", r"trailers?|promos?(?!-)|promotional\s+videos?|pvs?|sizzle\s+reels?"),
    ("poster", r"posters?|key\s+(?:art|visuals?)|one-sheets?"),
    ("clip", r"(?:sneak\s+(?:peeks?|previews?)|featurettes?|music\s+videos?|video\s+clips?|clips?|videos?)"
             r"(?!\s+(?:games?|gaming|stores?|shops?|platforms?|services?|on[- ]demand|calls?|essays?))"),
)  # fmt: skip
_NAMES: dict[str, TrailerForm] = {form.replace(" ", "_"): form for form, _ in _FORMS}
_WORD = re.compile(
    r"(?<![\w-])(?:" + "|".join(f"(?P<{form.replace(' ', '_')}>{words})" for form, words in _FORMS) + r")(?![\w-])"
)
_POSTER_AFTER_TEASER = re.compile(r"\sposters?$")
_MUSIC = re.compile(r"music\s")
_PLATFORM = re.compile(r"(?:Prime|Amazon|Tencent|YouTube|Digital|Home|Pro|Vivo|Streaming|Online)\s$")


def find(text: str) -> list[TrailerMark]:
    """The words for trailers and the like in a text, in order of place."""
    found = _WORD.finditer(lowered(text))
    return [TrailerMark(*match.span(), _form(match)) for match in found if not _is_other(text, match)]


def _is_other(text: str, match: re.Match[str]) -> bool:
    """Whether it is a music video, or the Video of a service's name."""
    word, before = text[match.start() : match.end()], text[max(0, match.start() - 12) : match.start()]
    return bool(_MUSIC.match(match.group()) or (word.startswith("Video") and _PLATFORM.search(before)))


def _form(match: re.Match[str]) -> TrailerForm:
    if _POSTER_AFTER_TEASER.search(match.group()):
        return "poster"
    return _NAMES[match.lastgroup or "clip"]
