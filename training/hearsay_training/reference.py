"""Reference outputs that the TypeScript tagger must equal: articles of our own, read here with the exported networks."""

from __future__ import annotations

import json
from pathlib import Path

from . import pieces, predict, units

ARTICLES = 6


def write(articles: Path, folder: Path, out: Path) -> None:
    """Reads the first articles of a folder of `.txt` with the model in `folder` and writes `out` (JSON)."""
    config = json.loads((folder / "config.json").read_text())
    network = predict.from_folder(folder, config)
    tokenizer = pieces.load_tokenizer(folder / "vocab.txt")
    references = []
    for path in sorted(articles.glob("*.txt"))[:ARTICLES]:
        with path.open(encoding="utf-8", newline="") as file:
            text = file.read()
        unit = units.utf16(text)
        spans = lambda found, u=unit: [[u[s], u[e]] for s, e in found]  # noqa: E731
        found = [
            {
                "source": spans(f.source),
                "cue": spans(f.cue),
                "content": spans(f.content),
                "confidence": round(f.cue_confidence * f.content_confidence, 4),
            }
            for f in predict.read(text, tokenizer, network, config["outside"], config["threshold"])
            if f.cue_confidence * f.content_confidence >= config["threshold"]
        ]
        ids = [i for p in pieces.paragraphs(tokenizer, text) for i in p.ids]
        references.append({"article": path.stem, "pieces": ids, "attributions": found})
    out.parent.mkdir(parents=True, exist_ok=True)
    out.write_text(json.dumps(references, separators=(",", ":")) + "\n")
