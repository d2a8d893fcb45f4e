"""What the model should say of a document, worked out from its gold facts."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from hiatus.article import Span
from hiatus.facts import BasedOn, Cast, Company, Crew, Episodes, Fact, KnownFor, Metric, Release, Status, Story, Trailer
from hiatus.reading.marks import AmountMark, DateMark, EpisodesMark, Mark
from hiatus.reading.names import fold
from hiatus.reading.roles.candidates import LONGEST_TITLE, MARK_ANCHORS, set_apart
from hiatus.reading.roles.document import Document, IntArray
from hiatus.reading.roles.labels import LABELS, MENTIONS, TAGS, TRIGGERS, columns, group

MASKED = -1
_LABEL = {name: index for index, name in enumerate(LABELS)}
_TRIGGER = {pair: index for index, pair in enumerate(TRIGGERS)}


@dataclass(frozen=True, slots=True)
class Mention:
    """A name where it stands: word pieces, half open, and the folded name it spells."""

    first: int
    last: int
    kind: str
    key: str


@dataclass(slots=True)
class Anchor:
    """A mention, mark or trigger with what it should be labelled, and what it should be linked to.

    Attributes:
        labels: (LABELS,) 1, 0, or MASKED where either would do.
        titles: relation → folded titles it belongs to; empty where it belongs to none.
        seasons: folded title → the seasons that its facts about it have; a title without an entry teaches nothing.
        trigger: the column of the trigger scores whose loudest word piece is the anchor; None for a span.
    """

    first: int
    last: int
    kind: str
    labels: IntArray
    titles: dict[str, set[str]] = field(default_factory=lambda: defaultdict(set))
    characters: set[str] | None = None
    seasons: dict[str, set[int | None]] = field(default_factory=lambda: defaultdict(set))
    trigger: int | None = None


@dataclass(frozen=True, slots=True)
class Targets:
    """Everything that the model should say of one document.

    Attributes:
        tags: of each word piece; MASKED where either a name or none would do.
        distractors: stretches that look like titles, though no fact of the article is about them.
    """

    tags: IntArray
    mentions: tuple[Mention, ...]
    distractors: tuple[tuple[int, int], ...]
    triggers: tuple[tuple[int, int, int], ...]
    known_triggers: frozenset[int]
    story: IntArray
    anchors: tuple[Anchor, ...]


def targets(document: Document, gold: Iterable[Fact]) -> Targets:
    """What the model should say of a document with this gold."""
    facts = tuple(gold)
    mentions, unsure = _mentions(document, facts)
    distractors = tuple(_set_apart(document, mentions))
    unsure += [*distractors, *_parts(document, mentions)]
    anchors = [*_names(document, mentions, facts), *_marks(document, facts), *_triggers(document, facts),
               *_stories(document, facts)]  # fmt: skip
    triggers = tuple((a.trigger, a.first, a.last) for a in anchors if a.trigger is not None)
    return Targets(
        tags=_tags(document, mentions, unsure),
        mentions=tuple(mentions),
        distractors=distractors,
        triggers=triggers,
        known_triggers=frozenset(column for column, _, _ in triggers),
        story=_story(document, facts),
        anchors=tuple(anchors),
    )


def _wanted_names(facts: Iterable[Fact]) -> dict[str, set[str]]:
    names: dict[str, set[str]] = {kind: set() for kind in MENTIONS}
    for fact in facts:
        names["title"].add(fact.title)
        match fact:
            case Cast(person=person, character=character):
                names["person"].add(person)
                names["character"].add(character or "")
            case Crew(person=person):
                names["person"].add(person)
            case KnownFor(person=person, work=work):
                names["person"].add(person)
                names["title"].add(work)
            case BasedOn(work=work, author=author):
                names["person"].add(author or "")
                names["title"].add(work or "")
            case Company(name=name):
                names["company"].add(name)
            case _:
                pass
    return {kind: {name for name in found if name} for kind, found in names.items()}


def occurrences(text: str, name: str) -> Iterator[Span]:
    """Where a name stands in a text as a whole word, in its own case or in capitals."""
    for spelled in dict.fromkeys((name, name.upper())) if name.strip() else ():
        words = r"\s+".join(re.sub("['’‘]", "['’‘]", re.escape(word)) for word in spelled.split())
        for match in re.finditer(rf"(?<!\w){words}(?!\w)", text):
            yield Span(match.start(), match.end())


def _mentions(document: Document, facts: tuple[Fact, ...]) -> tuple[list[Mention], list[tuple[int, int]]]:
    """The names of the gold wherever the text has them, longest first where they overlap; and the doubtful ones."""
    found: list[tuple[int, int, Span, str, str]] = []
    text = document.article.text
    for rank, (kind, names) in enumerate(_wanted_names(facts).items()):
        for name in names:
            found += [(-(s.end - s.start), rank, s, kind, name) for s in occurrences(text, name)]
    taken = np.zeros(len(document), dtype=bool)
    kept: list[Mention] = []
    unsure: list[tuple[int, int]] = []
    borne_out = [(fact.evidence.start, fact.evidence.end) for fact in facts]
    for _, _, span, kind, name in sorted(_preferring_characters(text, found, facts)):
        pieces = document.pieces(span)
        if pieces is None or taken[pieces[0] : pieces[1]].any():
            continue
        taken[pieces[0] : pieces[1]] = True
        inside = any(start <= span.start and span.end <= end for start, end in borne_out)
        if kind == "title" and not inside and _could_be_a_common_word(text, span, name):
            unsure.append(pieces)
            continue
        kept.append(Mention(*pieces, kind, fold(name)))
    return sorted(kept, key=lambda m: m.first), unsure


def _set_apart(document: Document, mentions: Iterable[Mention]) -> Iterator[tuple[int, int]]:
    """What quotation marks or italics set apart as they do a title, where no name of the gold stands."""
    taken = _covered(document, mentions)
    titles = {mention.key for mention in mentions if mention.kind == "title"}
    for span in set_apart(document):
        pieces = document.pieces(span)
        text = document.article.text[span.start : span.end]
        if not pieces or pieces[1] - pieces[0] > LONGEST_TITLE or not text[:1].isupper():
            continue
        if not taken[slice(*pieces)].any() and not any(fold(text) in title for title in titles):
            taken[slice(*pieces)] = True
            yield pieces


def stray(kind: str, first: int, last: int) -> Anchor:
    """A stretch that was taken for a person or company of which the gold knows nothing: it has no role."""
    return Anchor(first, last, kind, _labels())


def _parts(document: Document, mentions: Iterable[Mention]) -> Iterator[tuple[int, int]]:
    """Surnames, and titles without what stands before or after their colon: names, but not in full."""
    taken = _covered(document, mentions)
    parts: set[str] = set()
    for mention in mentions:
        name = document.text(mention.first, mention.last)
        if mention.kind in ("person", "character"):
            parts.add(name.split()[-1])
        elif mention.kind == "title":
            parts |= set(re.split(r":\s+|\s+[–—-]\s+", name)) - {name}
    for part in sorted(part for part in parts if len(part) > 2 and part[:1].isupper()):
        for span in occurrences(document.article.text, part):
            pieces = document.pieces(span)
            if pieces and not taken[slice(*pieces)].any():
                yield pieces


def _covered(document: Document, mentions: Iterable[Mention]) -> NDArray[np.bool_]:
    taken = np.zeros(len(document), dtype=bool)
    for mention in mentions:
        taken[mention.first : mention.last] = True
    return taken


def _preferring_characters(
    text: str, found: list[tuple[int, int, Span, str, str]], facts: tuple[Fact, ...]
) -> Iterator[tuple[int, int, Span, str, str]]:
    """Where one string is both a title and a character, words such as `as` and `plays` before it tell which."""
    both = {name for *_, kind, name in found if kind == "title"} & {n for *_, k, n in found if k == "character"}
    for length, rank, span, kind, name in found:
        before = text[max(0, span.start - 14) : span.start].lower()
        as_character = name in both and re.search(
            r"\b(?:as|plays?|playing|portrays?|role of|named?)\s+(?:the\s)?$", before
        )
        yield length, (-1 if as_character and kind == "character" else rank), span, kind, name


def _could_be_a_common_word(text: str, span: Span, name: str) -> bool:
    """Whether a title of one word stands where any word would be written so: at a sentence's start, unquoted."""
    if " " in name or not re.search(rf"(?<!\w){re.escape(name.lower())}(?!\w)", text):
        return False
    before = text[: span.start].rstrip(" ")
    return not before or before[-1] in ".!?\n:"


