"""`read`: every article of an input, read by the package on every core; tables as the archive's views have them."""
from dataclasses import dataclass

from pyspark.sql import DataFrame, SparkSession
from pyspark.sql import functions as F

from .columns import ARTICLE, ARTICLES, BESIDE, READ, STATEMENTS, row
from .identity import renamed, settled
from .inputs import lines
from .node import Job, answers
from .stages import CODEC, Stages


@dataclass(frozen=True)
class ReadOptions:
    source: str
    kind: str
    target: str
    # Parts that the input is cut into: several for each core, so that the last one does not keep the others waiting.
    partitions: int
    # ISO 8601 time of keeping.
    at: str


def read(spark: SparkSession, options: ReadOptions, jobs: dict[str, Job]) -> dict[str, int]:
    """Writes `articles`, `statements` and `failed` into the target and returns how many there are of each."""
    stages = Stages(spark, f"{options.target}/_between")
    stages.begin(f"read {options.kind} {options.source} with {jobs['read'].hello}")
    opened = lines(spark, options.source, options.kind, options.partitions, jobs["open"])
    if options.kind == "files":
        opened = stages.keep("opened", opened)
    # By place, not by turns: a part that is worked out again holds the same articles.
    spread = opened.repartition(options.partitions, "origin", "position")
    rows = spread.rdd.mapPartitions(_reader(spark, jobs["read"]))
    done = stages.keep("read", spark.createDataFrame(rows, READ, verifySchema=False))
    articles = _articles(done, options, jobs, stages)
    _write(articles.select(*ARTICLES, *BESIDE), f"{options.target}/articles")
    statements = articles.select("*", F.explode("statements").alias("s")).select(
        *["doc", "title", "outlet", "published", "url"],
        F.col("s.n").alias("statement"),
        *[F.col(f"s.{name}") for name in STATEMENTS[6:]],
    )
    _write(statements, f"{options.target}/statements")
    _write(done.where("reason is not null").select("origin", "position", "reason"), f"{options.target}/failed")
    stages.drop()
    return {name: spark.read.parquet(f"{options.target}/{name}").count() for name in ["articles", "statements", "failed"]}


def _reader(spark: SparkSession, job: Job):
    sent = spark.sparkContext.broadcast(job)

    def part(rows):
        # One at a time: whatever a process dies of is the article that it has.
        for origin, position, line, reason in rows:
            result = {"ok": False, "reason": reason} if line is None else answers(sent.value, [line])[0]
            record = result["answer"] if result["ok"] else {}
            yield (origin, position, result.get("reason"), *row(ARTICLE, record))

    return part


def _articles(done: DataFrame, options: ReadOptions, jobs: dict[str, Job], stages: Stages) -> DataFrame:
    """Those that count, under the names that they have in an archive."""
    good = done.where("reason is null")
    rename = F.udf(renamed, "string", useArrow=False)
    found = settled(good, jobs["identity"], stages).withColumnRenamed("doc", "name")
    reading = F.when(F.col("doc") == F.col("name"), F.col("reading")).otherwise(rename("reading", "name"))
    return (
        good.join(found, ["origin", "position"])
        .withColumn("reading", reading)
        .withColumn("doc", F.col("name"))
        .withColumn("kept_at", F.lit(options.at))
    )


def _write(table: DataFrame, place: str) -> None:
    table.write.mode("overwrite").option("compression", CODEC).parquet(place)
