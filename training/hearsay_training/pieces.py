"""WordPiece with character offsets, as `src/attribution/tagger/wordpiece.ts` does it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

from tokenizers import BertWordPieceTokenizer

PAD, CLS, SEP = 0, 101, 102
PARAGRAPH = 2
"""`[unused1]`: stands between two paragraphs of a window."""


@dataclass
class Paragraph:
    """Pieces of one line. `offsets` in code points of the article; `case` is 1 for pieces of a capitalised word
    (given to the encoder as token type, since the vocabulary is uncased); `first` marks the first piece of each word."""

    ids: list[int]
    offsets: list[tuple[int, int]]
    case: list[int]
    first: list[bool]


def load_tokenizer(vocab: Path) -> BertWordPieceTokenizer:
    return BertWordPieceTokenizer(str(vocab), lowercase=True, strip_accents=True, clean_text=True)


def paragraphs(tokenizer: BertWordPieceTokenizer, text: str) -> list[Paragraph]:
    """One paragraph for each line that holds anything."""
    found = []
    for match in re.finditer(r"[^\n]+", text):
        line = match.group()
        encoding = tokenizer.encode(line, add_special_tokens=False)
        if not encoding.ids:
            continue
        paragraph = Paragraph([], [], [], [])
        upper = False
        for piece, token, (start, end) in zip(encoding.ids, encoding.tokens, encoding.offsets, strict=True):
            first = not token.startswith("##")
            if first:
                upper = line[start : start + 1].isupper()
            paragraph.ids.append(piece)
            paragraph.offsets.append((match.start() + start, match.start() + end))
            paragraph.case.append(int(upper))
            paragraph.first.append(first)
        found.append(paragraph)
    return found
