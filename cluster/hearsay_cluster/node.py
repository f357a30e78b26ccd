"""`hearsay pipe`: a process of the package that answers each line with one; restarted when it dies, its poison skipped."""
import hashlib
import json
import os
import subprocess
import threading
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

# An article may take this long, in seconds, as on one machine (src/archive/ingest/pool.ts).
SLOWEST = 600
# Memory of a process for JavaScript, in MB; the networks come on top (docs/scale.md).
MEMORY = 1024
# Bytes of lines that are sent without waiting for an answer: what every pipe holds, so that no side waits for the other.
AHEAD = 1 << 14
# A line that two processes died of is poison: once may be somebody else's doing, such as a lack of memory.
TRIES = 2


class Died(Exception):
    """The process ended, or was ended, before it answered."""


@dataclass(frozen=True)
class Job:
    """What every core runs: the command, its step, and a first line that holds for all others."""

    command: tuple
    step: str
    header: str | None = None
    # What every process must say it is, so that no table is made by two versions.
    hello: str | None = None
    force: bool = False
    seconds: float = SLOWEST
    memory: int = MEMORY

    def key(self) -> tuple:
        header = self.header and hashlib.sha256(self.header.encode()).hexdigest()
        return (self.command, self.step, header, self.force, self.memory)


def start(job: Job, *more: str, **kinds) -> subprocess.Popen:
    """Starts a process of the package. Raises RuntimeError where its command is none."""
    env = {**os.environ, "NODE_OPTIONS": f"--max-old-space-size={job.memory}"}
    force = ["--force"] if job.force else []
    try:
        return subprocess.Popen([*job.command, "pipe", job.step, *force, *more], env=env, **kinds)
    except OSError as error:
        raise RuntimeError(f"hearsay cannot be started as {' '.join(job.command)}: {error.strerror}") from None


class Node:
    """One process. Of lines that are sent one at a time it is known which one it died of; many at once take less time."""

    def __init__(self, job: Job):
        self.job = job
        self.deadline = None
        self.late = False
        self.process = start(job, stdin=subprocess.PIPE, stdout=subprocess.PIPE)
        threading.Thread(target=self._watch, daemon=True).start()
        try:
            if job.header is not None:
                self._send(job.header.encode() + b"\n")
            self.hello = self._receive().decode().strip()
        except Died as why:
            self.close()
            raise RuntimeError(f"hearsay pipe {job.step} does not start ({why}); its own words stand in the log") from None
        if job.hello is not None and self.hello != job.hello:
            self.close()
            raise RuntimeError(f"this machine has another Hearsay ({self.hello}) than the one that began ({job.hello})")

    def ask(self, lines: Sequence[str]) -> list[dict]:
        """The answers to some lines. Raises Died when one has none."""
        self._send("".join(f"{line}\n" for line in lines).encode())
        return [json.loads(self._receive()) for _ in lines]

    def close(self) -> None:
        self.process.kill()
        self.process.wait()
        self.process.stdin.close()
        self.process.stdout.close()

    def _send(self, data: bytes) -> None:
        self.deadline = time.monotonic() + self.job.seconds
        try:
            self.process.stdin.write(data)
            self.process.stdin.flush()
        except OSError:
            raise Died(self._why()) from None

    def _receive(self) -> bytes:
        self.deadline = time.monotonic() + self.job.seconds
        answer = self.process.stdout.readline()
        self.deadline = None
        if not answer.endswith(b"\n"):
            raise Died(self._why())
        return answer

    def _why(self) -> str:
        self.process.wait()
        if self.late:
            return f"took longer than {self.job.seconds:g} seconds"
        code = self.process.returncode
        return f"was ended by signal {-code}" if code < 0 else f"ended with code {code}"

    def _watch(self) -> None:
        while self.process.poll() is None:
            deadline = self.deadline
            if deadline is not None and time.monotonic() > deadline:
                self.late = True
                self.process.kill()
                return
            time.sleep(min(1.0, self.job.seconds / 4))


# Spark keeps its Python processes from task to task, one for each core, and each keeps its Node: the model is loaded once.
_kept: dict = {}


def node(job: Job) -> Node:
    """The process of this job, started where need be; that of another job ends."""
    key = job.key()
    if key not in _kept:
        drop()
        _kept[key] = Node(job)
    return _kept[key]


def drop() -> None:
    """Ends the process that is kept."""
    for kept in _kept.values():
        kept.close()
    _kept.clear()


def answers(job: Job, lines: Sequence[str]) -> list[dict]:
    """Of each line `{"ok": True, "answer": …}` or `{"ok": False, "reason": …}`, whatever becomes of the process."""
    why = None
    for _ in range(TRIES):
        try:
            return node(job).ask(lines)
        except Died as died:
            why = died
            drop()
    return [{"ok": False, "reason": f"the process that read it {why}, {TRIES} times; it was left out"}] * len(lines)


def surely(job: Job, lines: Sequence[str]) -> list:
    """The answers of a step that has no bad lines. Raises RuntimeError with the reason where there is none."""
    found = answers(job, lines)
    bad = next((one for one in found if not one["ok"]), None)
    if bad:
        raise RuntimeError(f"hearsay pipe {job.step}: {bad['reason']}")
    return [one["answer"] for one in found]


def together(rows: Iterator, size) -> Iterator[list]:
    """Rows in lists of no more than AHEAD bytes, or of one row; `size` tells the bytes of a row."""
    held, total = [], 0
    for row in rows:
        more = size(row)
        if held and total + more > AHEAD:
            yield held
            held, total = [], 0
        held.append(row)
        total += more
    if held:
        yield held
