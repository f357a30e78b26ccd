"""Contents worth comparing, by the keys they share: as src/archive/trace/candidates.ts finds them on one machine."""
from pyspark.sql import DataFrame, Window
from pyspark.sql import functions as F


def behind_keys(keys: DataFrame, per_key: int) -> DataFrame:
    """
    Of each asker, the tellings that stand before it behind its keys, the latest `per_key` of each: `id`, `telling`, and `found`,
    a list of ids for each key. A hot key costs no more than another.

    `keys`: `key`, `id`, `article`, and `telling`: whether it is a telling, which can be found, or a sentence, which can only
    ask, and does when all tellings of its article are there. Ids are in order of time.
    """
    # Sentences come behind all tellings of their article.
    order = Window.partitionBy("key").orderBy("article", F.col("telling").desc(), "id")
    told = F.when(F.col("telling"), F.col("id"))
    # The place of a telling behind its key, and of a sentence that of the last telling before it.
    placed = keys.withColumn("place", F.count(told).over(order.rowsBetween(Window.unboundedPreceding, 0)))
    # Most sentences share a key with no telling before them: they are left out before the costly part.
    placed = placed.where("place > 0")
    by_place = Window.partitionBy("key").orderBy("place")
    # The latest up to here; a telling's own id is the last of them.
    held = F.collect_list(told).over(by_place.rangeBetween(-per_key, 0))
    before = F.slice("held", 1, F.size("held") - 1)
    latest = F.when(F.size("held") > per_key, F.slice("held", 2, per_key)).otherwise(F.col("held"))
    return (
        placed.withColumn("held", held)
        .select("id", "telling", F.when(F.col("telling"), before).otherwise(latest).alias("found"))
        .where(F.size("found") > 0)
        .groupBy("id", "telling")
        .agg(F.collect_list("found").alias("found"))
    )
