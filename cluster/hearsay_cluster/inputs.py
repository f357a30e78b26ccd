"""What is read: JSON Lines, Parquet, or files of any kind that Hearsay opens, on any file system that Spark reaches."""
import json
from collections.abc import Iterator

from pyspark.sql import DataFrame, SparkSession
from pyspark.sql import functions as F

from .columns import LINES
from .node import Job
from .opening import opened

KINDS = ["jsonl", "parquet", "files"]
# Fields of an article that a table may have (docs/formats.md).
FIELDS = ["id", "text", "html", "title", "outlet", "byline", "published", "url", "language"]


class WrongInput(Exception):
    """The input is none that can be read; the message says what to do."""


def lines(spark: SparkSession, path: str, kind: str, partitions: int, job: Job) -> DataFrame:
    """A line for each article, with its file and its place there; what could not be opened has a reason instead."""
    if kind == "files":
        return _files(spark, path, partitions, job)
    table = _jsonl(spark, path) if kind == "jsonl" else _parquet(spark, path)
    return table.withColumn("reason", F.lit(None).cast("string")).select(*LINES.names)


def _placed(table: DataFrame) -> DataFrame:
    return table.withColumn("origin", F.col("_metadata.file_path")).withColumn("position", F.monotonically_increasing_id())


def _jsonl(spark: SparkSession, path: str) -> DataFrame:
    table = _placed(spark.read.text(path)).where(F.trim("value") != "")
    return table.withColumn("line", F.to_json(F.struct("origin", F.col("value").alias("line"))))


def _parquet(spark: SparkSession, path: str) -> DataFrame:
    table = spark.read.parquet(path)
    there = [name for name in FIELDS if name in table.columns]
    if "id" not in there or not {"text", "html"} & set(there):
        raise WrongInput(f"{path}: needs the column id, and text or html; it has {', '.join(table.columns)}")
    article = F.to_json(F.struct(*[F.col(name).cast("string").alias(name) for name in there]))
    return _placed(table).withColumn("line", F.to_json(F.struct("origin", article.alias("line"))))


def _files(spark: SparkSession, path: str, partitions: int, job: Job) -> DataFrame:
    # One file is held as bytes at a time, by its Python process and on the way to it: docs/scale.md.
    files = spark.sparkContext.binaryFiles(path, partitions)
    return spark.createDataFrame(files.flatMap(lambda pair: _open(job, *pair)), LINES)


def _open(job: Job, origin: str, data: bytes) -> Iterator[tuple]:
    name = origin.rsplit("/", 1)[-1]
    for position, result in enumerate(opened(job, name, data)):
        if result["ok"]:
            line = json.dumps({"origin": origin, "input": result["answer"]}, ensure_ascii=False)
            yield (origin, position, line, None)
        else:
            yield (origin, position, None, result["reason"])
