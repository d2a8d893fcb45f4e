"""Reading no more than is sensible, packed or not."""

from __future__ import annotations

import gzip
import io
import zlib
from typing import BinaryIO

from hiatus.sources.failure import UnreadableError

MAX_BYTES = 20 * 1024 * 1024
"""No article is longer: what is, is refused rather than read in part."""

_GZIP_MAGIC = b"\x1f\x8b"


class _Tap(io.RawIOBase):
    """A stream that others may close without closing the one behind it, and that may run dry at a limit."""

    def __init__(self, stream: BinaryIO | gzip.GzipFile, limit: int | None = None) -> None:
        self._stream = stream
        self._limit = limit
        self._seen = 0

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: memoryview) -> int:  # type: ignore[override]
        chunk = self._next(len(buffer))
        self._seen += len(chunk)
        if self._limit is not None and self._seen > self._limit:
            raise too_large(self._limit)
        buffer[: len(chunk)] = chunk
        return len(chunk)

    def _next(self, size: int) -> bytes:
        # read1 hands on what is there, so that lines of a pipe are read as they come
        read = getattr(self._stream, "read1", self._stream.read)
        try:
            chunk: bytes = read(size)
        except (EOFError, zlib.error, gzip.BadGzipFile) as error:
            raise UnreadableError("it is a damaged gzip file: get it again, or unpack it first") from error
        except OSError as error:
            raise UnreadableError(f"it cannot be read: {error.strerror or error}") from error
        return chunk


def unpacked(stream: BinaryIO, limit: int = MAX_BYTES) -> io.BufferedReader:
    """A buffered view of a stream that unpacks it where it is gzip (RFC 1952). The stream stays open.

    Args:
        stream: what is read.
        limit: how many bytes may come out of a packed stream; more is a bomb, or no article.
    """
    plain: io.BufferedReader = io.BufferedReader(_Tap(stream))
    if plain.peek(2)[:2] != _GZIP_MAGIC:
        return plain
    return io.BufferedReader(_Tap(gzip.GzipFile(fileobj=plain), limit))


def read_all(stream: BinaryIO, limit: int = MAX_BYTES, head: bytes = b"") -> bytes:
    """The `head` of a stream, which was read before, with all that is left of it.

    Raises:
        UnreadableError: if that is more than `limit` bytes, or cannot be read.
    """
    data = head + stream.read(limit + 1 - len(head))
    if len(data) > limit:
        raise too_large(limit)
    return data


def read_line(stream: BinaryIO, limit: int = MAX_BYTES) -> bytes:
    """The next line of a stream with its end, empty at the end of the stream.

    Raises:
        UnreadableError: if the line has more than `limit` bytes, or cannot be read.
    """
    line = stream.readline(limit + 1)
    if len(line) > limit:
        raise too_large(limit)
    return line


def too_large(limit: int = MAX_BYTES) -> UnreadableError:
    """The error for more than `limit` bytes."""
    return UnreadableError(f"it is larger than {limit // 1024 // 1024} MiB: give one article at a time")
