import unittest
import xml.etree.ElementTree as ElementTree

from hearsay_training import entities, gum, meantime
from hearsay_training.entities import Mention


def row(number, form, xpos, head, relation, misc="_", features="_"):
    return "\t".join([str(number), form, form.lower(), "X", xpos, features, str(head), relation, "_", misc])


CONLLU = [
    "# newdoc id = X",
    "# newpar",
    "# newpar_block = p (1 s)",
    "# sent_id = X-1",
    row(1, "Minister", "NNP", 2, "nmod:desc", "Entity=(1-person-new-ssn-cf1-1-coref"),
    row(2, "Ana", "NNP", 4, "nsubj"),
    row(3, "Holt", "NNP", 2, "flat", "Entity=1)"),
    row(4, "said", "VBD", 0, "root"),
    row(5, "she", "PRP", 7, "nsubj", "Entity=(1-person-giv:act-ssn-cf1-1-ana)"),
    "6-7\tcan't\t_\t_\t_\t_\t_\t_\t_\tSpaceAfter=No",
    row(6, "ca", "MD", 7, "aux"),
    row(7, "n't", "RB", 4, "ccomp"),
    row(8, ".", ".", 4, "punct"),
    "",
    "# newpar",
    "# sent_id = X-2",
    row(1, "The", "DT", 2, "det", "Entity=(2-organization-new-ssn-cf1-2-coref(3-organization-new"),
    row(2, "Bank", "NNP", 5, "nsubj", "Entity=3)"),
    row(3, "of", "IN", 4, "case"),
    row(4, "Spain", "NNP", 2, "nmod", "Entity=(4-place-new-ssn-cf1-1-sgl)2)"),
    row(5, "agreed", "VBD", 0, "root", "SpaceAfter=No"),
    row(6, ".", ".", 5, "punct"),
]


class ReadGum(unittest.TestCase):
    def setUp(self):
        self.raw = gum.parse(CONLLU)

    def test_joins_words_and_paragraphs(self):
        self.assertEqual(self.raw.text, "Minister Ana Holt said she can't.\nThe Bank of Spain agreed.")

    def test_names_leave_titles_out_and_join_over_of(self):
        found = entities.flat(gum.mentions(self.raw))
        told = [(self.raw.text[slice(*m.span)], m.form, m.kind, m.chain) for m in found]
        self.assertEqual(told[0], ("Ana Holt", "name", "person", "1"))
        self.assertEqual(told[1], ("she", "pronoun", "person", "1"))
        self.assertEqual(told[2], ("Bank of Spain", "name", "organisation", "2"))
        self.assertEqual(len(told), 3)
        self.assertEqual([m.speaks for m in found], [True, False, True])


XML = """<Document><token t_id="1" sentence="0">Holt</token><token t_id="2" sentence="0">quits</token>
<token t_id="3" sentence="2">Minister</token><token t_id="4" sentence="2">Ana</token>
<token t_id="5" sentence="2">Holt</token><token t_id="6" sentence="2">said</token>
<token t_id="7" sentence="2">the</token><token t_id="8" sentence="2">company</token>
<token t_id="9" sentence="2">was</token><token t_id="10" sentence="2">``</token>
<token t_id="11" sentence="2">done</token><token t_id="12" sentence="2">''</token>
<token t_id="13" sentence="2">.</token><token t_id="14" sentence="3">Unread</token>
<Markables><ENTITY_MENTION m_id="1" head="" syntactic_type="NAM"><token_anchor t_id="1"/></ENTITY_MENTION>
<ENTITY_MENTION m_id="2" head="" syntactic_type="NAM"><token_anchor t_id="3"/><token_anchor t_id="4"/>
<token_anchor t_id="5"/></ENTITY_MENTION>
<ENTITY_MENTION m_id="3" head="company" syntactic_type="NOM"><token_anchor t_id="7"/><token_anchor t_id="8"/>
</ENTITY_MENTION><ENTITY m_id="8" ent_type="PER"/><ENTITY m_id="9" ent_type="ORG"/></Markables>
<Relations><REFERS_TO r_id="1"><source m_id="1"/><source m_id="2"/><target m_id="8"/></REFERS_TO>
<REFERS_TO r_id="2"><source m_id="3"/><target m_id="9"/></REFERS_TO></Relations></Document>"""


class ReadMeantime(unittest.TestCase):
    def test_reads_the_annotated_sentences(self):
        d = meantime.parse(ElementTree.fromstring(XML), "x")
        self.assertEqual(d.text, 'Holt quits\nMinister Ana Holt said the company was "done".')
        told = [(d.text[slice(*m.span)], m.form, m.kind, m.chain, m.speaks) for m in d.mentions]
        self.assertEqual(told[0], ("Holt", "name", "person", "8", False))
        self.assertEqual(told[1], ("Ana Holt", "name", "person", "8", True))
        self.assertEqual(told[2], ("company", "nominal", "organisation", "9", True))


class Split(unittest.TestCase):
    def test_gold_articles_are_held_out(self):
        self.assertTrue(entities.held_out("GUM_news_korea"))
        share = sum(entities.held_out(f"doc{i}") for i in range(1000)) / 1000
        self.assertAlmostEqual(share, 0.2, delta=0.04)

    def test_states_and_media_have_their_own_kinds(self):
        self.assertEqual(entities.kind_of_name("North Korea", "organisation"), "place")
        self.assertEqual(entities.kind_of_name("New York Times", "organisation"), "outlet")
        self.assertEqual(entities.kind_of_nominal("newspaper", "organisation"), "outlet")

    def test_of_overlapping_mentions_the_longer_stays(self):
        long, short = Mention((0, 9), "name", "person", "1"), Mention((4, 9), "name", "place", "2")
        self.assertEqual(entities.flat([short, long]), [long])


if __name__ == "__main__":
    unittest.main()
