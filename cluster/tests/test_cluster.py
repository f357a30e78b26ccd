"""
The same answer: example articles and articles of the generator, read and traced by several executors, one of which is
killed, against the archive of one machine; and back into an archive.
"""
import json
import os
import pathlib
import shutil
import sqlite3
import subprocess
import tempfile
import unittest
from concurrent.futures import ThreadPoolExecutor

from hearsay_cluster.columns import ARTICLES, STATEMENTS
from hearsay_cluster.inputs import WrongInput, lines
from hearsay_cluster.node import Job, Node
from hearsay_cluster.read import ReadOptions, read
from hearsay_cluster.trace import trace
from tests.killing import Killer, executors
from tests.support import COMMAND, ROOT, hearsay, session

# Articles of the generator, beside those of examples/.
MADE = int(os.environ.get("ARTICLES", "120"))
HOURGLASS = {"id": "hourglass", "url": "https://farrow.example/hourglass", "published": "2024-05-06"}
TEXT = "The mayor of Farrow, Ada Brandt, said the old bridge over the Lisk would stay closed for {} weeks. Nobody was hurt, she said."
# What an archive settles: a new version, the same again, one name for two articles, and what is none.
TWISTED = [
    {**HOURGLASS, "text": TEXT.format("three")},
    {**HOURGLASS, "text": TEXT.format("four")},
    {**HOURGLASS, "id": "copy", "text": TEXT.format("four")},
    {"id": "hourglass", "text": "A herd of forty cows was driven up to the churchyard of Dunholt, said the miller, Bram Holm.", "url": "https://dunholt.example/cows"},
    {"id": "none"},
]


class ClusterTest(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.folder = pathlib.Path(tempfile.mkdtemp(prefix="hearsay-cluster-"))
        cls.input = cls.folder / "input"
        shutil.copytree(ROOT / "examples" / "archive", cls.input)
        made = subprocess.run(["node", str(ROOT / "bench" / "corpus.ts"), str(MADE), "3"], capture_output=True, check=True)
        (cls.input / "made.jsonl").write_bytes(made.stdout)
        (cls.input / "twisted.jsonl").write_text("".join(json.dumps(one) + "\n" for one in TWISTED))
        cls.archive = str(cls.folder / "one.hearsay")
        with ThreadPoolExecutor() as beside:
            one = beside.submit(cls.on_one_machine)
            cls.spark = session("local-cluster[2,1,1024]")
            cls.one = one.result()
        cls.target = str(cls.folder / "out")
        first = Node(Job(COMMAND, "identity"))
        first.close()

        def job(step, header=None):
            return Job(COMMAND, step, header, first.hello)

        cls.killer = Killer(cls.spark.sparkContext, 1.0)
        cls.killer.start()
        options = ReadOptions(str(cls.input), "files", cls.target, 8, "2024-05-07T00:00:00.000Z")
        cls.made = read(cls.spark, options, {step: job(step) for step in ["open", "read", "identity"]})
        cls.count = trace(
            cls.spark, cls.target, cls.target, lambda step, header: job(step, header or "null"), json.loads(first.hello)
        )

    @classmethod
    def on_one_machine(cls):
        hearsay("ingest", str(cls.input), "--archive", cls.archive, "--workers", "1")
        return [json.loads(line) for line in hearsay("trace", "--all", "--jsonl", "--archive", cls.archive).splitlines()]

    @classmethod
    def tearDownClass(cls):
        cls.spark.stop()
        shutil.rmtree(cls.folder)

    def table(self, name):
        return [row.asDict(True) for row in self.spark.read.parquet(f"{self.target}/{name}").collect()]

    def view(self, name, columns):
        with sqlite3.connect(self.archive) as db:
            quoted = ", ".join(f'"{column}"' for column in columns)
            return [dict(zip(columns, row, strict=True)) for row in db.execute(f"SELECT {quoted} FROM {name}")]

    def test_an_executor_was_killed_in_mid_run(self):
        self.assertIsNotNone(self.killer.killed)
        self.assertNotIn(self.killer.killed, executors(self.spark.sparkContext.applicationId))

    def test_articles_are_those_of_the_archive(self):
        columns = [name for name in ARTICLES if name != "kept_at"]
        ours = [{name: row[name] for name in columns} for row in self.table("articles")]
        theirs = self.view("articles_current", columns)
        self.assertGreater(len(ours), MADE)
        self.assertEqual(sorted(ours, key=str), sorted(theirs, key=str))
        self.assertEqual({row["doc"] for row in ours if row["doc"].startswith("hourglass")}, {"hourglass", "hourglass-2"})
        self.assertEqual([row["version"] for row in ours if row["doc"] == "hourglass"], [2])

    def test_attributions_are_those_of_the_archive(self):
        self.assertEqual(
            sorted(self.table("statements"), key=str), sorted(self.view("statements_current", STATEMENTS), key=str)
        )

    def test_readings_are_whole(self):
        exported = hearsay("export", "jsonl", "--archive", self.archive).splitlines()
        theirs = {one["doc"]: one for one in map(json.loads, exported)}
        self.assertEqual({row["doc"]: json.loads(row["reading"]) for row in self.table("articles")}, theirs)

    def test_failures_have_their_reasons(self):
        reasons = [row["reason"] for row in self.table("failed")]
        self.assertEqual(len(reasons), self.made["failed"])
        self.assertEqual(len([reason for reason in reasons if "needs text or html" in reason]), 1)

    def test_statements_are_those_of_the_archive(self):
        ours = sorted(self.table("traced"), key=lambda row: row.pop("place"))
        for row in ours:
            for telling in row["tellings"]:
                telling["span"] = [telling.pop("start"), telling.pop("end")]
        self.assertGreater(len(ours), MADE / 8)
        self.assertTrue(any(telling["speaker"] is None for row in ours for telling in row["tellings"]))
        self.assertEqual(ours, self.one)
        self.assertEqual(len(ours), self.count)

    def test_goes_into_an_archive_without_being_read_again(self):
        other = str(self.folder / "other.hearsay")
        hearsay("ingest", f"{self.target}/articles", "--archive", other)
        again = hearsay("trace", "--all", "--jsonl", "--archive", other).splitlines()
        self.assertEqual([json.loads(line) for line in again], self.one)

    def test_lines_and_tables_are_read_as_files_are(self):
        job = Job(COMMAND, "open")
        made = str(self.input / "made.jsonl")
        table = str(self.folder / "table")
        self.spark.read.json(made).write.parquet(table)
        for kind, path in [("jsonl", made), ("parquet", table)]:
            found = [json.loads(json.loads(row["line"])["line"]) for row in lines(self.spark, path, kind, 2, job).collect()]
            self.assertEqual(len({one["id"] for one in found}), MADE)
            self.assertTrue(all(one["text"] for one in found))
        self.spark.range(3).write.parquet(f"{table}-bad")
        with self.assertRaisesRegex(WrongInput, "needs the column id, and text or html"):
            lines(self.spark, f"{table}-bad", "parquet", 2, job)


if __name__ == "__main__":
    unittest.main()
