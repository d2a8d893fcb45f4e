"""Facts in few words, and what a database holds, for the tests of the memory."""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection, Iterable, Mapping
from pathlib import Path

from sqlalchemy import Connection, Engine, select

from hiatus.article import Article
from hiatus.facts import BasedOn, Cast, Crew, Evidence, Fact, Job, KnownFor, SourceForm, Stage, Status
from hiatus.knowledge import filing
from hiatus.knowledge.database import writing
from hiatus.knowledge.database.schema import documents, entities, mentions, names
from hiatus.knowledge.entities import Entity, entities_numbered
from hiatus.knowledge.mentions import Kind, Mention, Register

CORPUS = Path(__file__).parent.parent.parent / "corpus"
QUOTE = Evidence(0, 4, "Said")
TITLE = "Harbor Lights"
DAY = dt.date(2024, 3, 1)


def cast(person: str, character: str | None = None, title: str = TITLE, season: int | None = None) -> Cast:
    return Cast(title=title, season=season, person=person, character=character, evidence=QUOTE)


def crew(person: str, job: Job = "director", title: str = TITLE, season: int | None = None) -> Crew:
    return Crew(title=title, season=season, person=person, job=job, evidence=QUOTE)


def known_for(person: str, work: str, title: str = TITLE) -> KnownFor:
    return KnownFor(title=title, person=person, work=work, evidence=QUOTE)


def based_on(form: SourceForm, work: str | None, title: str = TITLE, author: str | None = None) -> BasedOn:
    return BasedOn(title=title, form=form, work=work, author=author, evidence=QUOTE)


def status(stage: Stage = "renewed", title: str = TITLE, season: int | None = None) -> Status:
    return Status(title=title, season=season, stage=stage, evidence=QUOTE)


def article(text: str, url: str | None = None, published: dt.date | None = DAY) -> Article:
    return Article(text=text, url=url, title=f"On {text[:20]}", publisher="The Quay", published=published)


def file(engine: Engine, *facts: Fact, spellings: Mapping[str, tuple[str, ...]] | None = None) -> filing.Filed:
    """File facts as one article more, of a text of its own."""
    with engine.connect() as connection:
        count = len(connection.execute(select(documents.c.id)).all())
    return filing.file(engine, article(f"Said in article {count}.", f"https://quay.example/{count}"), facts,
                       spellings=spellings)  # fmt: skip


def everybody(connection: Connection, kind: Kind) -> list[Entity]:
    """The entities of a kind, in order of number."""
    numbers = connection.execute(select(entities.c.id).where(entities.c.kind == kind)).scalars().all()
    return list(entities_numbered(connection, kind, numbers).values())


def spelled(engine: Engine, kind: Kind) -> list[list[str]]:
    """The spellings of each entity of a kind, all in order of the alphabet."""
    with engine.connect() as connection:
        return sorted(sorted(entity.spellings) for entity in everybody(connection, kind))


def one_of(connection: Connection, kind: Kind, spelling: str) -> Entity:
    """The one entity that has this spelling."""
    (found,) = (entity for entity in everybody(connection, kind) if spelling in entity.spellings)
    return found


def mention_of(connection: Connection, kind: Kind, spelling: str, title: str = TITLE) -> Mention:
    """A name as it stands in what is said of a work; of a title itself where the kind is `work`."""
    known = Register(connection)
    scope = 0 if kind in ("work", "organization") else mention_of(connection, "work", title).id
    number = known.known(kind, [spelling])[spelling]
    return known.mentions([(number, scope)])[number, scope]


def rows(connection: Connection) -> list[tuple[str, str, int, int]]:
    """Every mention: kind of its name, spelling, scope, entity."""
    query = select(names.c.kind, names.c.spelling, mentions.c.scope, mentions.c.entity)
    query = query.join(names, mentions.c.name == names.c.id).order_by(mentions.c.id)
    return [tuple(row) for row in connection.execute(query)]


def judged(engine: Engine, judge: object, *arguments: object) -> int:
    """Make a judgement in a transaction of its own."""
    assert callable(judge)
    with writing(engine).begin() as connection:
        return judge(connection, *arguments)  # type: ignore[no-any-return]


def flat(groups: Iterable[Collection[str]]) -> list[list[str]]:
    """Groups in order, so that they can be compared."""
    return sorted(sorted(group) for group in groups)
