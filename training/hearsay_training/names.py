"""The head for names: spans and kinds of names, and kinds of the nouns that head other mentions."""

from __future__ import annotations

from dataclasses import dataclass

import torch
from torch import Tensor, nn

from .entities import KINDS, Document, Span
from .mentions import Found, pooled
from .states import Encoded
from .words import LISTS, SHAPES, Word

WIDTH = 96
NAME_TAGS = 2 * len(KINDS) + 1
"""O, then begin and inside of each kind."""
HEAD_TAGS = len(KINDS) + 1
"""No head of a mention, then the kinds."""
IGNORE = -1
OPEN = -2
"""Where only some nouns are annotated an unmarked one is nothing or `other`."""


class Names(nn.Module):
    """Two convolutions over the pieces of a window."""

    def __init__(self, width: int, inner: int = WIDTH, drop: float = 0.3):
        super().__init__()
        self.into = nn.Linear(width, inner)
        self.shape = nn.Embedding(SHAPES, inner)
        self.listed = nn.Embedding(len(LISTS) + 1, inner)
        self.norm = nn.LayerNorm(inner)
        self.near = nn.Conv1d(inner, inner, 5, padding=2)
        self.wide = nn.Conv1d(inner, inner, 5, padding=2)
        self.drop = nn.Dropout(drop)
        self.names = nn.Linear(inner, NAME_TAGS)
        self.heads = nn.Linear(inner, HEAD_TAGS)

    def forward(self, states: Tensor, shape: Tensor, listed: Tensor) -> tuple[Tensor, Tensor]:
        """Scores `[windows, pieces, 13]` of name tags and `[windows, pieces, 7]` of mention heads.

        `states` `[windows, pieces, width]`; `shape`, `listed` int64 `[windows, pieces]`: the spelling classes of the
        word to which the piece belongs (`words.py`), 0 for pieces of no word.
        """
        x = self.norm(self.into(self.drop(states)) + self.shape(shape) + self.listed(listed))
        mask = (shape > 0).to(x.dtype).unsqueeze(-1)
        for layer in (self.near, self.wide):
            x = x + nn.functional.gelu(layer((self.drop(x) * mask).transpose(1, 2)).transpose(1, 2))
        x = self.drop(x)
        return self.names(x), self.heads(x)


@dataclass
class Tags:
    """Gold of an article's words: name tags, and kinds of mention heads (`OPEN` where unmarked teaches little)."""

    names: list[int]
    heads: list[int]


def covered(words: list[Word], span: Span) -> list[int]:
    return [i for i, w in enumerate(words) if w.span[0] < span[1] and w.span[1] > span[0]]


def label(document: Document, words: list[Word]) -> Tags:
    size = len(words)
    tags = Tags([0] * size, [0 if document.complete else OPEN] * size)
    for m in document.mentions:
        inside = covered(words, m.span)
        if not inside:
            continue
        kind = KINDS.index(m.kind)
        if m.form == "name":
            for place, i in enumerate(inside):
                tags.names[i] = 1 + 2 * kind + (place > 0)
                tags.heads[i] = 0
        elif m.form == "nominal":
            tags.heads[inside[-1]] = 1 + kind
        else:
            tags.heads[inside[-1]] = 0
    return tags


@dataclass
class Item:
    """A window ready for the head: its inputs, the piece at which each accepted word begins, and that word's number."""

    states: Tensor
    shape: Tensor
    listed: Tensor
    at: list[int]
    word: list[int]


def items_of(article: Encoded) -> list[Item]:
    owner: dict[int, int] = {}
    for number, word in enumerate(article.words):
        for piece in range(*word.pieces):
            owner[piece] = number
    items = []
    for window, row, inner in zip(article.windows, article.rows, article.inner, strict=True):
        of = [owner[i] if i >= 0 else -1 for i in row]
        shape = torch.tensor([article.words[n].shape if n >= 0 else 0 for n in of])
        listed = torch.tensor([article.words[n].listed if n >= 0 else 0 for n in of])
        at = [i for i in range(*window.accept) if row[i] >= 0 and article.words[of[i]].pieces[0] == row[i]]
        items.append(Item(inner, shape, listed, at, [of[i] for i in at]))
    return items


