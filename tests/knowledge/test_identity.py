"""Judging who is who: what a judgement does, what undoing it does, and what is offered to be judged."""

import random

import pytest
from sqlalchemy import Engine

from hiatus.facts import Fact
from hiatus.knowledge import filing, identity, judgements
from hiatus.knowledge.loading import claims_of
from hiatus.knowledge.mentions import Kind
from hiatus.training.corpus import load
from tests.knowledge.memory import (
    CORPUS,
    TITLE,
    based_on,
    cast,
    crew,
    everybody,
    file,
    judged,
    known_for,
    mention_of,
    one_of,
    rows,
    spelled,
    status,
)

REPORTS = [example for example in load(CORPUS) if example.article.id.startswith("aouad-")]
APART, TOGETHER = [["J.Q. Lee", "Lee JQ"], ["Lee Jae-kyu"]], [["J.Q. Lee", "Lee JQ", "Lee Jae-kyu"]]


def same(engine: Engine, kind: Kind, left: str, right: str) -> int:
    with engine.connect() as connection:
        pair = [one_of(connection, kind, name).id for name in (left, right)]
    return judged(engine, identity.judge_same, *pair)


def different(engine: Engine, kind: Kind, left: str, right: str, titles: tuple[str, str] = (TITLE, TITLE)) -> int:
    with engine.connect() as connection:
        pair = [mention_of(connection, kind, *each) for each in zip((left, right), titles, strict=True)]
    return judged(engine, identity.judge_different, kind, *pair)


def unsure(engine: Engine) -> dict[frozenset[str], identity.Pair]:
    with engine.connect() as connection:
        return {frozenset((pair.left.name, pair.right.name)): pair for pair in identity.unsure(connection)}


def lees(engine: Engine) -> list[list[str]]:
    return [group for group in spelled(engine, "person") if any("Q" in name or "Jae-kyu" in name for name in group)]


@pytest.mark.parametrize("seed", range(3))
def test_the_director_of_the_eight_reports(engine: Engine, seed: int) -> None:
    order = random.Random(seed).sample(REPORTS, len(REPORTS))  # noqa: S311 - no secrets
    for each in order:
        filing.file(engine, each.article, each.gold)
    pair = unsure(engine)[frozenset(("Lee JQ", "Lee Jae-kyu"))]
    assert any("JQ can be the initials" in reason for reason in pair.match.reasons)
    assert "the same job in it" in pair.match.reasons
    assert lees(engine) == APART
    number = same(engine, "person", "Lee JQ", "Lee Jae-kyu")
    assert lees(engine) == TOGETHER
    assert frozenset(("Lee JQ", "Lee Jae-kyu")) not in unsure(engine)
    file(engine, crew("Lee JQ", title="The Quay"))
    file(engine, crew("Lee Jae-kyu", title="The Desk"))
    file(engine, crew("Lee Jae-Kyu", title="All Of Us Are Dead"))
    assert lees(engine) == [["J.Q. Lee", "Lee JQ", "Lee Jae-Kyu", "Lee Jae-kyu"]]
    before = len(spelled(engine, "person"))
    judged(engine, identity.undo, number)
    assert len(spelled(engine, "person")) == before + 1
    assert lees(engine) == [["J.Q. Lee", "Lee JQ"], ["Lee Jae-Kyu", "Lee Jae-kyu"]]
    assert frozenset(("Lee JQ", "Lee Jae-kyu")) in unsure(engine)


def test_a_judgement_that_holds_only_for_later_articles_is_kept_too(engine: Engine) -> None:
    file(engine, crew("Lee JQ"), crew("Lee Jae-kyu", title="The Quay"))
    same(engine, "person", "Lee JQ", "Lee Jae-kyu")
    for title in ("The Desk", "The Pier", "Tides"):
        file(engine, crew("Lee Jae-kyu", title=title))
    file(engine, crew("Lee JQ", title="Tides"))
    assert spelled(engine, "person") == [["Lee JQ", "Lee Jae-kyu"]]


def test_two_judged_one_are_one_where_an_article_names_both(engine: Engine) -> None:
    file(engine, cast("Lomon"))
    file(engine, cast("Park Solomon"))
    same(engine, "person", "Lomon", "Park Solomon")
    file(engine, cast("Lomon", title="Tides"), cast("Park Solomon", title="Tides"))
    assert spelled(engine, "person") == [["Lomon", "Park Solomon"]]


