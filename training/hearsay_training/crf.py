"""A linear-chain conditional random field over words (Lafferty, McCallum and Pereira 2001)."""

from __future__ import annotations

import torch
from torch import Tensor, nn


class Crf(nn.Module):
    """Negative log-likelihood of tag sequences; decoding is done outside, from `transitions`, `start`.

    Emissions `[n, words, tags]`, tags `[n, words]`, lengths `[n]`. Illegal moves (into `inside` from anything but
    its own begin or inside) are held at -1e4.
    """

    def __init__(self, tags: int, insides: dict[int, int]):
        super().__init__()
        self.transitions = nn.Parameter(torch.zeros(tags, tags))
        self.start = nn.Parameter(torch.zeros(tags))
        illegal = torch.zeros(tags, tags)
        illegal_start = torch.zeros(tags)
        for inside, begin in insides.items():
            illegal_start[inside] = -1e4
            for previous in range(tags):
                if previous not in (inside, begin):
                    illegal[previous, inside] = -1e4
        self.register_buffer("illegal", illegal)
        self.register_buffer("illegal_start", illegal_start)

    def moves(self) -> tuple[Tensor, Tensor]:
        """Scores `[from, to]` of moves and of starts, illegal ones included."""
        return self.transitions + self.illegal, self.start + self.illegal_start

    def forward(self, emissions: Tensor, tags: Tensor, lengths: Tensor) -> Tensor:
        """Mean negative log-likelihood per word."""
        moves, start = self.moves()
        n, words, _ = emissions.shape
        mask = torch.arange(words).unsqueeze(0) < lengths.unsqueeze(1)
        rows = torch.arange(n)
        gold = start[tags[:, 0]] + emissions[rows, 0, tags[:, 0]]
        steps = moves[tags[:, :-1], tags[:, 1:]] + emissions[:, 1:].gather(2, tags[:, 1:].unsqueeze(2)).squeeze(2)
        gold = gold + (steps * mask[:, 1:]).sum(1)
        alpha = start + emissions[:, 0]
        for w in range(1, words):
            after = torch.logsumexp(alpha.unsqueeze(2) + moves.unsqueeze(0), 1) + emissions[:, w]
            alpha = torch.where(mask[:, w].unsqueeze(1), after, alpha)
        return (torch.logsumexp(alpha, 1) - gold).sum() / lengths.sum()
