"""The same articles on one machine and on Spark: what each costs, and whether both say the same (bench/same.ts)."""
import os
import pathlib
import subprocess

from .processes import run, spent
from .spark import BIN, ROOT, Killer, spark

# Parts of the input: small ones, so that a kill costs little.
PARTS = 48
# Seconds between two kills, on average.
APART = 25.0
# Who kills all the time must let a task fail oftener than four times.
PATIENT = {"spark.task.maxFailures": "50", "spark.stage.maxConsecutiveAttempts": "50"}


def comparing(sizes: list[int], folder: str, kill: bool) -> None:
    for count in sizes:
        made = f"{folder}/short-{count}"
        subprocess.run(["node", str(ROOT / "bench/shorts.ts"), str(count), made], check=True)
        articles = [line for part in sorted(pathlib.Path(made).glob("*.jsonl")) for line in part.read_text().splitlines()]
        print(f"{len(articles)} articles, {sum(map(len, articles))} characters", flush=True)
        archive, traced = f"{folder}/{count}.hearsay", f"{folder}/{count}.traced"
        if not os.path.exists(traced):
            here(made, archive, traced)
        target = f"{folder}/results-{count}"
        killer = Killer(count, APART) if kill else None
        settings = PATIENT if kill else {}
        told("Spark read", spark(
            "local-cluster[2,1,1024]", folder, "read", made, target, "--kind", "jsonl", "--partitions", str(PARTS),
            settings=settings, beside=killer,
        ))
        told("Spark trace", spark("local-cluster[2,1,1024]", folder, "trace", target, target, settings=settings, beside=killer))
        if killer:
            print(f"{killer.kills} executors were killed", flush=True)
        if subprocess.run(["node", str(ROOT / "bench/same.ts"), target, archive, traced], check=False).returncode != 0:
            raise SystemExit("not the same")


def here(made: str, archive: str, traced: str) -> None:
    """Reads and traces on one machine; what stands in `traced` is whole."""
    # Code 1: some articles could not be read, as on Spark.
    told("hearsay ingest", run(["node", BIN, "ingest", made, "--archive", archive], fine=(0, 1)))
    with open(f"{traced}.part", "w") as file:
        told("hearsay trace", run(["node", BIN, "trace", "--all", "--jsonl", "--archive", archive], stdout=file))
    os.rename(f"{traced}.part", traced)


def told(what: str, done: dict) -> None:
    print(f"{what}: {spent(done)}", flush=True)
