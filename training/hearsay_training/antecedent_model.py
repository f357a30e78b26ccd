"""The scorer of pairs of mentions over the frozen encoder's states, with "none" as a candidate of its own."""

from __future__ import annotations

import torch
from torch import Tensor, nn

from .antecedents import SIZE

WIDTH = 24


class Antecedents(nn.Module):
    """A two-layer perceptron over both mentions' states, their product and the pair's features."""

    def __init__(self, width: int, inner: int = WIDTH, hidden: int = 48, drop: float = 0.3):
        super().__init__()
        self.mention, self.candidate = nn.Linear(width, inner), nn.Linear(width, inner)
        self.nothing = nn.Parameter(torch.zeros(1, width))
        self.norm = nn.LayerNorm(inner)
        self.up = nn.Linear(3 * inner + SIZE, hidden)
        self.middle = nn.Linear(hidden, hidden)
        self.down = nn.Linear(hidden, 1)
        self.drop = nn.Dropout(drop)

    def forward(self, states: Tensor, mention: Tensor, candidate: Tensor, features: Tensor) -> Tensor:
        """Scores `[pairs]`, to be made probabilities by a softmax over each mention's pairs.

        `states` `[mentions, width]`: means over the pieces of each mention's words; `mention`, `candidate` int64
        `[pairs]`: rows of `states`, -1 as candidate for "none"; `features` `[pairs, SIZE]`.
        """
        rows = self.drop(torch.cat([self.nothing, states]))
        m = self.norm(self.mention(rows)).index_select(0, mention + 1)
        c = self.norm(self.candidate(rows)).index_select(0, candidate + 1)
        x = torch.cat([self.drop(m), self.drop(c), self.drop(m * c), features], -1)
        x = nn.functional.gelu(self.up(x))
        x = x + nn.functional.gelu(self.middle(self.drop(x)))
        return self.down(self.drop(x)).squeeze(-1)
