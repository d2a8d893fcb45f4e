"""A real HTTP server that speaks as much of OpenAI's chat protocol as the tests need, well or badly."""

from __future__ import annotations

import json
import threading
import time
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import TYPE_CHECKING, Any, Self

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

Request = dict[str, Any]


@dataclass(frozen=True)
class Reply:
    body: bytes
    status: int = 200
    headers: Mapping[str, str] = field(default_factory=lambda: {"Content-Type": "application/json"})
    pause: float = 0  # seconds before each of the body's bytes


def chat(content: object) -> Reply:
    """An answer of the protocol."""
    message = {"role": "assistant", "content": content}
    choice = {"index": 0, "message": message, "finish_reason": "stop"}
    completion = {"id": "1", "object": "chat.completion", "created": 0, "model": "m", "choices": [choice]}
    return Reply(json.dumps(completion).encode())


def facts(*proposals: object) -> Reply:
    """An answer that proposes facts."""
    return chat(json.dumps({"facts": proposals}))


def refusal(status: int, message: str = "no", **error: Any) -> Reply:
    """An error of the protocol."""
    return Reply(json.dumps({"error": {"message": message, "type": "invalid", **error}}).encode(), status)


def form(request: Request) -> str:
    """Which form of answer a request asks for."""
    asked = request.get("response_format")
    return asked["type"] if asked else "text"


def only(mode: str, reply: Reply, status: int = 500) -> Callable[[Request], Reply]:
    """Answers one form of request and refuses the stricter ones with a status."""
    return lambda request: reply if form(request) == mode else refusal(status)


class ChatServer:
    """Answers its requests with the replies in turn, the last one for ever, and keeps the requests."""

    def __init__(self, *replies: Reply | Callable[[Request], Reply]) -> None:
        self.requests: list[Request] = []
        self.headers: list[dict[str, str]] = []
        self.paths: list[str] = []
        self._replies = replies
        self._server = ThreadingHTTPServer(("127.0.0.1", 0), self._handler())
        self.url = f"http://127.0.0.1:{self._server.server_port}/v1"

    def __enter__(self) -> Self:
        threading.Thread(target=self._server.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True).start()
        return self

    def __exit__(self, *_: object) -> None:
        self._server.shutdown()
        self._server.server_close()

    @property
    def forms(self) -> list[str]:
        return [form(request) for request in self.requests]

    def _next(self, request: Request) -> Reply:
        reply = self._replies[min(len(self.requests), len(self._replies) - 1)]
        self.requests.append(request)
        return reply if isinstance(reply, Reply) else reply(request)

    def _handler(self) -> type[BaseHTTPRequestHandler]:
        outer = self

        class Handler(BaseHTTPRequestHandler):
            def do_POST(self) -> None:
                outer.paths.append(self.path)
                outer.headers.append({name.lower(): value for name, value in self.headers.items()})
                reply = outer._next(json.loads(self.rfile.read(int(self.headers["Content-Length"]))))
                self.send_response(reply.status)
                for name, value in reply.headers.items():
                    self.send_header(name, value)
                self.send_header("Content-Length", str(len(reply.body)))
                self.end_headers()
                self._send(reply)

            def _send(self, reply: Reply) -> None:
                try:
                    for start in range(len(reply.body)) if reply.pause else ():
                        time.sleep(reply.pause)
                        self.wfile.write(reply.body[start : start + 1])
                    if not reply.pause:
                        self.wfile.write(reply.body)
                except OSError:  # the client has had enough
                    self.close_connection = True

            def log_message(self, *_: object) -> None: ...

        return Handler
