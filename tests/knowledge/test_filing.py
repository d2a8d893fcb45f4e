"""Filing: once, all or nothing, copies as one story, and nothing that was filed is ever touched again."""

import datetime as dt
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import Connection, Engine, event, select, text

from hiatus.article import Article
from hiatus.facts import Fact
from hiatus.knowledge import filing, identity, judgements
from hiatus.knowledge.claims import Document
from hiatus.knowledge.database import open_database, writing
from hiatus.knowledge.database.schema import claims, documents, entities, mentions, metadata, names
from hiatus.knowledge.following import follow_title
from hiatus.knowledge.loading import claims_numbered
from hiatus.knowledge.mentions import Mention, Register
from tests.knowledge.memory import article, cast, crew, everybody, file, judged, known_for, rows, spelled, status

LONG = " ".join(f"On day {number} the crew of the pier show shot scene {number * 7}." for number in range(40))
LIGHTLY_EDITED = LONG.replace("day 7 ", "the seventh day ") + " The studio said no more."
OTHER = " ".join(f"Viewers asked {number} times what becomes of harbor master {number}." for number in range(40))


def whole(engine: Engine) -> dict[str, list[tuple[Any, ...]]]:
    """Every row of every table."""
    with engine.connect() as connection:
        return {
            name: sorted(map(tuple, connection.execute(select(table))), key=repr)
            for name, table in metadata.tables.items()
        }


def stories(engine: Engine) -> list[int]:
    with engine.connect() as connection:
        return list(connection.execute(select(documents.c.story).order_by(documents.c.id)).scalars())


@pytest.mark.parametrize("url", ["https://quay.example/1", None])
def test_filing_twice_changes_nothing(engine: Engine, url: str | None) -> None:
    facts = [status(), cast("Mina Cho", "Dana"), known_for("Mina Cho", "The Quay")]
    first = filing.file(engine, article("Said.", url), facts)
    assert first.new
    before = whole(engine)
    again = filing.file(engine, article("Said.", url), [*facts, status("cancelled")])
    assert (again.document, again.new, again.changes) == (first.document, False, ())
    assert whole(engine) == before


@pytest.mark.parametrize(
    ("second", "expected"),
    [
        (article("Said, and more.", "https://quay.example/1"), [1, 1]),  # the same address, a new text
        (article("Said.", "https://pier.example/9"), [1, 1]),  # the same text elsewhere
        (article("Said.", None), [1, 1]),
        (article("Said, and more.", "https://pier.example/9"), [1, 2]),
        (article("Said, and more.", None), [1, 2]),
    ],
)
def test_what_is_one_story(engine: Engine, second: Article, expected: list[int]) -> None:
    filing.file(engine, article("Said.", "https://quay.example/1"), [status()])
    filing.file(engine, second, [status()])
    assert stories(engine) == expected