def test_two_judged_different_stay_so_in_the_works_of_the_other(engine: Engine) -> None:
    file(engine, cast("Roh Jae-won"))
    file(engine, cast("Noh Jae-won"))
    different(engine, "person", "Roh Jae-won", "Noh Jae-won")
    file(engine, cast("Roh Jae-won", title="The Quay"))
    file(engine, cast("Noh Jae-won", title="The Quay"))
    assert spelled(engine, "person") == [["Noh Jae-won"], ["Roh Jae-won"]]


def test_undoing_makes_two_of_what_was_two(engine: Engine) -> None:
    """Even where what was filed since would have made them one by itself."""
    file(engine, status(title="Harbor Lights 2"))
    file(engine, status())
    number = same(engine, "work", TITLE, "Harbor Lights 2")
    file(engine, status(season=1), status(season=2))
    judged(engine, identity.undo, number)
    assert spelled(engine, "work") == [[TITLE], ["Harbor Lights 2"]]


def test_what_is_offered_comes_with_reasons_the_likeliest_first(engine: Engine) -> None:
    file(engine, crew("Lee JQ"), cast("Lomon"), known_for("Kim Si-eun", "The Quay"), cast("Robert Vale"))
    file(engine, crew("Lee Jae-kyu"), cast("Park Solomon"), known_for("Kim Si-wool", "The Quay"))
    file(engine, cast("Robert Vale Jr."), cast("Mina Cho"))
    with engine.connect() as connection:
        pairs = identity.unsure(connection)
    scores = [pair.match.score for pair in pairs]
    assert scores == sorted(scores, reverse=True)
    assert {frozenset((pair.left.name, pair.right.name)) for pair in pairs} == {
        frozenset(("Lee JQ", "Lee Jae-kyu")),
        frozenset(("Lomon", "Park Solomon")),
        frozenset(("Kim Si-eun", "Kim Si-wool")),
        frozenset(("Robert Vale", "Robert Vale Jr.")),
    }
    assert all(pair.match.reasons and pair.match.verdict == "unsure" for pair in pairs)


@pytest.mark.parametrize(
    "facts",
    [
        [cast("Lee Min-ho"), cast("Lee Min-jae", title="The Quay")],
        [cast("Kim Si-eun"), cast("Kim Si-eon")],
        [cast("Mina Cho"), cast("Dana Reed")],
        [crew("Martin Vale"), crew("Charlie Vale")],
    ],
)
def test_what_is_not_offered(engine: Engine, facts: list[Fact]) -> None:
    for fact in facts:
        file(engine, fact)
    assert unsure(engine) == {}


def test_a_pair_judged_different_is_not_offered_again(engine: Engine) -> None:
    file(engine, crew("Lee JQ"))
    file(engine, crew("Lee Jae-kyu"))
    number = different(engine, "person", "Lee JQ", "Lee Jae-kyu")
    assert unsure(engine) == {}
    file(engine, crew("J.Q. Lee"), cast("Mina Cho"))
    assert unsure(engine) == {}
    judged(engine, identity.undo, number)
    assert len(unsure(engine)) == 1


def test_namesakes_are_told_apart_by_work(engine: Engine) -> None:
    file(engine, cast("Mina Cho"))
    file(engine, cast("Mina Cho", title="The Quay"))
    assert spelled(engine, "person") == [["Mina Cho"]]
    number = different(engine, "person", "Mina Cho", "Mina Cho", (TITLE, "The Quay"))
    assert spelled(engine, "person") == [["Mina Cho"], ["Mina Cho"]]
    file(engine, cast("Mina Cho", season=2), cast("Mina Cho", title="The Harbor Lights"))
    file(engine, cast("Mina Cho", title="The Quay"))
    file(engine, cast("Cho Mina", title="The Quay"))
    assert spelled(engine, "person") == [["Cho Mina", "Mina Cho"], ["Mina Cho"]]
    with engine.connect() as connection:
        at_home, away = (
            {claim.person for claim in claims_of(connection, one_of(connection, "work", title).id)}
            for title in (TITLE, "The Quay")
        )
    assert len(at_home) == len(away) == 1
    assert at_home != away
    judged(engine, identity.undo, number)
    assert spelled(engine, "person") == [["Cho Mina", "Mina Cho"]]


