"""Mentions as the scorer of antecedents sees them: nothing but words, spelling and lists. Standard library only."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from .entities import CLASS_OF, KINDS, SPEECH, THIRD, kind_of_name, tables
from .words import Word


@dataclass(frozen=True)
class Found:
    """Words `[start, end)` of a name, or the one word of another mention's head; `kinds` the probabilities of `KINDS`
    (of a pronoun all 0)."""

    start: int
    end: int
    form: str
    kinds: tuple[float, ...]

    @property
    def kind(self) -> str:
        return KINDS[max(range(len(KINDS)), key=lambda k: self.kinds[k])]


def pooled(words: list[Word], names: list[Found]) -> list[Found]:
    """Names with their kinds told together: the mean over all names of an article that read the same, one word being
    taken for the longer name that ends in it; then what the lists say of states and media."""
    texts = [tuple(w.text.lower() for w in words[f.start : f.end]) for f in names]
    longer = {t[-1]: t for t in sorted(set(texts), key=lambda t: (len(t), t)) if len(t) > 1}
    keys = [longer.get(t[0], t) if len(t) == 1 else t for t in texts]
    sums: dict[tuple[str, ...], list[float]] = {}
    for key, f in zip(keys, names, strict=True):
        before = sums.get(key, NO_KINDS)
        sums[key] = [a + b for a, b in zip(before, f.kinds, strict=True)]
    out = []
    for key, text, f in zip(keys, texts, names, strict=True):
        total = sum(sums[key])
        kinds = tuple(v / total for v in sums[key])
        listed = kind_of_name(" ".join(text), Found(f.start, f.end, "name", kinds).kind)
        place = KINDS.index(listed)
        if kinds[place] < max(kinds):
            kinds = tuple(float(k == place) for k in range(len(KINDS)))
        out.append(Found(f.start, f.end, f.form, kinds))
    return out


NO_KINDS = (0.0,) * len(KINDS)
DETERMINERS = {
    "the": "the",
    **dict.fromkeys("a an another one some any".split(), "a"),
    **dict.fromkeys("his her its their my our your whose 's ’s s".split(), "possessive"),
    **dict.fromkeys("this that these those such".split(), "demonstrative"),
}
STOPS = frozenset("of in on at by for to from with and or but as that who which is are was were has had said".split())
PASSED = frozenset("has have had also later then has was is who previously earlier".split())


@dataclass(frozen=True)
class Described:
    """`head` the last word in lower case, of a noun without its plural s; `modifiers` the words between determiner and
    head (of a name its words but the last); `around` the words near a name within its sentence; `klass` the class of
    a pronoun; `gender` and `number` are "" when not told."""

    found: Found
    words: tuple[str, ...]
    head: str
    modifiers: frozenset[str]
    around: frozenset[str]
    determiner: str
    klass: str
    gender: str
    number: str
    quoted: bool
    says: bool
    sentence: int
    paragraph: int
    leads: bool


def singular(word: str) -> str:
    if word.endswith("men") and len(word) > 4:
        return word[:-2] + "an"
    if word.endswith("ies") and len(word) > 4:
        return word[:-3] + "y"
    return word[:-1] if word.endswith("s") and word[-2:] not in ("ss", "us", "is") and len(word) > 3 else word


def pronouns_of(words: list[Word]) -> list[Found]:
    """Third-person pronouns, the only ones for which antecedents are sought."""
    return [
        Found(i, i + 1, "pronoun", NO_KINDS)
        for i, w in enumerate(words)
        if CLASS_OF.get(w.text.lower()) in THIRD and w.text != "IT"
    ]


def quoted(words: list[Word]) -> list[bool]:
    """Whether each word stands between double quotation marks; a paragraph's end closes what is still open."""
    out, opened = [], False
    for i, w in enumerate(words):
        if i and w.paragraph != words[i - 1].paragraph:
            opened = False
        if w.text == '"':
            opened = not opened
        elif w.text in "“”":
            opened = w.text == "“"
        out.append(opened)
    return out


