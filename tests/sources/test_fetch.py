"""Fetching one page."""

import gzip
import re
import socket
import ssl
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial

import httpcore2
import pytest
import trustme
from pytest_httpserver import HTTPServer
from werkzeug import Request, Response

from hiatus.sources.connection import Deadline, PublicBackend
from hiatus.sources.failure import UnreadableError
from hiatus.sources.fetch import fetch, user_agent

get = partial(fetch, allow_private=True)


@contextmanager
def raw_server(answer: Callable[[socket.socket], None]) -> Iterator[str]:
    """A server that does what it likes with the first connection."""
    with socket.create_server(("127.0.0.1", 0)) as listening:

        def serve() -> None:
            try:
                connection, _ = listening.accept()
                with connection:
                    connection.recv(4096)
                    answer(connection)
            except OSError:
                pass

        thread = threading.Thread(target=serve, daemon=True)
        thread.start()
        yield f"http://127.0.0.1:{listening.getsockname()[1]}/"
    thread.join(10)


def sending(data: bytes) -> Callable[[socket.socket], None]:
    return lambda connection: connection.sendall(data)


def test_a_page_is_fetched(httpserver: HTTPServer) -> None:
    httpserver.expect_request("/quay").respond_with_data("Quay", content_type="text/plain; charset=utf-8")
    page = get(httpserver.url_for("/quay#part"))
    assert page.data == b"Quay"
    assert page.media_type == "text/plain; charset=utf-8"
    assert page.url == httpserver.url_for("/quay")


def test_it_says_who_asks(httpserver: HTTPServer) -> None:
    httpserver.expect_request("/").respond_with_data("x")
    get(httpserver.url_for("/"))
    asked, _ = httpserver.log[0]
    assert asked.headers["User-Agent"] == user_agent()
    assert user_agent().startswith("Hiatus/")
    assert asked.headers["Accept-Encoding"] == "gzip"
    assert "Cookie" not in asked.headers
    assert "Authorization" not in asked.headers


def test_a_name_and_password_in_the_address_are_not_sent(httpserver: HTTPServer) -> None:
    httpserver.expect_request("/").respond_with_data("x")
    get(httpserver.url_for("/").replace("://", "://user:secret@"))
    assert "Authorization" not in httpserver.log[0][0].headers


@pytest.mark.parametrize(
    ("status", "words"),
    [
        *((status, "no such page") for status in (404, 410)),
        *((status, "browser") for status in (401, 402, 403, 451)),
        *((status, "later") for status in (429, 500, 503)),
        *((status, f"status {status}") for status in (204, 206, 300, 304, 400, 418)),
    ],
)
def test_a_status_is_said_plainly(httpserver: HTTPServer, status: int, words: str) -> None:
    httpserver.expect_request("/").respond_with_data("", status=status)
    with pytest.raises(UnreadableError, match=words):
        get(httpserver.url_for("/"))


@pytest.mark.parametrize("status", [301, 302, 303, 307, 308])
def test_redirects_are_followed(httpserver: HTTPServer, status: int) -> None:
    httpserver.expect_request("/a/b").respond_with_data("", status=status, headers={"Location": "../quay?x=1"})
    httpserver.expect_request("/quay").respond_with_data("Quay")
    page = get(httpserver.url_for("/a/b"))
    assert page.data == b"Quay"
    assert page.url == httpserver.url_for("/quay?x=1")


@pytest.mark.parametrize(("redirects", "reached"), [(5, True), (6, False), (100, False)])
def test_five_redirects_and_no_more(httpserver: HTTPServer, redirects: int, reached: bool) -> None:
    def step(request: Request) -> Response:
        number = int(request.path.strip("/"))
        return Response("Quay") if number == redirects else Response(status=302, headers={"Location": f"/{number + 1}"})

    httpserver.expect_request(uri=pattern()).respond_with_handler(step)
    if reached:
        assert get(httpserver.url_for("/0")).data == b"Quay"
        return
    with pytest.raises(UnreadableError, match="redirects more than 5 times"):
        get(httpserver.url_for("/0"))


def pattern() -> re.Pattern[str]:
    return re.compile(r"/\d+")


