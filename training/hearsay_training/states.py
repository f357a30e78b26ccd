"""States of the frozen encoder for whole articles, as the product has them after the tagger's pass."""

from __future__ import annotations

from dataclasses import dataclass

import torch
from torch import Tensor

from . import batches, pieces
from .entities import Document
from .model import Model
from .windows import Window, pack
from .words import Word, words_of


@dataclass
class Encoded:
    """An article read by the encoder. `rows` has the number in the article of each piece of `windows` (-1 for the break
    between paragraphs); `states` `[pieces of the article, width]`, each piece from the window that accepts it;
    `inner` the states of each window's own pieces `[pieces of the window, width]`."""

    document: Document
    words: list[Word]
    windows: list[Window]
    rows: list[list[int]]
    inner: list[Tensor]
    states: Tensor


def numbers(windows: list[Window], paragraphs: list[pieces.Paragraph]) -> list[list[int]]:
    """For each window the number in the article of each of its pieces, -1 for breaks."""
    starts = []
    base = 0
    for p in paragraphs:
        starts.append(base)
        base += len(p.ids)
    rows = []
    for w in windows:
        row: list[int] = []
        for i, number in enumerate(w.paragraph):
            if number < 0:
                row.append(-1)
            elif row and row[-1] >= 0 and w.paragraph[i - 1] == number:
                row.append(row[-1] + 1)
            else:
                p = paragraphs[number]
                row.append(starts[number] + p.offsets.index(w.offsets[i]))
        rows.append(row)
    return rows


@torch.no_grad()
def read(document: Document, tokenizer, model: Model, width_of) -> Encoded:
    """Encodes an article; `width_of(hidden)` gives the states to keep from the encoder's `[windows, pieces, 384]`."""
    paragraphs = pieces.paragraphs(tokenizer, document.text)
    windows = pack(paragraphs)
    rows = numbers(windows, paragraphs)
    inner = []
    for i in range(0, len(windows), 8):
        part = windows[i : i + 8]
        encoded = batches.encode(part)
        kept = width_of(model.encode(encoded.ids, encoded.mask, encoded.case))
        inner += [kept[row, 1 : len(w.ids) + 1].clone() for row, w in enumerate(part)]
    states = inner[0].new_zeros(sum(len(p.ids) for p in paragraphs), inner[0].shape[1])
    for w, row, values in zip(windows, rows, inner, strict=True):
        for i in range(*w.accept):
            if row[i] >= 0:
                states[row[i]] = values[i]
    return Encoded(document, words_of(document.text, paragraphs), windows, rows, inner, states)


def projected(model: Model):
    """The two projections that the shipped encoder gives out, side by side: `[..., 384]`."""
    return lambda hidden: torch.cat([model.piece(hidden), model.signal(hidden)], -1)