def test_one_spelling_in_one_work_cannot_be_told_apart(engine: Engine) -> None:
    file(engine, cast("Mina Cho"))
    with pytest.raises(identity.JudgementError, match="nothing tells them apart"):
        different(engine, "person", "Mina Cho", "Mina Cho")


def test_what_is_one_already_cannot_be_judged_one(engine: Engine) -> None:
    file(engine, cast("Mina Cho"))
    file(engine, cast("Cho Mina", title="The Quay"))
    with pytest.raises(identity.JudgementError, match="already"):
        same(engine, "person", "Mina Cho", "Cho Mina")


def test_a_person_and_a_work_cannot_be_judged_one(engine: Engine) -> None:
    file(engine, cast("Mina Cho"))
    with engine.connect() as connection:
        person, work = one_of(connection, "person", "Mina Cho").id, one_of(connection, "work", TITLE).id
    with pytest.raises(identity.JudgementError, match="kind"):
        judged(engine, identity.judge_same, person, work)
    assert _listed(engine) == []


@pytest.mark.parametrize("pair", [(1, 999), (999, 1)])
def test_what_is_not_there_cannot_be_judged(engine: Engine, pair: tuple[int, int]) -> None:
    file(engine, cast("Mina Cho"))
    with pytest.raises(identity.JudgementError, match="999"):
        judged(engine, identity.judge_same, *pair)


@pytest.mark.parametrize("number", [0, 1, 999, -1])
def test_what_was_not_judged_cannot_be_undone(engine: Engine, number: int) -> None:
    with pytest.raises(identity.JudgementError, match="no judgement"):
        judged(engine, identity.undo, number)


def test_a_judgement_is_undone_once(engine: Engine) -> None:
    file(engine, crew("Lee JQ"), crew("Lee Jae-kyu"))
    number = same(engine, "person", "Lee JQ", "Lee Jae-kyu")
    judged(engine, identity.undo, number)
    with pytest.raises(identity.JudgementError, match="no judgement"):
        judged(engine, identity.undo, number)
    assert [each.undone is None for each in _listed(engine)] == [False]


def _listed(engine: Engine) -> list[judgements.Judgement]:
    with engine.connect() as connection:
        return judgements.listed(connection)


def test_the_last_judgement_counts(engine: Engine) -> None:
    file(engine, crew("Lee JQ"))
    file(engine, crew("Lee Jae-kyu"))
    different(engine, "person", "Lee JQ", "Lee Jae-kyu")
    number = same(engine, "person", "Lee JQ", "Lee Jae-kyu")
    assert spelled(engine, "person") == TOGETHER_TWO
    judged(engine, identity.undo, different(engine, "person", "Lee JQ", "Lee Jae-kyu"))
    assert spelled(engine, "person") == TOGETHER_TWO
    judged(engine, identity.undo, number)
    assert spelled(engine, "person") == [["Lee JQ"], ["Lee Jae-kyu"]]


TOGETHER_TWO = [["Lee JQ", "Lee Jae-kyu"]]


def test_undoing_parts_only_what_was_joined(engine: Engine) -> None:
    file(engine, crew("Lee JQ"), cast("Roh Jae-won", "Han Du-seok"), spellings={"Roh Jae-won": ("Roh Jae-wan",)})
    file(engine, crew("Lee Jae-kyu"), cast("Noh Jae-won", "Han Doo-seok"))
    file(engine, crew("Chun Sung-il", "writer"))
    file(engine, crew("Chon Song-il", "writer"))
    people, characters = spelled(engine, "person"), spelled(engine, "character")
    assert ["Noh Jae-won", "Roh Jae-wan", "Roh Jae-won"] in people
    for left, right in (("Roh Jae-won", "Lee JQ"), ("Chun Sung-il", "Lee JQ"), ("Lee Jae-kyu", "Noh Jae-won")):
        judged(engine, identity.undo, same(engine, "person", left, right))
        assert spelled(engine, "person") == people
    assert spelled(engine, "character") == characters == [["Han Doo-seok", "Han Du-seok"]]


