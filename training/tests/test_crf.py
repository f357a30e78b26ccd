import importlib.util
import itertools
import unittest

HAS_TORCH = importlib.util.find_spec("torch") is not None


@unittest.skipUnless(HAS_TORCH, "torch is not installed")
class CrfLoss(unittest.TestCase):
    def test_equals_the_share_of_all_paths(self):
        import torch

        from hearsay_training.crf import Crf

        torch.manual_seed(3)
        crf = Crf(3, {2: 1})
        torch.nn.init.normal_(crf.transitions)
        emissions, tags = torch.randn(1, 4, 3), torch.tensor([[0, 1, 2, 0]])
        moves, start = crf.moves()

        def total(path):
            score = start[path[0]] + emissions[0, 0, path[0]]
            for w in range(1, 4):
                score = score + moves[path[w - 1], path[w]] + emissions[0, w, path[w]]
            return score

        paths = torch.stack([total(p) for p in itertools.product(range(3), repeat=4)])
        expected = (torch.logsumexp(paths, 0) - total([0, 1, 2, 0])) / 4
        self.assertAlmostEqual(crf(emissions, tags, torch.tensor([4])).item(), expected.item(), places=4)


if __name__ == "__main__":
    unittest.main()
