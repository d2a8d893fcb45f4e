"""Gold to what the model should say."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from hiatus.article import Article
from hiatus.facts import Cast, Company, Evidence, Fact, KnownFor, Status
from hiatus.reading.names import fold
from hiatus.reading.roles.labels import LABELS, TAGS
from hiatus.training.corpus import Example, prepare
from hiatus.training.targets import MASKED, Targets, occurrences, targets

TEXT = (
    "Netflix has renewed Harbor Lights for a second season. Mina Cho (Night Ferry) returns as Dana. "
    "Dana is a harbor master. Mina Cho is 30. From here on, Netflix waits."
)


def fact_of(kind: type[Fact], quote: str, **values: object) -> Fact:
    start = TEXT.index(quote)
    return kind(title="Harbor Lights", evidence=Evidence(start, start + len(quote), quote), **values)  # type: ignore[arg-type]


GOLD = (
    fact_of(Status, "Netflix has renewed Harbor Lights for a second season", season=2, stage="renewed"),
    fact_of(Company, "Netflix has renewed Harbor Lights", name="Netflix", role="platform"),
    fact_of(
        Cast,
        "Mina Cho (Night Ferry) returns as Dana",
        season=2,
        person="Mina Cho",
        character="Dana",
        change="returning",
    ),
    fact_of(KnownFor, "Mina Cho (Night Ferry)", person="Mina Cho", work="Night Ferry"),
)


@pytest.fixture(scope="module")
def wanted() -> Targets:
    return targets(prepare(Example(Article(TEXT), GOLD)), GOLD)


def test_every_place_of_a_name_is_tagged(wanted: Targets) -> None:
    doc = prepare(Example(Article(TEXT), GOLD))
    tagged = [(m.kind, doc.text(m.first, m.last)) for m in wanted.mentions]
    assert tagged == [
        ("company", "Netflix"), ("title", "Harbor Lights"), ("person", "Mina Cho"), ("title", "Night Ferry"),
        ("character", "Dana"), ("character", "Dana"), ("person", "Mina Cho"), ("company", "Netflix"),
    ]  # fmt: skip
    assert TAGS[wanted.tags[wanted.mentions[1].first]] == "B-title"


def test_a_role_is_asked_for_where_its_evidence_is_and_left_open_elsewhere(wanted: Targets) -> None:
    cast = LABELS.index("person:cast")
    first, second = (anchor for anchor in wanted.anchors if anchor.kind == "person")
    assert first.labels[cast] == 1
    assert second.labels[cast] == MASKED
    assert first.labels[LABELS.index("person:director")] == 0
    assert first.labels[LABELS.index("change:returning")] == 1


def test_links_go_to_title_season_character_and_other_work(wanted: Targets) -> None:
    person = next(anchor for anchor in wanted.anchors if anchor.kind == "person")
    assert person.titles["cast"] == {"harbor lights"}
    assert person.titles["known for"] == {"night ferry"}
    assert person.characters == {"dana"}
    assert person.seasons == {"harbor lights": {2}}


def test_a_stage_is_a_trigger_in_its_sentence(wanted: Targets) -> None:
    (trigger,) = (anchor for anchor in wanted.anchors if anchor.kind == "status")
    assert trigger.trigger is not None
    assert wanted.known_triggers == {trigger.trigger}
    assert trigger.titles["about"] == {"harbor lights"}


@pytest.mark.parametrize(
    ("text", "name", "count"),
    [
        ("Dark and DARK, darkly, Darkest", "Dark", 2),
        ("Grey’s Anatomy, Grey's Anatomy", "Grey's Anatomy", 2),
        ("All of Us\nAre Dead", "All of Us Are Dead", 1),
        ("the office is dark", "The Office", 0),
        ("Yours", "You", 0),
        ("What If...? is back", "What If...?", 1),
        ("S Sa SS", "S", 1),
    ],
)
def test_occurrences_are_whole_words_in_their_own_case_or_capitals(text: str, name: str, count: int) -> None:
    assert len(list(occurrences(text, name))) == count


@settings(deadline=None)
@given(st.text(alphabet="aA .*+?(\\s’'", min_size=1, max_size=8), st.text(alphabet="aA .*+?(\\s’'", max_size=40))
def test_occurrences_spell_the_name(name: str, text: str) -> None:
    for span in occurrences(text, name):
        assert fold(text[span.start : span.end]) == fold(name)
