"""Reads GUM (conllu with entities in the MISC column) as text with mentions. Standard library only."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from pathlib import Path

from .entities import CLASS_OF, SPEECH, Document, Mention, Span, flat, kind_of_name, kind_of_nominal, tables

KIND_OF = {"person": "person", "organization": "organisation", "place": "place"}
_MARK = re.compile(r"\([^()]+\)?|\d+\)")


@dataclass
class Token:
    """One syntactic word; `span` in code points of the text, `head` its governor as an index into the document."""

    form: str
    xpos: str
    plural: bool
    relation: str
    head: int
    span: Span = (0, 0)


@dataclass
class Raw:
    tokens: list[Token] = field(default_factory=list)
    text: str = ""
    entities: list[tuple[int, int, str, str]] = field(default_factory=list)
    """(first token, end, kind, chain) of each annotated noun phrase."""


def parse(lines: list[str]) -> Raw:
    """Text (a paragraph a line), tokens and entities of one document; empty nodes are left out."""
    raw = Raw()
    open_marks: list[tuple[str, str, int]] = []
    base, gap, paragraph, joined = 0, "", False, (0, "")
    for line in lines:
        if line.startswith("# newpar") and not line.startswith("# newpar_"):
            paragraph = True
        if line.startswith("# sent_id"):
            base = len(raw.tokens)
            gap = "\n" if paragraph else " "
            paragraph = False
        if not line or line.startswith("#"):
            continue
        cells = line.split("\t")
        if "-" in cells[0]:
            joined = (int(cells[0].split("-")[1]), cells[9])
        if not cells[0].isdigit():
            continue
        number = int(cells[0])
        start = len(raw.text) + (len(gap) if raw.text else 0)
        raw.text += (gap if raw.text else "") + cells[1]
        within = number <= joined[0]
        misc = joined[1] if number == joined[0] else cells[9]
        gap = "" if (within and number < joined[0]) or "SpaceAfter=No" in misc else " "
        if number >= joined[0]:
            joined = (0, "")
        head = base + int(cells[6]) - 1 if cells[6] != "0" else -1
        relation = cells[7].split(":pass")[0]
        raw.tokens.append(Token(cells[1], cells[4], "Number=Plur" in cells[5], relation, head, (start, len(raw.text))))
        _marks(cells[9], len(raw.tokens) - 1, open_marks, raw)
    raw.entities.sort()
    return raw


def _marks(misc: str, at: int, open_marks: list[tuple[str, str, int]], raw: Raw) -> None:
    """Opens and closes the entities that the `Entity=` part of a MISC cell tells of."""
    entity = next((part[7:] for part in misc.split("|") if part.startswith("Entity=")), "")
    for mark in _MARK.findall(entity):
        if not mark.startswith("("):
            chain = mark[:-1]
            place = max(i for i, m in enumerate(open_marks) if m[0] == chain)
            _, kind, start = open_marks.pop(place)
            raw.entities.append((start, at + 1, kind, chain))
            continue
        chain, kind = mark.strip("()").split("-")[:2]
        if mark.endswith(")"):
            raw.entities.append((at, at + 1, kind, chain))
        else:
            open_marks.append((chain, kind, at))


def head_of(tokens: list[Token], start: int, end: int) -> int:
    """The token of a phrase whose governor stands outside it."""
    for i in range(start, end):
        if not start <= tokens[i].head < end and tokens[i].relation != "punct":
            return i
    return end - 1


def name_run(tokens: list[Token], start: int, end: int, head: int) -> tuple[int, int]:
    """The run of proper nouns around a head within a phrase, joined over "of", "of the", "and", "&" and hyphens."""
    proper = lambda i: start <= i < end and tokens[i].xpos in ("NNP", "NNPS")  # noqa: E731
    low, high = head, head + 1
    while True:
        if proper(low - 1):
            low -= 1
        elif tokens[low - 1].form.lower() in ("of", "for", "-", "&", "and", ".", "/") and proper(low - 2):
            low -= 2
        elif low - 2 >= start and tokens[low - 1].form.lower() == "the" and proper(low - 3):
            if tokens[low - 2].form.lower() not in ("of", "for"):
                break
            low -= 3
        else:
            break
    while True:
        if proper(high) or (start <= high < end and tokens[high].xpos == "CD" and tokens[high].head == head):
            high += 1
        elif high < end and tokens[high].form.lower() in ("of", "for", "-", "&", "/") and proper(high + 1):
            high += 2
        elif high + 2 < end and tokens[high].form.lower() in ("of", "for") and tokens[high + 1].form.lower() == "the":
            if not proper(high + 2):
                break
            high += 3
        else:
            break
    return low, high


def after_titles(tokens: list[Token], low: int, high: int) -> int:
    """Where a person's name begins after titles and descriptions ("Pennsylvania Senator")."""
    titles = [
        i
        for i in range(low, high - 1)
        if tokens[i].relation == "nmod:desc" or tokens[i].form.lower().rstrip(".") in tables()["titles"]
    ]
    return titles[-1] + 1 if titles else low