def pad(items: list[Item]) -> tuple[Tensor, Tensor, Tensor]:
    rows = lambda name: nn.utils.rnn.pad_sequence([getattr(i, name) for i in items], batch_first=True)  # noqa: E731
    return rows("states"), rows("shape"), rows("listed")


def loss_of(model: Names, batch: list[tuple[Item, Tags]]) -> Tensor:
    names, heads = model(*pad([item for item, _ in batch]))
    rows = torch.tensor([r for r, (item, _) in enumerate(batch) for _ in item.at])
    columns = torch.tensor([c for item, _ in batch for c in item.at])
    gold_names = torch.tensor([tags.names[w] for item, tags in batch for w in item.word])
    gold_heads = torch.tensor([tags.heads[w] for item, tags in batch for w in item.word])
    loss = nn.functional.cross_entropy(names[rows, columns], gold_names)
    kinds = torch.log_softmax(heads[rows, columns], -1)
    sure = gold_heads >= 0
    unmarked = torch.logsumexp(kinds[:, [0, HEAD_TAGS - 1]], -1)
    right = torch.where(sure, kinds.gather(1, gold_heads.clamp(min=0).unsqueeze(1)).squeeze(1), unmarked)
    return loss - right.mean()


@torch.no_grad()
def probabilities(model: Names, article: Encoded) -> tuple[list[list[float]], list[list[float]]]:
    """Probabilities of name tags and of head tags for each word of an article."""
    model.eval()
    items = items_of(article)
    names = [[1.0] + [0.0] * (NAME_TAGS - 1) for _ in article.words]
    heads = [[1.0] + [0.0] * (HEAD_TAGS - 1) for _ in article.words]
    for i in range(0, len(items), 16):
        part = items[i : i + 16]
        got_names, got_heads = (torch.softmax(t, -1).tolist() for t in model(*pad(part)))
        for row, item in enumerate(part):
            for at, word in zip(item.at, item.word, strict=True):
                names[word], heads[word] = got_names[row][at], got_heads[row][at]
    return names, heads


def spans_of(names: list[list[float]], paragraphs: list[int]) -> list[Found]:
    """Runs of words that are more likely in a name than not; a run ends where a paragraph ends or where a begin is
    likelier than an inside of any kind. The kind is the likeliest by the mean over the run."""
    found: list[Found] = []
    start = -1

    def close(end: int) -> None:
        if start >= 0:
            run = names[start:end]
            sums = [sum(p[1 + 2 * k] + p[2 + 2 * k] for p in run) for k in range(len(KINDS))]
            total = sum(sums)
            found.append(Found(start, end, "name", tuple(s / total for s in sums)))

    for i, p in enumerate(names):
        inside = p[0] < 0.5
        new = inside and (start < 0 or paragraphs[i] != paragraphs[i - 1] or sum(p[1::2]) > sum(p[2::2]))
        if start >= 0 and (not inside or new):
            close(i)
            start = -1
        if new:
            start = i
    close(len(names))
    return found


def heads_of(heads: list[list[float]], names: list[Found]) -> list[Found]:
    """Words outside names that are more likely heads of mentions than not."""
    taken = {i for n in names for i in range(n.start, n.end)}
    return [
        Found(i, i + 1, "nominal", tuple(v / (1 - p[0]) for v in p[1:]))
        for i, p in enumerate(heads)
        if i not in taken and p[0] < 0.5
    ]


def read(model: Names, article: Encoded) -> list[Found]:
    """Names and other mentions' heads of an article, in order."""
    names, heads = probabilities(model, article)
    spans = spans_of(names, [w.paragraph for w in article.words])
    return sorted(pooled(article.words, spans) + heads_of(heads, spans), key=lambda f: f.start)
