"""Everything that can be named to articles and failures."""

import dataclasses
import datetime as dt
import gzip
import io
import json
import os
import zlib
from pathlib import Path
from urllib.parse import unquote

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pytest_httpserver import HTTPServer

from hiatus.article import Article, Markup
from hiatus.sources import Failure, load

TEXT = (
    "Netflix has ordered a second run of Harbor Lights, and all of the first season’s cast is back for it.\n\n"
    "Filming starts in May in Busan, where the harbor master’s house still stands on the quay.\n"
)
PAGE = f"<!doctype html><title>Harbor Lights | Reel</title><article><h1>More Lights</h1><p>{TEXT}</p></article>"


def one(found: list[Article | Failure]) -> Article:
    assert len(found) == 1
    assert isinstance(found[0], Article), found[0]
    return found[0]


def reason(found: list[Article | Failure]) -> str:
    assert len(found) == 1
    assert isinstance(found[0], Failure), found[0]
    return found[0].reason


def read(tmp_path: Path, name: str, data: bytes | str) -> list[Article | Failure]:
    path = tmp_path / name
    path.write_bytes(data.encode() if isinstance(data, str) else data)
    return list(load(str(path)))


def test_plain_text_comes_through_exactly(tmp_path: Path) -> None:
    assert one(read(tmp_path, "a.txt", TEXT)) == Article(TEXT, id="a", language="en")


@pytest.mark.parametrize(
    ("name", "data", "text"),
    [
        ("a.txt", "donâ€™t\x1b[31m", "don’t [31m"),
        ("a.md", "*donâ€™t*", "don’t"),
        ("a.html", "<p>donâ€™t</p>", "don’t"),
        ("a.json", '{"text": "donâ€™t"}', "donâ€™t"),
    ],
)
def test_all_but_json_is_mended(tmp_path: Path, name: str, data: str, text: str) -> None:
    assert one(read(tmp_path, name, data)).text == text


@pytest.mark.parametrize(
    "text",
    [
        " leading and trailing \n\n",
        "tabs\tand  spaces\u00a0and\u2028more",
        "*stars* _lines_ # hashes\n# not a heading",
        "‘Sweet Home’ – “Peña” £3m 😭 張榮",
        "[Spoilers] ahead",
        "{curly} words",
        "2 < 3 & 4 > 1",
    ],
)
def test_nothing_in_a_text_file_is_taken_for_marks(tmp_path: Path, text: str) -> None:
    assert one(read(tmp_path, "a.txt", text)).text == text


@given(
    st.text(
        st.characters(
            min_codepoint=32, max_codepoint=0x24F, exclude_characters="\x7f{[<" + "".join(map(chr, range(0x80, 0x100)))
        )
    )
)
def test_any_words_come_through_exactly(text: str) -> None:
    found = list(load("-", stdin=io.BytesIO(text.encode())))
    assert [item.text for item in found if isinstance(item, Article)] == ([text] if text.strip() else [])


def test_a_line_without_end(tmp_path: Path) -> None:
    text = "word " * 200_000
    assert one(read(tmp_path, "a.txt", text)).text == text
    assert one(read(tmp_path, "a.html", f"<p>{text}</p>")).text == text.strip()


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("a.txt.gz", gzip.compress(TEXT.encode())),
        ("a", gzip.compress(TEXT.encode())),
        ("a.txt", gzip.compress(TEXT.encode())),
        ("a.txt", TEXT.replace("\n", "\r\n").encode()),
        ("a.txt", TEXT.encode("utf-16")),
        ("a.json", json.dumps({"text": TEXT})),
        ("a.txt", json.dumps({"text": TEXT})),
        ("a.jsonl.gz", gzip.compress(json.dumps({"text": TEXT}).encode())),
        ("a.json", json.dumps({"text": TEXT}, indent=1)),
        ("a.json", json.dumps([{"text": TEXT}])),
        ("a.json", "\ufeff" + json.dumps({"text": TEXT})),
    ],
)
def test_packing_and_wrapping_change_nothing(tmp_path: Path, name: str, data: bytes | str) -> None:
    assert one(read(tmp_path, name, data)) == Article(TEXT, id="a", language="en")


@pytest.mark.parametrize("name", ["a.html", "a.txt", "a", "a.html.gz"])
def test_a_page_is_known_by_its_content(tmp_path: Path, name: str) -> None:
    data = gzip.compress(PAGE.encode()) if name.endswith(".gz") else PAGE.encode()
    article = one(read(tmp_path, name, data))
    assert article.text == f"More Lights\n\n{' '.join(TEXT.split())}"
    assert (article.id, article.title, article.language) == ("a", "More Lights", "en")
    assert article.markup == (Markup(0, 11, "heading"),)


