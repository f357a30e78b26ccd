"""Which other mention a pronoun or a noun stands for: candidates, features, baselines. Standard library only."""

from __future__ import annotations

import math
from collections import Counter
from dataclasses import dataclass

from .mentions import Described

BEFORE, AFTER = 50, 15
"""So many candidates nearest to a mention are looked at on either side; pronouns only before it."""
DISTANCES = (0, 1, 2, 4, 9)
"""Upper bounds of the classes of distance in sentences; a sixth is beyond."""

OWN = (
    "he she they it nominal the a possessive demonstrative bare plural quoted says leads "
    "person group organisation place outlet other crowd"
).split()
"""Features of the mention itself."""
PAIR = (
    "none name nominal pronoun same_pronoun other_pronoun before "
    "b0 b1 b2 b4 b9 b10 a0 a1 a2 a4 a9 a10 words same_paragraph next_paragraph "
    "leads first_line quoted both_quoted says "
    "definite indefinite person group organisation place outlet other kinds "
    "same_head head_in_words same_words modifier_shared modifiers_equal title acronym "
    "agrees disagrees gendered number_differs salience rank nearest nearest_name nearest_fit"
).split()
"""Features of the pair; for "none" all 0 but the first."""
SIZE = len(OWN) + len(PAIR)


@dataclass(frozen=True)
class Question:
    """A mention, its candidates (by their places among the mentions; -1, "none", first) and the features of each."""

    mention: int
    candidates: list[int]
    features: list[list[float]]


def fits(m: Described, c: Described) -> bool:
    """Whether gender, number and kind allow the pair, by the lists alone."""
    if m.gender and c.gender and m.gender != c.gender:
        return False
    if m.klass in ("he", "she"):
        return c.klass == m.klass if c.found.form == "pronoun" else c.found.kind == "person"
    if m.klass == "they":
        crowd = c.found.form != "pronoun" and c.found.kind in ("organisation", "outlet", "group")
        return c.number == "plural" or crowd
    if m.klass == "it":
        return c.number == "singular" and (
            c.klass == "it" if c.found.form == "pronoun" else c.found.kind not in ("person", "group")
        )
    return c.found.form == "name" or c.head == m.head


def candidates_of(mentions: list[Described], at: int) -> list[int]:
    """Places of the candidates of a mention, nearest first on each side, those before it first."""

    def eligible(i: int) -> bool:
        form = mentions[i].found.form
        return form == "name" or (i < at if form == "pronoun" else mentions[i].found.kind != "other")

    before = [i for i in range(at - 1, -1, -1) if eligible(i)][:BEFORE]
    return before + [i for i in range(at + 1, len(mentions)) if eligible(i)][:AFTER]


def is_asked(m: Described) -> bool:
    """Pronouns, and nouns of speakers."""
    return m.found.form == "pronoun" or (m.found.form == "nominal" and m.found.kind != "other")


def own_features(m: Described, before: int) -> list[float]:
    f = m.found
    flags = [m.klass == k for k in ("he", "she", "they", "it")] + [f.form == "nominal"]
    flags += [f.form == "nominal" and m.determiner == d for d in ("the", "a", "possessive", "demonstrative", "none")]
    flags += [m.number == "plural", m.quoted, m.says, m.leads]
    return [float(x) for x in flags] + list(f.kinds) + [math.log1p(before) / 4]


def acronym(short: str, words: tuple[str, ...]) -> bool:
    return len(short) > 1 and short == "".join(w[0] for w in words if w not in ("of", "the", "and", "for", "-"))


