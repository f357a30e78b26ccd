"""Fits a small head: batches in an order fixed by the seed, a moving average of the weights, resumable."""

from __future__ import annotations

import copy
import random
import time
from collections.abc import Callable
from pathlib import Path

import torch
from torch import Tensor, nn

SAVE_SECONDS = 600
SMOOTH = 0.99


def fit(
    model: nn.Module,
    items: list,
    loss_of: Callable[[nn.Module, list], Tensor],
    *,
    epochs: int,
    batch: int,
    rate: float,
    decay: float = 0.05,
    seed: int = 1,
    checkpoint: Path | None = None,
    slow: dict[str, float] | None = None,
) -> nn.Module:
    """The smoothed model after `epochs` over `items`; goes on from `checkpoint` where there is one.
    `slow` gives the parameters whose names begin so a rate of their own."""
    torch.manual_seed(seed)
    smooth = copy.deepcopy(model)
    groups: dict[float, list[nn.Parameter]] = {}
    for name, parameter in model.named_parameters():
        own = next((r for prefix, r in (slow or {}).items() if name.startswith(prefix)), rate)
        groups.setdefault(own, []).append(parameter)
    adam = torch.optim.AdamW([{"params": p, "lr": r} for r, p in groups.items()], weight_decay=decay)
    steps = epochs * -(-len(items) // batch)
    warm = max(1, steps // 20)
    plan = torch.optim.lr_scheduler.LambdaLR(adam, lambda s: min((s + 1) / warm, max(0.02, 1 - s / steps)))
    parts = {"model": model, "smooth": smooth, "adam": adam, "plan": plan}
    first = 0
    if checkpoint and checkpoint.exists():
        state = torch.load(checkpoint, map_location="cpu")
        for name, part in parts.items():
            part.load_state_dict(state[name])
        first = state["epoch"]
    saved = time.monotonic()
    for epoch in range(first, epochs):
        order = list(range(len(items)))
        random.Random(seed * 1000 + epoch).shuffle(order)
        model.train()
        for start in range(0, len(order), batch):
            loss = loss_of(model, [items[i] for i in order[start : start + batch]])
            adam.zero_grad()
            loss.backward()
            nn.utils.clip_grad_norm_(model.parameters(), 1.0)
            adam.step()
            plan.step()
            with torch.no_grad():
                for mean, value in zip(smooth.parameters(), model.parameters(), strict=True):
                    mean.lerp_(value, 1 - SMOOTH)
        if checkpoint and time.monotonic() - saved > SAVE_SECONDS:
            state = {name: part.state_dict() for name, part in parts.items()} | {"epoch": epoch + 1}
            torch.save(state, checkpoint.with_suffix(".part"))
            checkpoint.with_suffix(".part").replace(checkpoint)
            saved = time.monotonic()
    return smooth.eval()
