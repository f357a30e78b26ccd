import tempfile
import unittest
from pathlib import Path

from hearsay_training import polnear, units

ANN = [
    "T1\tSource 0 8\tAna Holt",
    "T2\tCue 9 13\tsaid",
    "T3\tContent 14 21;25 28\tno more now",
    "T4\tAttribution 9 13\tsaid",
    "E1\tAttribution:T4 Source:T1 Cue:T2 Content:T3",
    "E2\tAttribution:T4 Source:T1 Content:T3",
    "E3\tAttribution:T4 Cue2:T2 Content3:T3",
]


class ReadAnnotations(unittest.TestCase):
    def test_keeps_pieces_and_drops_what_has_no_cue(self):
        found = polnear.read_annotations(ANN)
        self.assertEqual(len(found), 2)
        self.assertEqual(found[0].content, ((14, 21), (25, 28)))
        self.assertEqual(found[1].source, ())

    def test_takes_the_first_annotator(self):
        with tempfile.TemporaryDirectory() as scratch:
            split = Path(scratch)
            (split / "text").mkdir()
            (split / "attributions").mkdir()
            (split / "text/a.txt").write_text("Ana Holt said no more to now", encoding="utf-8")
            (split / "attributions/a_2.ann").write_text("")
            (split / "attributions/a_1.ann").write_text("\n".join(ANN))
            self.assertEqual(len(polnear.load(split)[0].attributions), 2)


class Utf16(unittest.TestCase):
    def test_counts_astral_characters_twice(self):
        self.assertEqual(units.utf16("a😀b"), [0, 1, 3, 4])


if __name__ == "__main__":
    unittest.main()
