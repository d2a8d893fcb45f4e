"""Manners: validators, turns, rules."""

import time

import pytest
from pytest_httpserver import HTTPServer

from hiatus.sources.client import Client
from hiatus.sources.failure import UnansweredError, UnreadableError
from hiatus.sources.headers import max_age, retry_after, validator
from hiatus.sources.hosts import Hosts
from hiatus.sources.robots import Robots
from tests.sources.servers import local

SITE = "https://example.org"


@pytest.mark.parametrize(
    ("said", "seconds"),
    [
        ("max-age=60", 60),
        ("public, Max-Age = 60, must-revalidate", 60),
        ('max-age="60"', 60),
        ("s-maxage=60", None),
        ("max-age=60, no-cache", None),
        ("no-store", None),
        ("max-age=-1", None),
        ("", None),
    ],
)
def test_max_age(said: str, seconds: float | None) -> None:
    assert max_age({"cache-control": said}) == seconds


@pytest.mark.parametrize(
    ("said", "low", "high"),
    [
        ("120", 120, 120),
        ("0", 0, 0),
        ("Fri, 31 Dec 2999 23:59:59 GMT", 1e9, 1e11),
        ("Fri, 31 Dec 1999 23:59:59 GMT", 0, 0),
    ],
)
def test_retry_after(said: str, low: float, high: float) -> None:
    found = retry_after({"retry-after": said})
    assert found is not None
    assert low <= found <= high


@pytest.mark.parametrize("said", ["", "soon", "-5", "1.5", "٣", "Fri, 99 Dec 2026"])
def test_no_retry_after(said: str) -> None:
    assert retry_after({"retry-after": said}) is None


@pytest.mark.parametrize(("said", "kept"), [('W/"1"', True), ("x" * 501, False), ("a\r\nb: c", False), ("é", False)])
def test_a_validator_can_be_sent_back(said: str, kept: bool) -> None:
    assert validator({"etag": said}, "etag") == (said if kept else None)


def test_connections_are_used_again(httpserver: HTTPServer) -> None:
    httpserver.expect_request("/").respond_with_data("x")
    with local() as client:
        assert client.get(httpserver.url_for("/"), robots=False).data == b"x"
        assert client.get(httpserver.url_for("/"), robots=False).data == b"x"


def test_the_environment_opens_private_addresses(httpserver: HTTPServer, monkeypatch: pytest.MonkeyPatch) -> None:
    httpserver.expect_request("/").respond_with_data("x")
    with Client(gap=0) as client, pytest.raises(UnreadableError, match="not on the public internet"):
        client.get(httpserver.url_for("/"), robots=False)
    monkeypatch.setenv("HIATUS_ALLOW_PRIVATE", "1")
    with Client(gap=0) as client:
        assert client.get(httpserver.url_for("/"), robots=False).data == b"x"


def test_each_hop_of_a_redirect_is_asked_for(httpserver: HTTPServer) -> None:
    httpserver.expect_request("/robots.txt").respond_with_data("User-agent: *\nDisallow: /private\n")
    httpserver.expect_request("/").respond_with_data("", status=302, headers={"Location": "/private"})
    with local() as client, pytest.raises(UnreadableError, match=r"robots\.txt"):
        client.get(httpserver.url_for("/"))


def test_not_modified_without_validators_is_an_error(httpserver: HTTPServer) -> None:
    httpserver.expect_request("/").respond_with_data("", status=304)
    with local() as client:
        assert client.get(httpserver.url_for("/"), etag='"1"', robots=False).unchanged
        with pytest.raises(UnreadableError, match="304"):
            client.get(httpserver.url_for("/"), robots=False)


def test_a_host_that_is_overloaded_is_left_alone(httpserver: HTTPServer) -> None:
    httpserver.expect_oneshot_request("/").respond_with_data("", status=429)
    with local() as client:
        for words in ("status 429", "asked to be left alone"):
            with pytest.raises(UnansweredError, match=words) as caught:
                client.get(httpserver.url_for("/"), robots=False)
            assert caught.value.status == 429
    assert len(httpserver.log) == 1


def test_turns_have_a_pause_between() -> None:
    hosts, began = Hosts(), time.monotonic()
    for _ in range(3):
        with hosts.turn("example.org", 0.05):
            pass
    assert time.monotonic() - began >= 0.1


def test_a_turn_that_comes_early_is_made_up_for() -> None:
    hosts, began = Hosts(), time.monotonic()
    with hosts.turn("example.org", 60, 60), hosts.turn("example.com", 60, 60):
        pass
    with hosts.turn("example.org", 0.1, 60):
        pass
    assert time.monotonic() - began < 1
    for _ in range(3):
        with hosts.turn("example.net", 0.05, 0.05):
            pass
    assert time.monotonic() - began >= 0.05


def test_another_host_is_not_waited_for() -> None:
    hosts = Hosts()
    with hosts.turn("example.org", 60), hosts.turn("example.com", 60):
        pass


def robots(text: str | UnreadableError) -> Robots:
    def fetch(_: str) -> bytes:
        if isinstance(text, UnreadableError):
            raise text
        return text.encode()

    return Robots(fetch)


@pytest.mark.parametrize(
    ("text", "path", "allowed"),
    [
        ("", "/x", True),
        ("User-agent: *\nDisallow: /x", "/x/y", False),
        ("User-agent: *\nDisallow: /x\nAllow: /x/y", "/x/y", True),
        ("User-agent: Other\nDisallow: /", "/x", True),
        ("User-agent: Hiatus\nDisallow: /x\n\nUser-agent: *\nDisallow: /", "/y", True),
        ("User-agent: *\nDisallow: /*.pdf$", "/a.pdf", False),
        ("<html>not found</html>", "/x", True),
        ("\ufeffUser-agent: *\nDisallow: /", "/x", False),
        ("User-agent: *\nDisallow: /x\n" + "#" * 600_000 + "\nDisallow: /y", "/y", True),
        (UnansweredError("missing", 404), "/x", True),
        (UnansweredError("forbidden", 403), "/x", True),
    ],
)
def test_rules(text: str | UnreadableError, path: str, allowed: bool) -> None:
    if allowed:
        robots(text).check(SITE, SITE + path)
        return
    with pytest.raises(UnreadableError, match=r"robots\.txt"):
        robots(text).check(SITE, SITE + path)


@pytest.mark.parametrize(
    "error",
    [UnansweredError("down", 503), UnansweredError("busy", 429), UnansweredError("late"), UnreadableError("big")],
)
def test_rules_that_cannot_be_had_bar_everything(error: UnreadableError) -> None:
    with pytest.raises(UnansweredError) as caught:
        robots(error).check(SITE, SITE)
    assert caught.value.passing


@pytest.mark.parametrize(("said", "seconds"), [("2", 2), ("99999", 30), ("x", 0)])
def test_a_delay_that_the_rules_ask_for(said: str, seconds: float) -> None:
    assert robots(f"User-agent: *\nCrawl-delay: {said}").check(SITE, SITE) == seconds
