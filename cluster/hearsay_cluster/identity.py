"""Which articles are one, and which version counts: the rules of an archive, for articles in order of their place."""
import json

from pyspark.sql import DataFrame, Window
from pyspark.sql import functions as F
from pyspark.sql.types import BooleanType, IntegerType, LongType, StringType

from .columns import _struct
from .components import components
from .node import Job
from .stages import Stages

_SETTLED = _struct(index=LongType(), doc=StringType(), version=IntegerType(), current=BooleanType())


def settled(read: DataFrame, job: Job, stages: Stages) -> DataFrame:
    """`origin`, `position`, `doc`, `version` of each article that counts; `doc` is another where two had one name."""
    spark = stages.spark
    columns = ["origin", "position", "doc", "canonical", "content_key", "outlet"]
    ordered = read.select(*columns).sort("origin", "position").rdd.zipWithIndex().map(lambda pair: (*pair[0], pair[1]))
    indexed = stages.keep("indexed", spark.createDataFrame(ordered, _struct(
        origin=StringType(), position=LongType(), doc=StringType(), canonical=StringType(), content_key=StringType(),
        outlet=StringType(), index=LongType(),
    )))
    shared = None
    for key in ["canonical", "content_key", "doc"]:
        least = F.min("index").over(Window.partitionBy(key))
        edges = indexed.where(F.col(key).isNotNull()).select(F.col("index").alias("a"), least.alias("b")).where("a != b")
        shared = edges if shared is None else shared.union(edges)
    shared = stages.keep("shared", shared)
    alone = indexed.select("index", "doc", F.lit(1).alias("version"), F.lit(True).alias("current"))
    if shared.isEmpty():
        found = alone
    else:
        tied = stages.keep("settled", _ask(indexed, components(shared, stages, "one"), job, stages))
        found = alone.join(tied, "index", "left_anti").union(tied)
    return indexed.select("origin", "position", "index").join(found.where("current"), "index")


def _ask(indexed: DataFrame, tied: DataFrame, job: Job, stages: Stages) -> DataFrame:
    candidate = F.struct("index", "doc", "origin", "canonical", "outlet", F.col("content_key").alias("contentKey"))
    together = (
        indexed.join(tied.withColumnRenamed("id", "index"), "index")
        .groupBy("component")
        .agg(F.sort_array(F.collect_list(candidate)).alias("candidates"))
        # The package tells what is missing from what is null.
        .withColumn("line", F.to_json("candidates", {"ignoreNullFields": "false"}))
    )
    return stages.ask(
        together,
        job,
        lambda row, answer: [
            (one["index"], found["doc"], found["version"], found["current"])
            for one, found in zip(row["candidates"], answer, strict=True)
        ],
        _SETTLED,
    )


def renamed(reading: str, doc: str) -> str:
    """A reading under another name."""
    return json.dumps({**json.loads(reading), "doc": doc}, ensure_ascii=False, separators=(",", ":"))
