"""Scores a model on a PolNeAR split with the scorer of the project's shared material (Node)."""

from __future__ import annotations

import json
import subprocess
import tempfile
from pathlib import Path

from . import pieces, polnear, predict, units


def score(network: predict.Network, vocab: Path, split: Path, scorer: Path, outside: float, threshold: float) -> dict:
    """The scorer's JSON for the tagger alone, in PolNeAR's own conventions."""
    tokenizer = pieces.load_tokenizer(vocab)
    lines = []
    for article in polnear.load(split):
        unit = units.utf16(article.text)
        spans = lambda found, u=unit: [[u[s], u[e]] for s, e in found]  # noqa: E731
        attributions = [
            {"source": spans(f.source), "cue": spans(f.cue), "content": spans(f.content)}
            for f in predict.read(article.text, tokenizer, network, outside, threshold)
            if f.cue_confidence * f.content_confidence >= threshold
        ]
        lines.append(json.dumps({"doc": article.name, "attributions": attributions}))
    with tempfile.TemporaryDirectory() as scratch:
        readings = Path(scratch) / "pred.jsonl"
        readings.write_text("\n".join(lines))
        command = ["node", str(scorer), "--gold", str(split), "--pred", str(readings), "--only-top", "--json"]
        return json.loads(subprocess.run(command, check=True, capture_output=True, text=True).stdout)
