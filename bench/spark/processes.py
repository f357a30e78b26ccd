"""Runs commands and weighs them: CPU seconds of all their processes, so that neighbours do not count."""
import glob
import os
import pathlib
import subprocess
import tempfile
import time
from collections.abc import Callable

TICK = os.sysconf("SC_CLK_TCK")
PAGE = os.sysconf("SC_PAGE_SIZE")
# Kinds of processes by the name of their program.
KINDS = ["node", "python", "java"]

# What Java does for itself, by the names of its threads.
CHORES = {"compiling": ("C1 Compiler", "C2 Compiler"), "collecting": ("G1 ", "GC ", "VM Thread")}
# Characters that are shown of what a command said before it failed.
SAID = 2000
# Lines of errors, each told once.
ERRORS = 20
# Seconds between two looks at threads.
APART = 2.0


def run(command: list[str], stdin=None, stdout=subprocess.DEVNULL, env=None, beside: Callable | None = None, fine=(0,)) -> dict:
    """
    Runs a command in a session of its own: CPU seconds by kind of process, the most memory of one of each in MB, and seconds by
    the clock. `beside` is called with the session's id several times a second; `fine` are the codes it may end with.
    """
    began = looked = time.monotonic()
    said = tempfile.TemporaryFile()
    process = subprocess.Popen(command, stdin=stdin, stdout=stdout, stderr=said, start_new_session=True, env=env)
    cpu, memory, threads = {}, {}, {}
    while process.poll() is None:
        for kind, pid, seconds, resident in members(process.pid):
            cpu[(kind, pid)] = max(cpu.get((kind, pid), 0), seconds)
            memory[kind] = max(memory.get(kind, 0), resident)
            if kind == "java" and time.monotonic() > looked:
                threads.update({(pid, *thread): seconds for *thread, seconds in chores(pid)})
        if time.monotonic() > looked:
            looked = time.monotonic() + APART
        if beside:
            beside(process.pid)
        time.sleep(0.2)
    if process.returncode not in fine:
        said.seek(0)
        raise SystemExit(f"{' '.join(command)} failed: {failure(said.read().decode(errors='replace'))}")
    total = {kind: sum(seconds for (of, _), seconds in cpu.items() if of == kind) for kind in {of for of, _ in cpu}}
    own = {chore: sum(seconds for (_, _, of), seconds in threads.items() if of == chore) for chore in CHORES}
    return {"cpu": total, "all": sum(total.values()), "memory": memory, "seconds": time.monotonic() - began, "chores": own}


def failure(said: str) -> str:
    """The end of what was said before failing, behind the lines that tell of errors: Java hides these under its traces."""
    errors = dict.fromkeys(line.strip()[:300] for line in said.splitlines() if "Error" in line or "Exception: " in line)
    return "\n".join([*list(errors)[:ERRORS], said[-SAID:]])


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


def chores(folder: str):
    """Thread, what it does for Java itself, and CPU seconds of each thread of a process that does such."""
    for stat in glob.glob(f"{folder}/task/*/stat"):
        try:
            name, numbers = pathlib.Path(stat).read_text().split("(", 1)[1].rsplit(")", 1)
        except OSError:
            continue
        chore = next((chore for chore, names in CHORES.items() if name.startswith(names)), None)
        if chore:
            yield stat, chore, (int(numbers.split()[11]) + int(numbers.split()[12])) / TICK


def shown(numbers: dict) -> str:
    return ", ".join(f"{kind} {value:.1f}" for kind, value in sorted(numbers.items()))


def spent(done: dict) -> str:
    """What a run took, in words; of Java, what it did in tasks of Spark and what for itself."""
    of_java = f"; of java in tasks {done['tasks']:.1f}, {shown(done['chores'])}" if "tasks" in done else ""
    shuffled = f"; shuffled {done['shuffled']} bytes" if "shuffled" in done else ""
    return (
        f"{done['seconds']:.0f} s, {done['all']:.1f} s CPU ({shown(done['cpu'])}{of_java}){shuffled}; "
        f"memory {shown(done['memory'])} MB"
    )
