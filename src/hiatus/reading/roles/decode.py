"""The third stage: who and what the names of an article are, and what belongs to what."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field, replace

import numpy as np
from numpy.typing import NDArray

from hiatus.article import Span
from hiatus.reading.marks import Mark, QuotationMark, SeasonMark
from hiatus.reading.names import fold
from hiatus.reading.roles.candidates import MARK_ANCHORS, NEAR, candidates, near, season_candidates
from hiatus.reading.roles.document import Document, FloatArray, IntArray
from hiatus.reading.roles.labels import ABOUT, LABELS, MENTIONS, RELATIONS, STORY, TAGS, TRIGGERS, columns, group
from hiatus.reading.roles.model import Model
from hiatus.reading.roles.pairs import Candidates, pair_features
from hiatus.reading.roles.query import Query
from hiatus.reading.roles.thresholds import DEFAULTS, Thresholds

STORY_FLOOR = 0.5
"""How sure the model must be that a word piece tells a story."""

TRIGGER_FLOOR = 0.1
"""Low: what a sentence hardly states can still be borne out by what stands beside it, such as an author."""

TORN = 3
"""Word pieces that may be missing within a name."""

LONGEST_TITLE = 20
"""Word pieces of the longest title that quotation marks or italics are taken to hold."""

_BEFORE_NAMES = frozenset("\"'“”‘’«»*_([–—-,:;.")
_AFTER_NAMES = frozenset("\"'“”‘’«»*_([–—-,:;")

MAY_BE = -1.5
"""The logit above which a title counts as one that an anchor may be about."""

_RELATION = {name: index for index, name in enumerate(RELATIONS)}


@dataclass(frozen=True, slots=True)
class Name:
    """A name where it stands: word pieces, half open; the folded name; how sure the model is."""

    first: int
    last: int
    kind: str
    key: str
    score: float


@dataclass(slots=True)
class Anchor:
    """A name, mark, trigger or story, with what it is and what it belongs to; all scores 0 to 1.

    Attributes:
        labels: label → score.
        trigger: what a trigger states, as in TRIGGERS.
        titles: relation → score of each title.
        seasons: title → number of the season, or None → score.
        works, characters: near other titles and characters → score.
    """

    first: int
    last: int
    kind: str
    score: float = 1.0
    key: str = ""
    mark: Mark | None = None
    trigger: tuple[str, str] | None = None
    labels: dict[str, float] = field(default_factory=dict)
    titles: dict[str, FloatArray] = field(default_factory=dict)
    seasons: dict[int, dict[int | None, float]] = field(default_factory=dict)
    works: dict[int, float] = field(default_factory=dict)
    characters: dict[int, float] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Roles:
    """All that the model said of a document."""

    document: Document
    names: tuple[Name, ...]
    titles: Candidates
    title_keys: tuple[str, ...]
    characters: Candidates
    character_keys: tuple[str, ...]
    anchors: tuple[Anchor, ...]

    def span(self, first: int, last: int) -> Span:
        """Where word pieces stand in the text."""
        return Span(int(self.document.starts[first]), int(self.document.ends[last - 1]))

    def title_text(self, cluster: int) -> str:
        """A title as the article spells it, the longest spelling where it has several."""
        return _longest(self.document, self.titles, cluster)

    def character_text(self, cluster: int) -> str:
        """A character as the article spells the name."""
        return _longest(self.document, self.characters, cluster)


def _longest(document: Document, pool: Candidates, cluster: int) -> str:
    spans = pool.spans[pool.cluster == cluster].tolist()
    written = Counter(document.text(first, last) for first, last in spans)
    return max(written, key=lambda text: (len(fold(text)), written[text], not text.isupper()))


def find_roles(document: Document, model: Model, thresholds: Thresholds = DEFAULTS) -> Roles:
    """Ask the model of a document who is who, and what belongs to what."""
    if not len(document):
        empty, _ = candidates([], [])
        return Roles(document, (), empty, (), empty, (), ())
    hidden, tags, triggers = model.encode(document)
    names = tuple(_names(document, tags, thresholds))
    titles, title_keys = _pool(document, names, "title")
    characters, character_keys = _pool(document, names, "character")
    anchors = [*_name_anchors(names), *_mark_anchors(document), *_trigger_anchors(document, triggers),
               *_story_anchors(document, triggers)]  # fmt: skip
    _link(document, model, hidden, anchors, (titles, characters))
    return Roles(document, names, titles, tuple(title_keys), characters, tuple(character_keys), tuple(anchors))


def _softmax(scores: FloatArray) -> FloatArray:
    powers = np.exp(scores - scores.max(axis=-1, keepdims=True))
    return np.asarray(powers / powers.sum(axis=-1, keepdims=True), dtype=np.float32)


def sigmoid(scores: FloatArray) -> FloatArray:
    """Logits to probabilities."""
    return np.asarray(1 / (1 + np.exp(-np.clip(scores, -30, 30))), dtype=np.float32)


def _names(document: Document, tags: FloatArray, thresholds: Thresholds) -> list[Name]:
    """Names from tags, the same string being the same kind of name throughout an article."""
    chances = _softmax(tags)
    by_kind = _by_kind(chances)
    runs = _set_apart(document, by_kind, _mended(document, _runs(document, chances.argmax(axis=1))))
    votes = _vote(document, by_kind, runs)
    found, taken = [], -1
    for span in sorted(votes, key=lambda span: (span[0], -span[1])):
        name = _name(document, span, votes[span])
        if name.first >= taken and name.score >= thresholds[name.kind] and name.key:
            found.append(name)
            taken = name.last
    return _without_numbers(document, found)


def _without_numbers(document: Document, names: list[Name]) -> list[Name]:
    """Names, a title without the number of its season where the article has it without one too."""
    plain = {name.key for name in names if name.kind == "title"}
    marks = [pieces for mark in document.marks if isinstance(mark, SeasonMark) and (pieces := document.pieces(mark))]
    result = []
    for name in names:
        cuts = [first for first, last in marks if name.kind == "title" and name.first < first < name.last <= last]
        last = _trimmed(document, name.first, cuts[0])[1] if cuts else name.last
        key = fold(document.text(name.first, last))
        result.append(replace(name, last=last, key=key) if key in plain else name)
    return result


def _by_kind(chances: FloatArray) -> FloatArray:
    """Chances of tags to chances of each kind of name: column 0 is none, then as in MENTIONS."""
    return np.stack(
        [chances[:, 0], *(chances[:, [odd, odd + 1]].sum(axis=1) for odd in range(1, len(TAGS), 2))], axis=1
    )


def _runs(document: Document, best: NDArray[np.int64]) -> Iterator[tuple[int, int, int, bool]]:
    """Stretches of word pieces that are tagged one name: first, last, kind, and whether it begins with a B.

    A word has the tag of its first piece.
    """
    begins = document.begins_word()
    first = kind = begun = 0
    for index in range(len(document) + 1):
        if 0 < index < len(document) and not begins[index]:
            continue
        tag = int(best[index]) if index < len(document) else 0
        inside = kind > 0 and tag > 0 and tag % 2 == 0 and tag // 2 == kind
        if inside and document.line[index] == document.line[first]:
            continue
        if kind:
            yield first, index, kind, bool(begun)
        first, kind, begun = index, (tag + 1) // 2, tag % 2


def _mended(document: Document, runs: Iterator[tuple[int, int, int, bool]]) -> list[tuple[int, int]]:
    """Runs with those joined that a small word tore apart: what goes on with an I has its beginning just before."""
    joined: list[tuple[int, int, int]] = []
    for first, last, kind, begins in runs:
        if joined and not begins:
            earlier, end, same = joined[-1]
            if same == kind and first - end <= TORN and document.line[end] == document.line[first]:
                joined[-1] = (earlier, last, kind)
                continue
        joined.append((first, last, kind))
    return [(first, last) for first, last, _ in joined]


def _set_apart(document: Document, by_kind: FloatArray, runs: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """Runs, but what the page set apart by quotation marks or italics is one title where most of it looks like one."""
    title = 1 + MENTIONS.index("title")
    whole = []
    for span in _apart(document):
        pieces = document.pieces(span)
        if pieces and pieces[1] - pieces[0] <= LONGEST_TITLE and by_kind[slice(*pieces), title].mean() >= 0.5:
            whole.append(pieces)
    loose = [run for run in runs if not any(first < run[1] and run[0] < last for first, last in whole)]
    return sorted([*loose, *whole])


def _apart(document: Document) -> Iterator[Span]:
    for mark in document.marks:
        if isinstance(mark, QuotationMark) and not mark.speech:
            end = mark.end
            while end > mark.start and document.article.text[end - 1] in ",. ":
                end -= 1
            if end > mark.start:
                yield Span(mark.start, end)
    for markup in document.article.markup:
        if markup.kind == "italic":
            yield markup


def _vote(
    document: Document, by_kind: FloatArray, runs: list[tuple[int, int]]
) -> dict[tuple[int, int], tuple[int, float]]:
    """The kind of name of each stretch and its chance: all places with the same words decide together."""
    votes: dict[tuple[int, int], tuple[int, float]] = {}
    for run in runs:
        if run in votes:
            continue
        places = [run, *_same_words(document, *run)]
        together = np.mean([by_kind[first:last].mean(axis=0) for first, last in places], axis=0)
        alone = by_kind[run[0] : run[1]].mean(axis=0)
        if together[0] > together[1:].max() and len(places) > 1:
            places, together = [run], alone
        kind = int(together[1:].argmax()) + 1
        votes |= dict.fromkeys(places, (kind, float(together[kind])))
    return votes


def _same_words(document: Document, first: int, last: int) -> Iterator[tuple[int, int]]:
    """Other places in the document with the same words in the same case."""
    length, text = last - first, document.text(first, last)
    if not any(char.isupper() for char in text):
        return
    begins = document.begins_word()
    for start in np.flatnonzero(document.ids[: len(document) - length + 1] == document.ids[first]).tolist():
        end = start + length
        whole = begins[start] and (end == len(document) or begins[end])
        if start != first and whole and document.text(start, end) == text:
            yield start, end


def _name(document: Document, span: tuple[int, int], vote: tuple[int, float]) -> Name:
    kind, score = vote
    span = _trimmed(document, *span)
    text = document.text(*span)
    key = fold(text) if any(char.isupper() or char.isdigit() for char in text) else ""
    return Name(*span, MENTIONS[kind - 1], key, score)


def _trimmed(document: Document, first: int, last: int) -> tuple[int, int]:
    """The name without the quotation marks and commas around it; what ends a title (`!`, `?`, `)`) stays."""
    while last - first > 1 and document.text(last - 1, last) in _AFTER_NAMES:
        last -= 1
    while last - first > 1 and document.text(first, first + 1) in _BEFORE_NAMES:
        first += 1
    return first, last


def _pool(document: Document, names: tuple[Name, ...], kind: str) -> tuple[Candidates, list[str]]:
    own = [name for name in names if name.kind == kind and name.key]
    keys = [name.key for name in own]
    raw = {name.key: document.text(name.first, name.last) for name in own}
    if kind == "title":
        keys = [_fuller(key, raw) for key in keys]
    return candidates([(name.first, name.last) for name in own], keys)


def _fuller(key: str, raw: dict[str, str]) -> str:
    """The full title that a subtitle alone stands for: `Dead City` where the article has `…: Dead City`."""
    longer = [other for other, text in raw.items() if other.endswith(f" {key}") and ":" in text]
    return max(longer, key=len) if longer else key


def _name_anchors(names: tuple[Name, ...]) -> Iterator[Anchor]:
    for name in names:
        if name.kind in ("person", "company") and name.key:
            yield Anchor(name.first, name.last, name.kind, name.score, key=name.key)


def _mark_anchors(document: Document) -> Iterator[Anchor]:
    for mark in document.marks:
        kind = MARK_ANCHORS.get(type(mark))
        pieces = document.pieces(mark) if kind else None
        if kind and pieces:
            yield Anchor(*pieces, kind, mark=mark)


def _trigger_anchors(document: Document, triggers: FloatArray) -> Iterator[Anchor]:
    scores = triggers[:, :STORY]
    starts = np.flatnonzero(np.diff(document.sentence, prepend=-1))
    loudest = np.maximum.reduceat(scores, starts, axis=0)
    ends = [*starts[1:].tolist(), len(document)]
    floor = np.log(TRIGGER_FLOOR / (1 - TRIGGER_FLOOR))
    for row, column in np.argwhere(loudest > floor).tolist():
        place = int(starts[row]) + int(scores[starts[row] : ends[row], column].argmax())
        score = float(sigmoid(loudest[row, column]))
        kind = TRIGGERS[column][0]
        yield Anchor(place, place + 1, kind, score, trigger=TRIGGERS[column])


def _story_anchors(document: Document, triggers: FloatArray) -> Iterator[Anchor]:
    """Runs of whole sentences, a third of each at the least telling a story, within one line."""
    chances = sigmoid(triggers[:, STORY])
    starts = np.flatnonzero(np.diff(document.sentence, prepend=-1)).tolist()
    run: tuple[int, int] | None = None
    for start, end in zip(starts, [*starts[1:], len(document)], strict=True):
        tells = 3 * int((chances[start:end] > STORY_FLOOR).sum()) >= end - start
        if run and tells and document.line[run[0]] == document.line[start]:
            run = (run[0], end)
            continue
        if run:
            yield _story(run, chances)
        run = (start, end) if tells else None
    if run:
        yield _story(run, chances)


def _story(run: tuple[int, int], chances: FloatArray) -> Anchor:
    return Anchor(*run, "story", float(chances[run[0] : run[1]].mean()))


def _link(
    document: Document, model: Model, hidden: FloatArray, anchors: list[Anchor], pools: tuple[Candidates, Candidates]
) -> None:
    """Ask the model what each anchor is, and which titles, characters and works belong to it."""
    if not anchors:
        return
    titles, characters = pools
    query = Query()
    spans = np.array([(anchor.first, anchor.last) for anchor in anchors], dtype=np.int32)
    kinds = [anchor.kind for anchor in anchors]
    lefts = query.add(spans)
    to_titles = _connect(query, lefts, query.add(titles.spans), pair_features(document, spans, kinds, titles))
    people = np.flatnonzero([kind == "person" for kind in kinds])
    played = pair_features(document, spans[people], ["person"] * len(people), characters)
    to_characters = _connect(query, lefts[people], query.add(characters.spans), played)
    labels, relations = model.link(hidden, *query.arrays())
    by_title = relations[to_titles].reshape(len(anchors), len(titles.spans), len(RELATIONS))
    for row, anchor in enumerate(anchors):
        _take_labels(anchor, labels[lefts[row]])
        _take_titles(document, anchor, by_title[row], titles)
    by_character = sigmoid(relations[to_characters, _RELATION["plays"]]).reshape(len(people), len(characters.spans))
    for row, index in enumerate(people.tolist()):
        which = near(document, spans[index].tolist(), characters.spans, NEAR)
        anchors[index].characters = {each: float(by_character[row, each]) for each in which.tolist()}
    _link_seasons(document, model, hidden, anchors, titles)


def _connect(query: Query, lefts: IntArray, rights: IntArray, features: IntArray) -> slice:
    """Ask for every pair of a left with a right, given features (lefts, rights, features)."""
    pairs = np.repeat(lefts, len(rights)), np.tile(rights, len(lefts))
    return query.connect(*pairs, features.reshape(-1, features.shape[2]))


def _take_labels(anchor: Anchor, scores: FloatArray) -> None:
    for name in ("person", "company", "date", "episodes"):
        if anchor.kind == name:
            anchor.labels |= dict(zip(group(name), sigmoid(scores[columns(name)]).tolist(), strict=True))
    for name in {"person": ("change", "billing"), "amount": ("amount",)}.get(anchor.kind, ()):
        chances = _softmax(scores[columns(name)]).tolist()
        anchor.labels |= {f"{name}:{label}": chance for label, chance in zip(group(name), chances, strict=True)}


def _take_titles(document: Document, anchor: Anchor, relations: FloatArray, titles: Candidates) -> None:
    if not len(titles.spans):
        return
    count = int(titles.cluster.max()) + 1
    for relation in ABOUT:
        scores = np.exp(relations[:, _RELATION[relation]].astype(np.float64))
        by_name = np.log(np.bincount(titles.cluster, weights=scores, minlength=count) + 1e-30)
        anchor.titles[relation] = by_name.astype(np.float32)
    if anchor.kind in ("person", "based_on"):
        relation = "known for" if anchor.kind == "person" else "source"
        scores = sigmoid(relations[:, _RELATION[relation]])
        which = near(document, (anchor.first, anchor.last), titles.spans, NEAR)
        anchor.works = {index: float(scores[index]) for index in which.tolist()}


def _link_seasons(
    document: Document, model: Model, hidden: FloatArray, anchors: list[Anchor], titles: Candidates
) -> None:
    """Ask the model which season each anchor means, of each title that it may well be about."""
    seasons = season_candidates(document, titles)
    asked = [(anchor, title) for anchor in anchors for title in sorted(about(anchor))]
    if not len(seasons.spans) or not asked:
        return
    query = Query()
    spans = np.array([(anchor.first, anchor.last) for anchor, _ in asked], dtype=np.int32)
    known = seasons.association[None, :] == np.array([title for _, title in asked])[:, None]
    lefts = query.add(spans)
    features = pair_features(document, spans, [anchor.kind for anchor, _ in asked], seasons, known)
    part = _connect(query, lefts, query.add(seasons.spans), features)
    labels, relations = model.link(hidden, *query.arrays())
    by_season = relations[part, _RELATION["season"]].reshape(len(asked), len(seasons.spans))
    every = np.concatenate([by_season, labels[lefts, LABELS.index("season:none")][:, None]], axis=1)
    numbers = [*seasons.cluster.tolist(), None]
    for (anchor, title), chances in zip(asked, _softmax(every), strict=True):
        scores: dict[int | None, float] = {}
        for number, chance in zip(numbers, chances.tolist(), strict=True):
            scores[number] = scores.get(number, 0.0) + chance
        anchor.seasons[title] = scores


def about(anchor: Anchor) -> set[int]:
    """The titles that the anchor may be about: the likeliest by each relation that counts, and any likely one."""
    if not anchor.titles:
        return set()
    relations = ("cast", "crew") if anchor.kind == "person" else ("about",)
    found = set()
    for relation in relations:
        scores = anchor.titles[relation]
        found |= {int(scores.argmax()), *np.flatnonzero(scores > MAY_BE).tolist()}
    return found
