"""Words of an article with what the heads see of their spelling. Standard library only; the product has the same.

A word is what WordPiece makes one of: letters and digits without punctuation, or one punctuation mark ("U.S." is four).
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from .entities import Span, tables

if TYPE_CHECKING:
    from .pieces import Paragraph

SHAPES = 9
"""0 piece of no word, 1 lower case, 2 capitalised, 3 all capitals, 4 digits, 5 punctuation, 6 capitals inside,
7 capitalised at the start of a sentence, 8 capitalised in a line whose words are mostly so."""
LISTS = (
    "titles",
    "male_names",
    "female_names",
    "governments",
    "outlet_words",
    "organisation_words",
    "person_nouns",
    "group_nouns",
    "organisation_nouns",
    "government_nouns",
    "outlet_nouns",
    "document_nouns",
)
"""Tables whose first that holds a word gives the word its class (its place here + 1); 0 when none does."""
_END = frozenset(".!?")
_CLOSING = frozenset("\"”’')]")


@dataclass(frozen=True)
class Word:
    """`pieces` is the half-open range of its pieces in the article; `sentence` and `paragraph` count from 0."""

    text: str
    span: Span
    pieces: Span
    paragraph: int
    sentence: int
    shape: int
    listed: int


def shape_of(text: str, first: bool, titled: bool) -> int:
    if any(ch.isdigit() for ch in text):
        return 4
    if not any(ch.isalpha() for ch in text):
        return 5
    if text[0].isupper():
        if len(text) > 1 and text.isupper():
            return 3
        return 7 if first else 8 if titled else 2
    return 6 if any(ch.isupper() for ch in text) else 1


def list_of(text: str) -> int:
    lower = text.lower()
    return next((i + 1 for i, name in enumerate(LISTS) if lower in tables()[name]), 0)


def is_titled(line: str) -> bool:
    """Whether seven in ten of a line's words of four letters and more are capitalised (a headline in capitals)."""
    long = re.findall(r"[^\W\d_]{4,}", line)
    return len(long) > 2 and sum(w[0].isupper() for w in long) >= 0.7 * len(long)


def words_of(text: str, paragraphs: list[Paragraph]) -> list[Word]:
    """Words of all paragraphs in order. A sentence ends after ". ! ?" before a capital, unless an initial or a short
    title stands before the stop."""
    found: list[Word] = []
    sentence, at = -1, 0
    for number, p in enumerate(paragraphs):
        starts = [i for i, first in enumerate(p.first) if first]
        ends = [*starts[1:], len(p.ids)]
        titled = is_titled(text[p.offsets[0][0] : p.offsets[-1][1]])
        sentence += 1
        before: list[str] = []
        for start, end in zip(starts, ends, strict=True):
            span = (p.offsets[start][0], p.offsets[end - 1][1])
            word = text[slice(*span)]
            first = not before
            if before and _ended(before) and (word[:1].isupper() or word in "\"“‘'"):
                sentence += 1
                first = True
            opening = len(before) == 1 and before[0] in "\"“‘'"
            shape = shape_of(word, first or opening, titled)
            found.append(Word(word, span, (at + start, at + end), number, sentence, shape, list_of(word)))
            if first:
                before = []
            before.append(word)
        at += len(p.ids)
    return found


def _ended(before: list[str]) -> bool:
    """Whether the words so far end a sentence."""
    i = len(before) - 1
    while i > 0 and before[i] in _CLOSING:
        i -= 1
    if before[i] not in _END or i == 0:
        return False
    return before[i] != "." or (len(before[i - 1]) > 1 and before[i - 1].lower() not in tables()["titles"])
