"""The network: a small BERT that also sees what the rules know, with heads for names, triggers, labels and links."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import torch
from safetensors.torch import load_file
from torch import Tensor, nn
from torch.nn import functional as F  # noqa: N812 - its usual name

from hiatus.reading.roles.document import FEATURES, WINDOW
from hiatus.reading.roles.labels import LABELS, RELATIONS, TAGS, TRIGGERS
from hiatus.reading.roles.pairs import PAIR_FEATURES


@dataclass(frozen=True, slots=True)
class Shape:
    """How large the network is; the encoder's part is that of the weights it starts from."""

    layers: int = 4
    width: int = 384
    heads: int = 12
    inner: int = 1536
    vocabulary: int = 30522
    span: int = 192
    pair: int = 128
    dropout: float = 0.1


class Layer(nn.Module):
    """One layer of BERT (Devlin et al. 2019), post-norm."""

    def __init__(self, shape: Shape) -> None:
        super().__init__()
        width = shape.width
        self.heads = shape.heads
        self.query, self.key, self.value = (nn.Linear(width, width) for _ in range(3))
        self.output = nn.Linear(width, width)
        self.inner, self.outer = nn.Linear(width, shape.inner), nn.Linear(shape.inner, width)
        self.norm_attention, self.norm_output = nn.LayerNorm(width, eps=1e-12), nn.LayerNorm(width, eps=1e-12)
        self.dropout = nn.Dropout(shape.dropout)

    def forward(self, hidden: Tensor, bias: Tensor | None = None) -> Tensor:
        """(windows, pieces, width) to the same; `bias` hides padding."""
        query, key, value = (self._split(part(hidden)) for part in (self.query, self.key, self.value))
        mixed = _attend(query, key, value, bias).transpose(1, 2).flatten(2)
        hidden = self.norm_attention(hidden + self.dropout(self.output(mixed)))
        return self.norm_output(hidden + self.dropout(self.outer(F.gelu(self.inner(hidden)))))

    def _split(self, hidden: Tensor) -> Tensor:
        return hidden.unflatten(2, (self.heads, -1)).transpose(1, 2)


def _attend(query: Tensor, key: Tensor, value: Tensor, bias: Tensor | None) -> Tensor:
    if not torch.onnx.is_in_onnx_export():
        return F.scaled_dot_product_attention(query, key, value, attn_mask=bias)
    scores = query @ key.transpose(-1, -2) * query.shape[-1] ** -0.5
    return torch.softmax(scores if bias is None else scores + bias, dim=-1) @ value


class Encoder(nn.Module):
    """Word pieces with features to a vector each, and the scores of names and triggers."""

    def __init__(self, shape: Shape) -> None:
        super().__init__()
        self.words = nn.Embedding(shape.vocabulary, shape.width)
        self.positions = nn.Embedding(WINDOW + 2, shape.width)
        self.features = nn.ModuleList(nn.Embedding(size, shape.width) for size in FEATURES.values())
        for table in self.features:
            nn.init.zeros_(table.weight)
        self.norm = nn.LayerNorm(shape.width, eps=1e-12)
        self.layers = nn.ModuleList(Layer(shape) for _ in range(shape.layers))
        self.dropout = nn.Dropout(shape.dropout)
        self.tags = nn.Linear(shape.width, len(TAGS))
        self.triggers = nn.Linear(shape.width, len(TRIGGERS) + 1)
        nn.init.constant_(self.triggers.bias, -4.0)

    def forward(self, ids: Tensor, features: Tensor, bias: Tensor | None = None) -> tuple[Tensor, Tensor, Tensor]:
        """(windows, pieces) and (windows, pieces, features) to hidden, tag scores, trigger scores."""
        hidden = self.words(ids) + self.positions(torch.arange(ids.shape[1], device=ids.device))
        for column, table in enumerate(self.features):
            hidden = hidden + table(features[:, :, column])
        hidden = self.dropout(self.norm(hidden))
        for layer in self.layers:
            hidden = layer(hidden, bias)
        top = self.dropout(hidden)
        return hidden, self.tags(top), self.triggers(top)


class Links(nn.Module):
    """Stretches of word pieces to labels, and pairs of stretches to relations."""

    def __init__(self, shape: Shape) -> None:
        super().__init__()
        self.span = nn.Linear(3 * shape.width, shape.span)
        self.labels = nn.Linear(shape.span, len(LABELS))
        self.left, self.right = nn.Linear(shape.span, shape.pair), nn.Linear(shape.span, shape.pair)
        self.both = nn.Linear(shape.pair, shape.pair)
        self.features = nn.ModuleList(nn.Embedding(size, shape.pair) for size in PAIR_FEATURES.values())
        for table in self.features:
            nn.init.normal_(table.weight, std=0.1)
        self.mix = nn.Linear(shape.pair, shape.pair)
        self.relations = nn.Linear(shape.pair, len(RELATIONS))
        self.dropout = nn.Dropout(shape.dropout)

    def forward(self, hidden: Tensor, spans: Tensor, pairs: Tensor, features: Tensor) -> tuple[Tensor, Tensor]:
        """Hidden (pieces, width), spans (spans, 2), pairs (pairs, 2) of spans, features (pairs, features).

        Returns label scores (spans, LABELS) and relation scores (pairs, RELATIONS).
        """
        first, last = spans[:, 0], spans[:, 1]
        sums = F.pad(hidden.cumsum(0), (0, 0, 1, 0))
        mean = (sums[last] - sums[first]) / (last - first).unsqueeze(1)
        vectors = F.gelu(self.span(self.dropout(torch.cat([hidden[first], hidden[last - 1], mean], dim=1))))
        vectors = self.dropout(vectors)
        left, right = self.left(vectors)[pairs[:, 0]], self.right(vectors)[pairs[:, 1]]
        mixed = left + right + self.both(left * right)
        for column, table in enumerate(self.features):
            mixed = mixed + table(features[:, column])
        mixed = F.gelu(self.mix(F.gelu(mixed)))
        return self.labels(vectors), self.relations(self.dropout(mixed))


class Network(nn.Module):
    """Encoder and links, trained together."""

    def __init__(self, shape: Shape | None = None) -> None:
        super().__init__()
        self.shape = shape or Shape()
        self.encoder = Encoder(self.shape)
        self.links = Links(self.shape)

    def start_from(self, weights: Path) -> None:
        """Take the encoder's weights from a BERT in safetensors; the lowest layers where it has more."""
        source = load_file(str(weights))
        names = {
            "attention.self.query": "query",
            "attention.self.key": "key",
            "attention.self.value": "value",
            "attention.output.dense": "output",
            "attention.output.LayerNorm": "norm_attention",
            "intermediate.dense": "inner",
            "output.dense": "outer",
            "output.LayerNorm": "norm_output",
        }
        state = {
            "words.weight": source["embeddings.word_embeddings.weight"],
            "positions.weight": source["embeddings.position_embeddings.weight"][: WINDOW + 2]
            + source["embeddings.token_type_embeddings.weight"][0],
            "norm.weight": source["embeddings.LayerNorm.weight"],
            "norm.bias": source["embeddings.LayerNorm.bias"],
        }
        for layer in range(self.shape.layers):
            for theirs, ours in names.items():
                for part in ("weight", "bias"):
                    state[f"layers.{layer}.{ours}.{part}"] = source[f"encoder.layer.{layer}.{theirs}.{part}"]
        self.encoder.load_state_dict(state, strict=False)
