"""Words that make a statement less than certain, and words that say whom it is from."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from hiatus.reading.marks import attributions
from hiatus.reading.marks.lowercase import lowered
from hiatus.reading.marks.mark import AttributionMark, HedgeMark

if TYPE_CHECKING:
    from hiatus.facts import Certainty

_HEDGES: tuple[tuple[Certainty, str], ...] = (
    ("denied",
     r"den(?:y|ied|ies|ying)|no\s(?:truth|basis|plans|foundation)|(?:not|n[’']t)\strue|baseless|unfounded|untrue|"
     r"fake\snews|refut\w+|debunk\w+|quash\w+|rubbish\w*|pour\w*\scold\swater|shot\sdown|shoots?\sdown|dismiss\w+|"
     r"turn(?:ed|s|ing)?\s(?:it|them|him|her|down)(?:\sdown)?(?:\sthe\s(?:offer|role|part|lead))?|declin(?:ed|es|ing)|"
     r"not\sso\b|contradict\w*|(?:has|have|had|is|are|was|were)(?:\snot|n[’']t)\s(?:been\s)?"
     r"(?:shelved|cancell?ed|scrapped|axed|dropped|ended|dead|in\sthe\sworks)|"
     r"(?:there\s(?:is|are|was|were)\s)?no\s[^.\n,;]{1,50}?\bin\sthe\sworks|(?:is|are|was)(?:\snot|n[’']t)\s(?:a\s)?part\sof|"
     r"nothing\ssuggests"),
    ("rumored",
     r"may|might|could|rumou?r(?:ed|s)?|in\s(?:[\w-]+\s)?(?:talks|negotiations|discussions|conversations)|"
     r"expected(?=\s(?:to|back|in|until|for|by|on|this|next|from|at|around)\b)|expects|"
     r"(?:can|to)\sexpect\sthe|expect\s(?:the|a)\s(?:show|series|season|new|film|premiere|second|third)|"
     r"hope[sd]?|ey(?:ed|eing)|likely|possibly|possible|perhaps|maybe|probably|"
     r"speculat\w{2,4}|whispers?|guess(?:ed)?|appears?\sto|seems?\s(?:to|likely|set)|tipped|in\sthe\srunning|"
     r"(?:been|was|were)\s(?:\w+\s)?(?:offered|approached|mentioned|linked|floated|touted)|"
     r"consider(?:s|ing)\s(?:(?:an?|the|his|her|their)\s)?(?:offer|role|part|return)|(?:still|positively)\sconsidering|"
     r"positively\sreviewing|looking\sinto|weighing|mull(?:s|ing)|keen\sto|our\sfeeling|signs\spoint|would\ssurely|"
     r"if\sall\sgoes|being\s(?:prepared|eyed|discussed)|predict\w{1,5}|guesstimated|unconfirmed|"
     r"waiting\sfor\s(?:her|his|their)\sreply|aim(?:s|ing)?\sto|planning\sto"),
    ("reported",
     r"reportedly|allegedly|apparently|supposedly|presumably|purportedly|(?:is|are|was|were|has\sbeen)\s(?:\w+\s)?"
     r"(?:said|understood|believed|reported|thought|supposed|claimed)\sto|to\sbe\sbelieved|reports\s(?:have\sit|say|claim|suggest)|"
     r"according\sto\sreports|word\sis|(?:have|has|had)\sbeen\sreports|"
     r"(?:industry\s|unnamed\s|several\s|multiple\s|well-placed\s)?(?:sources|insiders)\s(?:say|said|claim|put|close)|"
     r"is\sclose\sto|close\sto\s(?:renewing|signing|closing|a\sdeal)"),
)  # fmt: skip
_HEDGE = re.compile(
    r"(?<![\w-])(?:" + "|".join(f"(?P<{certainty}>{words})" for certainty, words in _HEDGES) + r")(?![\w-])",
)
_NAMES: dict[str, Certainty] = {certainty: certainty for certainty, _ in _HEDGES}


def find(text: str) -> list[HedgeMark | AttributionMark]:
    """The hedges and attributions in a text, in order of place."""
    found = _HEDGE.finditer(lowered(text))
    hedges = [
        HedgeMark(*match.span(), _NAMES[match.lastgroup or "rumored"]) for match in found if not _is_name(text, match)
    ]
    return sorted([*hedges, *attributions.find(text)], key=lambda mark: (mark.start, mark.end))


def _is_name(text: str, match: re.Match[str]) -> bool:
    """Whether it is part of a name, such as the month of May: in capitals, but at no sentence's start."""
    first = text[match.start()]
    before = text[max(0, match.start() - 2) : match.start()]
    return first.isupper() and (match.group() == "may" or not (not before or "\n" in before or before[0] in '.!?:”"'))
