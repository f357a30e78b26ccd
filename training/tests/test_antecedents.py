import re
import unittest
from types import SimpleNamespace

from hearsay_training import antecedent_data, antecedents, mentions, words
from hearsay_training.entities import KINDS, Mention

TEXT = 'Minister Ana Holt met Paul Reyes. "We are done," she said.\nThe minister left. Acme Corp. agreed.'


def paragraphs(text):
    """Paragraphs as WordPiece would give them if every word were one piece."""
    found = []
    for line in re.finditer(r"[^\n]+", text):
        spans = [(line.start() + m.start(), line.start() + m.end()) for m in re.finditer(r"\w+|[^\w\s]", line.group())]
        found.append(SimpleNamespace(ids=[0] * len(spans), offsets=spans, first=[True] * len(spans)))
    return found


def kinds(name):
    return tuple(float(k == name) for k in KINDS)


class WordsOfAnArticle(unittest.TestCase):
    def test_counts_sentences_and_shapes(self):
        got = words.words_of(TEXT, paragraphs(TEXT))
        told = ("Minister", "We", "The", "Acme", "agreed")
        self.assertEqual([w.sentence for w in got if w.text in told], [0, 1, 2, 3, 3])
        shape = {w.text: w.shape for w in got}
        self.assertEqual((shape["Minister"], shape["Ana"], shape["We"], shape["left"], shape["."]), (7, 2, 7, 1, 5))

    def test_initials_and_titles_end_no_sentence(self):
        text = "Dr. Ana J. Holt came. She left."
        self.assertEqual([w.sentence for w in words.words_of(text, paragraphs(text))][-1], 1)


class Questions(unittest.TestCase):
    def setUp(self):
        self.words = words.words_of(TEXT, paragraphs(TEXT))
        at = {w.text: i for i, w in enumerate(self.words)}
        self.found = [
            mentions.Found(at["Ana"], at["Ana"] + 2, "name", kinds("person")),
            mentions.Found(at["Paul"], at["Paul"] + 2, "name", kinds("person")),
            mentions.Found(at["she"], at["she"] + 1, "pronoun", mentions.NO_KINDS),
            mentions.Found(at["minister"], at["minister"] + 1, "nominal", kinds("person")),
            mentions.Found(at["Acme"], at["Acme"] + 2, "name", kinds("organisation")),
        ]
        self.mentions = mentions.describe(self.words, self.found)

    def test_describes_mentions(self):
        ana, paul, she, minister, _ = self.mentions
        self.assertEqual((ana.gender, paul.gender, she.gender), ("she", "he", "she"))
        self.assertEqual((she.says, she.quoted, minister.determiner), (True, False, "the"))
        self.assertIn("minister", ana.around)

    def test_names_that_read_the_same_share_their_kind(self):
        text = "Ana Holt left. Holt said no to Reuters."
        own = words.words_of(text, paragraphs(text))
        place, person = kinds("place"), kinds("person")
        names = [mentions.Found(0, 2, "name", person), mentions.Found(4, 5, "name", tuple(0.6 * p for p in place))]
        names.append(mentions.Found(8, 9, "name", kinds("organisation")))
        self.assertEqual([f.kind for f in mentions.pooled(own, names)], ["person", "person", "outlet"])

    def test_finds_third_person_pronouns(self):
        self.assertEqual([p.start for p in mentions.pronouns_of(self.words)], [self.found[2].start])

    def test_features_have_their_size(self):
        for q in antecedents.questions(self.mentions):
            self.assertEqual(q.candidates[0], -1)
            self.assertEqual({len(row) for row in q.features}, {antecedents.SIZE})
            self.assertEqual(len(q.features), len(q.candidates))

    def test_baseline_passes_by_the_wrong_gender(self):
        self.assertEqual(antecedents.baseline(self.mentions, 2), 0)
        self.assertEqual(antecedents.baseline(self.mentions, 3), 1 if "minister" in self.mentions[1].around else 0)

    def test_pronouns_of_a_run_answer_together(self):
        she = self.found[2]
        found = [*self.found[:3], mentions.Found(she.start + 1, she.start + 2, "pronoun", mentions.NO_KINDS)]
        told = mentions.describe(self.words, found)
        told[3] = mentions.Described(**{**told[3].__dict__, "klass": "she"})
        asked = antecedents.questions(told)

        def row(q, **shares):
            return [shares.get(f"c{i}" if i >= 0 else "none", 0.0) for i in q.candidates]

        rows = [(row(asked[0], c0=1.0), row(asked[0], c0=0.9, c1=0.1))]
        rows.append((row(asked[1], c2=0.7, c1=0.3), row(asked[1], c1=0.6, c0=0.4)))
        got = antecedents.resolve(told, asked, rows)
        self.assertEqual([i for i, _ in got], [0, 0])
        self.assertAlmostEqual(got[1][1], 0.65)

    def test_right_answers(self):
        chains = ["1", "2", "1", "1", "3"]
        q = antecedents.questions(self.mentions)[1]
        self.assertEqual(antecedent_data.right_answers(self.mentions, chains, 3, q.candidates), {0, 2})
        self.assertEqual(antecedent_data.right_answers(self.mentions, list("12345"), 3, q.candidates), {-1})

    def test_exams_ask_what_was_annotated(self):
        gold = [
            Mention((9, 17), "name", "person", "1", True),
            Mention((TEXT.index("she"), TEXT.index("she") + 3), "pronoun", "person", "1", True),
            Mention((TEXT.index("minister"), TEXT.index("minister") + 8), "nominal", "person", "1"),
        ]
        names = [[0.5] + [0.04] * 12 for _ in self.words]
        heads = [[0.4] + [0.1] * 6 for _ in self.words]
        found, kept = antecedent_data.annotated(self.words, tuple(gold), names, heads)
        e = antecedent_data.exam(self.words, found, kept, "GUM_news_x")
        self.assertEqual([sorted(r) for r in e.right], [[0, 2], [0, 1]])
        tallies = antecedent_data.measure([e], lambda e: [0 for _ in e.questions])
        self.assertEqual(str(tallies["pronoun speaks"]), "100.0 % (1/1)")

    def test_an_antecedent_that_was_not_found_is_a_miss(self):
        she, minister = TEXT.index("she"), TEXT.index("minister")
        gold = (
            Mention((9, 17), "name", "person", "1"),
            Mention((she, she + 3), "pronoun", "person", "1"),
            Mention((minister, minister + 8), "nominal", "person", "1"),
        )
        whole = antecedent_data.matched(self.words, self.found, gold, "GUM_news_x")
        self.assertEqual([sorted(antecedent_data.final(whole, i)) for i in (0, 1)], [[0, 3], [0]])
        less = antecedent_data.matched(self.words, self.found[1:], gold, "GUM_news_x")
        self.assertEqual(antecedent_data.final(less, 1), set())


if __name__ == "__main__":
    unittest.main()