@pytest.mark.parametrize("location", ["file:///etc/passwd", "ftp://127.0.0.1/x", "gopher://127.0.0.1/", "javascript:x"])
def test_a_redirect_leads_to_the_web_only(httpserver: HTTPServer, location: str) -> None:
    httpserver.expect_request("/").respond_with_data("", status=302, headers={"Location": location})
    with pytest.raises(UnreadableError, match=r"only http|no valid address"):
        get(httpserver.url_for("/"))


def test_the_body_of_a_redirect_is_not_read() -> None:
    def answer(connection: socket.socket) -> None:
        connection.sendall(b"HTTP/1.1 302 Found\r\nLocation: ftp://x/\r\nContent-Length: 99999999999\r\n\r\n")

    with raw_server(answer) as url, pytest.raises(UnreadableError, match="only http"):
        get(url)


@pytest.mark.parametrize(
    "host", ["127.0.0.1", "localhost", "2130706433", "0x7f.1", "127.1", "0", "10.0.0.1", "224.0.0.1"]
)
@pytest.mark.parametrize("scheme", ["http", "https"])
def test_what_is_not_public_is_refused(scheme: str, host: str) -> None:
    with pytest.raises(UnreadableError, match="not on the public internet"):
        fetch(f"{scheme}://{host}:9/")


@pytest.mark.parametrize("address", ["::1", "::ffff:127.0.0.1", "::ffff:7f00:1", "fe80::1", "64:ff9b::7f00:1"])
def test_nor_is_it_in_ipv6(address: str) -> None:
    with pytest.raises(UnreadableError, match="not on the public internet"):
        fetch(f"http://[{address}]:9/")


@pytest.mark.parametrize(
    "url", ["http://0177.0.0.1/", "http://127.0.0.1.:80/", "http://①②⑦.0.0.1/", "http://127.0.0.1:99999/"]
)
def test_odd_forms_of_an_address_do_not_help(url: str) -> None:
    with pytest.raises(UnreadableError):
        fetch(url)


def test_a_redirect_to_what_is_not_public_is_refused(httpserver: HTTPServer, monkeypatch: pytest.MonkeyPatch) -> None:
    httpserver.expect_request("/").respond_with_data("", status=302, headers={"Location": "http://127.0.0.2:9/secret"})
    # the test's own server stands in for a public one
    monkeypatch.setattr("hiatus.sources.connection.is_public", lambda address: address == "127.0.0.1")
    with pytest.raises(UnreadableError, match=r"127\.0\.0\.2 is not on the public internet"):
        fetch(f"http://127.0.0.1:{httpserver.port}/")


def test_a_host_that_changes_its_address_is_connected_to_at_the_one_checked(monkeypatch: pytest.MonkeyPatch) -> None:
    answers = iter([["93.184.216.34"], ["127.0.0.1"]])
    connected: list[str] = []
    monkeypatch.setattr("hiatus.sources.connection.addresses", lambda *_: next(answers))

    def connect(_: object, host: str, *__: object) -> httpcore2.NetworkStream:
        connected.append(host)
        raise httpcore2.ConnectError(host)

    monkeypatch.setattr(httpcore2.SyncBackend, "connect_tcp", connect)
    with pytest.raises(UnreadableError, match="does not answer"):
        fetch("http://rebinding.test/")
    with pytest.raises(UnreadableError, match="not on the public internet"):
        fetch("http://rebinding.test/")
    assert connected == ["93.184.216.34"]


def test_of_several_addresses_only_public_ones_are_tried(monkeypatch: pytest.MonkeyPatch) -> None:
    connected: list[str] = []
    monkeypatch.setattr("hiatus.sources.connection.addresses", lambda *_: ["10.0.0.1", "8.8.8.8", "::1", "8.8.4.4"])

    def connect(_: object, host: str, *__: object) -> httpcore2.NetworkStream:
        connected.append(host)
        raise httpcore2.ConnectError(host)

    monkeypatch.setattr(httpcore2.SyncBackend, "connect_tcp", connect)
    with pytest.raises(httpcore2.ConnectError):
        PublicBackend(Deadline(), allow_private=False).connect_tcp("mixed.test", 80)
    assert connected == ["8.8.8.8", "8.8.4.4"]


@pytest.mark.parametrize(
    ("url", "words"),
    [
        ("http://no-such-host.invalid/", "no host"),
        ("http://a..b/", "no host"),
        ("http://127.0.0.1:1/", "does not answer"),
        ("ftp://127.0.0.1/", "only http"),
        ("http:///x", "no valid address"),
        ("http://[::1", "no valid address"),
    ],
)
def test_what_does_not_answer_is_said_plainly(url: str, words: str) -> None:
    with pytest.raises(UnreadableError, match=words):
        get(url)


