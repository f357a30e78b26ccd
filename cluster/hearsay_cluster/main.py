"""`spark-submit hearsay.py read|trace …`: reads the flags, starts Spark, says what was made."""
import argparse
import datetime
import json
import shlex

from pyspark.sql import SparkSession

from .inputs import KINDS, WrongInput
from .node import MEMORY, SLOWEST, Job, Node
from .read import ReadOptions, read
from .trace import trace

# Parts for each core: the last one keeps the others waiting for a fraction of the time only.
PARTS_PER_CORE = 8


def main(args: list[str] | None = None) -> None:
    """Runs one command. Wrong input is told in one line, with exit code 2."""
    flags = _parser().parse_args(args)
    command = tuple(shlex.split(flags.hearsay))
    spark = SparkSession.builder.appName(f"hearsay {flags.command}").getOrCreate()
    spark.sparkContext.setLogLevel("ERROR")
    try:
        hello = _hello(command)
        if flags.command == "read":
            _read(spark, flags, command, hello)
        else:
            _trace(spark, flags, command, hello)
    except (WrongInput, RuntimeError) as error:
        raise SystemExit(f"hearsay: {error}") from None
    finally:
        spark.stop()


def _hello(command: tuple) -> str:
    first = Node(Job(command, "identity"))
    first.close()
    return first.hello


def _read(spark: SparkSession, flags: argparse.Namespace, command: tuple, hello: str) -> None:
    partitions = flags.partitions or PARTS_PER_CORE * spark.sparkContext.defaultParallelism
    at = datetime.datetime.now(datetime.timezone.utc).isoformat(timespec="milliseconds").replace("+00:00", "Z")
    jobs = {
        step: Job(command, step, None, hello, step == "read" and flags.force, flags.seconds, flags.memory)
        for step in ["open", "read", "identity"]
    }
    made = read(spark, ReadOptions(flags.source, flags.kind, flags.target, partitions, at), jobs)
    print(f"{made['articles']} articles with {made['statements']} statements in {flags.target}; {made['failed']} could not be read.")


def _trace(spark: SparkSession, flags: argparse.Namespace, command: tuple, hello: str) -> None:
    def job(step: str, header: str | None) -> Job:
        return Job(command, step, header or "null", hello, False, flags.seconds, flags.memory)

    count = trace(spark, flags.source, flags.target, job, json.loads(hello))
    print(f"{count} statements with two tellings or more in {flags.target}/traced.")


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="hearsay.py", description=__doc__)
    commands = parser.add_subparsers(dest="command", required=True)
    reading = commands.add_parser("read", help="read articles into tables")
    tracing = commands.add_parser("trace", help="find the statements that several articles tell")
    reading.add_argument("source", help="folder or files, on any file system that Spark reaches")
    reading.add_argument("--kind", choices=KINDS, required=True, help="files: crawls (WARC) and whatever else Hearsay opens")
    reading.add_argument("--partitions", type=int, help="parts that the input is cut into (default: 8 for each core)")
    reading.add_argument("--force", action="store_true", help="read on where the input does not seem to be an English article")
    tracing.add_argument("source", help="what read has written")
    for command in [reading, tracing]:
        command.add_argument("target", help="folder for the tables; a job that was cut off goes on there")
        command.add_argument("--hearsay", default="hearsay", help="the command of the package, on every machine (default: hearsay)")
        command.add_argument("--seconds", type=float, default=SLOWEST, help="a line may take so long (default: 600)")
        command.add_argument("--memory", type=int, default=MEMORY, help="MB of a Node process for JavaScript (default: 1024)")
    return parser
