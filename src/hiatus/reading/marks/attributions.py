"""Whom a statement is from: `according to …`, `per …`, `… reports`, `sources tell …`, `… announced`, `said …`."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from hiatus.reading.marks.calendar_words import FULL_MONTH, FULL_WEEKDAY
from hiatus.reading.marks.mark import AttributionMark
from hiatus.reading.marks.outlets import is_outlet
from hiatus.reading.marks.overlaps import without_overlaps

if TYPE_CHECKING:
    from collections.abc import Iterator

    from hiatus.facts import Certainty

_WORD = r"(?:[A-Z][\w&+.’'-]{0,30}[\w+]|[A-Z])"
_NAME = rf"(?:[Tt]he\s)?{_WORD}(?:\s(?:(?:of|and|de|&|the|for)\s)?{_WORD}){{0,5}}"
_ROLE = r"(?:(?:[a-z][\w-]{1,20}|TV|CEO|COO|VP|EVP),?\s){0,6}?"
_LEAN = re.compile(
    r"(?<!\w)(?P<lean>(?:[Aa]s\s)?per|(?:(?<=[.!?]\s)|(?<=\n)|\A)Per|[Aa]ccording\sto|[Cc]iting|[Vv]ia|"
    r"(?:[Aa]s\s)?(?:first\s)?reported\sby)\s"
    rf"(?P<role>{_ROLE})(?P<who>{_NAME})"
)
_UNNAMED = r"(?:sources?|insiders?|reports?|outlet|trade|paper|newspaper|site|magazine|publication|listings)"
_OWN = (
    r"(?:studio|network|streamer|company|agency|logline|synopsis|producers?|broadcaster|platform|channel|estimates|"
    r"release)"
)
_LEAN_UNNAMED = re.compile(
    rf"\b(?:[Aa]ccording\sto|[Pp]er)\s(?:[\w’'-]{{1,20}}\s){{0,3}}?(?:(?P<unnamed>{_UNNAMED})|{_OWN})\b"
)
_TOLD_OUTLET = re.compile(
    r"\b(?:[Ss]ources?|[Ii]nsiders?)(?:\s(?:close\sto|with|familiar|near)\s[^.\n]{1,40}?)?\s(?:have\s|has\s)?"
    rf"(?:tells?|told|confirm(?:ed)?\sto)\s(?P<who>{_NAME})"
)
_REPORTING = (
    r"reports|reported|reporting|(?:writes|wrote)(?=,?\s(?:that|on\s[A-Z][a-z]+\s\d\d?\sthat))|hears|has\slearned|understands|"
    r"broke\sthe\s(?:news|story)|exclusively\sreveal(?:s|ed)|claimed|claims"
)
_ACTING = (
    r"renewed|renews|ordered|orders|(?:picked|picks)\sup|cancell?ed|cancels|axed|axes|commissioned|commissions|greenlit|"
    r"greenlights|scrapped|pulled\sthe\splug|gave|handed"
)
_STATING = (
    r"announced|announces|confirmed|confirms|said|says|revealed|reveals|stated|states|disclosed|unveiled|unveils|informed|"
    r"(?:told|tells)(?=\s(?:[A-Z]|reporters|critics|followers|fans|viewers|the\s(?:press|magazine|outlet|paper|audience)))|"
    r"denied|denies|deny|added|adds|insisted|insists|noted|responded|explained|explains|shared|tweeted|declared|clarified|"
    r"pointed\sout|wrote(?=\s(?:on|in)\s(?:Instagram|Twitter|X|Facebook|social|an?\s))"
)
_VERB = re.compile(rf"\b(?:(?P<reporting>{_REPORTING})|(?P<acting>{_ACTING})|{_STATING})\b")
_OUTLET_WORD = r"[Tt]he\s(?:\w+\s)?(?:outlet|trade|paper|newspaper|site|magazine|publication|tabloid)"
_SPEAKER = (
    r"[Tt]he\s(?:\w+\s)?(?:streamer|network|channel|studio|company|broadcaster|platform|service|agency|producers?|makers|"
    r"distributor|staff|committee|giant|actor|actress|director|creator|star|publisher|author|writer)|[Hh]e|[Ss]he|[Tt]hey|[Ii]t|"
    r"spokes(?:person|man|woman)\w*(?:\s(?:for|of)\s[A-Z]\w+)?"
)
_BEFORE_VERB = re.compile(
    rf"(?:(?P<outlet>\b{_OUTLET_WORD})|(?P<speaker>\b(?:{_SPEAKER}))\b|"
    rf"(?<!\w)(?P<who>{_NAME})(?:,[^,\n]{{1,80}},|\s\([^()\n]{{1,40}}\))?)"
    r"(?:,?\s(?:has|have|had|also|already|today|first|now|then|just|since|recently|later|earlier|exclusively|only|\w{2,12}ly|"
    rf"(?:on\s|late\s)?{FULL_WEEKDAY}|on\s{FULL_MONTH}\s\d\d?),?){{0,4}}\s$"
)
_SAID_AFTER = re.compile(
    rf"(?<=[,”\"’'?!])\s(?P<verb>says?|said|added|adds|explained|explains|noted|wrote|recalled|joked|reports)\s(?P<role>{_ROLE})"
    rf"(?P<who>{_NAME})"
)
_DONE_BY = re.compile(
    rf"\b(?:renewed|ordered|cancell?ed|axed|commissioned|picked\sup|greenlit|announced|confirmed)\sby\s(?P<who>{_NAME})"
)
_CREDIT = re.compile(rf"(?:(?<=[.!?])|(?<=[.!?][”\"’]))\s?[(\[](?:via\s)?(?P<who>{_NAME})[)\]](?=\s?(?:\n|$))")
_NO_NAME = re.compile(
    r"(?:The|It|He|She|They|We|You|I|But|And|As|In|On|At|That|This|There|What|When|Who|Nobody|Sources?|Reports?|Fans|Critics|"
    r"Not|No|Asked|Already|Also|Now|Then|Once|Yesterday|Since|After|Before|Both|All|Some|Many|"
    rf"{FULL_WEEKDAY}|{FULL_MONTH})$"
)
_TITLES = re.compile(
    r"^(?:(?:Co-)?(?:[Cc]reators?|[Ss]howrunners?|[Dd]irectors?|[Aa]ctors?|[Aa]ctress|[Ww]riters?|[Pp]roducers?|[Ss]tars?|"
    r"[Aa]uthors?|[Pp]resident|CEO|VP|[Cc]hief|[Ee]xecutive|[Hh]ead|[Aa]nalysts?|[Cc]hairman|[Bb]oss|As|But|And|When|After)\s)+"
)
_REACH = 130
_LEANING_WORDS = (" per ", "Per ", "\nper ", "ccording to", "iting ", " via ", "eported by")


def find(text: str) -> list[AttributionMark]:
    """The attributions in a text, in order of place.

    Leaning on another outlet or on unnamed sources is `reported`; word from those whose fact it is, `confirmed`. `who`
    is None where they are not named ("the streamer announced").
    """
    return without_overlaps([*_leaning(text), *_verbs(text), *_names_behind(text)])


def _leaning(text: str) -> Iterator[AttributionMark]:
    if any(word in text for word in _LEANING_WORDS):
        yield from _leaning_on_names(text)
        for match in _LEAN_UNNAMED.finditer(text):
            yield AttributionMark(*match.span(), None, "reported" if match["unnamed"] else "confirmed")
    if "ource" in text or "nsider" in text:
        for match in _TOLD_OUTLET.finditer(text):
            yield AttributionMark(*match.span(), _name(match["who"]), "reported")


def _leaning_on_names(text: str) -> Iterator[AttributionMark]:
    for match in _LEAN.finditer(text):
        # "According to producer X": a person with a job speaks of their own work.
        person = match["role"] and " " in match["who"] and not re.search(_UNNAMED, match["role"])
        own = match["lean"].casefold() == "according to" and (person or match["who"].endswith(("'s", "’s")))
        confirmed = own and not is_outlet(match["who"])
        yield AttributionMark(*match.span(), _name(match["who"]), "confirmed" if confirmed else "reported")


def _verbs(text: str) -> Iterator[AttributionMark]:
    """`Deadline reports`, `Netflix announced`, `the streamer said`, `the network has renewed`."""
    for verb in _VERB.finditer(text):
        before = text[max(0, verb.start() - _REACH) : verb.start()].rsplit("\n", 1)[-1]
        subject = _BEFORE_VERB.search(before)
        if subject is None or (subject["who"] and _name(subject["who"]) is None):
            continue
        start = verb.start() - len(before) + subject.start()
        yield AttributionMark(start, verb.end(), _name(subject["who"]), _certainty(verb, subject))


def _certainty(verb: re.Match[str], subject: re.Match[str]) -> Certainty:
    if subject["outlet"] or is_outlet(_name(subject["who"]) or ""):
        return "reported"
    reports = verb["reporting"] and not verb["reporting"].startswith("broke")
    return "reported" if reports and (subject["who"] or subject["speaker"] == "It") else "confirmed"


def _names_behind(text: str) -> Iterator[AttributionMark]:
    """`…, said X`, `renewed by X`, and the outlet that a line ends with in brackets."""
    for match in _SAID_AFTER.finditer(text):
        reported = match["verb"] == "reports" or is_outlet(match["who"])
        yield AttributionMark(
            match.start() + 1, match.end(), _name(match["who"]), "reported" if reported else "confirmed"
        )
    for match in _DONE_BY.finditer(text):
        yield AttributionMark(*match.span(), _name(match["who"]), "confirmed")
    for match in _CREDIT.finditer(text) if ")\n" in text or "]\n" in text or text.endswith((")", "]")) else ():
        yield AttributionMark(*match.span(), _name(match["who"]), "reported")


def _name(who: str | None) -> str | None:
    """The name without job titles before it and possessives behind it; None for what is no name."""
    if who is None:
        return None
    name = re.sub(r"[’']s?$", "", _TITLES.sub("", who))
    return None if not name or _NO_NAME.match(name) else name
