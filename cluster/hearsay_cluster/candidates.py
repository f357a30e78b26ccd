"""Contents worth comparing, by the keys they share: as src/archive/trace/candidates.ts finds them on one machine."""
from dataclasses import dataclass

from pyspark.sql import Column, DataFrame, Window
from pyspark.sql import functions as F


@dataclass(frozen=True)
class Caps:
    """Contents looked at behind one key, latest first, and of all keys together: a hot key costs no more than another."""

    per_key: int
    per_content: int


def candidates(keys: DataFrame, caps: Caps) -> DataFrame:
    """
    Of each asker, the tellings that share most keys with it, as a list, most keys first, later ones before earlier.

    `keys`: `key`, `id`, `article`, and `telling`: whether it is a telling, which can be found, or a sentence, which can only
    ask, and does when all tellings of its article are there. Ids are in order of time.
    """
    tellings = keys.where("telling")
    behind = Window.partitionBy("key").orderBy("id")
    held = tellings.select(
        "key", "id", "article", "telling",
        F.collect_list("id").over(behind.rowsBetween(-caps.per_key, -1)).alias("before"),
        F.collect_list("id").over(behind.rowsBetween(1 - caps.per_key, 0)).alias("latest"),
    )
    nothing = F.lit(None).cast("array<bigint>")
    asking = keys.where("not telling").select("key", "id", "article", "telling", nothing.alias("before"), nothing.alias("latest"))
    # Sentences come behind all tellings of their article.
    order = Window.partitionBy("key").orderBy("article", F.col("telling").desc(), "id")
    latest = F.last("latest", ignorenulls=True).over(order.rowsBetween(Window.unboundedPreceding, 0))
    found: Column = F.when(F.col("telling"), F.col("before")).otherwise(latest)
    votes = (
        held.union(asking)
        .withColumn("found", found)
        .where(F.size("found") > 0)
        .select("id", "telling", "found")
        # Once by asker: counting and choosing then need no other way over the network.
        .repartition("id", "telling")
        .select("id", "telling", F.explode("found").alias("other"))
        .groupBy("id", "telling", "other")
        .count()
    )
    rank = F.row_number().over(Window.partitionBy("id", "telling").orderBy(F.desc("count"), F.desc("other")))
    return (
        votes.withColumn("rank", rank)
        .where(F.col("rank") <= caps.per_content)
        .groupBy("id", "telling")
        .agg(F.sort_array(F.collect_list(F.struct("rank", "other"))).getField("other").alias("others"))
    )