def pair_features(m: Described, c: Described, before: bool, context: dict) -> list[float]:
    """`context` holds `rank` (how many fitting candidates lie between), `nearest`, `nearest_name`, `nearest_fit` and
    `salience` (how many names of the article end in the candidate's last word)."""
    f = c.found
    away = abs(m.sentence - c.sentence)
    step = next((i for i, bound in enumerate(DISTANCES) if away <= bound), len(DISTANCES))
    gap = abs(m.found.start - f.start)
    named = m.modifiers | {m.head} if m.found.form == "nominal" else frozenset()
    theirs = c.modifiers | {c.head} | frozenset(c.words)
    nominal = m.found.form == "nominal"
    values = [0.0, f.form == "name", f.form == "nominal", f.form == "pronoun"]
    values += [f.form == "pronoun" and c.klass == m.klass, f.form == "pronoun" and c.klass != m.klass, before]
    values += [before and step == i for i in range(6)] + [not before and step == i for i in range(6)]
    values += [math.log1p(gap) / 5, m.paragraph == c.paragraph, abs(m.paragraph - c.paragraph) == 1]
    values += [c.leads, c.paragraph == 0, c.quoted, c.quoted and m.quoted, c.says]
    values += [c.determiner in ("the", "demonstrative"), c.determiner == "a", *f.kinds]
    values += [sum(a * b for a, b in zip(m.found.kinds, f.kinds, strict=True))]
    values += [nominal and c.head == m.head, nominal and m.head in theirs, nominal and c.words == m.words]
    values += [nominal and bool(m.modifiers & theirs), nominal and c.head == m.head and m.modifiers == c.modifiers]
    values += [nominal and m.head in c.around, nominal and any(acronym(w, c.words) for w in named)]
    values += [bool(m.gender) and m.gender == c.gender, bool(m.gender and c.gender and m.gender != c.gender)]
    values += [bool(c.gender), m.number != c.number, math.log1p(context["salience"]) / 3]
    values += [1 / (1 + context["rank"]), context["nearest"], context["nearest_name"], context["nearest_fit"]]
    return [float(v) for v in values]


def question(mentions: list[Described], at: int, names: Counter) -> Question:
    m = mentions[at]
    candidates = candidates_of(mentions, at)
    own = own_features(m, at)
    rows = [own + [1.0] + [0.0] * (len(PAIR) - 1)]
    rank, side, seen, named = 0, True, False, False
    for i in candidates:
        c = mentions[i]
        before = i < at
        if before != side:
            rank, side, seen, named = 0, before, False, False
        fit = fits(m, c)
        is_name = c.found.form == "name"
        context = {
            "rank": rank if fit else 50,
            "nearest": not seen,
            "nearest_name": is_name and not named,
            "nearest_fit": fit and rank == 0,
            "salience": names[c.head] if is_name else 0,
        }
        rows.append(own + pair_features(m, c, before, context))
        rank, seen, named = rank + fit, True, named or is_name
    return Question(at, [-1, *candidates], rows)


def questions(mentions: list[Described]) -> list[Question]:
    """A question for each mention that is asked about, in order."""
    names = Counter(m.head for m in mentions if m.found.form == "name")
    return [question(mentions, i, names) for i, m in enumerate(mentions) if is_asked(m)]


def key_of(mentions: list[Described], i: int) -> object:
    """What a candidate is counted under: a name by its last word, another mention by itself."""
    m = mentions[i]
    return m.head if m.found.form == "name" and m.found.kind == "person" else m.words if m.found.form == "name" else i


def resolve(mentions: list[Described], asked: list[Question], shares: list[list[float]]) -> list[dict[int, float]]:
    """For each question the probability of each mention that is no pronoun, and of none (-1): a pronoun among the
    candidates passes its share on to what it was itself resolved to."""
    by_place: dict[int, dict[int, float]] = {}
    out = []
    for q, row in zip(asked, shares, strict=True):
        total: dict[int, float] = {}
        for i, share in zip(q.candidates, row, strict=True):
            if i >= 0 and mentions[i].found.form == "pronoun":
                for j, inner in by_place.get(i, {-1: 1.0}).items():
                    total[j] = total.get(j, 0.0) + share * inner
            else:
                total[i] = total.get(i, 0.0) + share
        by_place[q.mention] = total
        out.append(total)
    return out


def best(mentions: list[Described], total: dict[int, float]) -> tuple[int, float]:
    """The likeliest entity, by its likeliest mention, and the probability of all its names together."""
    sums: dict[object, float] = {}
    for i, share in total.items():
        key = "none" if i < 0 else ("m", key_of(mentions, i))
        sums[key] = sums.get(key, 0.0) + share
    top = max(sums, key=lambda k: sums[k])
    own = [i for i in total if ("none" if i < 0 else ("m", key_of(mentions, i))) == top]
    return max(own, key=lambda i: total[i]), sums[top]


def baseline(mentions: list[Described], at: int) -> int:
    """The nearest earlier mention that fits a pronoun; for a noun the nearest with the same head, or name beside which
    the noun stands; else none."""
    m = mentions[at]
    for i in range(at - 1, -1, -1):
        c = mentions[i]
        if c.found.form == "pronoun" or (c.found.form == "nominal" and c.found.kind == "other"):
            continue
        if m.found.form == "pronoun":
            if fits(m, c):
                return i
        elif c.head == m.head or m.head in c.around:
            return i
    return -1
