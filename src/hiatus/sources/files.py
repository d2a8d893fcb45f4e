"""Which files a target on disk stands for."""

from __future__ import annotations

import os
import re
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO

from hiatus.sources.clean import tamed
from hiatus.sources.failure import Failure, UnreadableError

if TYPE_CHECKING:
    from collections.abc import Iterator

# What a saved page brings along, and what no article is in: passed over in a folder, read if named.
_COMPANION = re.compile(
    r"\.(?:css|m?js|map|png|jpe?g|gif|webp|avif|svg|ico|bmp|tiff?|woff2?|ttf|otf|eot|"
    r"mp[34]|m4[av]|og[gv]|wav|mov|webm|vtt|srt|pyc?|sh|exe|dll|so)(?:\.gz)?$",
    re.IGNORECASE,
)
_NO_NAME = re.compile(r"[^\w .+-]+")
_MAX_NAME = 80  # characters


def walk(target: str) -> Iterator[Path | Failure]:
    """The file itself, or every file below a folder, folders and files together in order of name.

    Passed over are hidden files, what a saved page brings along (pictures, styles, scripts), and whatever is
    no ordinary file. A link to a folder is never followed, one to a file only where that lies below `target`.
    """
    root = Path(target)
    if not target:
        yield Failure(target, "no file is named: give a path, a web address, or - for standard input")
        return
    if not os.path.isdir(root):
        yield root
        return
    inside = root.resolve()
    waiting = [root]
    while waiting:
        path = waiting.pop()
        if os.path.isdir(path):
            entries = _entries(path, inside)
            if isinstance(entries, Failure):
                yield entries
            else:
                waiting += reversed(entries)
        else:
            yield path


@contextmanager
def opened(path: Path) -> Iterator[BinaryIO]:
    """A file, open for reading.

    Raises:
        UnreadableError: if it cannot be opened.
    """
    try:
        stream = path.open("rb")
    except (FileNotFoundError, NotADirectoryError, ValueError) as error:
        raise UnreadableError("there is no such file: check the path; a web address begins with https://") from error
    except PermissionError as error:
        raise UnreadableError("it may not be opened: check its permissions") from error
    except OSError as error:
        raise UnreadableError(f"it cannot be opened: {error.strerror or error}") from error
    with stream:
        yield stream


def stem(name: str) -> str:
    """A file's name without its folder, its ending and `.gz`: `a` for `news/a.html.gz`."""
    return tamed(Path(Path(name).name.removesuffix(".gz")).stem) or "article"


def safe_name(name: str) -> str:
    """A name from outside as one that a file can have: what is read may be filed by it."""
    return _NO_NAME.sub("-", name).lstrip(".-")[:_MAX_NAME] or "article"


def _entries(folder: Path, inside: Path) -> list[Path] | Failure:
    try:
        with os.scandir(folder) as found:
            return sorted(folder / entry.name for entry in found if _wanted(entry, inside))
    except OSError as error:
        return Failure(str(folder), f"it cannot be opened: {error.strerror or error}")


def _wanted(entry: os.DirEntry[str], inside: Path) -> bool:
    if entry.name.startswith("."):
        return False
    if entry.is_dir(follow_symlinks=False):
        return True
    if _COMPANION.search(entry.name) or not entry.is_file():
        return False
    return not entry.is_symlink() or Path(entry.path).resolve().is_relative_to(inside)