@pytest.mark.parametrize("size", [1000, 1001, 100_000])
@pytest.mark.parametrize("packed", [False, True])
def test_size_is_bounded_packed_and_unpacked(httpserver: HTTPServer, size: int, packed: bool) -> None:
    data = gzip.compress(bytes(size)) if packed else bytes(size)
    headers = {"Content-Encoding": "gzip"} if packed else {}
    httpserver.expect_request("/").respond_with_data(data, headers=headers)
    if size <= 1000:
        assert get(httpserver.url_for("/"), max_bytes=1000).data == bytes(size)
        return
    with pytest.raises(UnreadableError, match="larger"):
        get(httpserver.url_for("/"), max_bytes=1000)


def test_a_body_without_end_is_cut_off() -> None:
    def answer(connection: socket.socket) -> None:
        connection.sendall(b"HTTP/1.1 200 OK\r\n\r\n")
        for _ in range(10_000):
            connection.sendall(bytes(10_000))

    with raw_server(answer) as url, pytest.raises(UnreadableError, match="larger"):
        get(url, max_bytes=100_000)


@pytest.mark.parametrize("packing", ["br", "zstd", "deflate", "gzip, gzip"])
def test_packing_that_was_not_asked_for_is_refused(httpserver: HTTPServer, packing: str) -> None:
    httpserver.expect_request("/").respond_with_data(b"x", headers={"Content-Encoding": packing})
    with pytest.raises(UnreadableError, match="packs"):
        get(httpserver.url_for("/"))


def wait(connection: socket.socket) -> None:
    connection.recv(1)


def drip(connection: socket.socket, start: bytes) -> None:
    connection.sendall(start)
    stop = threading.Event()
    while not stop.wait(0.02):
        connection.sendall(b"x")


@pytest.mark.parametrize(
    "start",
    [b"HTTP/1.1 200 OK\r\nX: ", b"HTTP/1.1 200 OK\r\n\r\n", b"HTTP/1.1 200 OK\r\nContent-Length: 99999\r\n\r\n"],
)
def test_a_drip_of_bytes_does_not_outlast_the_time(start: bytes) -> None:
    with raw_server(partial(drip, start=start)) as url, pytest.raises(UnreadableError, match="in time"):
        get(url, timeout=0.5)


def test_a_server_that_says_nothing_is_left() -> None:
    with (
        raw_server(wait) as url,
        pytest.raises(UnreadableError, match="in time"),
    ):
        get(url, timeout=0.3)


@pytest.mark.parametrize(
    ("answer", "words"),
    [
        (b"", "proper HTTP"),
        (b"SSH-2.0-OpenSSH\r\n", "proper HTTP"),
        (b"HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\nshort", "proper HTTP"),
        (b"HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\nContent-Length: 5\r\n\r\n\x1f\x8b\x08\x00\x00", "damaged"),
    ],
)
def test_a_broken_answer_is_said_plainly(answer: bytes, words: str) -> None:
    with raw_server(sending(answer)) as url, pytest.raises(UnreadableError, match=words):
        get(url)


@pytest.fixture
def secure(monkeypatch: pytest.MonkeyPatch) -> Iterator[HTTPServer]:
    authority = trustme.CA()
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    authority.issue_cert("localhost").configure_cert(context)
    trusting = ssl.create_default_context()
    authority.configure_trust(trusting)
    monkeypatch.setattr(httpcore2, "default_ssl_context", lambda: trusting)
    with HTTPServer(host="localhost", ssl_context=context) as server:
        server.expect_request("/").respond_with_data("Quay")
        yield server


def test_tls_is_for_the_name_not_the_address(secure: HTTPServer) -> None:
    assert get(f"https://localhost:{secure.port}/").data == b"Quay"
    with pytest.raises(UnreadableError, match="prove who it is"):
        get(f"https://127.0.0.1:{secure.port}/")


def test_an_unknown_certificate_is_refused(secure: HTTPServer, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(httpcore2, "default_ssl_context", ssl.create_default_context)
    with pytest.raises(UnreadableError, match="prove who it is"):
        get(f"https://localhost:{secure.port}/")
