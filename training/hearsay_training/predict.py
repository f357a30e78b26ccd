"""Reads articles with a model (PyTorch or exported) as the product's tagger does."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import onnxruntime
import torch

from . import batches, decode, pieces
from .model import Model
from .windows import Window, pack

Span = tuple[int, int]
BATCH = 8
LINK_BATCH = 32
MOST_PADDING = 0.12
"""As in the product's tagger: int8 activations are scaled over a batch, so other batches round otherwise."""


@dataclass(frozen=True)
class Found:
    """One attribution, in code points of the text; `cue_confidence` and `content_confidence` from 0 to 1."""

    source: list[Span]
    cue: list[Span]
    content: list[Span]
    cue_confidence: float
    content_confidence: float


@dataclass(frozen=True)
class Network:
    """`encode` gives cue scores, piece and signal states; `link` the role scores; both take and give numpy arrays."""

    encode: Callable
    link: Callable
    cue: decode.Crf
    roles: decode.Crf


def from_model(model: Model) -> Network:
    model.eval()

    @torch.no_grad()
    def encode(ids, mask, case):
        states = model.encode(torch.from_numpy(ids), torch.from_numpy(mask), torch.from_numpy(case))
        return [t.numpy() for t in (model.cue(states), model.piece(states), model.signal(states))]

    @torch.no_grad()
    def link(*feeds):
        return model.link_projected(*map(torch.from_numpy, feeds)).numpy()

    crfs = [decode.Crf(*(t.detach().double().numpy() for t in c.moves())) for c in (model.cue_crf, model.role_crf)]
    return Network(encode, link, *crfs)


def from_folder(folder: Path, config: dict) -> Network:
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = 1
    encoder, linker = (onnxruntime.InferenceSession(str(folder / f"{n}.onnx"), options) for n in ("encoder", "linker"))

    def encode(ids, mask, case):
        return encoder.run(["cue", "piece", "signal"], {"ids": ids, "mask": mask, "case": case})

    def link(piece, signal, at, mask, cue, position):
        feeds = {"piece": piece, "signal": signal, "at": at, "mask": mask, "cue": cue, "position": position}
        return linker.run(None, feeds)[0]

    crfs = [decode.Crf(np.array(config[n]["transitions"]), np.array(config[n]["start"])) for n in ("cue", "roles")]
    return Network(encode, link, *crfs)


def read(text: str, tokenizer, network: Network, outside: float, threshold: float) -> list[Found]:
    """Attributions of a text, a paragraph a line, in order of their cues."""
    found = []
    for batch in alike(list(pack(pieces.paragraphs(tokenizer, text))), lambda w: len(w.ids) + 2, BATCH):
        found += _read_batch(batch, network, outside, threshold)
    return sorted(found, key=lambda f: f.cue[0])


def alike(items: list, size: Callable, most: int) -> Iterator[list]:
    """The items in batches of nearly one size, smallest first."""
    batch, filled = [], 0
    for item in sorted(items, key=size):
        whole = size(item) * (len(batch) + 1)
        if len(batch) == most or whole - filled - size(item) > whole * MOST_PADDING:
            yield batch
            batch, filled = [], 0
        batch.append(item)
        filled += size(item)
    if batch:
        yield batch


def _read_batch(batch: list[Window], network: Network, outside: float, threshold: float) -> Iterator[Found]:
    encoded = batches.encode(batch)
    cue_scores, piece, signal = network.encode(encoded.ids.numpy(), encoded.mask.numpy(), encoded.case.numpy())
    rows = []
    for row, window in enumerate(batch):
        scores = cue_scores[row, 1 : len(window.ids) + 1]
        for cue in decode.decode_cues(window, scores, network.cue, outside, threshold):
            rows.append((row, window, cue, batches.scope(window, [cue.start])))
    for group in alike(rows, lambda r: len(r[3]), LINK_BATCH):
        link = batches.links([(row, s, list(range(c.start, c.end))) for row, _, c, s in group], encoded.ids.shape[1])
        roles = network.link(piece, signal, *(t.numpy() for t in (link.at, link.mask, link.cue, link.position)))
        for scores, (_, window, cue, scope) in zip(roles, group, strict=True):
            got = decode.decode_roles(window, cue, scope, scores[: len(scope)], network.roles)
            if got.content:
                spans = lambda runs, w=window: [(w.offsets[s][0], w.offsets[e - 1][1]) for s, e in runs]  # noqa: E731
                yield Found(
                    spans(got.source), spans([(cue.start, cue.end)]), spans(got.content), cue.confidence, got.confidence
                )
