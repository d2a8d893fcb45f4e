"""The third stage: who and what the names of an article are, and what belongs to what."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

import numpy as np

from hiatus.article import Span
from hiatus.reading.names import fold
from hiatus.reading.roles.anchors import Anchor, find_anchors
from hiatus.reading.roles.candidates import NEAR, candidates, near, season_candidates
from hiatus.reading.roles.document import Document, FloatArray, IntArray
from hiatus.reading.roles.labels import ABOUT, LABELS, RELATIONS, columns, group
from hiatus.reading.roles.mentions import Name, find_names
from hiatus.reading.roles.model import Model
from hiatus.reading.roles.pairs import Candidates, pair_features
from hiatus.reading.roles.query import Query
from hiatus.reading.roles.scores import sigmoid, softmax
from hiatus.reading.roles.thresholds import DEFAULTS, Thresholds

MAY_BE = -1.5
"""The logit above which a title counts as one that an anchor may be about."""

_RELATION = {name: index for index, name in enumerate(RELATIONS)}


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
    names = tuple(find_names(document, tags, thresholds))
    titles, title_keys = _pool(document, names, "title")
    characters, character_keys = _pool(document, names, "character")
    anchors = find_anchors(document, names, triggers)
    _link(document, model, hidden, anchors, (titles, characters))
    return Roles(document, names, titles, tuple(title_keys), characters, tuple(character_keys), tuple(anchors))


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
        chances = softmax(scores[columns(name)]).tolist()
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
    for (anchor, title), chances in zip(asked, softmax(every), strict=True):
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
