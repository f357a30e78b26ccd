"""Writes the networks as int8 ONNX and `config.json` into the model folder."""

from __future__ import annotations

import json
import shutil
import tempfile
from pathlib import Path

import torch
from onnxruntime.quantization import QuantType, quantize_dynamic
from torch import Tensor, nn

from .model import LINK_WIDTH, Model

NAME, VERSION = "attribution-en", "1.1"


class Encoder(nn.Module):
    """ids, mask, case -> cue scores, and the two projections the linking head needs of each piece."""

    def __init__(self, model: Model):
        super().__init__()
        self.model = model

    def forward(self, ids: Tensor, mask: Tensor, case: Tensor) -> tuple[Tensor, Tensor, Tensor]:
        states = self.model.encode(ids, mask, case)
        return self.model.cue(states), self.model.piece(states), self.model.signal(states)


class Linker(nn.Module):
    """The linking head over projected states; the mean of projections is the projection of the mean."""

    def __init__(self, model: Model):
        super().__init__()
        self.model = model

    def forward(self, piece: Tensor, signal: Tensor, at: Tensor, mask: Tensor, cue: Tensor, position: Tensor) -> Tensor:
        return self.model.link_projected(piece, signal, at, mask, cue, position)


def export(model: Model, vocab: Path, folder: Path, decoding: dict[str, float]) -> None:
    """Writes encoder.onnx, linker.onnx, vocab.txt and config.json. Weights are 7-bit (`reduce_range`), so that
    processors without VNNI, whose 16-bit sums would saturate, compute what the others do."""
    model.eval()
    model.encoder.config._attn_implementation = "eager"
    folder.mkdir(parents=True, exist_ok=True)
    ids = torch.randint(1000, 2000, (2, 32))
    ones = torch.ones_like(ids)
    states = torch.randn(2, 32, LINK_WIDTH)
    at = torch.arange(27).reshape(3, 9)
    flag = torch.zeros(3, 9).index_fill_(1, torch.tensor([3]), 1.0)
    graphs = {
        "encoder": (Encoder(model), {"ids": ids, "mask": ones, "case": ones * 0}, ["cue", "piece", "signal"]),
        "linker": (
            Linker(model),
            {
                "piece": states,
                "signal": states,
                "at": at,
                "mask": torch.ones_like(at),
                "cue": flag,
                "position": torch.tensor([3, 3, 3]),
            },
            ["roles"],
        ),
    }
    axes = {name: {0: "windows", 1: "pieces"} for name in ("ids", "mask", "case", "piece", "signal")}
    outputs = {"encoder": {"cue": {0: "windows", 1: "pieces"}}, "linker": {"roles": {0: "cues", 1: "m"}}}
    link_axes = {name: {0: "cues", 1: "m"} for name in ("at", "mask")} | {"position": {0: "cues"}}
    with tempfile.TemporaryDirectory() as scratch, torch.no_grad():
        for name, (graph, example, results) in graphs.items():
            whole = Path(scratch) / f"{name}.onnx"
            dynamic = axes | link_axes | outputs[name]
            if name == "linker":
                dynamic = dynamic | {"cue": {0: "cues", 1: "m"}}
            torch.onnx.export(
                graph,
                tuple(example.values()),
                str(whole),
                input_names=list(example),
                output_names=results,
                dynamic_axes={k: v for k, v in dynamic.items() if k in example or k in results},
                opset_version=17,
                dynamo=False,
            )
            quantize_dynamic(
                str(whole),
                str(folder / f"{name}.onnx"),
                weight_type=QuantType.QInt8,
                per_channel=True,
                reduce_range=True,
            )
    shutil.copyfile(vocab, folder / "vocab.txt")
    (folder / "config.json").write_text(json.dumps(config(model, decoding), indent=1) + "\n")


def config(model: Model, decoding: dict[str, float]) -> dict:
    def moves(crf) -> dict:
        transitions, start = crf.moves()
        return {
            "transitions": [[round(v, 5) for v in row] for row in transitions.tolist()],
            "start": [round(v, 5) for v in start.tolist()],
        }

    return {
        "name": NAME,
        "version": VERSION,
        "width": LINK_WIDTH,
        "cue": moves(model.cue_crf),
        "roles": moves(model.role_crf),
        **decoding,
    }
