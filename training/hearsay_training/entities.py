"""Entity mentions of an article, as the heads for names and antecedents are taught them. Standard library only.

The units are words as WordPiece sees them (runs of letters and digits, single punctuation marks), so that the product,
which has no parser, can count the same: a mention is a name (a run of words) or the head word of a noun phrase.
"""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass
from functools import cache
from pathlib import Path

Span = tuple[int, int]
KINDS = ("person", "group", "organisation", "place", "outlet", "other")
"""`place` is a place or the government that it stands for."""
FORMS = ("name", "nominal", "pronoun")

PRONOUNS = {
    "he": "he him his himself",
    "she": "she her hers herself",
    "they": "they them their theirs themselves",
    "it": "it its itself",
    "we": "we us our ours ourselves",
    "i": "i me my mine myself you your yours yourself yourselves",
}
CLASS_OF = {word: name for name, words in PRONOUNS.items() for word in words.split()}
"""Class of each personal pronoun, in lower case."""
THIRD = ("he", "she", "they", "it")

SPEECH = frozenset(
    "say says said saying tell tells told telling add adds added adding claim claims claimed claiming write "
    "writes wrote written writing announce announces announced announcing state states stated stating explain "
    "explains explained explaining report reports reported reporting argue argues argued arguing deny denies "
    "denied denying warn warns warned warning confirm confirms confirmed confirming accuse accuses accused "
    "accusing insist insists insisted insisting suggest suggests suggested suggesting reply replies replied "
    "comment comments commented ask asks asked asking call calls called calling urge urges urged urging promise "
    "promises promised vow vows vowed admit admits admitted acknowledge acknowledges acknowledged note notes "
    "noted describe describes described believe believes believed think thinks thought hope hopes hoped expect "
    "expects expected predict predicts predicted declare declares declared allege alleges alleged assert asserts "
    "asserted criticise criticises criticised criticize criticizes criticized praise praises praised blame blames "
    "blamed demand demands demanded reveal reveals revealed remark remarks remarked conclude concludes concluded "
    "find finds found agree agrees agreed propose proposes proposed".split()
)
"""Forms of verbs of saying and thinking, to pick out the mentions that are likely sources."""


@dataclass(frozen=True)
class Mention:
    """`span` in code points of the text: the name without titles, or the head word alone, or the pronoun.
    `chain` is the same for all mentions of one entity; `speaks` when it is the subject of a verb of `SPEECH`."""

    span: Span
    form: str
    kind: str
    chain: str
    speaks: bool = False


@dataclass(frozen=True)
class Document:
    """`complete` is false where only some nouns are annotated, so that an unmarked noun teaches nothing."""

    name: str
    text: str
    mentions: tuple[Mention, ...]
    complete: bool = True


@cache
def tables() -> dict[str, frozenset[str]]:
    """Word lists of `tables.json` (see there), which the product must share."""
    raw = json.loads((Path(__file__).parent / "tables.json").read_text(encoding="utf-8"))
    return {name: frozenset(words) for name, words in raw.items()}


def kind_of_name(name: str, kind: str) -> str:
    """Coarse kind of a named entity that its corpus calls `kind`; states are places, media are outlets."""
    lower = name.lower().removeprefix("the ")
    if kind in ("organisation", "place") and lower in tables()["governments"]:
        return "place"
    if kind in ("organisation", "other") and (
        lower in tables()["outlets"] or (kind == "organisation" and lower.split(" ")[-1] in tables()["outlet_words"])
    ):
        return "outlet"
    return kind


def kind_of_nominal(head: str, kind: str) -> str:
    lower = head.lower()
    if kind == "organisation" and lower in tables()["government_nouns"]:
        return "place"
    if kind in ("organisation", "other") and lower in tables()["outlet_nouns"]:
        return "outlet"
    return kind


GOLD = ("afghan", "asylum", "crane", "defector", "flag", "hackers", "imprisoned", "korea", "questionnaire", "stampede")
GOLD_NEWS = frozenset(f"GUM_news_{name}" for name in (*GOLD, "taxes"))
"""GUM documents whose texts are gold articles of the project: never trained on."""


def held_out(name: str) -> bool:
    """Documents to measure on: those of the gold articles, and of the others one in five by the SHA-1 of its name."""
    return name in GOLD_NEWS or int(hashlib.sha1(name.encode()).hexdigest(), 16) % 5 == 0


def flat(mentions: list[Mention]) -> list[Mention]:
    """Mentions without doubles and overlaps: of overlapping ones the longer name stays; in order of the text."""
    kept: list[Mention] = []
    for m in sorted(mentions, key=lambda m: (-(m.span[1] - m.span[0]), m.span, m.form)):
        if all(m.span[0] >= k.span[1] or m.span[1] <= k.span[0] for k in kept):
            kept.append(m)
    return sorted(kept, key=lambda m: m.span)