def _says(lower: list[str], words: list[Word], f: Found) -> bool:
    """A verb of saying right after the mention (auxiliaries passed over), or right before it, or "according to"."""
    same = lambda i: 0 <= i < len(words) and words[i].paragraph == words[f.start].paragraph  # noqa: E731
    i = f.end
    while same(i) and lower[i] in PASSED and i < f.end + 3:
        i += 1
    if same(i) and lower[i] in SPEECH:
        return True
    i = f.start - 1
    while same(i) and i >= f.start - 3 and lower[i] not in STOPS and lower[i] not in SPEECH and lower[i].isalpha():
        i -= 1
    return same(i) and (lower[i] in ("said", "says", "added") or (lower[i] == "to" and lower[i - 1] == "according"))


def _noun_phrase(lower: list[str], words: list[Word], f: Found) -> tuple[str, frozenset[str]]:
    """Determiner of a head word ("none" when none is near) and the words in between."""
    modifiers = []
    for i in range(f.start - 1, max(-1, f.start - 6), -1):
        if words[i].sentence != words[f.start].sentence or not (lower[i].isalpha() or lower[i] in "-'’"):
            break
        if lower[i] in DETERMINERS:
            return DETERMINERS[lower[i]], frozenset(modifiers)
        if lower[i] in STOPS or lower[i] in SPEECH:
            break
        if lower[i].isalpha():
            modifiers.append(lower[i])
    return "none", frozenset(modifiers)


def _gender(lower: list[str], f: Found, klass: str) -> str:
    if f.form == "pronoun":
        return klass if klass in ("he", "she") else ""
    lists = tables()
    if f.form == "nominal":
        head = lower[f.end - 1]
        return "he" if head in lists["masculine"] else "she" if head in lists["feminine"] else ""
    before = lower[max(0, f.start - 2) : f.start]
    for word in (*before[::-1], lower[f.start]):
        if word in lists["masculine"]:
            return "he"
        if word in lists["feminine"]:
            return "she"
    if f.end - f.start > 1:
        first = lower[f.start]
        male, female = first in lists["male_names"], first in lists["female_names"]
        return "" if male == female else "he" if male else "she"
    return ""


def _number(lower: list[str], f: Found, klass: str) -> str:
    if f.form == "pronoun":
        return "plural" if klass == "they" else "singular"
    if f.kind == "group":
        return "plural"
    if f.form == "name":
        return "singular"
    head = lower[f.end - 1]
    return "plural" if head in tables()["group_nouns"] or singular(head) != head else "singular"


def describe(words: list[Word], found: list[Found]) -> list[Described]:
    """Each mention with its features, in the order given; names of the same last word share a gender."""
    lower = [w.text.lower() for w in words]
    inside = quoted(words)
    out, seen = [], set()
    for f in found:
        own = tuple(lower[f.start : f.end])
        klass = CLASS_OF.get(own[0], "") if f.form == "pronoun" else ""
        determiner, modifiers = ("none", frozenset(own[:-1])) if f.form == "name" else ("none", frozenset())
        if f.form == "nominal":
            determiner, modifiers = _noun_phrase(lower, words, f)
        near = [i for i in (*range(f.start - 8, f.start), *range(f.end, f.end + 12)) if 0 <= i < len(words)]
        place = words[f.start]
        around = (
            frozenset(singular(lower[i]) for i in near if words[i].sentence == place.sentence)
            if f.form == "name"
            else frozenset()
        )
        out.append(
            Described(
                f,
                own,
                singular(own[-1]) if f.form == "nominal" else own[-1],
                modifiers,
                around,
                determiner,
                klass,
                _gender(lower, f, klass),
                _number(lower, f, klass),
                inside[f.start],
                _says(lower, words, f),
                place.sentence,
                place.paragraph,
                place.sentence not in seen,
            )
        )
        seen.add(place.sentence)
    return _share_genders(out)


def _share_genders(mentions: list[Described]) -> list[Described]:
    votes: dict[str, Counter] = {}
    for m in mentions:
        if m.found.form == "name" and m.gender:
            votes.setdefault(m.head, Counter())[m.gender] += 1
    told = {head: next(iter(count)) for head, count in votes.items() if len(count) == 1}
    return [
        Described(**{**m.__dict__, "gender": told[m.head]})
        if m.found.form == "name" and not m.gender and len(m.words) == 1 and m.head in told
        else m
        for m in mentions
    ]
