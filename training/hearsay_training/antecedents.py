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
    """What a candidate is counted under: a person's name and a noun by the last word, another name by all its words."""
    if i < 0:
        return "none"
    m = mentions[i]
    return m.head if m.found.form == "nominal" or m.found.kind == "person" else m.words


def threads(mentions: list[Described], asked: list[Question], linked: list[list[float]]) -> dict[int, int]:
    """The first mention of the run of pronouns to which each asked mention belongs: a pronoun joins the run of the
    pronoun of its class that is its likeliest candidate of all."""
    run: dict[int, int] = {}
    for q, row in zip(asked, linked, strict=True):
        best = q.candidates[max(range(len(row)), key=lambda j: row[j])]
        klass = mentions[q.mention].klass
        run[q.mention] = run[best] if klass and best in run and mentions[best].klass == klass else q.mention
    return run


def resolve(
    mentions: list[Described], asked: list[Question], rows: list[tuple[list[float], list[float]]]
) -> list[tuple[int, float]]:
    """For each question the mention (no pronoun) that it stands for, -1 for none, and its probability.

    `rows` has for each question the probabilities of its candidates, first among all, then among those that are no
    pronouns. The pronouns of a run answer together: the mean of their second probabilities, by `key_of`.
    """
    run = threads(mentions, asked, [linked for linked, _ in rows])
    sums: dict[int, dict[object, float]] = {}
    places: dict[int, dict[object, list[int]]] = {}
    sizes = Counter(run.values())
    for q, (_, named) in zip(asked, rows, strict=True):
        total = sums.setdefault(run[q.mention], {})
        place = places.setdefault(run[q.mention], {})
        for i, share in zip(q.candidates, named, strict=True):
            if i < 0 or mentions[i].found.form != "pronoun":
                key = key_of(mentions, i)
                total[key] = total.get(key, 0.0) + share
                place.setdefault(key, []).append(i)
    out = []
    for q, (_, named) in zip(asked, rows, strict=True):
        total = sums[run[q.mention]]
        key = max(total, key=lambda k: total[k])
        own = {i: p for i, p in zip(q.candidates, named, strict=True) if i in places[run[q.mention]][key]}
        near = min(places[run[q.mention]][key], key=lambda i: abs(i - q.mention))
        out.append((max(own, key=lambda i: own[i]) if own else near, total[key] / sizes[run[q.mention]]))
    return out


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