def speaks(tokens: list[Token], head: int) -> bool:
    """Whether a word is the subject of a verb of saying, or what "according to" is about."""
    token = tokens[head]
    if token.head < 0:
        return False
    if token.relation == "nsubj":
        return tokens[token.head].form.lower() in SPEECH
    return any(t.head == head and t.form.lower() == "according" for t in tokens[max(0, head - 12) : head])


def mentions(raw: Raw) -> list[Mention]:
    tokens, found = raw.tokens, []
    for start, end, kind, chain in raw.entities:
        if kind == "time":
            continue
        head = head_of(tokens, start, end)
        coarse = KIND_OF.get(kind, "other")
        word = tokens[head]
        lower = word.form.lower()
        says = speaks(tokens, head)
        if lower in CLASS_OF and end - start <= 2:
            found.append(Mention(word.span, "pronoun", coarse, chain, says))
            continue
        name = head if word.xpos in ("NNP", "NNPS") else _named_by(tokens, start, end, head)
        plural = word.plural or any(t.head == head and t.relation == "conj" for t in tokens[start:end])
        if name is not None:
            low, high = name_run(tokens, start, end, name)
            if coarse == "person":
                low = after_titles(tokens, low, high)
            if any(t.head == head and t.relation == "conj" for t in tokens[start:end]):
                continue
            span = (tokens[low].span[0], tokens[high - 1].span[1])
            if coarse == "person" and tokens[name].xpos == "NNPS":
                coarse = "group"
            found.append(Mention(span, "name", kind_of_name(raw.text[slice(*span)], coarse), chain, says))
        if name != head and word.xpos in ("NN", "NNS", "JJ", "CD", "DT") and word.xpos[:2] == "NN":
            if coarse == "person" and plural:
                coarse = "group"
            found.append(Mention(word.span, "nominal", kind_of_nominal(lower, coarse), chain, says))
    return found


def _named_by(tokens: list[Token], start: int, end: int, head: int) -> int | None:
    """A proper noun within the phrase that says the name of its head ("agency Korean Central News Agency")."""
    for i in range(start, end):
        if tokens[i].head == head and tokens[i].relation in ("appos", "flat") and tokens[i].xpos in ("NNP", "NNPS"):
            between = tokens[head + 1 : i]
            if i > head and all(t.xpos in ("NNP", "NNPS") for t in between):
                return i
    return None


def load(folder: Path) -> list[Document]:
    """Every document of a folder of `.conllu`; mentions flat, so that no two share a word."""
    documents = []
    for path in sorted(folder.glob("*.conllu")):
        raw = parse(path.read_text(encoding="utf-8").split("\n"))
        documents.append(Document(path.stem, raw.text, tuple(flat(mentions(raw)))))
    return documents