def _tags(document: Document, mentions: Iterable[Mention], unsure: Iterable[tuple[int, int]]) -> IntArray:
    tags = np.zeros(len(document), dtype=np.int32)
    for first, last in unsure:
        tags[first:last] = MASKED
    for mention in mentions:
        begin = TAGS.index(f"B-{mention.kind}")
        tags[mention.first] = begin
        tags[mention.first + 1 : mention.last] = begin + 1
    return tags


def _labels(*names: str, masked: Iterable[str] = ()) -> IntArray:
    values = np.zeros(len(LABELS), dtype=np.int32)
    for single in ("change", "billing", "amount", "season"):
        if not any(name.startswith(f"{single}:") for name in names):
            values[columns(single)] = MASKED
    for name in masked:
        values[_LABEL[name]] = MASKED
    for name in names:
        values[_LABEL[name]] = 1
    return values


def _person_labels(fact: Fact) -> list[str]:
    match fact:
        case Cast(change=change, billing=billing):
            return ["person:cast", f"change:{change or 'none'}", f"billing:{billing or 'none'}"]
        case Crew(job=job, change=change):
            return [f"person:{job}", f"change:{change or 'none'}"]
        case BasedOn():
            return ["person:author"]
        case _:
            return []


def _facts_by_name(facts: Iterable[Fact]) -> dict[tuple[str, str], list[Fact]]:
    by_name: dict[tuple[str, str], list[Fact]] = defaultdict(list)
    for fact in facts:
        match fact:
            case Cast(person=person) | Crew(person=person) | KnownFor(person=person):
                by_name["person", fold(person)].append(fact)
            case BasedOn(author=str(author)):
                by_name["person", fold(author)].append(fact)
            case Company(name=name):
                by_name["company", fold(name)].append(fact)
            case _:
                pass
    return by_name


