"""Opening databases: ours, new ones, and those that are refused with a clear line."""

import sqlite3
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Engine, create_engine, text

from hiatus.knowledge.database import DatabaseError, backup, check, open_database, url_of, writing
from hiatus.knowledge.database.migrating import configuration
from hiatus.knowledge.database.opening import HEAD
from hiatus.knowledge.database.schema import metadata


def test_the_versions_lead_to_the_schema(engine: Engine) -> None:
    with engine.connect() as connection:
        found = compare_metadata(MigrationContext.configure(connection), metadata)
    ours = [each for each in found if not _of_search(each)]
    assert ours == []


def _of_search(difference: object) -> bool:
    """Full-text search has tables and an index that SQLAlchemy's own types cannot say."""
    return "documents_search" in str(difference)


def test_the_newest_version_is_the_one_that_the_program_knows() -> None:
    assert ScriptDirectory.from_config(configuration()).get_current_head() == HEAD


def test_a_database_opens_again(target: str) -> None:
    open_database(target).dispose()
    engine = open_database(target)
    with engine.connect() as connection:
        assert connection.execute(text("SELECT count(*) FROM claims")).scalar() == 0
    engine.dispose()


def test_a_newer_database_is_refused(target: str) -> None:
    engine = open_database(target)
    with writing(engine).begin() as connection:
        connection.execute(text("UPDATE alembic_version SET version_num = '9999'"))
    engine.dispose()
    with pytest.raises(DatabaseError, match="newer Hiatus"):
        open_database(target)


def test_another_programs_database_is_refused(target: str) -> None:
    other = create_engine(url_of(target))
    with other.begin() as connection:
        connection.execute(text("CREATE TABLE songs (id INTEGER)"))
    other.dispose()
    with pytest.raises(DatabaseError, match="not one of Hiatus"):
        open_database(target)


@pytest.mark.parametrize(
    ("content", "says"),
    [
        (b"no database at all, but a text of some length that goes on", "no database"),
        (b"SQLite format 3\0" + b"\1" * 200, "no database|damaged|not one"),
    ],
)
def test_a_file_of_something_else_is_refused(tmp_path: Path, content: bytes, says: str) -> None:
    path = tmp_path / "file.db"
    path.write_bytes(content)
    with pytest.raises(DatabaseError, match=says):
        open_database(path)
    assert path.read_bytes() == content


def test_a_folder_is_refused(tmp_path: Path) -> None:
    with pytest.raises(DatabaseError, match="folder"):
        open_database(tmp_path)


def test_a_database_of_no_known_kind_is_refused() -> None:
    with pytest.raises(DatabaseError, match="not supported"):
        open_database("mysql://localhost/hiatus")


def test_several_may_open_a_new_database_at_once(target: str) -> None:
    with ThreadPoolExecutor(6) as pool:
        engines = list(pool.map(open_database, [target] * 6))
    for engine in engines:
        assert check(engine) == []
        engine.dispose()


def test_a_backup_is_whole(tmp_path: Path) -> None:
    engine = open_database(tmp_path / "hiatus.db")
    backup(engine, tmp_path / "copy.db")
    with pytest.raises(DatabaseError, match="already"):
        backup(engine, tmp_path / "copy.db")
    engine.dispose()
    copy = open_database(tmp_path / "copy.db")
    assert check(copy) == []
    copy.dispose()


def test_a_damaged_file_is_found(tmp_path: Path) -> None:
    engine = open_database(tmp_path / "hiatus.db")
    engine.dispose()
    with sqlite3.connect(tmp_path / "hiatus.db") as raw:
        raw.execute("PRAGMA foreign_keys = OFF")
        raw.execute("INSERT INTO mentions (id, name, scope, entity) VALUES (1, 7, 0, 7)")
    raw.close()
    engine = open_database(tmp_path / "hiatus.db")
    assert any("mentions" in line for line in check(engine))
    engine.dispose()
