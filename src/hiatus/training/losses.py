"""How far what the network says of a document is from what it should say."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace

import numpy as np
import torch
from torch import Tensor
from torch.nn import functional as F  # noqa: N812 - its usual name

from hiatus.reading.names import fold
from hiatus.reading.roles.candidates import NEAR, candidates, near, season_candidates
from hiatus.reading.roles.document import Document
from hiatus.reading.roles.labels import ABOUT, LABELS, MENTIONS, RELATIONS, STORY, columns
from hiatus.reading.roles.mentions import runs
from hiatus.reading.roles.pairs import BoolArray, Candidates, pair_features
from hiatus.reading.roles.query import Query
from hiatus.training.network import Links
from hiatus.training.targets import MASKED, Anchor, Targets
from hiatus.training.targets import stray as nobody

RESTATED = 0.15
"""What a sentence counts as a negative where its label is true of the article elsewhere: it may be stated again."""

_RELATION = {name: index for index, name in enumerate(RELATIONS)}
_SINGLE = ("change", "billing", "amount")
_MULTIPLE = ("person", "company", "date", "episodes")
_NO_SEASON = LABELS.index("season:none")


Term = Callable[[Tensor, Tensor], Tensor]
"""A part of the loss, given the scores of labels and relations that it asked for."""


def loss(document: Document, targets: Targets, hidden: Tensor, scores: tuple[Tensor, Tensor], links: Links) -> Tensor:
    """The loss of one document, a sum over all that it should say."""
    tags, triggers = scores
    wanted = torch.from_numpy(targets.tags.astype(np.int64))
    total = F.cross_entropy(tags, wanted, ignore_index=MASKED, reduction="sum")
    story = torch.from_numpy(targets.story).float()
    total = total + 0.3 * F.binary_cross_entropy_with_logits(triggers[:, STORY], story, reduction="sum")
    total = total + 2.0 * _trigger_loss(document, targets, triggers)
    return total + _link_loss(document, _with_strays(document, targets, tags), hidden, triggers, links)


def _with_strays(document: Document, targets: Targets, tags: Tensor) -> Targets:
    """Targets with what the network takes for names and the gold does not: nothing should belong to it."""
    best = tags.detach().argmax(dim=1).numpy()
    found = [(MENTIONS[kind - 1], first, last) for first, last, kind in runs(document, best)]
    stray = [(kind, first, last) for kind, first, last in found if not targets.tags[first:last].any()]
    return replace(
        targets,
        distractors=(*targets.distractors, *((first, last) for kind, first, last in stray if kind == "title")),
        anchors=(*targets.anchors, *(nobody(*each) for each in stray if each[0] in ("person", "company"))),
    )


def _trigger_loss(document: Document, targets: Targets, triggers: Tensor) -> Tensor:
    """A sentence that states something is as loud as its loudest word piece in the evidence; others are quiet."""
    sentence = torch.from_numpy(document.sentence.astype(np.int64))
    count = int(sentence.max()) + 1
    scores = triggers[:, :STORY]
    index = sentence.unsqueeze(1).expand_as(scores)
    loudest = torch.full((count, STORY), -30.0).scatter_reduce(0, index, scores, "amax")
    weight = torch.ones(count, STORY)
    for column in targets.known_triggers:
        weight[:, column] = RESTATED
    total = torch.zeros(())
    for column, first, last in targets.triggers:
        own = scores[first:last, column]
        # The loudest alone would learn from one word piece in twenty; the others help it find the words that matter.
        total = total + F.softplus(-own.max()) + F.softplus(-own).mean()
        weight[int(sentence[first]), column] = 0.0
    return total + (F.softplus(loudest) * weight).sum()


def _link_loss(document: Document, targets: Targets, hidden: Tensor, triggers: Tensor, links: Links) -> Tensor:
    asked = _Asked(document, targets)
    terms = [term for anchor in targets.anchors for term in asked.terms(anchor, _place(anchor, triggers))]
    if not terms:
        return torch.zeros(())
    labels, relations = links(hidden, *(torch.from_numpy(part.astype(np.int64)) for part in asked.query.arrays()))
    return torch.stack([term(labels, relations) for term in terms]).sum()


def _place(anchor: Anchor, triggers: Tensor) -> tuple[int, int]:
    """Where an anchor stands: a trigger at its loudest word piece."""
    if anchor.trigger is None:
        return anchor.first, anchor.last
    loudest = anchor.first + int(triggers[anchor.first : anchor.last, anchor.trigger].detach().argmax())
    return loudest, loudest + 1


class _Asked:
    """What is asked of the links for one document, and what each answer costs."""

    def __init__(self, document: Document, targets: Targets) -> None:
        self.query = Query()
        self._document = document
        self._titles, self._title_keys = self._pool(targets, "title")
        self._characters, self._character_keys = self._pool(targets, "character")
        self._seasons = season_candidates(document, self._titles)
        self._rows = {id(pool): self.query.add(pool.spans) for pool in (self._titles, self._characters, self._seasons)}

    def _pool(self, targets: Targets, kind: str) -> tuple[Candidates, list[str]]:
        own = [(mention.first, mention.last, mention.key) for mention in targets.mentions if mention.kind == kind]
        if kind == "title":
            own += [(*span, fold(self._document.text(*span))) for span in targets.distractors]
        own.sort()
        return candidates([(first, last) for first, last, _ in own], [key for *_, key in own])

    def terms(self, anchor: Anchor, span: tuple[int, int]) -> Iterator[Term]:
        """The parts of the loss that one anchor has."""
        left = int(self.query.add(np.array([span], dtype=np.int32))[0])
        yield lambda labels, _: _label_loss(anchor, labels[left])
        place = (left, span)
        if any(anchor.titles.get(relation) for relation in ABOUT):
            yield self._titles_term(anchor, place)
        if len(self._seasons.spans):
            for title, numbers in anchor.seasons.items():
                if title in self._title_keys:
                    yield self._season_term(anchor, place, title, numbers)
        if anchor.kind in ("person", "based_on"):
            relation = "known for" if anchor.kind == "person" else "source"
            sets = (anchor.titles.get(relation, set()), anchor.titles.get("known elsewhere", set()))
            yield self._near_term(anchor, place, relation, (self._titles, self._title_keys), sets)
        if anchor.kind == "person" and anchor.characters is not None:
            pool = (self._characters, self._character_keys)
            yield self._near_term(anchor, place, "plays", pool, (anchor.characters, set()))

    def _connect(
        self, place: tuple[int, tuple[int, int]], kind: str, pool: Candidates, known: BoolArray | None = None
    ) -> slice:
        """Ask for the pairs of an anchor with all of a pool."""
        left, span = place
        features = pair_features(self._document, np.array([span], dtype=np.int32), [kind], pool, known)[0]
        rows = self._rows[id(pool)]
        return self.query.connect(np.full_like(rows, left), rows, features)

    def _titles_term(self, anchor: Anchor, place: tuple[int, tuple[int, int]]) -> Term:
        part = self._connect(place, anchor.kind, self._titles)
        return lambda _, relations: _title_loss(anchor, relations[part], self._titles, self._title_keys)

    def _season_term(
        self, anchor: Anchor, place: tuple[int, tuple[int, int]], title: str, numbers: set[int | None]
    ) -> Term:
        known = (self._seasons.association == self._title_keys.index(title))[None, :]
        part = self._connect(place, anchor.kind, self._seasons, known)
        left = place[0]
        return lambda labels, relations: _season_loss(numbers, relations[part], labels[left, _NO_SEASON], self._seasons)

    def _near_term(
        self,
        anchor: Anchor,
        place: tuple[int, tuple[int, int]],
        relation: str,
        pool: tuple[Candidates, list[str]],
        sets: tuple[set[str], set[str]],
    ) -> Term:
        spans, keys = pool
        part = self._connect(place, anchor.kind, spans)
        which = near(self._document, place[1], spans.spans, NEAR)
        own = [keys[spans.cluster[index]] for index in which]
        gaps = [abs(int(spans.spans[index, 0]) - anchor.first) for index in which]
        column = _RELATION[relation]
        return lambda _, relations: _near_loss(relations[part, column][which.tolist()], own, gaps, sets)


def _label_loss(anchor: Anchor, scores: Tensor) -> Tensor:
    wanted = torch.from_numpy(anchor.labels)
    total = torch.zeros(())
    if anchor.kind not in (*_MULTIPLE, "amount"):
        return total
    if anchor.kind in _MULTIPLE:
        part = columns(anchor.kind)
        kept = wanted[part] != MASKED
        if kept.any():
            total = total + F.binary_cross_entropy_with_logits(
                scores[part][kept], wanted[part][kept].float(), reduction="sum"
            )
    for group in _SINGLE:
        part = columns(group)
        if (wanted[part] == 1).any():
            chosen = F.log_softmax(scores[part], dim=0)[wanted[part] == 1]
            total = total - chosen.mean()
    return total


def _title_loss(anchor: Anchor, relations: Tensor, titles: Candidates, names: list[str]) -> Tensor:
    """Which of the article's titles: softmax over names, and for each name whether it is one."""
    total = torch.zeros(())
    member = torch.from_numpy(np.arange(len(names))[:, None] == titles.cluster[None, :])
    for relation in ABOUT:
        wanted = sorted(names.index(key) for key in anchor.titles.get(relation, ()) if key in names)
        if not wanted:
            continue
        scores = relations[:, _RELATION[relation]]
        by_name = torch.where(member, scores[None, :], torch.tensor(-1e4)).logsumexp(1)
        target = torch.zeros(len(names))
        target[wanted] = 1
        total = total - F.log_softmax(by_name, dim=0)[wanted].mean()
        total = total + 0.5 * F.binary_cross_entropy_with_logits(by_name, target, reduction="sum")
    return total


def _season_loss(numbers: set[int | None], relations: Tensor, none: Tensor, seasons: Candidates) -> Tensor:
    """Softmax over the marks of seasons and none; any mark of a wanted number will do, each number counts alike."""
    scores = relations[:, _RELATION["season"]]
    every = torch.cat([scores, none.reshape(1)]).logsumexp(0)
    terms = []
    for number in sorted(numbers, key=lambda number: (number is None, number or 0)):
        right = none.reshape(1) if number is None else scores[torch.from_numpy(seasons.cluster == number)]
        if len(right):
            terms.append(every - right.logsumexp(0))
    return torch.stack(terms).mean() if terms else torch.zeros(())


def _near_loss(scores: Tensor, keys: list[str], gaps: list[int], sets: tuple[set[str], set[str]]) -> Tensor:
    """Yes for the nearest of each wanted name, no for every name not wanted, nothing for the rest."""
    wanted, masked = sets
    total = torch.zeros(())
    for key in dict.fromkeys(keys):
        own = [i for i, other in enumerate(keys) if other == key]
        if key in wanted:
            nearest = min(own, key=gaps.__getitem__)
            total = total + F.softplus(-scores[nearest])
        elif key not in masked:
            total = total + F.softplus(scores[own]).sum()
    return total
