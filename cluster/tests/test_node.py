"""A process that dies, hangs or is killed costs its record and no other."""
import json
import os
import signal
import threading
import unittest

from hearsay_cluster import node
from hearsay_cluster.node import AHEAD, Job, answers, together
from hearsay_cluster.opening import opened
from tests.support import COMMAND

SENTENCE = "The mayor of Farrow, Ada Brandt, said on Tuesday that the old bridge over the Lisk would stay closed for three weeks. "


def line(name: str, text: str) -> str:
    return json.dumps({"origin": "test", "line": json.dumps({"id": name, "text": text})})


GOOD = line("good", SENTENCE * 3)


def answer(job: Job, one: str) -> dict:
    return answers(job, [one])[0]


class NodeTest(unittest.TestCase):
    def tearDown(self):
        node.drop()

    def test_answers_in_order_and_keeps_the_process(self):
        job = Job(COMMAND, "read", force=True)
        first = answer(job, GOOD)
        self.assertEqual(first["answer"]["doc"], "good")
        self.assertEqual(first["answer"]["statements"][0]["speaker"], "Ada Brandt")
        process = node.node(job).process.pid
        self.assertEqual(answer(job, line("other", SENTENCE))["answer"]["doc"], "other")
        self.assertEqual(node.node(job).process.pid, process)

    def test_tells_why_a_record_is_none(self):
        job = Job(COMMAND, "read")
        bad = answer(job, json.dumps({"origin": "crawl.jsonl", "line": '{"id": 7}'}))
        self.assertFalse(bad["ok"])
        self.assertIn("needs text or html", bad["reason"])
        self.assertTrue(answer(job, GOOD)["ok"])

    def test_skips_a_record_that_is_never_done_and_goes_on(self):
        job = Job(COMMAND, "read", force=True, seconds=3)
        self.assertTrue(answer(job, GOOD)["ok"])
        slow = answer(job, line("slow", SENTENCE * 20_000))
        self.assertEqual(slow["reason"], "the process that read it took longer than 3 seconds, 2 times; it was left out")
        self.assertTrue(answer(job, GOOD)["ok"])

    def test_skips_a_record_that_kills_its_process_and_goes_on(self):
        job = Job(COMMAND, "read", force=True, memory=64)
        poison = answer(job, line("poison", SENTENCE * 400_000))
        self.assertRegex(poison["reason"], "ended (by signal|with code) .*, 2 times")
        self.assertTrue(answer(job, GOOD)["ok"])

    def test_reads_a_record_again_whose_process_was_killed_from_outside(self):
        job = Job(COMMAND, "read", force=True)
        self.assertTrue(answer(job, GOOD)["ok"])
        killed = node.node(job).process
        threading.Timer(0.3, os.kill, (killed.pid, signal.SIGKILL)).start()
        again = answer(job, line("long", SENTENCE * 400))
        self.assertEqual(killed.wait(), -signal.SIGKILL)
        self.assertEqual(again["answer"]["doc"], "long")

    def test_answers_many_lines_at_once_in_order_however_long(self):
        sizes = [1, 3, 60_000, 0, 20_000, 5, *[2000] * 100]
        lines = [json.dumps({"id": 1000, "found": [i] * n}) for i, n in enumerate(sizes)]
        job = Job(COMMAND, "shared", '{"days":[]}')
        some = list(together(iter(lines), lambda one: len(one) + 1))
        self.assertEqual([one for these in some for one in these], lines)
        self.assertTrue(all(len(these) == 1 or sum(len(one) + 1 for one in these) <= AHEAD for these in some))
        found = [one["answer"] for these in some for one in answers(job, these)]
        self.assertEqual(found, [[i][:n] for i, n in enumerate(sizes)])

    def test_refuses_another_version(self):
        with self.assertRaisesRegex(RuntimeError, "another Hearsay"):
            answer(Job(COMMAND, "identity", hello='{"hearsay":"0.0.0"}'), "[]")
        with self.assertRaisesRegex(RuntimeError, "cannot be started as nothing-here"):
            answer(Job(("nothing-here",), "identity"), "[]")

    def test_opens_crawls_to_their_end_and_reports_damage(self):
        page = f"<html><body><p>{SENTENCE}</p></body></html>".encode()
        http = b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n" + page
        head = f"WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: https://farrow.example/a\r\nContent-Type: application/http\r\nContent-Length: {len(http)}\r\n\r\n"
        record = head.encode() + http + b"\r\n\r\n"
        found = list(opened(Job(COMMAND, "open"), "farrow.warc", record * 2 + b"WARC/1.0\r\nContent-Le"))
        self.assertEqual([one["answer"]["id"] for one in found if one["ok"]], ["farrow-000001", "farrow-000002"])
        self.assertEqual(found[0]["answer"]["given"], {"url": "https://farrow.example/a"})
        empty = list(opened(Job(COMMAND, "open"), "empty.warc", b""))
        self.assertIn("is empty", empty[0]["reason"])


if __name__ == "__main__":
    unittest.main()
