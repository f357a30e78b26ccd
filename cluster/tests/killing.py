"""Kills an executor of a local cluster while its tasks run."""
import os
import pathlib
import signal
import threading
import time


def executors(app: str) -> list[int]:
    """Process ids of the executors of an application on this machine."""
    found = []
    for folder in pathlib.Path("/proc").glob("[0-9]*"):
        try:
            words = (folder / "cmdline").read_bytes().split(b"\0")
        except OSError:
            continue
        if app.encode() in words and b"org.apache.spark.executor.CoarseGrainedExecutorBackend" in words:
            found.append(int(folder.name))
    return sorted(found)


class Killer(threading.Thread):
    """Kills one executor as soon as all of them have had tasks that ask the package for `after` seconds."""

    def __init__(self, context, after: float):
        super().__init__(daemon=True)
        self.context, self.after = context, after
        self.killed: int | None = None

    def run(self) -> None:
        tracker = self.context.statusTracker()
        while self.killed is None:
            for stage in tracker.getActiveStageIds():
                info = tracker.getStageInfo(stage)
                if info is None or info.numActiveTasks < 2:
                    continue
                time.sleep(self.after)
                info = tracker.getStageInfo(stage)
                if info and info.numActiveTasks > 0 and info.numCompletedTasks < info.numTasks:
                    self.killed = executors(self.context.applicationId)[0]
                    os.kill(self.killed, signal.SIGKILL)
                    return
            time.sleep(0.05)
