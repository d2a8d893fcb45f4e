"""Answers kept on disk, so that the same question is asked once.

A file an answer: `raw` is what the model wrote, and what is read again; `edited` is what was left of it after the
check, for a person who wants to see what was dropped. A cache that cannot be written to is no error: it keeps nothing.
"""

from __future__ import annotations

import contextlib
import hashlib
import json
import os
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Sequence

    from hiatus.facts import Fact

MAX_BYTES: Final = 200 * 1024 * 1024
"""All files together; past it, those that were not used for longest go."""

MAX_FILE_BYTES: Final = 4 * 1024 * 1024


def key(*parts: object) -> str:
    """The name of an answer: the SHA-256 of all that it depends on, each part JSON."""
    return hashlib.sha256(json.dumps(parts, sort_keys=True).encode("ascii")).hexdigest()


class Cache:
    """A folder of answers, bounded in size. Several threads and processes may share it.

    Args:
        folder: where the files lie; made when first needed.
        max_bytes: how large all files together may be.
    """

    def __init__(self, folder: Path, max_bytes: int = MAX_BYTES) -> None:
        self._folder = folder
        self._max_bytes = max_bytes

    def get(self, name: str) -> str | None:
        """The raw answer of that name; None where there is none, or its file is damaged."""
        path = self._path(name)
        try:
            with path.open("rb") as file:
                raw = json.loads(file.read(MAX_FILE_BYTES))["raw"]  # a larger file is damaged: it breaks off
        except (OSError, ValueError, LookupError, TypeError, RecursionError):
            return None
        with contextlib.suppress(OSError):
            os.utime(path)  # used just now
        return raw if isinstance(raw, str) else None

    def put(self, name: str, raw: str, edited: Sequence[Fact], dropped: int) -> None:
        """Keep an answer, whole or not at all."""
        content = {"raw": raw, "edited": [fact.to_dict() for fact in edited], "dropped": dropped}
        data = json.dumps(content, indent=1).encode("ascii")  # ASCII: half a surrogate pair has no UTF-8
        if len(data) > MAX_FILE_BYTES:
            return
        with contextlib.suppress(OSError):
            self._folder.mkdir(mode=0o700, parents=True, exist_ok=True)
            self._write(self._path(name), data)
            self._make_room()

    def _path(self, name: str) -> Path:
        return self._folder / f"{name}.json"

    def _write(self, path: Path, data: bytes) -> None:
        handle, temporary = tempfile.mkstemp(dir=self._folder, suffix=".part")
        try:
            with os.fdopen(handle, "wb") as file:
                file.write(data)
            os.replace(temporary, path)
        except OSError:
            Path(temporary).unlink(missing_ok=True)
            raise

    def _make_room(self) -> None:
        files = sorted(((path, path.stat()) for path in self._folder.iterdir()), key=lambda item: item[1].st_mtime_ns)
        excess = sum(stat.st_size for _, stat in files) - self._max_bytes
        for path, stat in files:
            if excess <= 0:
                return
            path.unlink(missing_ok=True)
            excess -= stat.st_size
