"""`python -m hiatus.training.check CORPUS`: is the gold of a corpus what the contract says?"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from hiatus.facts import Evidence, Fact, from_dict
from hiatus.training.corpus import SPLITS, load_article


def problems(folder: Path) -> Iterator[str]:
    """What is wrong with the corpus in a folder, a line each."""
    articles, golds = ({path.stem for path in folder.glob(pattern)} for pattern in ("articles/*.json", "gold/*.jsonl"))
    yield from (f"{name}: an article without gold" for name in sorted(articles - golds))
    yield from (f"{name}: gold without an article" for name in sorted(golds - articles))
    yield from _split_problems(folder, articles)
    for name in sorted(articles & golds):
        yield from (f"{name}: {problem}" for problem in _article_problems(folder, name))


def _split_problems(folder: Path, articles: set[str]) -> Iterator[str]:
    splits = json.loads((folder / "splits.json").read_text(encoding="utf-8"))
    listed = [name for split in SPLITS for name in splits.get(split, [])]
    yield from (f"{name}: in no split" for name in sorted(articles - set(listed)))
    yield from (f"{name}: in a split, but there is no such article" for name in sorted(set(listed) - articles))
    yield from (f"{name}: in two splits" for name in sorted({name for name in listed if listed.count(name) > 1}))


def _article_problems(folder: Path, name: str) -> Iterator[str]:
    text = load_article(folder / "articles" / f"{name}.json").text
    seen: set[Fact] = set()
    lines = (folder / "gold" / f"{name}.jsonl").read_text(encoding="utf-8").splitlines()
    for number, line in enumerate(filter(str.strip, lines), 1):
        try:
            fact = from_dict(json.loads(line))
        except ValueError as error:
            yield f"fact {number}: {error}"
            continue
        evidence = fact.evidence
        if text[evidence.start : evidence.end] != evidence.quote:
            yield f"fact {number}: the quote does not stand at {evidence.start}"
        said = replace(fact, said_by=None, evidence=Evidence(0, 1, " "))
        if said in seen:
            yield f"fact {number}: stated twice"
        seen.add(said)


def main(folder: Path) -> int:
    """Print the problems of a corpus; 1 if there are any."""
    found = list(problems(folder))
    print("\n".join(found) or f"{folder}: no problems")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1])))
