"""Reads MEANTIME (CAT XML, Wikinews) as text with mentions: the annotated sentences alone. Standard library only."""

from __future__ import annotations

import re
import xml.etree.ElementTree as ElementTree
from pathlib import Path

from .entities import CLASS_OF, SPEECH, Document, Mention, Span, flat, kind_of_name, kind_of_nominal, tables

KIND_OF = {"PER": "person", "ORG": "organisation", "LOC": "place"}
QUOTES = {"``": '"', "''": '"', "`": "'"}
_JOINERS = ("of", "the", "for", "and", "&", "-", "de")
_NO_NOUN = frozenset("which who whom whose that those these this where one ones many most some all both other".split())
_NO_SPACE_BEFORE = re.compile(r"^(?:[.,;:?!%)\]]|'s|n't|'(?:re|ve|ll|d|m)|')$")


def join(tokens: list[tuple[str, int]]) -> tuple[str, list[Span]]:
    """Text of tokens given with their sentences, and the span of each: title and date line are paragraphs of their own,
    the body one of every two sentences."""
    text, spans, opened, last = "", [], False, -1
    for form, sentence in tokens:
        word = QUOTES.get(form, form)
        if sentence != last:
            gap = "" if not text else "\n" if sentence <= 2 or sentence % 2 == 0 else " "
            opened = False if gap == "\n" else opened
        elif (word == '"' and opened) or _NO_SPACE_BEFORE.match(word) or text[-1:] in "([$£€":
            gap = ""
        elif text.endswith('"') and opened:
            gap = ""
        else:
            gap = " "
        if word == '"':
            opened = not opened
        last = sentence
        text += gap
        spans.append((len(text), len(text) + len(word)))
        text += word
    return text, spans


def _capital(word: str) -> bool:
    return any(ch.isupper() for ch in word) or word[:1].isdigit()


def name_run(words: list[str], person: bool = False) -> tuple[int, int] | None:
    """The last run of capitalised words, joined over "of", "the" and the like, when it reaches the end of the phrase;
    of a person without titles."""
    high = len(words)
    if not high or not _capital(words[-1]):
        return None
    low = high - 1
    while low > 0:
        if _capital(words[low - 1]) or (words[low - 1] in _JOINERS and low > 1 and _capital(words[low - 2])):
            low -= 1
        elif words[low - 1] == "the" and low > 2 and words[low - 2] == "of" and _capital(words[low - 3]):
            low -= 2
        else:
            break
    if not any(ch.isupper() for w in words[low:high] for ch in w):
        return None
    if words[low].lower() in ("the", "a", "an"):
        low += 1
    titles = [i for i in range(low, high - 1) if words[i].lower().rstrip(".") in tables()["titles"]]
    if person and titles:
        low = titles[-1] + 1
    return (low, high) if low < high else None


def speaks(words: list[str], start: int, end: int) -> bool:
    """A verb of saying right after the phrase, or right before it after a quotation, or "according to" before it."""
    after = [w.lower() for w in words[end : end + 3]]
    before = [w.lower() for w in words[max(0, start - 2) : start]]
    for word in after:
        if word in SPEECH:
            return True
        if word not in ("has", "have", "had", "also", "later", "then", "was", "is"):
            break
    return before == ["according", "to"] or (before[-1:] != [] and before[-1] in ("said", "says", "added"))


def parse(root: ElementTree.Element, name: str) -> Document:
    tokens = [(t.get("t_id"), t.text or "", int(t.get("sentence"))) for t in root.iter("token")]
    marks = root.find("Markables")
    chains = {
        source.get("m_id"): target.get("m_id")
        for link in root.iter("REFERS_TO")
        for target in link.findall("target")
        for source in link.findall("source")
    }
    kinds = {e.get("m_id"): KIND_OF.get(e.get("ent_type"), "other") for e in marks.findall("ENTITY")}
    index = {token[0]: i for i, token in enumerate(tokens)}
    phrases = []
    for mark in marks.findall("ENTITY_MENTION"):
        at = sorted(index[a.get("t_id")] for a in mark.findall("token_anchor") if a.get("t_id") in index)
        chain = chains.get(mark.get("m_id"))
        if at and chain in kinds:
            phrases.append((at[0], at[-1] + 1, chain, mark.get("head") or "", mark.get("syntactic_type") or ""))
    last = max((tokens[end - 1][2] for _, end, *_ in phrases), default=-1)
    kept = [t for t in tokens if t[2] <= last]
    text, spans = join([(form, sentence) for _, form, sentence in kept])
    words = [form for _, form, _ in kept]
    found: list[Mention] = []
    for start, end, chain, head, form in phrases:
        inner = [p for p in phrases if p[2] == chain and start <= p[0] and p[1] <= end and p[1] - p[0] < end - start]
        if form in ("CONJ", "APP", "HLS") or (inner and form == ""):
            continue
        mention = _mention(words, spans, text, (start, end, head, form), kinds[chain], chain)
        if mention:
            found.append(mention)
    return Document(name, text, tuple(flat(found)), complete=False)


def _mention(words, spans, text, phrase, kind: str, chain: str) -> Mention | None:
    start, end, head, form = phrase
    part = words[start:end]
    says = speaks(words, start, end)
    if part[-1].lower() in CLASS_OF and len(part) == 1:
        return Mention(spans[start], "pronoun", kind, chain, says)
    low, high = 0, len(part)
    if head:
        wanted = head.split()
        places = [i for i in range(len(part)) if part[i : i + len(wanted)] == wanted]
        if places:
            low, high = places[-1], places[-1] + len(wanted)
    else:
        cut = next((i for i, w in enumerate(part) if i and w.lower() in ("of", ",", "in", "from", "who", "that")), high)
        if not (form in ("NAM", "PRE.NAM") and _capital(part[-1])):
            high = cut
    run = name_run(part[low:high], kind == "person") if form != "NOM" else None
    if run:
        span = (spans[start + low + run[0]][0], spans[start + low + run[1] - 1][1])
        return Mention(span, "name", kind_of_name(text[slice(*span)], kind), chain, says)
    word = part[high - 1]
    if not word[:1].isalpha() or word.lower() in _NO_NOUN:
        return None
    plural = word.lower().endswith("s") and not word.lower().endswith("ss")
    kind = "group" if kind == "person" and plural else kind_of_nominal(word.lower(), kind)
    return Mention(spans[start + high - 1], "nominal", kind, chain, says)


def load(folder: Path) -> list[Document]:
    """Every article of `intra-doc_annotation`, by its file's name."""
    paths = sorted((folder / "intra-doc_annotation").glob("*/*.xml"), key=lambda p: p.stem)
    return [parse(ElementTree.parse(path).getroot(), f"MEANTIME_{path.stem}") for path in paths]
