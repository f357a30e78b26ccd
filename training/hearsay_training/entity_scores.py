"""Measures of the heads: spans with kinds. Standard library only."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass
class Counts:
    right: int = 0
    found: int = 0
    gold: int = 0

    def add(self, found: set, gold: set) -> None:
        self.right += len(found & gold)
        self.found += len(found)
        self.gold += len(gold)

    def __str__(self) -> str:
        precision, recall = self.right / max(1, self.found), self.right / max(1, self.gold)
        f1 = 2 * self.right / max(1, self.found + self.gold)
        return f"F1 {100 * f1:.1f} (P {100 * precision:.1f} R {100 * recall:.1f}; {self.gold} gold, {self.found} found)"
