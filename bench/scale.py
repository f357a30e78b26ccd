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

from spark.compare import comparing
from spark.processes import run, spent
from spark.spark import BIN, ROOT, size, spark


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


def reading(sizes: list[int], folder: str) -> None:
    for count in sizes:
        path = pathlib.Path(folder, f"{count}.jsonl")
        words = articles(count, path)
        pipe = pathlib.Path(folder, "pipe.jsonl")
        with path.open() as lines, pipe.open("w") as file:
            file.writelines(json.dumps({"origin": "bench", "line": line}) + "\n" for line in lines)
        alone = run(["node", BIN, "read", str(path), "--jsonl", "--force"])
        with pipe.open() as stdin:
            piped = run(["node", BIN, "pipe", "read", "--force"], stdin=stdin)
        target = f"{folder}/read-{count}"
        on = spark("local-cluster[2,1,1024]", folder, "read", str(path), target, "--kind", "jsonl", "--partitions", "8", "--force")
        print(
            f"{count} articles, {words} words, {path.stat().st_size} bytes: hearsay read {alone['all']:.1f} s CPU, pipe {piped['all']:.1f}, "
            f"Spark {spent(on)}; "
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
        on = spark("local-cluster[2,1,2048]", folder, "trace", source, f"{folder}/traced-{count}", settings=settings)
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
