"""
What a cluster costs, measured here (docs/scale.md): `python bench/scale.py read|trace SIZES…` in the environment of
cluster/requirements.txt. CPU seconds of all processes of a run, so that neighbours do not count; two sizes give the cost of
one more article without that of starting.
"""
import glob
import json
import os
import pathlib
import shutil
import subprocess
import sys
import tempfile
import time

ROOT = pathlib.Path(__file__).resolve().parents[1]
BIN = str(ROOT / "bin" / "hearsay.js")
TICK = os.sysconf("SC_CLK_TCK")
PAGE = os.sysconf("SC_PAGE_SIZE")
# Kinds of processes by the name of their program.
KINDS = ["node", "python", "java"]


def run(command: list[str], stdin=None, env=None) -> dict:
    """Runs a command in a session of its own: CPU seconds by kind of process, and the most memory of one of each, in MB."""
    process = subprocess.Popen(
        command, stdin=stdin, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, start_new_session=True, env=env
    )
    cpu, memory = {}, {}
    while process.poll() is None:
        for kind, pid, seconds, resident in members(process.pid):
            cpu[(kind, pid)] = max(cpu.get((kind, pid), 0), seconds)
            memory[kind] = max(memory.get(kind, 0), resident)
        time.sleep(0.2)
    if process.returncode != 0:
        raise SystemExit(f"{' '.join(command)} failed")
    total = {kind: sum(seconds for (of, _), seconds in cpu.items() if of == kind) for kind in {of for of, _ in cpu}}
    return {"cpu": total, "all": sum(total.values()), "memory": memory}


def members(session: int):
    """Kind, id, CPU seconds and resident MB of each process of a session."""
    for folder in glob.glob("/proc/[0-9]*"):
        try:
            stat = pathlib.Path(folder, "stat").read_text().rsplit(")", 1)[1].split()
            program = pathlib.Path(folder, "cmdline").read_text().split("\0")[0].rsplit("/", 1)[-1]
        except OSError:
            continue
        # One that has ended, and waits to be asked for, has no name and is counted already.
        if int(stat[3]) != session or not program:
            continue
        kind = next((name for name in KINDS if program.startswith(name)), "other")
        yield kind, folder, (int(stat[11]) + int(stat[12])) / TICK, int(stat[21]) * PAGE / 1e6


def spark(master: str, folder: str, *args: str) -> dict:
    """Runs the program of cluster/ and adds the bytes that its stages wrote for each other and read."""
    logs = tempfile.mkdtemp(dir=folder)
    conf = {
        "spark.master": master, "spark.ui.enabled": "false", "spark.driver.host": "127.0.0.1", "spark.sql.shuffle.partitions": "4",
        "spark.eventLog.enabled": "true", "spark.eventLog.dir": f"file://{logs}", "spark.eventLog.compress": "false",
        "spark.executorEnv.PYTHONPATH": str(ROOT / "cluster"),
    }
    pathlib.Path(logs, "spark-defaults.conf").write_text("".join(f"{name} {value}\n" for name, value in conf.items()))
    env = {
        **os.environ, "SPARK_CONF_DIR": logs, "SPARK_LOCAL_IP": "127.0.0.1", "PYSPARK_PYTHON": sys.executable,
        "PYTHONPATH": str(ROOT / "cluster"),
    }
    done = run([sys.executable, str(ROOT / "cluster/hearsay.py"), *args, "--hearsay", f"node {BIN}"], env=env)
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
            f"Spark {on['all']:.1f} ({shown(on['cpu'])}, of java in tasks {on['tasks']:.1f}); memory {shown(on['memory'])} MB; shuffled {on['shuffled']}; "
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
        on = spark("local-cluster[2,1,2048]", folder, "trace", source, f"{folder}/traced-{count}")
        print(
            f"{count} tellings: Spark {on['all']:.1f} s CPU ({shown(on['cpu'])}, of java in tasks {on['tasks']:.1f}); memory {shown(on['memory'])} MB; "
            f"shuffled {on['shuffled']}; readings {size(source)}, traced {size(f'{folder}/traced-{count}')} bytes",
            flush=True,
        )


def shown(numbers: dict) -> str:
    return ", ".join(f"{kind} {value:.1f}" for kind, value in sorted(numbers.items()))


if __name__ == "__main__":
    with tempfile.TemporaryDirectory(prefix="hearsay-scale-") as scratch:
        {"read": reading, "trace": tracing}[sys.argv[1]]([int(size) for size in sys.argv[2:]], scratch)
