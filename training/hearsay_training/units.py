"""Code points to UTF-16 units, in which the product counts."""

from __future__ import annotations


def utf16(text: str) -> list[int]:
    """UTF-16 offset of each code point offset of the text, its end included."""
    offsets = [0]
    for ch in text:
        offsets.append(offsets[-1] + (2 if ord(ch) > 0xFFFF else 1))
    return offsets
