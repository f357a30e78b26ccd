"""Files of many articles (crawls, exports, mailboxes), opened by the package: bytes in, articles out, one by one."""
import json
import subprocess
import threading

from .node import Job, start

# Bytes handed over at a time.
CHUNK = 1 << 20


def opened(job: Job, name: str, data: bytes):
    """Each article of a file, or what could not be opened of it with the reason, as the package answers."""
    process = start(job, "--name", name, stdin=subprocess.PIPE, stdout=subprocess.PIPE)
    feeder = threading.Thread(target=_feed, args=(process.stdin, data), daemon=True)
    feeder.start()
    hello = process.stdout.readline()
    for line in process.stdout:
        yield json.loads(line)
    process.stdout.close()
    if process.wait() != 0 or not hello:
        yield {"ok": False, "name": name, "reason": f"{name}: could not be opened to its end (code {process.returncode})"}
    feeder.join()


def _feed(stdin, data: bytes) -> None:
    try:
        for at in range(0, len(data), CHUNK):
            stdin.write(data[at : at + CHUNK])
        stdin.close()
    except OSError:
        # Whoever reads has seen enough, or has died, which its code tells.
        pass
