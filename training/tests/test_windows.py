import importlib.util
import unittest

HAS_TOKENIZERS = importlib.util.find_spec("tokenizers") is not None


@unittest.skipUnless(HAS_TOKENIZERS, "tokenizers is not installed")
class Windows(unittest.TestCase):
    def paragraph(self, size, start=0):
        from hearsay_training.pieces import Paragraph

        return Paragraph([1000] * size, [(start + i, start + i + 1) for i in range(size)], [0] * size, [True] * size)

    def test_every_piece_is_accepted_once(self):
        from hearsay_training.windows import pack

        sizes = [3, 100, 60, 193, 5, 700, 128]
        starts = [sum(sizes[:i]) for i in range(len(sizes))]
        seen = {}
        for window in pack([self.paragraph(n, s) for n, s in zip(sizes, starts, strict=True)]):
            for i in range(*window.accept):
                if window.paragraph[i] >= 0:
                    seen[window.offsets[i][0]] = seen.get(window.offsets[i][0], 0) + 1
        self.assertEqual(seen, {i: 1 for i in range(sum(sizes))})

    def test_labels_pieces_of_an_attribution(self):
        from hearsay_training.polnear import Attribution
        from hearsay_training.windows import label, pack

        window = pack([self.paragraph(10)])[0]
        got = label(window, (Attribution(source=((0, 2),), cue=((2, 3),), content=((3, 6), (8, 9))),))
        self.assertEqual(got.cue, [0, 0, 1, 0, 0, 0, 0, 0, 0, 0])
        self.assertEqual(got.links, [([2], [1, 2, 0, 3, 4, 4, 0, 0, 3, 0])])

    def test_restyling_keeps_offsets(self):
        from hearsay_training.windows import QUOTE_STYLES, restyle

        text = 'He said "no" and “yes” today.'
        for style in QUOTE_STYLES:
            self.assertEqual(len(restyle(text, style)), len(text))
        self.assertEqual(restyle(text, "curly"), "He said “no” and “yes” today.")


if __name__ == "__main__":
    unittest.main()