def test_near_copies_are_one_story_and_reports_of_one_event_are_not(engine: Engine) -> None:
    for number, text_ in enumerate((LONG, OTHER, LIGHTLY_EDITED, LONG[: len(LONG) * 2 // 3], OTHER.upper())):
        filing.file(engine, article(text_, f"https://quay.example/{number}"), [status()])
    assert stories(engine) == [1, 2, 1, 1, 2]


def test_a_copy_of_a_copy_is_of_the_first_story(engine: Engine) -> None:
    filing.file(engine, article(LONG, "https://quay.example/1"), [])
    filing.file(engine, article(LIGHTLY_EDITED, "https://quay.example/2"), [])
    filing.file(engine, article("Another text.", "https://quay.example/2"), [])
    assert stories(engine) == [1, 1, 1]


def test_a_text_of_one_story_at_an_address_of_another_is_of_the_first(engine: Engine) -> None:
    for text_, url in (
        ("Said.", "https://q.example/1"),
        ("Told.", "https://q.example/2"),
        ("Told.", "https://q.example/1"),
    ):
        filing.file(engine, article(text_, url), [])
    assert stories(engine) == [1, 2, 1]


def test_a_document_is_kept_as_it_came(engine: Engine) -> None:
    fetched = dt.datetime(2024, 3, 2, 8, 30, tzinfo=dt.timezone(dt.timedelta(hours=9)))
    came = article("Said – “quoted”, 세 번째.\n\n🙂", "https://quay.example/1")
    filing.file(engine, came, [cast("박지후")], fetched=fetched)
    with engine.connect() as connection:
        (claim,) = claims_numbered(connection, [1])
        row = connection.execute(select(documents)).one()
    assert (row.text, row.language, row.digest) == (came.text, None, filing.digest_of(came.text))
    assert claim.document == Document(1, "https://quay.example/1", "The Quay", came.title, came.published, fetched, 1)
    assert claim.document.fetched.utcoffset() == dt.timedelta(0)
    assert claim.fact == cast("박지후")


def test_a_document_without_a_day_is_known_from_when_it_was_fetched(engine: Engine) -> None:
    fetched = dt.datetime(2024, 3, 2, 23, 59, tzinfo=dt.UTC)
    filing.file(engine, article("Said.", published=None), [status()], fetched=fetched)
    with engine.connect() as connection:
        (claim,) = claims_numbered(connection, [1])
    assert claim.document.day == dt.date(2024, 3, 2)


@pytest.mark.parametrize("after", ["documents", "entities", "mentions", "claims"])
def test_all_or_nothing(engine: Engine, after: str) -> None:
    file(engine, status())
    before = whole(engine)
    with pytest.raises(RuntimeError, match="stopped"), _stopping(engine, f"INSERT INTO {after}"):
        file(engine, cast("Mina Cho", "Dana", title="The Quay"))
    assert whole(engine) == before
    assert file(engine, cast("Mina Cho", "Dana", title="The Quay")).new
    assert spelled(engine, "work") == [["Harbor Lights"], ["The Quay"]]


@contextmanager
def _stopping(engine: Engine, at: str) -> Iterator[None]:
    """Something goes wrong right after a statement."""

    def stop(_c: Any, _cursor: Any, statement: str, *_: Any) -> None:
        if statement.startswith(at):
            raise RuntimeError("stopped")

    event.listen(engine, "after_cursor_execute", stop)
    try:
        yield
    finally:
        event.remove(engine, "after_cursor_execute", stop)


def test_a_failure_of_one_of_several_in_a_transaction_leaves_nothing(engine: Engine) -> None:
    before = whole(engine)
    with writing(engine).connect() as connection:
        filing.file_within(connection, article("Said."), [status()])
        filing.file_within(connection, article("Said again."), [cast("Mina Cho", "Dana")])
        connection.rollback()
    assert whole(engine) == before


def test_what_is_filed_is_only_ever_added_to(engine: Engine) -> None:
    """Filing, judging, undoing and following write no statement that changes documents, claims, names or their keys."""
    seen: list[str] = []
    event.listen(engine, "before_cursor_execute", lambda _c, _u, statement, *_: seen.append(statement.upper()))
    file(engine, crew("Lee JQ"), cast("Mina Cho", "Dana"), known_for("Mina Cho", "The Quay"))
    file(engine, crew("Lee Jae-kyu"), cast("Cho Mina", "Dana"))
    with engine.connect() as connection:
        pair = [entity.id for entity in everybody(connection, "person") if "Lee" in entity.name]
    judged(engine, identity.undo, judged(engine, identity.judge_same, *pair))
    judged(engine, identity.undo, judged(engine, judgements.add, "rejected", 1))
    judged(engine, follow_title, "Tides")
    changing = [words for words in seen if words.split()[0] in ("UPDATE", "DELETE", "REPLACE")]
    tables = {words.replace('"', "").split()[1 if words.startswith("UPDATE") else 2] for words in changing}
    assert tables == {"MENTIONS", "JUDGEMENTS"}


def test_facts_that_no_article_can_have_are_left_out(engine: Engine) -> None:
    found = filing.file(engine, article("Said."), [status(title="T" * 301), status(season=10**12), status(season=2)])
    assert found.new
    with engine.connect() as connection:
        assert [claim.fact.season for claim in claims_numbered(connection, range(9))] == [2]


@pytest.mark.parametrize("sign", ["\x00", "\ud800"])
def test_signs_that_databases_cannot_hold_stop_nothing(engine: Engine, sign: str) -> None:
    odd = Article(text=f"Sa{sign}id.", url=f"https://quay.example/{sign}", title=f"On{sign}", publisher=f"Q{sign}")
    facts = [status(), cast(f"Mina{sign} Cho"), status(title=f"Quay{sign}")]
    assert filing.file(engine, odd, facts, spellings={"Harbor": (f"H{sign}",)}).new
    assert not filing.file(engine, odd, facts).new
    with engine.connect() as connection:
        assert connection.execute(select(documents.c.text)).scalar_one() == "Sa\ufffdid."
        assert [claim.fact for claim in claims_numbered(connection, range(9))] == [status()]


def test_many_may_file_at_once(engine: Engine) -> None:
    def one(number: int) -> filing.Filed:
        facts = [status(), cast("Mina Cho", "Dana"), crew(f"Jo Reed{'abcdef'[number % 6]}")]
        return filing.file(engine, article(f"Said {number % 8}.", f"https://quay.example/{number % 8}"), facts)

    with ThreadPoolExecutor(4) as pool:
        found = list(pool.map(one, range(16)))
    assert sum(each.new for each in found) == 8
    assert spelled(engine, "work") == [["Harbor Lights"]]
    with engine.connect() as connection:
        assert len(connection.execute(select(claims.c.id)).all()) == 24


PEOPLE = ["Lee JQ", "Lee Jae-kyu", "Mina Cho", "Cho Mina", "Roh Jae-won", "Noh Jae-won", "Lomon", "Robert Vale Jr."]
TITLES = ["Harbor Lights", "The Harbor Lights", "Harbor Lights 2", "The Quay"]
FACTS: st.SearchStrategy[Fact] = st.one_of(
    st.builds(cast, st.sampled_from(PEOPLE), st.sampled_from([None, "Dana", "Dana Moon"]), st.sampled_from(TITLES)),
    st.builds(crew, st.sampled_from(PEOPLE), st.just("director"), st.sampled_from(TITLES)),
    st.builds(known_for, st.sampled_from(PEOPLE), st.sampled_from(TITLES)),
    st.builds(status, title=st.sampled_from(TITLES), season=st.sampled_from([None, 1])),
)
FILINGS = st.tuples(st.just("file"), st.integers(0, 3), st.lists(FACTS, max_size=4))
JUDGEMENTS = st.tuples(st.sampled_from(["same", "different", "undo"]), st.integers(0, 50), st.integers(0, 50))


@settings(max_examples=30, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(steps=st.lists(st.one_of(FILINGS, JUDGEMENTS), max_size=12))
def test_whatever_is_filed_and_judged(tmp_path_factory: pytest.TempPathFactory, steps: list[Any]) -> None:
    engine = open_database(tmp_path_factory.mktemp("any") / "hiatus.db")
    was: list[tuple[Any, ...]] = []
    for step in steps:
        _take(engine, *step)
        with engine.connect() as connection:
            now = [tuple(row) for row in connection.execute(select(claims).order_by(claims.c.id))]
            assert now[: len(was)] == was
            _is_sound(connection)
        was = now
    before = whole(engine)
    for step in steps:
        if step[0] == "file":
            _take(engine, *step)
    assert whole(engine) == before
    engine.dispose()


def _take(engine: Engine, what: str, one: int, other: Any) -> None:
    if what == "file":
        filing.file(engine, article(f"Said {one}.", f"https://quay.example/{one}"), other)
        return
    with writing(engine).begin() as connection:
        found = rows(connection)
        try:
            _judge(connection, what, one, other, found)
        except identity.JudgementError:
            connection.rollback()


def _judge(connection: Connection, what: str, one: int, other: int, found: list[tuple[str, str, int, int]]) -> None:
    if what == "undo":
        identity.undo(connection, one % 5)
        return
    kind = ("person", "character", "work")[one % 3]
    ours = [row for row in found if row[0] == kind]
    if not ours:
        return
    left, right = ours[one % len(ours)], ours[other % len(ours)]
    if what == "same":
        identity.judge_same(connection, left[3], right[3])
    else:
        pair = [_mention(connection, row) for row in (left, right)]
        identity.judge_different(connection, kind, *pair)  # type: ignore[arg-type]


def _mention(connection: Connection, row: tuple[str, str, int, int]) -> Mention:
    register = Register(connection)
    number = register.known(row[0], [row[1]])[row[1]]  # type: ignore[arg-type]
    return register.mentions([(number, row[2])])[number, row[2]]


def _is_sound(connection: Connection) -> None:
    """Every mention is of one entity of its kind; every claim points at mentions of the right kinds."""
    query = select(names.c.kind, entities.c.kind).select_from(mentions)
    query = query.join(names, mentions.c.name == names.c.id).join(entities, mentions.c.entity == entities.c.id)
    pairs = connection.execute(query).all()
    assert all(of_name == of_entity for of_name, of_entity in pairs)
    assert len(pairs) == connection.execute(text("SELECT count(*) FROM mentions")).scalar()
    for kind in ("work", "person", "character"):
        query = select(names.c.kind).join(mentions, mentions.c.name == names.c.id)
        query = query.join(claims, claims.c[kind] == mentions.c.id)
        assert set(connection.execute(query).scalars()) <= {kind}
