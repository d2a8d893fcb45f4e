"""Bytes to text: what the bytes are counts, then what they are said to be."""

from __future__ import annotations

import codecs
import re

from hiatus.sources.clean import in_windows
from hiatus.sources.failure import UnreadableError

_BOMS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),  # begins like UTF-16's, so it stands before it
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_FORMATS = (
    (b"%PDF-", "a PDF document: save its text as a .txt file"),
    (b"PK\x03\x04", "a ZIP archive or an office document: unpack it, or save its text as a .txt file"),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "an old office document: save its text as a .txt file"),
    (b"{\\rtf", "a rich text document: save its text as a .txt file"),
    (b"WARC/", "a web archive of many pages: give one article"),
    (b"\x89PNG", "a picture: give the article's text"),
    (b"\xff\xd8\xff", "a picture: give the article's text"),
    (b"GIF89a", "a picture: give the article's text"),
    (b"BZh91AY&SY", "a bzip2 file: unpack it first"),
    (b"\xfd7zXZ\x00", "an xz file: unpack it first"),
    (b"\x28\xb5\x2f\xfd", "a Zstandard file: unpack it first"),
    (b"7z\xbc\xaf\x27\x1c", "a 7-Zip archive: unpack it first"),
    (b"SQLite format 3\x00", "a database: give the article's text"),
)
_DECLARATION = re.compile(
    rb"""<\?xml[^>]{0,200}?\bencoding\s*=\s*["']?\s*([\w.:-]+)|<meta[^>]{0,500}?\bcharset\s*=\s*["']?\s*([\w.:-]+)""",
    re.IGNORECASE,
)
_DECLARED_WITHIN = 4096
# What browsers read for a label (WHATWG Encoding Standard): the wider code page of the family.
_WIDER = {
    "ascii": "cp1252",
    "iso8859-1": "cp1252",
    "iso8859-9": "cp1254",
    "iso8859-11": "cp874",
    "tis-620": "cp874",
    "shift_jis": "cp932",
    "euc_kr": "cp949",
    "gb2312": "gb18030",
    "gbk": "gb18030",
}
_CODE_PAGES = re.compile(
    r"(?:cp(?:125\d|866|874|932|949)|iso8859-\d+|koi8-[rtu]|mac-\w+|gb18030|big5(?:hkscs)?|euc_jp)$"
)
_SAMPLE = 64 * 1024
_NEWLINES = re.compile(r"\r\n?")
_SURROGATE = re.compile(r"[\ud800-\udfff]")


def decode(data: bytes, declared: str | None = None) -> str:
    """The text that bytes stand for, each of its lines ended by a line feed alone.

    Args:
        data: a whole text.
        declared: the charset that its sender names; what the text itself declares is looked up here.

    Raises:
        UnreadableError: if they are no text.
    """
    _refuse_formats(data)
    text = _decoded(data, declared)
    _refuse_binary(text)
    return _NEWLINES.sub("\n", text)


def _refuse_formats(data: bytes) -> None:
    for magic, name in _FORMATS:
        if data.startswith(magic):
            raise UnreadableError(f"it is {name}")


def _refuse_binary(text: str) -> None:
    sample = text[:_SAMPLE]
    controls = sum(ord(char) < 32 and char not in "\t\n\r\f" for char in sample)
    if controls > max(2, len(sample) // 200):
        raise UnreadableError("it is not text: give a text, Markdown, HTML or JSON file")


def _decoded(data: bytes, declared: str | None) -> str:
    for bom, encoding in _BOMS:
        if data.startswith(bom):
            return data[len(bom) :].decode(encoding, "replace")
    if wide := _without_bom(data):
        return data.decode(wide, "replace")
    try:
        # first, whatever is declared: text in another charset is hardly ever valid UTF-8 by chance
        return data.decode("utf-8")
    except UnicodeDecodeError:
        return _not_quite_utf8(data) or _in_code_page(data, declared)


def _without_bom(data: bytes) -> str | None:
    """UTF-16 of mostly Latin text, where every other byte is 0."""
    sample = data[:_SAMPLE]
    even, odd = sample[::2].count(0), sample[1::2].count(0)
    if even + odd < len(sample) * 0.3:
        return None
    return "utf-16-le" if odd > 9 * even else "utf-16-be" if even > 9 * odd else None


def _not_quite_utf8(data: bytes) -> str | None:
    """UTF-8 in which some bytes are not: pasted from elsewhere, or cut."""
    text = data.decode("utf-8", "surrogateescape")
    strays = len(_SURROGATE.findall(text))
    proper = sum(ord(char) > 127 for char in text) - strays
    if proper <= strays:
        return None
    return _SURROGATE.sub(lambda stray: in_windows(ord(stray.group()) - 0xDC00), text)


def _in_code_page(data: bytes, declared: str | None) -> str:
    found = _DECLARATION.search(data, 0, _DECLARED_WITHIN)
    in_text = (found.group(1) or found.group(2)).decode("ascii", "replace") if found else None
    for label in (declared, in_text):
        if label and (page := _code_page(label)):
            return data.decode(page, "replace")
    return data.decode(_guessed(data), "replace")


def _code_page(label: str) -> str | None:
    """The codec for a charset's label; None for those that are no code page, UTF-8 (which it was not) among them."""
    try:
        name = codecs.lookup(label).name
    except (LookupError, ValueError):
        return None
    name = _WIDER.get(name, name)
    return name if _CODE_PAGES.match(name) else None


def _guessed(data: bytes) -> str:
    """Western where few letters lie outside ASCII, as in English: too few to tell a code page from."""
    sample = data[:_SAMPLE]
    if sum(byte > 127 for byte in sample) < len(sample) * 0.2:
        return "cp1252"
    from charset_normalizer import from_bytes  # noqa: PLC0415 - few texts need it

    best = from_bytes(sample).best()
    return best.encoding if best else "cp1252"
