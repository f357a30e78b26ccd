"""More questions out of the annotated ones: a repeated name is read as if a pronoun stood there. Standard library only.

GUM's and MEANTIME's training documents have few "he" and "she"; what a repeated name stands for is known as well.
"""

from __future__ import annotations

import random
from dataclasses import replace

from .antecedent_data import Exam, exam
from .entities import Document, Mention
from .mentions import NO_KINDS, Described, Found, describe
from .words import Word

FORMS = {"he": ("he", "his", "him"), "she": ("she", "her"), "they": ("they", "their", "them"), "it": ("it", "its")}
SHARE = 0.4
"""So many of the repeated names are replaced in each copy."""
REACH = 3
"""A name is replaced when its entity was mentioned at most so many sentences before."""
IMPERSONAL = ("organisation", "place", "outlet")


def genders_of(mentions: list[Described], kept: list[Mention]) -> dict[str, str]:
    """Class of pronoun for each chain of a person: that of its pronouns, else by the lists of given names."""
    told: dict[str, str] = {}
    for m, k in zip(mentions, kept, strict=True):
        if m.klass in ("he", "she"):
            told[k.chain] = m.klass
        elif m.gender and k.form == "name":
            told.setdefault(k.chain, m.gender)
    return told


def substituted(
    document: Document, words: list[Word], found: list[Found], kept: list[Mention], rng: random.Random
) -> tuple[Exam, list[int]] | None:
    """An exam about a share of the repeated names, and the places of their mentions, whose states must be blanked."""
    mentions = describe(words, found)
    told = genders_of(mentions, kept)
    others, changed, places, last = list(words), list(found), [], {}
    for i, (m, k) in enumerate(zip(mentions, kept, strict=True)):
        before = last.get(k.chain)
        last[k.chain] = m.sentence
        if k.form != "name" or before is None or m.sentence - before > REACH or rng.random() > SHARE:
            continue
        klass = "they" if k.kind == "group" else "it" if k.kind in IMPERSONAL else told.get(k.chain)
        if k.kind == "other" or not klass:
            continue
        start = found[i].start
        others[start] = replace(words[start], text=rng.choice(FORMS[klass]), listed=0)
        changed[i] = Found(start, start + 1, "pronoun", NO_KINDS)
        places.append(i)
    if not places:
        return None
    e = exam(others, changed, kept, document.name)
    keep = [n for n, q in enumerate(e.questions) if q.mention in set(places)]
    e.questions = [e.questions[n] for n in keep]
    e.right = [e.right[n] for n in keep]
    e.speaks = [e.speaks[n] for n in keep]
    return e, places