def test_undoing_leaves_the_parts_of_a_name_together(engine: Engine) -> None:
    file(engine, cast("Cho Yi-hyun", "Nam-ra"), cast("Jo Reed", "Old Tom"))
    file(engine, cast("Cho Yi-hyun", "Choi Nam-ra"))
    apart = spelled(engine, "character")
    assert apart == [["Choi Nam-ra", "Nam-ra"], ["Old Tom"]]
    judged(engine, identity.undo, same(engine, "character", "Nam-ra", "Old Tom"))
    assert spelled(engine, "character") == apart


def test_characters_are_judged_too(engine: Engine) -> None:
    file(engine, cast("Roh Jae-won", "Han Du-seok"), cast("Mina Cho", "Dana"))
    file(engine, cast("Noh Jae-won", "Han Doo-seok"), cast("Jo Reed", "Old Tom"))
    apart = spelled(engine, "character")
    number = same(engine, "character", "Han Du-seok", "Old Tom")
    assert spelled(engine, "character") == [["Dana"], ["Han Doo-seok", "Han Du-seok", "Old Tom"]]
    file(engine, cast("Someone Else", "Old Tom", title="The Harbor Lights"))
    assert len(spelled(engine, "character")) == 2
    judged(engine, identity.undo, number)
    assert spelled(engine, "character") == apart
    different(engine, "character", "Han Du-seok", "Han Doo-seok")
    assert len(spelled(engine, "character")) == 4
    file(engine, cast("Roh Jae-won", "Han Du-seok", title="The Harbor Lights"))
    assert len(spelled(engine, "character")) == 4


def test_works_are_judged_too(engine: Engine) -> None:
    file(engine, status(), cast("Mina Cho"))
    file(engine, status(title="Lichter im Hafen"), cast("Jo Reed", title="Lichter im Hafen"))
    number = same(engine, "work", TITLE, "Lichter im Hafen")
    file(engine, status(title="Lichter im Hafen", season=2))
    with engine.connect() as connection:
        (work,) = everybody(connection, "work")
        assert len(claims_of(connection, work.id)) == 5
    judged(engine, identity.undo, number)
    assert spelled(engine, "work") == [[TITLE], ["Lichter im Hafen"]]


def test_a_remake_stays_apart_when_its_work_is_parted_again(engine: Engine) -> None:
    file(engine, status(), based_on("film", TITLE))
    file(engine, status(title="The Quay"))
    for place in (0, 1):
        with engine.connect() as connection:
            namesakes = [entity.id for entity in everybody(connection, "work") if entity.name == TITLE]
            quay = one_of(connection, "work", "The Quay").id
        judged(engine, identity.undo, judged(engine, identity.judge_same, namesakes[place], quay))
        assert spelled(engine, "work") == [[TITLE], [TITLE], ["The Quay"]]
    with engine.connect() as connection:
        namesakes = [entity.id for entity in everybody(connection, "work") if entity.name == TITLE]
    number = judged(engine, identity.judge_same, *namesakes)
    assert spelled(engine, "work") == [[TITLE], ["The Quay"]]
    judged(engine, identity.undo, number)
    assert spelled(engine, "work") == [[TITLE], [TITLE], ["The Quay"]]


def test_a_sequel_judged_to_be_no_season_stays_a_work(engine: Engine) -> None:
    file(engine, status(season=1))
    file(engine, status(title="Harbor Lights 2"))
    assert spelled(engine, "work") == [[TITLE, "Harbor Lights 2"]]
    different(engine, "work", TITLE, "Harbor Lights 2")
    assert spelled(engine, "work") == [[TITLE], ["Harbor Lights 2"]]
    file(engine, status(title="Harbor Lights 2", season=1), status(season=3))
    assert spelled(engine, "work") == [[TITLE], ["Harbor Lights 2"]]


def test_names_only_move_between_entities(engine: Engine) -> None:
    file(engine, crew("Lee JQ"), crew("Lee Jae-kyu"), cast("Mina Cho", "Dana"))
    with engine.connect() as connection:
        before = rows(connection)
    judged(engine, identity.undo, same(engine, "person", "Lee JQ", "Lee Jae-kyu"))
    with engine.connect() as connection:
        after = rows(connection)
    assert [row[:3] for row in after] == [row[:3] for row in before]
