"""Fine-tunes the encoder with its heads. Resumable: a checkpoint every `SAVE_SECONDS` and after each epoch."""

from __future__ import annotations

import copy
import math
import random
import sys
import time
from dataclasses import dataclass
from pathlib import Path

import torch
from torch import nn

from . import batches, pieces, windows
from .model import Model, load_recipe
from .polnear import Article

SAVE_SECONDS = 600
WEIGHT = {"cue": 3.0, "roles": 0.5, "link": 2.0}
BUDGETS = (96, 112, 128, 160)
"""Window budgets drawn per article and epoch, so that the model does not learn where windows end."""
SMOOTH = 0.998
"""Decay of the moving average of the weights, which is what is exported."""


@dataclass
class Settings:
    base: Path
    vocab: Path
    out: Path
    start: Path | None = None
    planned: int = 3
    """Epochs over which the learning rate falls to nothing."""
    epochs: int = 2
    """Epochs that are run; the model card says what the third would give and take."""
    batch: int = 16
    rate: float = 4e-5
    head_rate: float = 3e-4
    crf_rate: float = 5e-3
    warm_up: float = 0.06
    seed: int = 1


def epoch_batches(articles: list[Article], tokenizer, settings: Settings, epoch: int) -> list[list[windows.Labelled]]:
    """The epoch's batches, the same for the same seed and epoch, so that a resumed run goes on where it stopped."""
    rng = random.Random(settings.seed * 1000 + epoch)
    items = []
    for article in articles:
        style = windows.random_style(rng)
        text = windows.restyle(article.text, style) if style else article.text
        packed = windows.pack(pieces.paragraphs(tokenizer, text), rng.choice(BUDGETS))
        items += [windows.label(w, article.attributions) for w in packed]
    items = [item for item in items if len(item.window.ids) > 4]
    items.sort(key=lambda item: len(item.window.ids) + rng.random() * 24)
    groups = [items[i : i + settings.batch] for i in range(0, len(items), settings.batch)]
    rng.shuffle(groups)
    return groups


def loss_of(model: Model, batch: list[windows.Labelled]) -> torch.Tensor:
    encoded = batches.encode([item.window for item in batch])
    states = model.encode(encoded.ids, encoded.mask, encoded.case)
    inner = states[:, 1:]
    index, lengths = batches.words([item.window.first for item in batch])
    cue = model.cue_crf(
        batches.pick(model.cue(inner), index), batches.gold_words([b.cue for b in batch], index), lengths
    )
    scores = batches.pick(model.roles(inner), index)
    valid = torch.arange(index.shape[1]).unsqueeze(0) < lengths.unsqueeze(1)
    roles = nn.functional.cross_entropy(scores[valid], batches.gold_words([b.roles for b in batch], index)[valid])
    loss = WEIGHT["cue"] * cue + WEIGHT["roles"] * roles
    rows = batches.cue_rows(batch)
    if rows:
        link = batches.links([(window, scope, signal) for window, scope, signal, _ in rows], encoded.ids.shape[1])
        out = model.link(states, link.at, link.mask, link.cue, link.position)
        first = [[f or k == 0 for k, f in enumerate(batch[w].window.first[s.start : s.stop])] for w, s, _, _ in rows]
        index, lengths = batches.words(first)
        gold = batches.gold_words([tags for *_, tags in rows], index)
        loss = loss + WEIGHT["link"] * model.role_crf(batches.pick(out, index), gold, lengths)
    return loss


def optimiser(model: Model, settings: Settings, steps: int):
    def rate_of(name: str) -> float:
        if "crf" in name:
            return settings.crf_rate
        return settings.rate if name.startswith("encoder.") else settings.head_rate

    groups: dict[float, list[nn.Parameter]] = {}
    for name, parameter in model.named_parameters():
        groups.setdefault(rate_of(name), []).append(parameter)
    adam = torch.optim.AdamW([{"params": p, "lr": rate} for rate, p in groups.items()], weight_decay=0.01)
    warm = max(1, int(settings.warm_up * steps))
    plan = torch.optim.lr_scheduler.LambdaLR(adam, lambda s: min((s + 1) / warm, max(0.02, 1 - s / steps)))
    return adam, plan


def train(
    articles: list[Article], settings: Settings, say=lambda line: print(line, file=sys.stderr, flush=True)
) -> Path:
    """Trains and returns the path of the mean of the epochs' smoothed weights (`OUT/model.pt`)."""
    torch.manual_seed(settings.seed)
    settings.out.mkdir(parents=True, exist_ok=True)
    checkpoint, final = settings.out / "checkpoint.pt", settings.out / "model.pt"
    tokenizer = pieces.load_tokenizer(settings.vocab)
    model = Model(settings.base)
    if settings.start:
        load_recipe(model, settings.start)
    per_epoch = len(epoch_batches(articles, tokenizer, settings, 0))
    adam, plan = optimiser(model, settings, math.ceil(per_epoch * 1.02) * settings.planned)
    smooth = copy.deepcopy(model)
    first_epoch, first_batch = 0, 0
    if checkpoint.exists():
        state = torch.load(checkpoint, map_location="cpu")
        model.load_state_dict(state["model"])
        smooth.load_state_dict(state["smooth"])
        adam.load_state_dict(state["adam"])
        plan.load_state_dict(state["plan"])
        torch.set_rng_state(state["rng"])
        first_epoch, first_batch = state["epoch"], state["batch"]
        say(f"goes on at epoch {first_epoch + 1}, batch {first_batch}")

    def save(epoch: int, batch: int) -> None:
        state = {
            "model": model.state_dict(),
            "smooth": smooth.state_dict(),
            "adam": adam.state_dict(),
            "plan": plan.state_dict(),
            "rng": torch.get_rng_state(),
            "epoch": epoch,
            "batch": batch,
        }
        torch.save(state, checkpoint.with_suffix(".part"))
        checkpoint.with_suffix(".part").replace(checkpoint)

    saved, started = time.monotonic(), time.monotonic()
    for epoch in range(first_epoch, settings.epochs):
        groups = epoch_batches(articles, tokenizer, settings, epoch)
        model.train()
        total, seen = 0.0, 0
        for number, batch in enumerate(groups):
            if epoch == first_epoch and number < first_batch:
                continue
            loss = loss_of(model, batch)
            loss.backward()
            nn.utils.clip_grad_norm_(model.parameters(), 1.0)
            adam.step()
            plan.step()
            adam.zero_grad()
            with torch.no_grad():
                for mean, value in zip(smooth.parameters(), model.parameters(), strict=True):
                    mean.lerp_(value, 1 - SMOOTH)
            total, seen = total + loss.item(), seen + 1
            if number % 20 == 0:
                minutes = (time.monotonic() - started) / 60
                say(f"epoch {epoch + 1} batch {number}/{len(groups)} loss {total / seen:.4f} after {minutes:.1f} min")
            if time.monotonic() - saved > SAVE_SECONDS:
                save(epoch, number + 1)
                saved = time.monotonic()
        save(epoch + 1, 0)
        torch.save(smooth.state_dict(), settings.out / f"epoch{epoch + 1}.pt")
    torch.save(mean_of([settings.out / f"epoch{n + 1}.pt" for n in range(settings.epochs)]), final)
    return final


def mean_of(paths: list[Path]) -> dict[str, torch.Tensor]:
    """The mean of saved weights (Izmailov et al. 2018); what is no float is taken from the first."""
    states = [torch.load(path, map_location="cpu") for path in paths]
    first = states[0]
    return {
        name: sum(state[name] for state in states) / len(states) if value.is_floating_point() else value
        for name, value in first.items()
    }
