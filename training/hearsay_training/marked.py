"""`python -m hearsay_training.marked --shared FOLDER`: the held-out documents of GUM and MEANTIME with their mentions.

Prints one JSON object a line, spans in UTF-16 units, for `tools/antecedents.ts`. Standard library only.
"""

from __future__ import annotations

import argparse
import json
from pathlib import Path

from . import gum, meantime
from .entities import Document, Span, held_out
from .units import utf16


def as_json(document: Document) -> str:
    units = utf16(document.text)

    def of(span: Span) -> list[int]:
        return [units[span[0]], units[span[1]]]

    mentions = [
        {"span": of(m.span), "phrase": of(m.phrase), "form": m.form, "kind": m.kind, "chain": m.chain, "speaks": m.speaks}
        for m in document.mentions
    ]
    return json.dumps({"name": document.name, "text": document.text, "mentions": mentions})


def main() -> None:
    parser = argparse.ArgumentParser(prog="hearsay_training.marked", description=__doc__)
    parser.add_argument("--shared", type=Path, required=True)
    shared = parser.parse_args().shared
    for document in gum.load(shared / "data/gum/conllu") + meantime.load(shared / "data/meantime"):
        if held_out(document.name):
            print(as_json(document))


if __name__ == "__main__":
    main()
