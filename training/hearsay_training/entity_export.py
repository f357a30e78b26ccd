"""Writes the heads as int8 ONNX, and the shipped encoder with the states of a lower layer as one more output."""

from __future__ import annotations

import json
import tempfile
from pathlib import Path

import onnx
import torch
from onnxruntime.quantization import QuantType, quantize_dynamic

from . import antecedents, entities, mentions, words
from .antecedent_model import Antecedents
from .names import Names

LAYER = 2
"""Layer whose states the heads see: lower ones know better what a word is, upper ones what the tagger asks of it."""
TENSOR = f"/encoder/encoder/layer.{LAYER - 1}/output/LayerNorm/LayerNormalization_output_0"


def widen_encoder(shipped: Path, out: Path) -> None:
    """The same graph with `lower` `[windows, pieces, 384]` as a fourth output; nothing else is touched."""
    model = onnx.load(str(shipped))
    identity = onnx.helper.make_node("Identity", [TENSOR], ["lower"], name="lower")
    model.graph.node.append(identity)
    shape = ["windows", "pieces", 384]
    model.graph.output.append(onnx.helper.make_tensor_value_info("lower", onnx.TensorProto.FLOAT, shape))
    onnx.save(model, str(out))


def export(names: Names, scorer: Antecedents, folder: Path) -> None:
    """Writes names.onnx, antecedent.onnx and heads.json (labels, feature names, word lists)."""
    folder.mkdir(parents=True, exist_ok=True)
    width = names.into.in_features
    classes = torch.ones(2, 32, dtype=torch.long)
    places = torch.tensor([1, 1, 2])
    wide = scorer.mention.in_features
    features = torch.zeros(3, antecedents.SIZE)
    graphs = {
        "names": (
            names,
            {"states": torch.randn(2, 32, width), "shape": classes, "listed": classes},
            ["names", "heads"],
        ),
        "antecedent": (
            scorer,
            {"states": torch.randn(4, wide), "mention": places, "candidate": places - 2, "features": features},
            ["scores"],
        ),
    }
    axes = {
        "names": {n: {0: "windows", 1: "pieces"} for n in ("states", "shape", "listed", "names", "heads")},
        "antecedent": {n: {0: "pairs"} for n in ("mention", "candidate", "features", "scores")}
        | {"states": {0: "mentions"}},
    }
    with tempfile.TemporaryDirectory() as scratch, torch.no_grad():
        for name, (graph, example, results) in graphs.items():
            whole = Path(scratch) / f"{name}.onnx"
            torch.onnx.export(
                graph.eval(),
                tuple(example.values()),
                str(whole),
                input_names=list(example),
                output_names=results,
                dynamic_axes=axes[name],
                opset_version=17,
                dynamo=False,
            )
            quantize_dynamic(
                str(whole),
                str(folder / f"{name}.onnx"),
                weight_type=QuantType.QInt8,
                per_channel=True,
                reduce_range=True,
                op_types_to_quantize=["MatMul"],
            )
    (folder / "heads.json").write_text(json.dumps(config(), indent=1) + "\n")


def config() -> dict:
    return {
        "kinds": entities.KINDS,
        "nameTags": ["O", *(f"{b}-{k}" for k in entities.KINDS for b in "BI")],
        "headTags": ["none", *entities.KINDS],
        "lists": words.LISTS,
        "ownFeatures": antecedents.OWN,
        "pairFeatures": antecedents.PAIR,
        "before": antecedents.BEFORE,
        "after": antecedents.AFTER,
        "determiners": mentions.DETERMINERS,
        "stops": sorted(mentions.STOPS),
        "passed": sorted(mentions.PASSED),
        "speech": sorted(entities.SPEECH),
        "pronouns": entities.PRONOUNS,
    }
