"""A dossier: the same whatever the order, that of a day the one of the claims until then; and one of real articles."""

import datetime as dt
import json
import random
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from hiatus.article import Article
from hiatus.facts import Fact, from_dict
from hiatus.knowledge.claims import Claim
from hiatus.knowledge.database import open_database
from hiatus.knowledge.dossiers import Dossier, changes, known, outlook
from hiatus.knowledge.filing import file
from hiatus.knowledge.loading import claims_of
from tests.knowledge.dossiers.notation import claims, day

CORPUS = Path(__file__).parents[3] / "corpus"

FACTS = st.one_of(
    st.builds("status s2 {}".format, st.sampled_from(["renewed", "filming", "cancelled", "delayed", "undecided"])),
    st.builds("release s2 {}".format, st.sampled_from(
        ["2024", "2024-10", "2024-10-05", "2024-10-06", "2023-12-01", "2024-23", "2025 on N", "2024-11-01 on T"])),
    st.builds("cast s2 {}".format, st.sampled_from(
        ["Mina", "Mina, joining", "Mina, leaving", "Mina as Dana", "Leo, returning", "Leo as Dana, lead"])),
    st.builds("metric s2 views {}".format, st.sampled_from(
        ["560000000 in first 28 days", "560780000", "561200000 in 4 weeks", "600000000 in a month", "87"])),
    st.builds("story s2 {}".format, st.sampled_from(["Two sisters meet.", "A harbor burns."])),
    st.builds("based_on webtoon{}".format, st.sampled_from(["", " Pier", " Quay", " Pier by Joo"])),
)  # fmt: skip
SURE = st.sampled_from(["", " (reported)", " (rumored)", " (denied)"])
LINES = st.builds("{} {}/{}: {}{}".format, st.integers(0, 40), st.sampled_from("ABCD"), st.integers(1, 6), FACTS, SURE)
CLAIMS = st.lists(LINES, max_size=14).map(lambda lines: claims("\n".join(lines)))


@settings(max_examples=200, deadline=None)
@given(CLAIMS, st.randoms(use_true_random=False))
def test_the_order_of_claims_does_not_matter(some: list[Claim], chance: random.Random) -> None:
    shuffled = list(some)
    chance.shuffle(shuffled)
    assert known(shuffled) == known(some)


@settings(max_examples=200, deadline=None)
@given(CLAIMS, st.integers(-1, 41))
def test_as_of_a_day_is_what_the_claims_until_then_say(some: list[Claim], until: int) -> None:
    moment = dt.date(2024, 1, 1) + dt.timedelta(until)
    assert known(some, moment) == known([claim for claim in some if claim.document.day <= moment])


@settings(max_examples=200, deadline=None)
@given(CLAIMS)
def test_no_claim_is_lost_and_all_can_be_written_as_json(some: list[Claim]) -> None:
    dossier = known(some)
    json.dumps(dossier.to_dict())
    assert _used(dossier) == {claim.id for claim in some}


@settings(max_examples=200, deadline=None)
@given(CLAIMS)
def test_what_agrees_with_itself_does_not_change(some: list[Claim]) -> None:
    assert changes(known(some), known(some)) == []


def test_nothing_is_known_of_nothing() -> None:
    assert known([]) == Dossier((), ())


def test_what_is_told_of_the_work_as_a_whole_is_kept() -> None:
    dossier = known(claims("1 A: cast Mina Cho; cast s2 Mina Cho; cast s1 Mina Cho"))
    assert dossier.seasons() == [2, 1, None]
    assert [len(dossier.of("cast", season)) for season in (1, 2, None)] == [1, 1, 1]


def _used(dossier: Dossier) -> set[int]:
    held = [*dossier.known, *dossier.steps]
    every = [one for each in held for one in (each, *each.others, *each.before, *each.aside)]
    return {claim.id for each in every for claim in (*each.pro, *each.contra)}


@pytest.fixture(scope="module")
def filed(tmp_path_factory: pytest.TempPathFactory) -> list[Claim]:
    """The claims of eight articles about one announcement, filed in order."""
    engine = open_database(tmp_path_factory.mktemp("filed") / "hiatus.db")
    fetched = dt.datetime(2025, 7, 24, tzinfo=dt.UTC)
    works = [work for path in sorted(CORPUS.glob("articles/aouad-*.json"))
             for work, _ in file(engine, *_read(path), fetched=fetched).changes]  # fmt: skip
    with engine.connect() as connection:
        found = claims_of(connection, works[0])
    engine.dispose()
    return found


def _read(path: Path) -> tuple[Article, list[Fact]]:
    about = json.loads(path.read_text())
    names = ("text", "id", "url", "title", "publisher")
    published = about.get("published") and dt.date.fromisoformat(about["published"])
    lines = (CORPUS / "gold" / f"{path.stem}.jsonl").read_text().splitlines()
    gold = [from_dict(json.loads(line)) for line in lines]
    return Article(**{name: about[name] for name in names}, published=published), gold


def test_eight_articles_tell_one_thing(filed: list[Claim]) -> None:
    dossier = known(filed)
    stage = dossier.stage(2)
    assert stage is not None
    assert (stage.value, stage.certainty, stage.state) == ("filming", "confirmed", "known")
    assert [step.value for step in dossier.way(2)] == ["renewed", "filming"]
    assert not dossier.disputes()
    assert outlook(dossier, day("2025-08-01")).said == "in production, season 2"


def test_eight_articles_name_a_cast_and_one_figure(filed: list[Claim]) -> None:
    cast = [each.value for each in known(filed).of("cast", 2) if each.sources > 2]
    changes_of = {value["character"]: value["change"] for value in cast if isinstance(value, dict)}
    assert {name for name, change in changes_of.items() if change == "joining"} == {
        "Han Du-seok", "Lee Jong-ah", "So Ju-ran", "Yong Ma-ru"
    }  # fmt: skip
    assert {name for name, change in changes_of.items() if change == "returning"} == {
        "Choi Nam-ra", "Lee Cheong-san", "Lee Su-hyeok", "Nam On-jo"
    }  # fmt: skip
    assert [each.value for each in known(filed).of("metric", 1)] == [560_780_000]
    (based,) = known(filed).of("based_on", None)
    assert isinstance(based.value, dict)
    assert (based.slot.attribute, based.value["author"]) == ("webtoon", "Joo Dong-geun")
