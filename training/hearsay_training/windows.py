"""Packs paragraphs into windows and labels their pieces.

A window is what one encoder pass sees. Paragraphs are packed whole, in order, up to a budget of pieces: 99 % of
PolNeAR's attributions lie in one paragraph, and attention over short windows is cheap. A paragraph longer than
`LONGEST` is cut into overlapping windows. `src/attribution/tagger/windows.ts` does the same.
"""

from __future__ import annotations

import random
from dataclasses import dataclass

from .pieces import PARAGRAPH, Paragraph
from .polnear import Attribution, Span

BUDGET = 128
"""Pieces of a packed window, [CLS] and [SEP] left out."""
LONGEST = 192
"""A paragraph up to this many pieces stands in a window of its own when it exceeds the budget."""
STRIDE = 96
"""Step between the windows of a longer paragraph."""


@dataclass
class Window:
    """Pieces of one encoder pass; `paragraph[i]` numbers the paragraph of piece i, -1 for the break between two.
    `accept` is the half-open range of pieces whose cues are taken from this window (the rest is overlap)."""

    ids: list[int]
    offsets: list[tuple[int, int]]
    case: list[int]
    first: list[bool]
    paragraph: list[int]
    accept: tuple[int, int]


def pack(paragraphs: list[Paragraph], budget: int = BUDGET) -> list[Window]:
    """Windows over a whole article, every piece accepted in exactly one."""
    windows: list[Window] = []
    current: Window | None = None
    for number, p in enumerate(paragraphs):
        size = len(p.ids)
        if size > LONGEST:
            if current:
                windows.append(current)
            current = None
            windows.extend(_cut(p, number))
            continue
        if current and len(current.ids) + 1 + size > budget:
            windows.append(current)
            current = None
        if current is None:
            current = Window([], [], [], [], [], (0, 0))
        else:
            _append(current, [PARAGRAPH], [p.offsets[0][:1] * 2], [0], [True], -1)
        _append(current, p.ids, p.offsets, p.case, p.first, number)
    if current:
        windows.append(current)
    return windows


def _append(window: Window, ids, offsets, case, first, number: int) -> None:
    window.ids += ids
    window.offsets += offsets
    window.case += case
    window.first += first
    window.paragraph += [number] * len(ids)
    window.accept = (0, len(window.ids))


def _cut(p: Paragraph, number: int) -> list[Window]:
    windows = []
    size, margin = len(p.ids), (LONGEST - STRIDE) // 2
    for start in range(0, size - LONGEST + STRIDE, STRIDE):
        end = min(size, start + LONGEST)
        cut = slice(start, end)
        window = Window(
            p.ids[cut], p.offsets[cut], p.case[cut], [True, *p.first[cut][1:]], [number] * (end - start), (0, 0)
        )
        low = 0 if start == 0 else margin
        high = end - start if end == size else margin + STRIDE
        window.accept = (low, high)
        windows.append(window)
    return windows


def covered(offsets: list[tuple[int, int]], spans: tuple[Span, ...]) -> list[int]:
    """Indices of the pieces that overlap any of the spans."""
    hit = []
    for i, (start, end) in enumerate(offsets):
        if start < end and any(start < e and end > s for s, e in spans):
            hit.append(i)
    return hit


def bio(size: int, indices: list[int], begin: int, out: list[int] | None = None) -> list[int]:
    """BIO tags (`begin`, `begin + 1` inside) of the given pieces over a row of `size`, written onto `out`."""
    row = [0] * size if out is None else out
    previous = -2
    for i in indices:
        row[i] = begin + (i == previous + 1)
        previous = i
    return row


@dataclass
class Labelled:
    """A window with its gold: cue tags, source/content tags of all attributions, and the attributions whose cue it holds."""

    window: Window
    cue: list[int]
    roles: list[int]
    links: list[tuple[list[int], list[int]]]
    """For each attribution: pieces of its cue, and BIO tags of its source (1, 2) and content (3, 4) over the window."""


def label(window: Window, attributions: tuple[Attribution, ...]) -> Labelled:
    size = len(window.ids)
    low, high = window.offsets[0][0], max(end for _, end in window.offsets)
    cue, roles, links = [0] * size, [0] * size, []
    for a in attributions:
        spans = a.source + a.cue + a.content
        if min(s for s, _ in spans) >= high or max(e for _, e in spans) <= low:
            continue
        content, source = covered(window.offsets, a.content), covered(window.offsets, a.source)
        bio(size, content, 3, roles)
        bio(size, source, 1, roles)
        signal = covered(window.offsets, a.cue)
        if not signal:
            continue
        bio(size, signal, 1, cue)
        links.append((signal, bio(size, source, 1, bio(size, content, 3))))
    return Labelled(window, cue, roles, links)


QUOTE_STYLES = {"straight": '""', "curly": "“”", "single": "‘’", "angled": "«»", "typewriter": "''"}


def restyle(text: str, style: str) -> str:
    """The same text with its double quotation marks in another style, character for character, so offsets hold."""
    opening, closing = QUOTE_STYLES[style]
    out, opened = [], False
    for i, ch in enumerate(text):
        if ch == "\n":
            opened = False
        if ch == "“" or (ch == '"' and not opened and (i + 1 < len(text) and not text[i + 1].isspace())):
            out.append(opening)
            opened = True
        elif ch in '”"':
            out.append(closing)
            opened = False
        else:
            out.append(ch)
    return "".join(out)


def random_style(rng: random.Random) -> str | None:
    """A style for an article in training: mostly its own, at times another newspaper's."""
    roll = rng.random()
    if roll < 0.6:
        return None
    return rng.choice(list(QUOTE_STYLES))