def test_markdown_is_read_as_such(tmp_path: Path) -> None:
    article = one(read(tmp_path, "a.md", f"# *Harbor* Lights\n\n{TEXT}"))
    assert article.text.startswith("Harbor Lights\n\nNetflix")
    assert article.markup == (Markup(0, 6, "italic"), Markup(0, 13, "heading"))


@pytest.mark.parametrize(
    ("name", "data", "words"),
    [
        ("a.txt", "", "empty"),
        ("a.txt", " \n\t\r\n ", "empty"),
        ("a.html", "", "empty"),
        ("a.html", "<html><body></body></html>", "no text"),
        ("a.md", "<!-- -->", "empty"),
        ("a.json", '{"text": " "}', "empty"),
        ("a.json", "[]", "no article"),
        ("a.json", "{", "broken JSON"),
        ("a.json", "[" * 100_000, "nested"),
        ("a.jsonl", "{}", "no article"),
        ("a.pdf", b"%PDF-1.7", "PDF"),
        ("a", bytes(range(256)) * 4, "not text"),
        ("a.txt", "x" * (20 * 1024 * 1024 + 1), "larger than 20 MiB"),
        ("a.txt.gz", gzip.compress(b"x" * (20 * 1024 * 1024 + 1)), "larger than 20 MiB"),
        ("a.gz", gzip.compress(gzip.compress(bytes(1_000_000))), "not text"),
        ("a.gz", gzip.compress(TEXT.encode())[:-10], "damaged"),
        ("a.gz", zlib.compress(bytes(range(256)) * 9), "not text"),
        ("a.xml", '<?xml version="1.0"?><rss><channel></channel></rss>', "feed"),
        (
            "a.txt",
            "La plateforme a commandé une deuxième saison de la série, dont le tournage commence en mai à Lyon.",
            "French",
        ),
    ],
)
def test_what_cannot_be_read_is_one_plain_line(tmp_path: Path, name: str, data: bytes | str, words: str) -> None:
    said = reason(read(tmp_path, name, data))
    assert words in said
    assert "\n" not in said


@pytest.mark.parametrize("target", ["missing.txt", "www.news.example/quay", "", "nul\0"])
def test_what_is_not_there_is_a_failure(target: str) -> None:
    assert reason(list(load(target)))


@pytest.mark.parametrize(
    "target", ["ftp://news.example/a", "file:///etc/passwd", "http://", "https://[::1", "http://127.0.0.1/"]
)
def test_an_address_that_may_not_be_fetched_is_a_failure(target: str) -> None:
    assert reason(list(load(target)))


def test_lines_of_json_are_articles_each(tmp_path: Path) -> None:
    lines = [
        json.dumps({"id": "x", "text": "one"}),
        "",
        "{broken",
        json.dumps({"text": "two"}),
        json.dumps({"no": "text"}),
        json.dumps({"id": "x", "text": "three", "published": "2025-03-04"}),
        json.dumps({"text": " "}),
        json.dumps({"text": "four"}),
    ]
    path = tmp_path / "a.jsonl"
    path.write_text("\n".join(lines) + "\n")
    found = list(load(str(path), published=dt.date(2020, 1, 1)))
    assert [item.id for item in found if isinstance(item, Article)] == ["x", "a", "x-2", "a-2"]
    assert [item.published for item in found if isinstance(item, Article)] == [
        dt.date(2020, 1, 1),
        dt.date(2020, 1, 1),
        dt.date(2025, 3, 4),
        dt.date(2020, 1, 1),
    ]
    assert [item.target for item in found if isinstance(item, Failure)] == [f"{path}:{n}" for n in (3, 5, 7)]


@pytest.mark.parametrize("start", ["{broken\n", "\n", '{"text": "zero"}}\n', "\ufeff\n"])
@pytest.mark.parametrize("name", ["a.jsonl", "a"])
def test_a_first_line_that_is_none_does_not_stop_the_rest(tmp_path: Path, name: str, start: str) -> None:
    found = read(tmp_path, name, start + '{"text": "one"}\n{"text": "two"}\n')
    assert [item.text for item in found if isinstance(item, Article)] == ["one", "two"]


def test_lines_are_read_as_they_come() -> None:
    class Pipe(io.BytesIO):
        handed_out = 0

        def read1(self, size: int | None = -1, /) -> bytes:
            self.handed_out += 1
            return b'{"text": "one"}\n' if self.handed_out < 3 else b""

    pipe = Pipe(b"")
    assert isinstance(next(load("-", stdin=pipe)), Article)
    assert pipe.handed_out == 1


def test_a_list_of_articles(tmp_path: Path) -> None:
    found = read(tmp_path, "a.json", '[{"text": "one"}, 3, {"text": "two"}]')
    assert [item.id if isinstance(item, Article) else item.target for item in found] == [
        "a",
        f"{tmp_path}/a.json#2",
        "a-2",
    ]