def _names(document: Document, mentions: list[Mention], facts: tuple[Fact, ...]) -> Iterator[Anchor]:
    by_name = _facts_by_name(facts)
    for mention in mentions:
        own = by_name.get((mention.kind, mention.key), [])
        if own:
            yield _name(document, mention, own, mentions)


def _name(document: Document, mention: Mention, own: list[Fact], mentions: list[Mention]) -> Anchor:
    """A person or company where it stands: facts whose evidence is elsewhere are neither asked for nor denied."""
    here = [fact for fact in own if _bears_out(document, fact, mention, mentions)]
    elsewhere = [fact for fact in own if fact not in here]
    if mention.kind == "company":
        here_labels = [f"company:{fact.role}" for fact in here if isinstance(fact, Company)]
        other_labels = [f"company:{fact.role}" for fact in elsewhere if isinstance(fact, Company)]
    else:
        here_labels = [label for fact in here for label in _person_labels(fact)]
        other_labels = [label for fact in elsewhere for label in _person_labels(fact)]
    anchor = Anchor(mention.first, mention.last, mention.kind, _labels(*here_labels, masked=other_labels))
    for fact in sorted(here, key=lambda fact: fact.kind):  # casts before crews, whose season yields to theirs
        _link(anchor, fact)
    if elsewhere and any(isinstance(fact, KnownFor) for fact in elsewhere):
        anchor.titles["known elsewhere"] = {fold(f.work) for f in elsewhere if isinstance(f, KnownFor)}
    return anchor


def _bears_out(document: Document, fact: Fact, mention: Mention, mentions: list[Mention]) -> bool:
    """Whether the mention is the one that the fact rests on: in its evidence, else the nearest to it."""
    pieces = document.pieces(Span(fact.evidence.start, fact.evidence.end))
    if pieces is None:
        return False
    same = [m for m in mentions if m.kind == mention.kind and m.key == mention.key]
    inside = [m for m in same if pieces[0] <= m.first and m.last <= pieces[1]]
    if inside:
        return mention in inside
    return mention == min(same, key=lambda m: min(abs(m.first - pieces[0]), abs(m.first - pieces[1])))


def _link(anchor: Anchor, fact: Fact) -> None:
    """Note which title, season and others the anchor belongs to by this fact."""
    title = fold(fact.title)
    match fact:
        case Cast():
            anchor.titles["cast"].add(title)
            anchor.seasons[title].add(fact.season)
            anchor.characters = (anchor.characters or set()) | ({fold(fact.character)} if fact.character else set())
        case Crew():
            anchor.titles["crew"].add(title)
            if title not in anchor.titles["cast"]:
                anchor.seasons[title].add(fact.season)
        case KnownFor(work=work):
            anchor.titles["known for"].add(fold(work))
        case BasedOn(work=work):
            anchor.titles["about"].add(title)
            if work and anchor.kind == "based_on":
                anchor.titles["source"].add(fold(work))
        case Company():
            anchor.titles["about"].add(title)
        case _:
            anchor.titles["about"].add(title)
            anchor.seasons[title].add(fact.season)


