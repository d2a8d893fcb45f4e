"""Training: the corpus to a network's weights, with a fixed seed."""

from __future__ import annotations

import copy
import random
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import torch
from torch import Tensor, nn

from hiatus.reading.roles.document import FEATURES, Document, FloatArray, IntArray
from hiatus.reading.roles.model import window_inputs
from hiatus.training.augment import Augmenter
from hiatus.training.corpus import Example, prepare
from hiatus.training.losses import loss
from hiatus.training.network import Network, Shape
from hiatus.training.targets import targets

WINDOWS_AT_ONCE = 4
"""Few, so that little is spent on padding."""


@dataclass(frozen=True, slots=True)
class Schedule:
    """How long and how fast the network learns."""

    epochs: int = 15
    batch: int = 4
    encoder_rate: float = 2e-4
    head_rate: float = 1.5e-3
    warm_up: float = 0.1
    frozen_layers: int = 0
    decay: float = 0.01
    average: float = 0.998
    seed: int = 7


class TorchModel:
    """The network as the reading room's Model."""

    def __init__(self, network: Network) -> None:
        self._network = network.eval()

    def encode(self, document: Document) -> tuple[FloatArray, FloatArray, FloatArray]:
        """See Model."""
        with torch.inference_mode():
            hidden, tags, triggers = encode_batch(self._network, [document])[0]
        return hidden.numpy(), tags.numpy(), triggers.numpy()

    def link(
        self, hidden: FloatArray, spans: IntArray, pairs: IntArray, features: IntArray
    ) -> tuple[FloatArray, FloatArray]:
        """See Model."""
        with torch.inference_mode():
            labels, relations = self._network.links(
                torch.from_numpy(hidden),
                *(torch.from_numpy(part.astype(np.int64)) for part in (spans, pairs, features)),
            )
        return labels.numpy(), relations.numpy()


def encode_batch(network: Network, documents: Sequence[Document]) -> list[tuple[Tensor, Tensor, Tensor]]:
    """Hidden, tag scores and trigger scores of each document; windows of like length are encoded together."""
    windows = [(index, first, last) for index, doc in enumerate(documents) for first, last in doc.windows()]
    by_length = sorted(windows, key=lambda window: window[2] - window[1])
    outputs: dict[tuple[int, int], tuple[Tensor, ...]] = {}
    for start in range(0, len(by_length), WINDOWS_AT_ONCE):
        group = by_length[start : start + WINDOWS_AT_ONCE]
        for (index, first, last), parts in zip(group, _encode(network, documents, group), strict=True):
            outputs[index, first] = tuple(part[1 : last - first + 1] for part in parts)
    result = []
    for number in range(len(documents)):
        own = [outputs[index, first] for index, first, _ in windows if index == number]
        result.append(tuple(torch.cat(parts) for parts in zip(*own, strict=True)))
    return result


def _encode(
    network: Network, documents: Sequence[Document], windows: list[tuple[int, int, int]]
) -> Iterable[tuple[Tensor, ...]]:
    longest = max(last - first for _, first, last in windows) + 2
    ids = torch.zeros(len(windows), longest, dtype=torch.long)
    features = torch.zeros(len(windows), longest, len(FEATURES), dtype=torch.long)
    bias = torch.full((len(windows), 1, 1, longest), -1e4)
    for row, (index, first, last) in enumerate(windows):
        own, known = window_inputs(documents[index], first, last)
        ids[row, : len(own)] = torch.from_numpy(own)
        features[row, : len(own)] = torch.from_numpy(known)
        bias[row, ..., : len(own)] = 0
    return zip(*network.encoder(ids, features, bias), strict=True)


def _optimizer(network: Network, schedule: Schedule) -> torch.optim.AdamW:
    encoder: list[nn.Parameter] = []
    heads: list[nn.Parameter] = []
    for layer in network.encoder.layers[: schedule.frozen_layers]:
        layer.requires_grad_(False)
    network.encoder.words.requires_grad_(False)
    for name, parameter in network.named_parameters():
        if parameter.requires_grad:
            pretrained = name.startswith(("encoder.layers", "encoder.positions", "encoder.norm"))
            (encoder if pretrained else heads).append(parameter)
    return torch.optim.AdamW(
        [{"params": encoder, "lr": schedule.encoder_rate}, {"params": heads, "lr": schedule.head_rate}],
        weight_decay=schedule.decay,
    )


def _rate(schedule: Schedule, steps: int) -> Callable[[int], float]:
    warm = max(1, int(steps * schedule.warm_up))
    return lambda step: min((step + 1) / warm, max(0.02, (steps - step) / max(1, steps - warm)))


def train(
    examples: Iterable[Example],
    weights: Path,
    shape: Shape,
    schedule: Schedule,
    *,
    after_epoch: Callable[[int, float, Network], None],
) -> Network:
    """A network trained on the examples.

    Args:
        examples: what it learns from.
        weights: a BERT in safetensors to start the encoder from, or `network.pt` of an earlier training to go on from.
        shape: how large it is.
        schedule: how long and how fast it learns.
        after_epoch: is told the epoch, its loss by word piece, and the averaged network.
    """
    random.seed(schedule.seed)
    np.random.seed(schedule.seed)
    torch.manual_seed(schedule.seed)
    examples = list(examples)
    augmenter = Augmenter(examples, schedule.seed)
    network = Network(shape)
    if weights.suffix == ".pt":
        network.load_state_dict(torch.load(weights, weights_only=True))
    else:
        network.start_from(weights)
    average = copy.deepcopy(network)
    optimizer = _optimizer(network, schedule)
    per_epoch = (len(examples) + schedule.batch - 1) // schedule.batch
    steps = schedule.epochs * per_epoch
    scheduler = torch.optim.lr_scheduler.LambdaLR(optimizer, _rate(schedule, steps))
    done = 0
    for epoch in range(schedule.epochs):
        network.train()
        order = random.sample(range(len(examples)), len(examples))
        total = pieces = 0.0
        for start in range(0, len(order), schedule.batch):
            batch = [augmenter(examples[index], epoch) for index in order[start : start + schedule.batch]]
            value, count = _step(network, batch, optimizer)
            scheduler.step()
            done += 1
            _average(average, network, min(schedule.average, (1 + done) / (10 + done)))
            total, pieces = total + value, pieces + count
        after_epoch(epoch, total / pieces, average)
    return average


def _step(network: Network, batch: list[Example], optimizer: torch.optim.Optimizer) -> tuple[float, int]:
    documents = [prepare(example) for example in batch]
    kept = [(doc, example) for doc, example in zip(documents, batch, strict=True) if len(doc)]
    encoded = encode_batch(network, [doc for doc, _ in kept])
    total = torch.zeros(())
    for (doc, example), (hidden, tags, triggers) in zip(kept, encoded, strict=True):
        total = total + loss(doc, targets(doc, example.gold), hidden, (tags, triggers), network.links)
    count = sum(len(doc) for doc, _ in kept)
    optimizer.zero_grad(set_to_none=True)
    (total * 50 / count).backward()
    nn.utils.clip_grad_norm_(network.parameters(), 5.0)
    optimizer.step()
    return float(total.detach()), count


def _average(average: Network, network: Network, keep: float) -> None:
    with torch.no_grad():
        for ours, theirs in zip(average.parameters(), network.parameters(), strict=True):
            if theirs.requires_grad:
                ours.lerp_(theirs, 1 - keep)
