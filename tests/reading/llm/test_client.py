"""The client against a real server: each way to ask, refusals, retries, limits, and one clear line for each failure."""

import gzip
import socket
import time

import pytest

from hiatus.reading.llm.client import MODES, Client
from hiatus.reading.llm.schema import schema
from hiatus.reading.llm.settings import Settings
from hiatus.reading.llm.transport import MAX_BYTES
from hiatus.reading.reading import ReadingError
from tests.reading.llm.chat_server import ChatServer, Reply, chat, only, refusal

CHAT = [{"role": "user", "content": "Read “this”."}]
OK = chat("ok")


def client(server: ChatServer, key: str | None = None, timeout: float = 5) -> Client:
    return Client(Settings(server.url, "m", key, timeout), waits=(0.0, 0.0))


def first(asked: Client) -> str:
    return next(asked.answers(CHAT, schema()))


def failure(server: ChatServer, timeout: float = 5) -> str:
    with pytest.raises(ReadingError) as raised:
        first(client(server, timeout=timeout))
    assert "\n" not in str(raised.value)
    return str(raised.value)


def test_the_request_is_the_same_every_time() -> None:
    with ChatServer(OK) as server:
        assert first(client(server, "secret")) == "ok"
    assert server.paths == ["/v1/chat/completions"]
    assert server.headers[0]["authorization"] == "Bearer secret"
    request = server.requests[0]
    assert request.pop("response_format")["json_schema"] == {"name": "facts", "strict": True, "schema": schema()}
    assert request == {"model": "m", "messages": CHAT, "temperature": 0, "seed": 7, "max_tokens": 4096}


@pytest.mark.parametrize("status", [400, 422, 500])
@pytest.mark.parametrize("mode", MODES)
def test_the_strictest_way_that_the_server_takes_is_found_and_remembered(mode: str, status: int) -> None:
    with ChatServer(only(mode, OK, status)) as server:
        asked = client(server)
        assert [first(asked), first(asked)] == ["ok", "ok"]
    assert server.forms == [*MODES[: MODES.index(mode) + 1], mode]


def test_an_object_is_asked_for_with_its_schema() -> None:
    with ChatServer(only("json_object", OK)) as server:
        first(client(server))
    assert server.requests[1]["response_format"] == {"type": "json_object", "schema": schema()}


def test_where_an_answer_cannot_be_used_the_next_way_is_tried_but_not_remembered() -> None:
    with ChatServer(OK) as server:
        asked = client(server)
        assert list(asked.answers(CHAT, schema())) == ["ok"] * 3
        first(asked)
    assert server.forms == [*MODES, "json_schema"]


@pytest.mark.parametrize("status", [408, 429, 502, 503, 504, 529])
def test_a_busy_server_is_asked_again_in_the_same_way(status: int) -> None:
    with ChatServer(refusal(status), refusal(status), OK) as server:
        assert first(client(server)) == "ok"
    assert server.forms == ["json_schema"] * 3


def test_status_500_is_a_mishap_where_the_way_is_known() -> None:
    with ChatServer(OK, refusal(500), OK) as server:
        asked = client(server)
        assert [first(asked), first(asked)] == ["ok", "ok"]
    assert server.forms == ["json_schema"] * 3


def test_one_refusal_does_not_undo_what_is_known() -> None:
    with ChatServer(OK, refusal(400), OK) as server:
        asked = client(server)
        assert [first(asked) for _ in range(3)] == ["ok"] * 3
    assert server.forms == ["json_schema", "json_schema", "json_object", "json_schema"]


@pytest.mark.parametrize("parameter", ["temperature", "seed", "max_tokens"])
def test_a_parameter_that_the_model_refuses_is_spared(parameter: str) -> None:
    def reply(request: dict[str, object]) -> Reply:
        return refusal(400, param=parameter) if parameter in request else OK

    with ChatServer(reply) as server:
        asked = client(server)
        assert [first(asked), first(asked)] == ["ok", "ok"]
    assert server.forms == ["json_schema"] * 3
    assert ("max_completion_tokens" in server.requests[-1]) == (parameter == "max_tokens")


def test_a_server_that_refuses_for_ever_is_not_asked_for_ever() -> None:
    with ChatServer(refusal(400, param="seed")) as server:
        assert "failed (" in failure(server)
    assert server.forms == ["json_schema", *MODES]


@pytest.mark.parametrize(
    ("status", "reason", "times"),
    [
        (301, "has moved", 1),
        (401, "refuses the key (status 401): check HIATUS_LLM_KEY", 1),
        (403, "refuses the key", 1),
        (404, "has no model 'm', or no chat: check the name, and whether the address ends in /v1", 1),
        (413, "failed (", 1),
        (429, "was asked too often", 3),
        (503, "failed (", 3),
        (400, "failed (", 3),
        (500, "failed (", 5),  # once each of the strict ways, then three times in plain text
    ],
)
def test_a_failure_is_one_clear_line(status: int, reason: str, times: int) -> None:
    with ChatServer(refusal(status, "a long\nmessage " * 100)) as server:
        line = failure(server)
    assert line.startswith(f"the language model at {server.url} ")
    assert reason in line
    assert len(line) < 400
    assert len(server.requests) == times


