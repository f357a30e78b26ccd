import random
import unittest

from hearsay_training import mentions, substitution, words
from hearsay_training.entities import Document, Mention
from tests.test_antecedents import kinds, paragraphs

TEXT = "Ana Holt met Paul Reyes. Holt left. Holt said no."


class Substitution(unittest.TestCase):
    def test_repeated_names_become_pronouns_of_their_gender(self):
        own = words.words_of(TEXT, paragraphs(TEXT))
        at = [i for i, w in enumerate(own) if w.text == "Holt"]
        person = kinds("person")
        found = [mentions.Found(at[0] - 1, at[0] + 1, "name", person)]
        found += [mentions.Found(i, i + 1, "name", person) for i in at[1:]]
        kept = [Mention(own[f.start].span, "name", "person", "1") for f in found]
        asked = set()
        for seed in range(8):
            extra = substitution.substituted(Document("x", TEXT, tuple(kept)), own, found, kept, random.Random(seed))
            if extra:
                exam, places = extra
                asked |= {exam.mentions[i].klass for i in places}
                self.assertNotIn(0, places)
                self.assertEqual([q.mention for q in exam.questions], places)
                self.assertTrue(all(-1 not in right for right in exam.right))
        self.assertEqual(asked, {"she"})


if __name__ == "__main__":
    unittest.main()
