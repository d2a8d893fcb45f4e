"""`hiatus sources`: what is watched, against servers of our own."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from pytest_httpserver import HTTPServer

from tests.cli.shows import answer, refused, run

FEED = (
    '<?xml version="1.0"?><rss version="2.0"><channel><title>The Quay</title><link>https://quay.example/</link>'
    "<item><title>One</title><link>https://quay.example/one</link>"
    "<pubDate>Mon, 03 Mar 2025 10:00:00 GMT</pubDate></item>"
    "<item><title>Two</title><link>https://quay.example/two</link></item></channel></rss>"
)
PAGE = '<html><head><link rel="alternate" type="application/rss+xml" href="/feed"></head><body>News</body></html>'


@pytest.fixture(autouse=True)
def private_addresses(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HIATUS_ALLOW_PRIVATE", "1")


@pytest.fixture
def quay(httpserver: HTTPServer) -> str:
    """The address of a site with a feed, and nothing else but its page."""
    httpserver.expect_request("/robots.txt").respond_with_data("", status=404)
    httpserver.expect_request("/feed").respond_with_data(FEED, content_type="application/rss+xml")
    httpserver.expect_request("/").respond_with_data(PAGE, content_type="text/html")
    return httpserver.url_for("/")


def watched(database: Path) -> dict[str, dict[str, object]]:
    return {each["url"]: each for each in answer(database, "sources", "list")}


def test_the_feed_of_a_page_is_found_and_watched(empty: Path, quay: str) -> None:
    [added] = answer(empty, "sources", "add", quay)
    assert (added["new"], added["kind"], added["title"]) == (True, "feed", "The Quay")
    assert list(watched(empty)) == [f"{quay}feed"]
    assert [each["new"] for each in answer(empty, "sources", "add", quay)] == [False]


def test_what_cannot_be_had_is_said_and_the_rest_is_watched(empty: Path, quay: str) -> None:
    result = run(empty, "sources", "add", f"{quay}missing", f"{quay}feed")
    assert result.exit_code == 1
    assert "missing" in result.stderr
    assert list(watched(empty)) == [f"{quay}feed"]


def test_the_starter_set_is_watched_once(empty: Path) -> None:
    assert len(answer(empty, "sources", "add", "--starter")) > 20
    assert not any(each["new"] for each in answer(empty, "sources", "add", "--starter"))


def test_a_folder_is_watched_by_its_whole_path(empty: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "news").mkdir()
    monkeypatch.chdir(tmp_path)
    run(empty, "sources", "add", "news")
    assert watched(empty)[str(tmp_path / "news")]["kind"] == "folder"
    assert run(empty, "sources", "remove", "news").exit_code == 0
    assert watched(empty) == {}


def test_check_says_what_a_source_holds_and_files_nothing(empty: Path, quay: str) -> None:
    run(empty, "sources", "add", quay)
    before = watched(empty)
    [found] = answer(empty, "sources", "check")
    assert (found["title"], found["entries"], found["newest"]) == ("The Quay", 2, "2025-03-03")
    assert watched(empty) == before
    assert answer(empty, "search", "One") == []
    assert "2 articles" in run(empty, "sources", "check", f"{quay}feed").stdout


def test_check_says_what_is_wrong(empty: Path, quay: str, httpserver: HTTPServer) -> None:
    run(empty, "sources", "add", quay)
    httpserver.clear()
    httpserver.expect_request("/robots.txt").respond_with_data("", status=404)
    httpserver.expect_request("/feed").respond_with_data("", status=500)
    result = run(empty, "sources", "check", "--json")
    assert result.exit_code == 1
    assert "500" in json.loads(result.stdout)["problems"][0]


def test_list_says_since_when_and_why_a_source_fails(empty: Path, quay: str, httpserver: HTTPServer) -> None:
    run(empty, "sources", "add", quay)
    httpserver.clear()
    httpserver.expect_request("/robots.txt").respond_with_data("", status=404)
    httpserver.expect_request("/feed").respond_with_data("", status=500)
    failed = run(empty, "update")
    assert failed.exit_code == 1
    assert "500" in failed.stderr
    said = " ".join(run(empty, "sources", "list").stdout.split())
    assert "fails since" in said
    assert "500" in said
    assert watched(empty)[f"{quay}feed"]["failures"] == 1


def test_a_paused_source_is_not_asked_until_it_is_resumed(empty: Path, quay: str, httpserver: HTTPServer) -> None:
    run(empty, "sources", "add", quay)
    httpserver.clear_log()
    assert run(empty, "sources", "pause", f"{quay}feed").exit_code == 0
    assert answer(empty, "update")["asked"] == 0
    assert not httpserver.log
    assert "paused" in run(empty, "sources", "list").stdout
    run(empty, "sources", "resume", f"{quay}feed")
    run(empty, "update")
    assert httpserver.log


@pytest.mark.parametrize("command", ["remove", "pause", "resume", "check"])
def test_what_is_not_watched_is_refused_and_nothing_changes(empty: Path, quay: str, command: str) -> None:
    run(empty, "sources", "add", quay)
    before = watched(empty)
    assert "not watched" in refused(empty, "sources", command, f"{quay}feed", "https://elsewhere.example/")
    assert watched(empty) == before


def test_lists_go_out_and_come_in(empty: Path, quay: str, tmp_path: Path) -> None:
    run(empty, "sources", "add", quay, "--starter")
    file = tmp_path / "sources.opml"
    assert run(empty, "sources", "export", file).exit_code == 0
    assert run(empty, "sources", "export").stdout.encode() == file.read_bytes()
    other = tmp_path / "other.db"
    assert run(other, "sources", "import", file).exit_code == 0
    assert set(watched(other)) == set(watched(empty))


@pytest.mark.parametrize("content", [b"", b"title", b"<rss/>", b'<!DOCTYPE x [<!ENTITY a "b">]><opml>&a;</opml>'])
def test_what_is_no_list_is_refused(empty: Path, tmp_path: Path, content: bytes) -> None:
    file = tmp_path / "sources.opml"
    file.write_bytes(content)
    assert "sources.opml" in refused(empty, "sources", "import", file)


def test_an_address_in_a_list_that_is_none_is_said(empty: Path, tmp_path: Path) -> None:
    file = tmp_path / "sources.opml"
    file.write_text('<opml><body><outline xmlUrl="javascript:1"/><outline xmlUrl="https://q.example/f"/></body></opml>')
    result = run(empty, "sources", "import", file)
    assert result.exit_code == 1
    assert "javascript" in result.stderr
    assert list(watched(empty)) == ["https://q.example/f"]


def test_add_wants_an_address_or_the_starter_set(empty: Path) -> None:
    assert run(empty, "sources", "add").exit_code == 2