def test_a_redirect_is_not_followed() -> None:
    with ChatServer(OK) as other, ChatServer(Reply(b"", 307, {"Location": other.url})) as server:
        failure(server)
    assert other.requests == []


@pytest.mark.parametrize("seconds", ["86400", "9" * 400])
def test_who_asks_to_come_back_tomorrow_is_not_asked_again(seconds: str) -> None:
    with ChatServer(Reply(b"{}", 429, {"Retry-After": seconds})) as server:
        failure(server)
    assert len(server.requests) == 1


def test_a_wait_that_is_no_number_of_seconds_does_not_count() -> None:
    for value in ("soon", "-5", "1e9", "inf", "nan", ""):
        with ChatServer(Reply(b"{}", 503, {"Retry-After": value}), OK) as server:
            assert first(client(server)) == "ok"


def test_a_server_is_asked_again_when_it_wishes(monkeypatch: pytest.MonkeyPatch) -> None:
    slept: list[float] = []
    monkeypatch.setattr(time, "sleep", slept.append)
    with ChatServer(Reply(b"{}", 503, {"Retry-After": "30"}), refusal(503), OK) as server:
        assert first(Client(Settings(server.url, "m"), waits=(0.5, 2.0))) == "ok"
    assert slept == [30, 2]


def test_no_server_is_said_at_once() -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))  # and nobody listens
        url = f"http://127.0.0.1:{taken.getsockname()[1]}/v1"
        with pytest.raises(ReadingError, match="cannot be reached: check the address, and that the server runs"):
            first(Client(Settings(url, "m"), waits=(60.0,)))


def test_a_silent_server_is_given_up_on_and_not_asked_again() -> None:
    with ChatServer(Reply(b" ", pause=1.5)) as server:
        assert "did not answer within 1 seconds: raise timeout" in failure(server, timeout=1)
    assert len(server.requests) == 1


def test_a_dripping_server_is_given_up_on() -> None:
    with ChatServer(Reply(b" " * 100, pause=0.3)) as server:
        assert "comes too slowly" in failure(server, timeout=1)


def test_too_large_an_answer_is_refused() -> None:
    with ChatServer(chat("x" * MAX_BYTES)) as server:
        assert "larger than 1024 KiB" in failure(server)
    with ChatServer(Reply(b"x" * (MAX_BYTES + 1), 500)) as server:
        assert "larger than 1024 KiB" in failure(server)


def test_a_packed_answer_is_refused() -> None:
    headers = {"Content-Type": "application/json", "Content-Encoding": "gzip"}
    with ChatServer(Reply(gzip.compress(b" " * 50_000_000), headers=headers)) as server:
        assert "packs its answer" in failure(server)


@pytest.mark.parametrize(
    "reply",
    [
        Reply(b""),
        Reply(b"<html>", headers={"Content-Type": "text/html"}),
        Reply(b"{"),
        Reply(b"\xff\xfe"),
        Reply(b"[" * 100_000),
        Reply(b"null"),
        Reply(b"[]"),
        Reply(b"{}"),
        Reply(b'{"choices": []}'),
        Reply(b'{"choices": 3}'),
        Reply(b'{"choices": [null]}'),
        Reply(b'{"choices": [{"message": null}]}'),
        Reply(b'{"choices": [{"message": "text"}]}'),
        Reply(b'{"value": ' + b"9" * 5000 + b"}"),
    ],
)
def test_what_does_not_speak_the_protocol_is_said_to(reply: Reply) -> None:
    with ChatServer(reply) as server:
        assert "does not answer as OpenAI's chat completions do" in failure(server)


@pytest.mark.parametrize("content", [None, 3, ["text"], {"text": "x"}])
def test_an_answer_without_text_is_empty(content: object) -> None:
    with ChatServer(chat(content)) as server:
        assert first(client(server)) == ""


def test_an_address_that_cannot_be_one_is_a_wrong_setting() -> None:
    with pytest.raises(ValueError, match="is no address of a language model: Invalid IPv4"):
        Client(Settings("http://1.2.3.999/v1", "m"))


def test_the_key_is_in_no_message() -> None:
    def echo(request: dict[str, object]) -> Reply:
        return refusal(401, "Incorrect API key provided: secret")

    with ChatServer(echo) as server, pytest.raises(ReadingError) as raised:
        first(client(server, "secret"))
    assert "secret" not in str(raised.value)
