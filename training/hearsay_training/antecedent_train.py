"""Trains the scorer of antecedents on exams, and answers them."""

from __future__ import annotations

from dataclasses import dataclass

import torch
from torch import Tensor

from . import antecedents
from .antecedent_data import Exam
from .antecedent_model import Antecedents
from .mentions import Found
from .words import Word

PRONOUN = len(antecedents.OWN) + antecedents.PAIR.index("pronoun")
"""Column of the feature that a candidate is a pronoun."""


def states_of(words: list[Word], found: list[Found], states: Tensor) -> Tensor:
    """Means `[mentions, width]` over the pieces of each mention's words; `states` `[pieces of the article, width]`."""
    return torch.stack([states[words[f.start].pieces[0] : words[f.end - 1].pieces[1]].float().mean(0) for f in found])


@dataclass
class Sheet:
    """An exam as tensors, a row a pair: the mention, the candidate (-1 is "none"), their features, the number of the
    question and whether the pair is right."""

    exam: Exam
    states: Tensor
    mention: Tensor
    candidate: Tensor
    features: Tensor
    owner: Tensor
    right: Tensor


def sheet(e: Exam, states: Tensor) -> Sheet | None:
    if not e.questions:
        return None
    rows = [(q.mention, c, n, c in e.right[n]) for n, q in enumerate(e.questions) for c in q.candidates]
    mention, candidate, owner, right = (torch.tensor(column) for column in zip(*rows, strict=True))
    features = torch.tensor([f for q in e.questions for f in q.features])
    return Sheet(e, states, mention, candidate, features, owner, right)


def log_shares(scores: Tensor, owner: Tensor) -> Tensor:
    """Log probability of each pair among those of its question, from scores `[pairs]`."""
    size = int(owner[-1]) + 1
    top = torch.full((size,), -1e9).scatter_reduce(0, owner, scores.detach(), "amax")
    sums = torch.zeros(size).index_add(0, owner, torch.exp(scores - top[owner]))
    return scores - top[owner] - torch.log(sums)[owner]


def direct(s: Sheet) -> Tensor:
    """0 for a pair whose candidate is no pronoun, -1e4 for others: added to scores it leaves names, nouns and none."""
    return s.features[:, PRONOUN] * -1e4


def loss_of(model: Antecedents, batch: list[Sheet]) -> Tensor:
    """Mean over questions of minus the log of the probability of all right candidates together, once among all
    candidates and once among those that are no pronouns (of questions with a right answer there)."""
    total, count = torch.zeros(()), 0
    for s in batch:
        scores = model(s.states, s.mention, s.candidate, s.features)
        size = int(s.owner[-1]) + 1
        for mask in (torch.zeros(()), direct(s)):
            right = s.right & (mask > -1)
            shares = torch.exp(log_shares(scores + mask, s.owner)) * right
            sums = torch.zeros(size).index_add(0, s.owner, shares)
            asked = torch.zeros(size).index_add(0, s.owner, right.float()) > 0
            total = total - torch.log(sums[asked] + 1e-6).sum()
        count += size
    return total / count


@torch.no_grad()
def answers(model: Antecedents, s: Sheet) -> list[tuple[int, float]]:
    """The mention (no pronoun) or -1 chosen for each question, and its probability."""
    model.eval()
    scores = model(s.states, s.mention, s.candidate, s.features)
    linked, named = (torch.exp(log_shares(scores + m, s.owner)).tolist() for m in (torch.zeros(()), direct(s)))
    rows, at = [], 0
    for q in s.exam.questions:
        part = slice(at, at + len(q.candidates))
        rows.append((linked[part], named[part]))
        at += len(q.candidates)
    return antecedents.resolve(s.exam.mentions, s.exam.questions, rows)