def test_a_folder_goes_on_after_a_failure(tmp_path: Path) -> None:
    for name, data in (("b.txt", b""), ("a.html", PAGE.encode()), ("sub/a.txt", TEXT.encode()), ("c.pdf", b"%PDF-1")):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_bytes(data)
    found = list(load(str(tmp_path)))
    assert [item.id if isinstance(item, Article) else Path(item.target).name for item in found] == [
        "a",
        "b.txt",
        "c.pdf",
        "a-2",
    ]


def test_a_name_with_odd_bytes_is_fit_to_print(tmp_path: Path) -> None:
    path = tmp_path / os.fsdecode(b"caf\xe9.txt")
    path.write_text(TEXT)
    assert one(list(load(str(path)))).id == "caf\ufffd"


def test_an_empty_folder_holds_nothing(tmp_path: Path) -> None:
    assert list(load(str(tmp_path))) == []


def test_standard_input_is_read_and_left_open() -> None:
    stdin = io.BytesIO(TEXT.encode())
    assert one(list(load("-", stdin=stdin))) == Article(TEXT, id="stdin", language="en")
    assert not stdin.closed


def test_standard_input_tells_markdown_by_its_marks() -> None:
    article = one(list(load("-", stdin=io.BytesIO(f"# Lights\n\n**Netflix** {TEXT}".encode()))))
    assert [mark.kind for mark in article.markup] == ["heading", "bold"]


@pytest.mark.parametrize(
    ("own", "given_", "expected"),
    [
        ("2025-03-04", None, dt.date(2025, 3, 4)),
        ("2025-03-04", dt.date(2020, 1, 1), dt.date(2025, 3, 4)),
        (None, dt.date(2020, 1, 1), dt.date(2020, 1, 1)),
        (None, None, None),
    ],
)
def test_the_day_given_stands_in_for_one_unsaid(
    own: str | None, given_: dt.date | None, expected: dt.date | None
) -> None:
    stdin = io.BytesIO(json.dumps({"text": TEXT, "published": own}).encode())
    assert one(list(load("-", published=given_, stdin=stdin))).published == expected


def test_an_address_is_fetched_where_private_ones_are_allowed(
    httpserver: HTTPServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    httpserver.expect_request("/2025/03/04/more-lights.html").respond_with_data(PAGE, content_type="text/html")
    url = httpserver.url_for("/2025/03/04/more-lights.html")
    assert "not on the public internet" in reason(list(load(url)))
    monkeypatch.setenv("HIATUS_ALLOW_PRIVATE", "1")
    article = one(list(load(url)))
    assert (article.id, article.url, article.published) == ("more-lights", url, dt.date(2025, 3, 4))
    monkeypatch.setenv("HIATUS_ALLOW_PRIVATE", "0")
    assert "not on the public internet" in reason(list(load(url)))


@pytest.mark.parametrize(
    ("path", "media_type", "data", "expected"),
    [
        ("/", "text/plain; charset=koi8-r", "Тихий".encode("koi8-r"), Article("Тихий", id="localhost")),
        ("/b%2Fc", "text/plain", b"Quay", Article("Quay", id="b-2Fc")),
        ("/a.html", "text/plain", b"Quay is <b>back", Article("Quay is <b>back", id="a")),
        ("/a", "text/html", b"Quay is <b>back", Article("Quay is back", id="a", markup=(Markup(8, 12, "bold"),))),
        ("/a.md", "application/octet-stream", b"*Quay*", Article("Quay", id="a", markup=(Markup(0, 4, "italic"),))),
        ("/a.txt.gz", "application/gzip", gzip.compress(b"Quay"), Article("Quay", id="a")),
        ("/a?b=c.d", "application/json", b'{"text": "Quay", "url": "x"}', Article("Quay", id="a")),
    ],
)  # fmt: skip
def test_what_the_server_says_of_it_counts(
    httpserver: HTTPServer, path: str, media_type: str, data: bytes, expected: Article
) -> None:
    httpserver.expect_request(unquote(path.split("?", maxsplit=1)[0])).respond_with_data(data, content_type=media_type)
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("HIATUS_ALLOW_PRIVATE", "1")
        article = one(list(load(httpserver.url_for(path))))
    assert dataclasses.replace(article, url=None) == expected


@given(st.binary(max_size=400))
def test_any_bytes_give_articles_or_failures(data: bytes) -> None:
    for item in load("-", stdin=io.BytesIO(data)):
        if isinstance(item, Article):
            assert item.text.strip()
            assert item.text.encode()
            assert all(mark.end <= len(item.text) for mark in item.markup)
        else:
            assert item.reason
            assert "\n" not in item.reason
