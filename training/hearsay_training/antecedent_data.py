"""Annotated mentions as questions with their right answers, and the measures of answers. Standard library only."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, replace

from . import antecedents
from .entities import CLASS_OF, KINDS, THIRD, Mention
from .mentions import Described, Found, describe
from .words import Word

OTHER = KINDS.index("other")


@dataclass
class Exam:
    """An article's mentions, its questions and for each the set of right candidates (-1 is "none")."""

    mentions: list[Described]
    questions: list[antecedents.Question]
    right: list[set[int]]
    speaks: list[bool]
    name: str


def covered(words: list[Word], mention: Mention) -> list[int]:
    return [i for i, w in enumerate(words) if w.span[0] < mention.span[1] and w.span[1] > mention.span[0]]


def annotated(
    words: list[Word], mentions: tuple[Mention, ...], names: list[list[float]], heads: list[list[float]]
) -> tuple[list[Found], list[Mention]]:
    """The annotated mentions as the product would find them, with the kinds that the head for names gives; nouns that
    stand for no speaker and pronouns but the third person are left out."""
    found, kept = [], []
    for m in mentions:
        inside = covered(words, m)
        if not inside:
            continue
        if m.form == "pronoun":
            if CLASS_OF.get(words[inside[-1]].text.lower()) in THIRD:
                found.append(Found(inside[-1], inside[-1] + 1, "pronoun", (0.0,) * len(KINDS)))
                kept.append(m)
            continue
        if m.form == "nominal" and m.kind == "other":
            continue
        if m.form == "name":
            sums = [sum(names[i][1 + 2 * k] + names[i][2 + 2 * k] for i in inside) for k in range(len(KINDS))]
            span = (inside[0], inside[-1] + 1)
        else:
            sums = list(heads[inside[-1]][1:])
            sums[OTHER] = 0.0
            span = (inside[-1], inside[-1] + 1)
        total = sum(sums) or 1.0
        found.append(Found(*span, m.form, tuple(s / total for s in sums)))
        kept.append(m)
    return found, kept


def right_answers(mentions: list[Described], chains: list[str], at: int, candidates: list[int]) -> set[int]:
    """Candidates of the same entity; "none" when there is none, and also for the first mention of one that is never
    named, for which nothing fuller stands in the article."""
    same = {i for i in candidates if i >= 0 and chains[i] == chains[at]}
    if not same:
        return {-1}
    unnamed = all(mentions[i].found.form != "name" for i in same)
    first = all(i > at for i in same)
    return same | {-1} if unnamed and first and mentions[at].found.form == "nominal" else same


def exam(words: list[Word], found: list[Found], kept: list[Mention], name: str) -> Exam:
    mentions = describe(words, found)
    asked = antecedents.questions(mentions)
    chains = [m.chain for m in kept]
    right = [right_answers(mentions, chains, q.mention, q.candidates) for q in asked]
    return Exam(mentions, asked, right, [kept[q.mention].speaks for q in asked], name)


def matched(words: list[Word], found: list[Found], gold: tuple[Mention, ...], name: str) -> Exam:
    """An exam over mentions found by the head for names and the list of pronouns: questions about those whose last word
    is that of an annotated mention; an antecedent that was not found leaves its question without a right answer."""
    by_word: dict[int, Mention] = {}
    for m in gold:
        if inside := covered(words, m):
            by_word[inside[-1]] = m
    kept = [by_word.get(f.end - 1) for f in found]
    chains = [k.chain if k else f"?{i}" for i, k in enumerate(kept)]
    mentions = describe(words, found)
    asked = [
        q
        for q in antecedents.questions(mentions)
        if (k := kept[q.mention]) and (k.form == "pronoun" or k.kind != "other" and k.form == "nominal")
    ]
    named = Counter(m.chain for m in gold if m.form == "name" or (m.form == "nominal" and m.kind != "other"))
    right = []
    for q in asked:
        own = right_answers(mentions, chains, q.mention, q.candidates)
        reached = any(i >= 0 and mentions[i].found.form != "pronoun" for i in own)
        lost = not reached and named[chains[q.mention]] > (kept[q.mention].form == "nominal")
        right.append(set() if lost else own)
    return Exam(mentions, asked, right, [kept[q.mention].speaks for q in asked], name)


def final(e: Exam, number: int) -> set[int]:
    """Right answers that are no pronouns, those out of the candidates' reach included; "none" when there is none."""
    right = e.right[number]
    named = {i for i in right if i < 0 or e.mentions[i].found.form != "pronoun"}
    return named or ({-1} if right else set())


@dataclass
class Tally:
    right: int = 0
    all: int = 0

    def __str__(self) -> str:
        return f"{100 * self.right / max(1, self.all):.1f} % ({self.right}/{self.all})"


def groups_of(e: Exam, number: int) -> list[str]:
    m = e.mentions[e.questions[number].mention]
    want = final(e, number)
    form = "pronoun" if m.found.form == "pronoun" else "nominal"
    base = [form, f"{form} with antecedent" if want != {-1} and -1 not in want else f"{form} without"]
    if m.found.form == "pronoun":
        base += [m.klass]
    if e.speaks[number]:
        base += [f"{name} speaks" for name in base[:2]]
    elif m.says:
        base += [f"{form} beside a verb of saying"]
    source = e.name.split("_")
    return [*base, f"{'MEANTIME' if source[0] == 'MEANTIME' else source[1]} {form}"]


def measure(exams: list[Exam], answer: Callable[[Exam], list[int]]) -> dict[str, Tally]:
    """Accuracy by groups of questions; `answer` gives a candidate for each question of an exam."""
    tallies: dict[str, Tally] = {}
    for e in exams:
        for number, chosen in enumerate(answer(e)):
            ok = chosen in final(e, number)
            for group in groups_of(e, number):
                tally = tallies.setdefault(group, Tally())
                tallies[group] = replace(tally, right=tally.right + ok, all=tally.all + 1)
    return tallies
