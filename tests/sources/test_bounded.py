"""No more is read than is sensible."""

import gzip
import io
import zlib
from collections.abc import Callable
from typing import BinaryIO

import pytest

from hiatus.sources.bounded import read_all, read_line, unpacked
from hiatus.sources.failure import UnreadableError


def test_plain_and_packed_read_the_same() -> None:
    for data in (b"a text", gzip.compress(b"a text"), gzip.compress(b"a ") + gzip.compress(b"text")):
        assert read_all(unpacked(io.BytesIO(data))) == b"a text"


def test_the_stream_behind_stays_open() -> None:
    stream = io.BytesIO(b"a\nb\n")
    unpacked(stream).close()
    assert not stream.closed


@pytest.mark.parametrize("size", [0, 1, 99, 100])
def test_what_fits_is_read(size: int) -> None:
    assert len(read_all(unpacked(io.BytesIO(gzip.compress(bytes(size))), 100), 100)) == size


@pytest.mark.parametrize("size", [101, 1_000_000])
def test_what_does_not_fit_is_refused(size: int) -> None:
    for data in (bytes(size), gzip.compress(bytes(size))):
        with pytest.raises(UnreadableError, match="larger"):
            read_all(unpacked(io.BytesIO(data), 100), 100)


def test_a_packed_stream_of_many_lines_is_bounded_as_a_whole() -> None:
    lines = unpacked(io.BytesIO(gzip.compress(b"short\n" * 100_000)), 30_000)
    with pytest.raises(UnreadableError, match="larger"):
        list(iter(lambda: read_line(lines), b""))


def test_a_line_is_bounded() -> None:
    stream = unpacked(io.BytesIO(b"short\n" + b"x" * 200 + b"\n"))
    assert read_line(stream, 100) == b"short\n"
    with pytest.raises(UnreadableError, match="larger"):
        read_line(stream, 100)


class Endless(io.BytesIO):
    handed_out = 0

    def read1(self, size: int | None = -1, /) -> bytes:
        if self.handed_out > 10_000_000:
            raise AssertionError("read on")
        self.handed_out += 1000
        return b"x" * 1000


@pytest.mark.parametrize("read", [read_all, read_line])
def test_what_has_no_end_is_not_read_to_it(read: Callable[[BinaryIO, int], bytes]) -> None:
    endless = Endless()
    with pytest.raises(UnreadableError, match="larger"):
        read(unpacked(endless), 5000)
    assert endless.handed_out < 100_000


def test_the_head_counts_too() -> None:
    assert read_all(unpacked(io.BytesIO(b"bc")), 3, head=b"a") == b"abc"
    with pytest.raises(UnreadableError, match="larger"):
        read_all(unpacked(io.BytesIO(b"bcd")), 3, head=b"a")


@pytest.mark.parametrize(
    "data",
    [
        gzip.compress(b"a text that is cut")[:-9],
        b"\x1f\x8b\x08\x00garbage that is no gzip at all",
        gzip.compress(b"a text")[:-5] + b"wrong",
        gzip.compress(b"a text") + b"trailing",
    ],
)
def test_damaged_gzip_is_a_plain_error(data: bytes) -> None:
    with pytest.raises(UnreadableError, match="damaged"):
        read_all(unpacked(io.BytesIO(data)))


def test_other_packing_is_not_unpacked() -> None:
    packed = zlib.compress(b"a text")
    assert read_all(unpacked(io.BytesIO(packed))) == packed


def test_a_stream_that_breaks_is_a_plain_error() -> None:
    class Broken(io.BytesIO):
        def read1(self, size: int | None = -1, /) -> bytes:
            raise OSError(5, "Input/output error")

    with pytest.raises(UnreadableError, match="Input/output error"):
        read_all(unpacked(Broken(b"x")))
