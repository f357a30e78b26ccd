"""From scores to spans, word by word; the twin of `src/attribution/tagger/decode.ts`, in double precision."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from .windows import Window

LARGEST_HOLE = 12


@dataclass(frozen=True)
class Crf:
    transitions: np.ndarray
    start: np.ndarray


@dataclass(frozen=True)
class Cue:
    start: int
    end: int
    confidence: float


@dataclass(frozen=True)
class Roles:
    source: list[tuple[int, int]]
    content: list[tuple[int, int]]
    confidence: float


def viterbi(crf: Crf, scores: np.ndarray) -> list[int]:
    best = crf.start + scores[0]
    back = np.zeros(scores.shape, int)
    for w in range(1, len(scores)):
        reach = best[:, None] + crf.transitions
        back[w] = reach.argmax(0)
        best = reach.max(0) + scores[w]
    path = [int(best.argmax())]
    for w in range(len(scores) - 1, 0, -1):
        path.append(int(back[w, path[-1]]))
    return path[::-1]


def _log_sum(values: np.ndarray, axis: int) -> np.ndarray:
    top = values.max(axis, keepdims=True)
    return (top + np.log(np.exp(values - top).sum(axis, keepdims=True))).squeeze(axis)


def marginals(crf: Crf, scores: np.ndarray) -> np.ndarray:
    forward, backward = np.zeros_like(scores), np.zeros_like(scores)
    forward[0] = crf.start + scores[0]
    for w in range(1, len(scores)):
        forward[w] = _log_sum(forward[w - 1][:, None] + crf.transitions, 0) + scores[w]
    for w in range(len(scores) - 2, -1, -1):
        backward[w] = _log_sum(crf.transitions + scores[w + 1] + backward[w + 1], 1)
    return np.exp(forward + backward - _log_sum(forward[-1], 0))


def word_starts(window: Window, start: int, end: int) -> list[int]:
    return [i for i in range(start, end) if i == start or window.first[i]]


def decode_cues(window: Window, scores: np.ndarray, crf: Crf, outside: float, threshold: float) -> list[Cue]:
    """Cues from scores `[pieces, 3]`; see decode.ts for the meaning of `outside` and `threshold`."""
    starts = word_starts(window, 0, len(window.ids))
    emissions = scores[starts].astype(np.float64)
    path = viterbi(crf, emissions + np.array([outside, 0, 0]))
    if not any(path):
        return []
    probability = marginals(crf, emissions)
    cues = []
    for w, tag in enumerate(path):
        if tag != 1:
            continue
        to, at = w + 1, starts[w]
        while to < len(path) and path[to] == 2 and window.paragraph[starts[to]] == window.paragraph[at]:
            to += 1
        confidence = float((1 - probability[w:to, 0]).max())
        if window.accept[0] <= at < window.accept[1] and confidence >= threshold:
            cues.append(Cue(at, starts[to] if to < len(starts) else len(window.ids), confidence))
    return cues


def decode_roles(window: Window, cue: Cue, scope: range, scores: np.ndarray, crf: Crf) -> Roles:
    """Source and content of a cue from scores `[len(scope), 5]`."""
    starts = word_starts(window, scope.start, scope.stop)
    emissions = scores[[i - scope.start for i in starts]].astype(np.float64)
    path, probability = viterbi(crf, emissions), marginals(crf, emissions)
    sure = [probability[w, 3] + probability[w, 4] for w, tag in enumerate(path) if tag >= 3]
    ends = [*starts[1:], scope.stop]

    def runs(tags: tuple[int, int]) -> list[tuple[int, int]]:
        found: list[tuple[int, int]] = []
        for w, tag in enumerate(path):
            if tag in tags:
                if found and found[-1][1] == starts[w]:
                    found[-1] = (found[-1][0], ends[w])
                else:
                    found.append((starts[w], ends[w]))
        return found

    source = runs((1, 2))
    blocked = {i for s, e in [*source, (cue.start, cue.end)] for i in range(s, e)}
    content: list[tuple[int, int]] = []
    for start, end in runs((3, 4)):
        hole = range(content[-1][1], start) if content else range(0)
        if content and len(hole) <= LARGEST_HOLE and not blocked.intersection(hole):
            content[-1] = (content[-1][0], end)
        else:
            content.append((start, end))
    return Roles(source, content, float(np.mean(sure)) if sure else 0.0)
