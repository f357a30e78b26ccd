"""Runs the program of cluster/ on a cluster of this machine's own: several executors, each a process of its own."""
import glob
import json
import os
import pathlib
import random
import signal
import sys
import tempfile
import time

from .processes import members, run

ROOT = pathlib.Path(__file__).resolve().parents[2]
BIN = str(ROOT / "bin" / "hearsay.js")
# What the program does in Java is too little to be worth compiling twice: docs/scale.md has what this saves.
JAVA = "-XX:+UseSerialGC -XX:TieredStopAtLevel=1"
# The program of an executor, as its command line names it.
EXECUTOR = b"org.apache.spark.executor.CoarseGrainedExecutorBackend"


class Killer:
    """Kills an executor of a run at random, again and again."""

    def __init__(self, seed: int, apart: float):
        """`apart`: seconds between two kills, on average."""
        self.random, self.apart = random.Random(seed), apart
        self.kills = 0
        self.next = self._soon()

    def __call__(self, session: int) -> None:
        if time.monotonic() < self.next:
            return
        there = [int(folder.rsplit("/", 1)[1]) for kind, folder, _, _ in members(session) if kind == "java" and executes(folder)]
        if len(there) > 1:
            os.kill(self.random.choice(there), signal.SIGKILL)
            self.kills += 1
            self.next = self._soon()

    def _soon(self) -> float:
        return time.monotonic() + self.random.uniform(0.5, 1.5) * self.apart


def executes(folder: str) -> bool:
    try:
        return EXECUTOR in pathlib.Path(folder, "cmdline").read_bytes().split(b"\0")
    except OSError:
        return False


def spark(master: str, folder: str, *args: str, settings: dict | None = None, beside=None) -> dict:
    """Runs the program and adds the bytes that its stages wrote for each other and read."""
    logs = tempfile.mkdtemp(dir=folder)
    conf = {
        "spark.master": master, "spark.ui.enabled": "false", "spark.driver.host": "127.0.0.1", "spark.sql.shuffle.partitions": "4",
        "spark.eventLog.enabled": "true", "spark.eventLog.dir": f"file://{logs}", "spark.eventLog.compress": "false",
        "spark.executorEnv.PYTHONPATH": str(ROOT / "cluster"), "spark.driver.extraJavaOptions": JAVA, "spark.executor.extraJavaOptions": JAVA,
        **(settings or {}),
    }
    pathlib.Path(logs, "spark-defaults.conf").write_text("".join(f"{name} {value}\n" for name, value in conf.items()))
    env = {
        **os.environ, "SPARK_CONF_DIR": logs, "SPARK_LOCAL_IP": "127.0.0.1", "PYSPARK_PYTHON": sys.executable,
        "PYTHONPATH": str(ROOT / "cluster"),
    }
    command = [sys.executable, str(ROOT / "cluster/hearsay.py"), *args, "--hearsay", f"node {BIN}"]
    done = run(command, env=env, beside=beside)
    events = [event for path in glob.glob(f"{logs}/**/*", recursive=True) for event in tasks(path)]
    done["shuffled"] = sum(event["Shuffle Write Metrics"]["Shuffle Bytes Written"] for event in events)
    # What the JVM does for rows, without starting and compiling itself.
    done["tasks"] = sum(event["Executor CPU Time"] for event in events) / 1e9
    return done


def tasks(path: str) -> list[dict]:
    """Metrics of the tasks of an event log; none of what is no such log."""
    if not os.path.isfile(path) or path.endswith(".conf"):
        return []
    lines = pathlib.Path(path).read_text().splitlines()
    events = [json.loads(line) for line in lines if '"SparkListenerTaskEnd"' in line]
    return [event["Task Metrics"] for event in events if event.get("Task Metrics")]


def size(folder: str) -> int:
    return sum(os.path.getsize(path) for path in glob.glob(f"{folder}/**/*.parquet", recursive=True))
