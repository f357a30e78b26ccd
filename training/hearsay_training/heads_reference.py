"""`python -m hearsay_training.heads_reference`: what the pure parts of the heads make of articles of our own.

The networks are left out (int8 results differ with the batch): what they say of a word and of a pair is made up from its
spelling, so that the TypeScript twin must equal everything around them.
"""

from __future__ import annotations

import argparse
import json
import math
import re
from pathlib import Path
from types import SimpleNamespace

from . import antecedents, names
from .entities import KINDS
from .mentions import describe, pooled, pronouns_of
from .units import utf16
from .words import Word, words_of

ARTICLES = ("a06", "b10")
ROWS = 3
"""Rows of features kept of each question."""


def pieces(text: str) -> list[SimpleNamespace]:
    """Paragraphs as WordPiece would give them if every word were one piece."""
    found = []
    for line in re.finditer(r"[^\n]+", text):
        spans = [(line.start() + m.start(), line.start() + m.end()) for m in re.finditer(r"\w+|[^\w\s]", line.group())]
        if spans:
            found.append(SimpleNamespace(ids=[0] * len(spans), offsets=spans, first=[True] * len(spans)))
    return found


def made_up(word: Word) -> tuple[list[float], list[float]]:
    """Probabilities of name tags and of head tags: capitals are names, words of the lists of nouns are heads."""
    size = len(KINDS)
    kind = len(word.text) % size
    tags = [0.02] * (2 * size + 1)
    tags[0] = 0.1 if word.shape in (2, 3) else 0.9
    tags[1 + 2 * kind] += 0.3 if len(word.text) % 2 else 0.1
    tags[2 + 2 * kind] += 0.2
    heads = [0.02] * (size + 1)
    heads[0] = 0.1 if word.listed > 6 else 0.9
    heads[1 + word.listed % size] += 0.5
    return [t / sum(tags) for t in tags], [h / sum(heads) for h in heads]


def score(features: list[float]) -> float:
    return sum(f * ((k * 7 + 3) % 11 - 5) for k, f in enumerate(features)) / 4


def softmax(scores: list[float]) -> list[float]:
    top = max(scores)
    powers = [math.exp(s - top) for s in scores]
    return [p / sum(powers) for p in powers]


def reference(article: str, text: str) -> dict:
    units = utf16(text)
    words = words_of(text, pieces(text))
    said = [made_up(w) for w in words]
    spans = names.spans_of([n for n, _ in said], [w.paragraph for w in words])
    read = pooled(words, spans) + names.heads_of([h for _, h in said], spans)
    found = sorted(sorted(read, key=lambda f: f.start) + pronouns_of(words), key=lambda f: f.start)
    found = [f for i, f in enumerate(found) if i == 0 or found[i - 1].end <= f.start]
    mentions = describe(words, found)
    asked = antecedents.questions(mentions)
    rows = []
    for q in asked:
        scores = [score(f) for f in q.features]
        named = [
            -math.inf if c >= 0 and mentions[c].found.form == "pronoun" else s
            for c, s in zip(q.candidates, scores, strict=True)
        ]
        rows.append((softmax(scores), softmax(named)))
    answers = antecedents.resolve(mentions, asked, rows)
    return {
        "article": article,
        "words": [[units[w.span[0]], units[w.span[1]], w.sentence, w.shape, w.listed] for w in words],
        "mentions": [[f.start, f.end, f.form, f.kind] for f in found],
        "questions": [
            {
                "mention": q.mention,
                "candidates": q.candidates,
                "features": [[round(v, 4) for v in row] for row in q.features[:ROWS]],
                "answer": answer,
                "probability": round(probability, 4),
            }
            for q, (answer, probability) in zip(asked, answers, strict=True)
        ],
    }


def main() -> None:
    parser = argparse.ArgumentParser(prog="hearsay_training.heads_reference", description=__doc__)
    parser.add_argument("--articles", type=Path, default=Path("test/articles"))
    parser.add_argument("--out", type=Path, default=Path("test/reference/heads.json"))
    options = parser.parse_args()
    found = []
    for name in ARTICLES:
        with (options.articles / f"{name}.txt").open(encoding="utf-8", newline="") as file:
            found.append(reference(name, file.read()))
    options.out.write_text(json.dumps(found, separators=(",", ":")) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
