"""The trained network as two ONNX files: the encoder in 8-bit integers, the links in 32-bit floats."""

from __future__ import annotations

import tempfile
from pathlib import Path

import torch
from onnxruntime.quantization import QuantType, quantize_dynamic
from torch import Tensor, nn

from hiatus.reading.roles.document import FEATURES
from hiatus.reading.roles.pairs import PAIR_FEATURES
from hiatus.training.network import Encoder, Network


class _Unpadded(nn.Module):
    """The encoder for one window without padding."""

    def __init__(self, encoder: Encoder) -> None:
        super().__init__()
        self.encoder = encoder

    def forward(self, ids: Tensor, features: Tensor) -> tuple[Tensor, Tensor, Tensor]:
        """See Encoder."""
        hidden, tags, triggers = self.encoder(ids, features)
        return hidden, tags, triggers


def export(network: Network, folder: Path) -> None:
    """Write `encoder.onnx` and `links.onnx` to a folder."""
    folder.mkdir(parents=True, exist_ok=True)
    network.eval()
    with tempfile.TemporaryDirectory() as scratch:
        exact = Path(scratch) / "encoder.onnx"
        _write_encoder(network, exact)
        # Per channel and with a reduced range: processors without VNNI saturate on the full one.
        quantize_dynamic(
            exact, folder / "encoder.onnx", weight_type=QuantType.QInt8, per_channel=True, reduce_range=True
        )
    _write_links(network, folder / "links.onnx")


def _write_encoder(network: Network, path: Path) -> None:
    ids = torch.randint(1000, 2000, (1, 16))
    features = torch.zeros(1, 16, len(FEATURES), dtype=torch.long)
    torch.onnx.export(
        _Unpadded(network.encoder),
        (ids, features),
        str(path),
        input_names=["ids", "features"],
        output_names=["hidden", "tags", "triggers"],
        dynamic_axes={name: {1: "pieces"} for name in ("ids", "features", "hidden", "tags", "triggers")},
        opset_version=17,
        dynamo=False,
    )


def _write_links(network: Network, path: Path) -> None:
    hidden = torch.randn(16, network.shape.width)
    spans, pairs = torch.tensor([[0, 1], [2, 4]]), torch.tensor([[0, 1], [1, 0], [1, 1]])
    features = torch.zeros(3, len(PAIR_FEATURES), dtype=torch.long)
    torch.onnx.export(
        network.links,
        (hidden, spans, pairs, features),
        str(path),
        input_names=["hidden", "spans", "pairs", "pair_features"],
        output_names=["labels", "relations"],
        dynamic_axes={
            "hidden": {0: "pieces"},
            "spans": {0: "spans"},
            "pairs": {0: "pairs"},
            "pair_features": {0: "pairs"},
            "labels": {0: "spans"},
            "relations": {0: "pairs"},
        },
        opset_version=17,
        dynamo=False,
    )
