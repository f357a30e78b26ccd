"""
What a cluster costs, measured here (docs/scale.md): `python bench/scale.py read|trace|compare SIZES…` in the environment of
cluster/requirements.txt. `compare` makes articles, reads and traces them here and on a cluster, and tells what differs;
with `--kill` executors are killed all the while. CPU seconds of all processes of a run, so that neighbours do not count; two
sizes give the cost of one more article without that of starting.
"""
import argparse
import json
import os
import pathlib
import shutil
import subprocess
import tempfile
from concurrent.futures import ThreadPoolExecutor

from spark.compare import comparing
from spark.processes import run, spent
from spark.spark import BIN, ROOT, size, spark
from spark.steady import Steady

# Executors of one core, each a process.
EXECUTORS = 2


def articles(count: int, path: pathlib.Path) -> int:
    """Writes the articles of test/articles over and over, each with a number that makes it another; returns their words."""
    texts = [path.read_text() for path in sorted((ROOT / "test/articles").glob("*.txt"))]
    words = 0
    with path.open("w") as file:
        for i in range(count):
            text = f"{texts[i % len(texts)]}\n\nThis is number {i}."
            words += len(text.split())
            file.write(json.dumps({"id": f"n{i}", "text": text, "published": "2024-05-06"}) + "\n")
    return words


def together(command: list[str], parts: list[pathlib.Path], by_stdin: bool = False) -> float:
    """CPU seconds of a command for each part, all at once: cores that share what they are made of slow each other, on a cluster too."""

    def one(part: pathlib.Path) -> float:
        if not by_stdin:
            return run([*command, str(part)])["all"]
        with part.open() as stdin:
            return run(command, stdin=stdin)["all"]

    with ThreadPoolExecutor(len(parts)) as pool:
        return sum(pool.map(one, parts))


def dealt(lines: list[str], folder: str, name: str) -> list[pathlib.Path]:
    """The lines in as many files as there are executors."""
    parts = [pathlib.Path(folder, f"{name}-{i}.jsonl") for i in range(EXECUTORS)]
    for i, part in enumerate(parts):
        part.write_text("".join(lines[i::EXECUTORS]))
    return parts


def reading(sizes: list[int], folder: str) -> None:
    for count in sizes:
        path = pathlib.Path(folder, f"{count}.jsonl")
        words = articles(count, path)
        lines = path.read_text().splitlines(keepends=True)
        parts = dealt(lines, folder, "read")
        pipes = dealt([json.dumps({"origin": "bench", "line": line}) + "\n" for line in lines], folder, "pipe")
        # Machines become faster and slower by themselves: what Spark is held against is measured before it and after.
        alone = [together(["node", BIN, "read", "--jsonl", "--force"], parts)]
        piped = together(["node", BIN, "pipe", "read", "--force"], pipes, by_stdin=True)
        target = f"{folder}/read-{count}"
        master = f"local-cluster[{EXECUTORS},1,1024]"
        warm = Steady()
        on = spark(master, folder, "read", str(path), target, "--kind", "jsonl", "--partitions", "8", "--force", beside=warm)
        alone.append(together(["node", BIN, "read", "--jsonl", "--force"], parts))
        print(
            f"{count} articles, {words} words, {path.stat().st_size} bytes: "
            f"hearsay read, {EXECUTORS} at once, {' and '.join(f'{one:.1f}' for one in alone)} s CPU, pipe {piped:.1f}, "
            f"Spark {spent(on)}; {warm.told()}; "
            f"articles {size(f'{target}/articles')}, statements {size(f'{target}/statements')} bytes",
            flush=True,
        )


def tracing(sizes: list[int], folder: str) -> None:
    for count in sizes:
        source = f"{folder}/source-{count}"
        made = f"{folder}/made-{count}.parquet"
        with open(made, "wb") as file:
            subprocess.run(["node", str(ROOT / "bench/readings.ts"), str(count)], stdout=file, check=True)
        os.makedirs(f"{source}/articles")
        shutil.move(made, f"{source}/articles/part.parquet")
        # A part of a shuffle holds some ten thousand tellings.
        settings = {"spark.sql.shuffle.partitions": str(max(4, count // 10_000))}
        on = spark(f"local-cluster[{EXECUTORS},1,2048]", folder, "trace", source, f"{folder}/traced-{count}", settings=settings)
        print(
            f"{count} tellings: Spark {spent(on)}; readings {size(source)}, traced {size(f'{folder}/traced-{count}')} bytes",
            flush=True,
        )
        subprocess.run(["node", str(ROOT / "bench/traced.ts"), str(count), f"{folder}/traced-{count}"], check=True)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("what", choices=["read", "trace", "compare"])
    parser.add_argument("sizes", type=int, nargs="+")
    parser.add_argument("--kill", action="store_true", help="compare: kill executors all the while")
    parser.add_argument("--keep", help="compare: work in this folder, and go on with what is done there")
    flags = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="hearsay-scale-") as scratch:
        if flags.what == "compare":
            comparing(flags.sizes, str(pathlib.Path(flags.keep or scratch).resolve()), flags.kill)
        else:
            {"read": reading, "trace": tracing}[flags.what](flags.sizes, scratch)


if __name__ == "__main__":
    main()
