"""What the model can say of a text: the label sets that training and reading share."""

from __future__ import annotations

from hiatus.facts import BILLINGS, CHANGES, JOBS, MEASURES, SOURCE_FORMS, STAGES, TRAILER_FORMS

MENTIONS = ("title", "person", "character", "company")
"""Names that the model finds, as B(egin) and I(nside) tags of word pieces; tag 0 is none."""

TAGS = ("O", *(f"{position}-{kind}" for kind in MENTIONS for position in "BI"))

TRIGGERS = (
    *(("status", stage) for stage in STAGES),
    *(("based_on", form) for form in SOURCE_FORMS),
    *(("trailer", form) for form in TRAILER_FORMS),
)
"""What a sentence can state in words of its own; scored for each word piece, a sentence counts by its loudest."""

STORY = len(TRIGGERS)
"""The column after those of TRIGGERS: the word piece tells what a work is about."""

_GROUPS: dict[str, tuple[str, ...]] = {
    "person": ("cast", *JOBS, "author"),
    "change": ("none", *CHANGES),
    "billing": ("none", *BILLINGS),
    "company": ("platform", "studio"),
    "date": ("release",),
    "amount": ("none", *MEASURES),
    "episodes": ("episodes",),
    "season": ("none",),
}
LABELS = tuple(f"{group}:{label}" for group, labels in _GROUPS.items() for label in labels)
"""What a mention or mark can be in its place."""


def columns(group: str) -> slice:
    """Which columns of LABELS a group of labels has."""
    start = 0
    for name, labels in _GROUPS.items():
        if name == group:
            return slice(start, start + len(labels))
        start += len(labels)
    raise KeyError(group)


def group(name: str) -> tuple[str, ...]:
    """The labels of a group, in the order of their columns."""
    return _GROUPS[name]


RELATIONS = ("cast", "crew", "about", "known for", "plays", "season", "source")
"""How a mention, mark or trigger can belong to another: which title it is of, whom it plays, which season it means."""

ABOUT = ("cast", "crew", "about")
"""Those of RELATIONS that say which title a fact is about."""

ANCHORS = ("person", "company", "date", "amount", "episodes", "status", "based_on", "trailer", "story")
"""What a link can start from; a trigger starts one by its kind."""