def _marks(document: Document, facts: tuple[Fact, ...]) -> Iterator[Anchor]:
    """Every date, amount and count of episodes that the rules found, with what it is, if anything."""
    for mark in document.marks:
        pieces = document.pieces(mark)
        if pieces is None:
            continue
        same, names, default = _stated_by(mark, facts)
        if names is not None:
            yield _mark_anchor(document, pieces, MARK_ANCHORS[type(mark)], same, (names, default))


def _stated_by(mark: Mark, facts: tuple[Fact, ...]) -> tuple[list[Fact], list[str] | None, list[str]]:
    """The facts that have a mark's value, the labels for them, and those for a mark that none has."""
    match mark:
        case DateMark(edtf=date):
            return [f for f in facts if isinstance(f, Release) and f.date == date], ["date:release"], []
        case AmountMark(value=value):
            metrics = [f for f in facts if isinstance(f, Metric) and abs(f.value - value) <= 0.005 * abs(value)]
            return [*metrics], [f"amount:{f.measure}" for f in metrics], ["amount:none"]
        case EpisodesMark(count=count):
            return [f for f in facts if isinstance(f, Episodes) and f.count == count], ["episodes:episodes"], []
        case _:
            return [], None, []


def _mark_anchor(
    document: Document, pieces: tuple[int, int], kind: str, same: list[Fact], labels: tuple[list[str], list[str]]
) -> Anchor:
    names, default = labels
    here = [f for f in same if _touches(document, f, pieces)]
    if here:
        names = [n for n, f in zip(names, same, strict=False) if f in here] if kind == "amount" else names
        anchor = Anchor(*pieces, kind, _labels(*names))
        for fact in here:
            _link(anchor, fact)
        return anchor
    if same:  # stated again elsewhere: neither asked for nor denied
        masked = [f"{kind}:{label}" for label in group(kind)]
        return Anchor(*pieces, kind, _labels(masked=masked))
    return Anchor(*pieces, kind, _labels(*default))


def _touches(document: Document, fact: Fact, pieces: tuple[int, int]) -> bool:
    stretch = document.pieces(Span(fact.evidence.start, fact.evidence.end))
    return stretch is not None and stretch[0] < pieces[1] and pieces[0] < stretch[1]


def _triggers(document: Document, facts: tuple[Fact, ...]) -> Iterator[Anchor]:
    """What sentences state; the same said of several titles in one sentence is one trigger that belongs to them all."""
    found: dict[tuple[int, int], Anchor] = {}
    for fact in facts:
        match fact:
            case Status(stage=value) | BasedOn(form=value) | Trailer(form=value):
                column = _TRIGGER[fact.kind, value]
            case _:
                continue
        for first, last in _pieces_by_sentence(document, fact):
            key = int(document.sentence[first]), column
            anchor = found.setdefault(key, Anchor(first, last, fact.kind, _labels(), trigger=column))
            anchor.first, anchor.last = min(anchor.first, first), max(anchor.last, last)
            _link(anchor, fact)
    yield from found.values()


def _pieces_by_sentence(document: Document, fact: Fact) -> list[tuple[int, int]]:
    """The evidence cut at the ends of sentences; the longest piece stands for the fact."""
    pieces = document.pieces(Span(fact.evidence.start, fact.evidence.end))
    if pieces is None:
        return []
    numbers = document.sentence[pieces[0] : pieces[1]]
    cuts = [pieces[0], *(np.flatnonzero(np.diff(numbers)) + 1 + pieces[0]).tolist(), pieces[1]]
    return [max(pairwise(cuts), key=lambda cut: cut[1] - cut[0])]


def _stories(document: Document, facts: tuple[Fact, ...]) -> Iterator[Anchor]:
    for fact in facts:
        pieces = document.pieces(Span(fact.evidence.start, fact.evidence.end))
        if isinstance(fact, Story) and pieces is not None:
            anchor = Anchor(*pieces, "story", _labels())
            _link(anchor, fact)
            yield anchor


def _story(document: Document, facts: tuple[Fact, ...]) -> IntArray:
    values = np.zeros(len(document), dtype=np.int32)
    for anchor in _stories(document, facts):
        values[anchor.first : anchor.last] = 1
    return values


__all__ = ["MASKED", "Anchor", "Mention", "Targets", "occurrences", "stray", "targets"]
