"""Bytes to text."""

import codecs

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hiatus.sources.clean import cleaned, repaired, tamed
from hiatus.sources.decode import decode
from hiatus.sources.failure import UnreadableError

TEXT = "Café “Quay” – Ana Peña’s season 2, €4 million"


@pytest.mark.parametrize(
    "data",
    [
        TEXT.encode(),
        codecs.BOM_UTF8 + TEXT.encode(),
        codecs.BOM_UTF16_LE + TEXT.encode("utf-16-le"),
        codecs.BOM_UTF16_BE + TEXT.encode("utf-16-be"),
        codecs.BOM_UTF32_LE + TEXT.encode("utf-32-le"),
        TEXT.encode("utf-16-le"),
        TEXT.encode("utf-16-be"),
        TEXT.encode("cp1252"),
    ],
)
def test_the_charset_is_found(data: bytes) -> None:
    assert decode(data) == TEXT


@pytest.mark.parametrize(
    ("encoding", "declared"),
    [
        ("utf-8", "windows-1252"),
        ("utf-8", "iso-8859-1"),
        ("cp1252", "utf-8"),
        ("cp1252", "iso-8859-1"),  # as browsers do, for which the one means the other
        ("cp1252", "us-ascii"),
        ("cp1252", "no-such-charset"),
        ("cp1252", "unicode_escape"),
        ("cp1252", "hex"),
        ("cp1252", "utf-7"),
    ],
)
def test_a_declared_charset_that_lies_does_no_harm(encoding: str, declared: str) -> None:
    assert decode(TEXT.encode(encoding), declared) == TEXT


@pytest.mark.parametrize(
    "template",
    [
        '<html><head><meta charset="{}"></head>{}',
        "<meta http-equiv=Content-Type content='text/html; charset={}'>{}",
        '<?xml version="1.0" encoding="{}"?><html>{}',
    ],
)
@pytest.mark.parametrize(
    ("charset", "words"), [("koi8-r", "Тихий причал"), ("iso-8859-2", "Łódź, Żółw"), ("euc-kr", "밤의 여객선")]
)
def test_a_page_declares_its_charset(template: str, charset: str, words: str) -> None:
    assert decode(template.format(charset, words).encode(charset)) == template.format(charset, words)


def test_what_the_sender_declares_comes_before_the_page() -> None:
    page = '<meta charset="koi8-r">Łódź, Żółw'
    assert decode(page.encode("iso-8859-2"), "iso-8859-2") == page


def test_an_undeclared_charset_of_another_script_is_guessed() -> None:
    words = "밤의 여객선은 새로운 시즌으로 돌아온다고 방송사가 밝혔다. " * 5
    assert decode(words.encode("euc-kr")) == words


def test_a_stray_byte_in_utf8_is_read_as_windows_would() -> None:
    data = "“Quay” – Peña ".encode() + b"don\x92t" + " “Weir”".encode()
    assert decode(data) == "“Quay” – Peña don’t “Weir”"


@pytest.mark.parametrize(
    ("data", "expected"),
    [(b"a\r\nb\r\n\r\nc", "a\nb\n\nc"), (b"a\rb", "a\nb"), (b"a\nb", "a\nb"), (b"a\n\rb", "a\n\nb"), (b"", "")],
)
def test_lines_end_with_a_line_feed(data: bytes, expected: str) -> None:
    assert decode(data) == expected


@pytest.mark.parametrize(
    "data",
    [
        b"%PDF-1.7 and so on",
        b"PK\x03\x04 and so on",
        b"\x89PNG\r\n\x1a\n",
        b"\xff\xd8\xff\xe0",
        b"WARC/1.0\r\nWARC-Type: response\r\n",
        b"SQLite format 3\x00",
        b"\x7fELF\x02\x01\x01\x00" + bytes(40),
        bytes(range(256)) * 10,
        bytes(1000),
    ],
)
def test_what_is_no_text_is_refused(data: bytes) -> None:
    with pytest.raises(UnreadableError):
        decode(data)


@pytest.mark.parametrize(
    "data", [b"PKs and PDFs", b"GIF makers", b"BZhou Films renews", b"a\x00b in a long enough text", b"\x0cpage two"]
)
def test_what_only_looks_like_no_text_is_read(data: bytes) -> None:
    assert decode(data)


@pytest.mark.parametrize(
    ("broken", "mended"),
    [
        ("donâ€™t", "don’t"),
        ("â€œQuayâ€\x9d", "“Quay”"),
        ("PeÃ±a and BjÃ¶rk", "Peña and Björk"),
        ("first\ndonâ€™t\nÂ£4", "first\ndon’t\n£4"),
        ("don\x92t", "don’t"),
    ],
)
def test_mojibake_is_mended(broken: str, mended: str) -> None:
    assert cleaned(broken) == mended


@pytest.mark.parametrize(
    "text",
    [
        TEXT,
        "the café—“open”—",
        "Ânia, Ãurea and Åsa’s “naïveté”…",
        "L’été à Paris, garçon, cœur, «là»",
        "Cho Yi-hyun (조이현), 3 × 4 ¾ ™ ®",
        "Şahmaran, İstanbul, Kızıl Goncalar",
        "‘Sweet Home’ – £3m, ₦8m, ♥ 😭",
        "a  b\t c\n\n\n d \u00a0 e\u2028f",
    ],
)
def test_sound_text_is_left_alone(text: str) -> None:
    assert cleaned(text) == text


@given(st.text(st.characters(min_codepoint=0x20, max_codepoint=0x7E)))
def test_ascii_comes_through_exactly(text: str) -> None:
    assert cleaned(decode(text.encode())) == text


@given(st.text())
def test_taming_keeps_every_place(text: str) -> None:
    shown = tamed(text)
    assert len(shown) == len(text)
    assert not any(char < " " and char not in "\t\n" for char in shown)
    assert shown.encode().decode() == shown
    assert tamed(shown) == shown


def test_controls_show_as_what_they_stand_for() -> None:
    assert tamed("a\x00b\x1b[31mc\x85d\x81e\ud800f\r\ng\rh") == "a b [31mc…d e\ufffdf \ng\nh"


def test_repair_leaves_line_ends_alone() -> None:
    assert repaired("donâ€™t\n\n x\u2028donâ€™t \n") == "don’t\n\n x\u2028don’t \n"


@given(st.binary(max_size=300))
def test_any_bytes_are_text_or_refused(data: bytes) -> None:
    try:
        text = cleaned(decode(data))
    except UnreadableError:
        return
    assert text.encode().decode() == text
    assert "\r" not in text
