"""Turns labelled windows into padded tensors, for training and for prediction alike."""

from __future__ import annotations

from dataclasses import dataclass

import torch
from torch import Tensor

from .pieces import CLS, PAD, SEP
from .windows import Labelled, Window


@dataclass
class Encoded:
    """`[windows, pieces]` int64 each; a window's piece i stands in column i + 1, after [CLS]."""

    ids: Tensor
    mask: Tensor
    case: Tensor


@dataclass
class Links:
    """One row a cue, over the pieces of the cue's paragraph (see `Model.link`)."""

    at: Tensor
    mask: Tensor
    cue: Tensor
    position: Tensor


def encode(windows: list[Window]) -> Encoded:
    width = max(len(w.ids) for w in windows) + 2
    ids = torch.full((len(windows), width), PAD)
    mask, case = torch.zeros_like(ids), torch.zeros_like(ids)
    for row, w in enumerate(windows):
        size = len(w.ids)
        ids[row, : size + 2] = torch.tensor([CLS, *w.ids, SEP])
        mask[row, : size + 2] = 1
        case[row, 1 : size + 1] = torch.tensor(w.case)
    return Encoded(ids, mask, case)


def scope(window: Window, cue: list[int]) -> range:
    """Pieces of the paragraph in which the cue stands."""
    number = window.paragraph[cue[0]]
    start = end = cue[0]
    while start > 0 and window.paragraph[start - 1] == number:
        start -= 1
    while end < len(window.ids) and window.paragraph[end] == number:
        end += 1
    return range(start, end)


def links(cues: list[tuple[int, range, list[int]]], width: int) -> Links:
    """Rows for cues given as (window row, scope, pieces of the cue); `width` is that of the encoded batch."""
    longest = max(len(pieces) for _, pieces, _ in cues)
    at = torch.zeros(len(cues), longest, dtype=torch.long)
    mask = torch.zeros(len(cues), longest, dtype=torch.long)
    flag = torch.zeros(len(cues), longest)
    position = torch.zeros(len(cues), dtype=torch.long)
    for row, (window, pieces, cue) in enumerate(cues):
        at[row, : len(pieces)] = torch.arange(pieces.start, pieces.stop) + window * width + 1
        mask[row, : len(pieces)] = 1
        inside = [i - pieces.start for i in cue if i in pieces]
        flag[row, inside] = 1
        position[row] = inside[0]
    return Links(at, mask, flag, position)


def words(first: list[list[bool]]) -> tuple[Tensor, Tensor]:
    """Columns of the first pieces of each row's words `[rows, words]`, and how many each row has."""
    columns = [[i for i, f in enumerate(row) if f] for row in first]
    longest = max(len(c) for c in columns)
    index = torch.tensor([c + [0] * (longest - len(c)) for c in columns])
    return index, torch.tensor([len(c) for c in columns])


def pick(values: Tensor, index: Tensor) -> Tensor:
    """Values `[rows, pieces, tags]` at the first pieces of words `[rows, words, tags]`."""
    return values.gather(1, index.unsqueeze(2).expand(-1, -1, values.shape[2]))


def gold_words(tags: list[list[int]], index: Tensor) -> Tensor:
    longest = max(len(t) for t in tags)
    return torch.tensor([t + [0] * (longest - len(t)) for t in tags]).gather(1, index)


def cue_rows(labelled: list[Labelled]) -> list[tuple[int, range, list[int], list[int]]]:
    """(window row, scope, cue pieces, gold tags within the scope) of every attribution in a batch."""
    rows = []
    for row, item in enumerate(labelled):
        for cue, tags in item.links:
            pieces = scope(item.window, cue)
            rows.append((row, pieces, cue, tags[pieces.start : pieces.stop]))
    return rows
