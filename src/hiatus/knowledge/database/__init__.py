"""The database: its schema, its versions, opening, checking and backing it up."""

from hiatus.knowledge.database.opening import (
    DatabaseError,
    backup,
    check,
    default_path,
    explained,
    open_database,
    url_of,
    writing,
)

__all__ = ["DatabaseError", "backup", "check", "default_path", "explained", "open_database", "url_of", "writing"]
