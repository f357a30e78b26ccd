"""Reads PolNeAR (brat standoff of source, cue, content). Needs nothing but the standard library."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from pathlib import Path

Span = tuple[int, int]
ROLES = ("source", "cue", "content")
_ANN_OF = re.compile(r"(_[0-9a-f]+)?(\.txt)?\.ann")


@dataclass(frozen=True)
class Attribution:
    """Spans in code points of the article's text, in order; a role may stand in pieces, a source may be missing."""

    source: tuple[Span, ...] = ()
    cue: tuple[Span, ...] = ()
    content: tuple[Span, ...] = ()


@dataclass(frozen=True)
class Article:
    name: str
    text: str
    attributions: tuple[Attribution, ...] = field(default=())


def read_annotations(lines: list[str]) -> list[Attribution]:
    """Attributions of one brat file; those without content or without a cue are left out (nothing to link)."""
    spans: dict[str, list[Span]] = {}
    found: list[Attribution] = []
    for line in lines:
        if match := re.match(r"(T\d+)\t\S+ ([\d ;]+)\t", line):
            spans[match[1]] = [tuple(map(int, part.split())) for part in match[2].split(";")]
        elif match := re.match(r"E\d+\t(.*)", line):
            roles: dict[str, list[Span]] = {role: [] for role in ROLES}
            for part in match[1].split():
                role, _, target = part.partition(":")
                role = re.sub(r"\d+$", "", role).lower()
                if role in roles:
                    roles[role].extend(spans.get(target, []))
            if roles["cue"] and roles["content"]:
                found.append(Attribution(**{role: tuple(sorted(pieces)) for role, pieces in roles.items()}))
    return found


def load(split: Path) -> list[Article]:
    """Articles of a split folder (`text/`, `attributions/`); of several annotators the first file in sorted order."""
    annotations = sorted(path.name for path in (split / "attributions").glob("*.ann"))
    articles = []
    for path in sorted((split / "text").glob("*.txt")):
        with path.open(encoding="utf-8", newline="") as file:
            text = file.read()
        own = [a for a in annotations if a.startswith(path.stem) and _ANN_OF.fullmatch(a[len(path.stem) :])]
        lines = (split / "attributions" / own[0]).read_text(encoding="utf-8").split("\n") if own else []
        articles.append(Article(path.stem, text, tuple(read_annotations(lines))))
    return articles
