"""Connected components in Spark SQL, by alternating stars (Kiveris et al. 2014, Connected Components in MapReduce and Beyond)."""
from pyspark.sql import DataFrame, Window
from pyspark.sql import functions as F

from .stages import Stages

# Rounds grow with the square of the logarithm of the longest chain: more than these means that something is wrong.
MOST_ROUNDS = 60


def components(edges: DataFrame, stages: Stages, name: str) -> DataFrame:
    """`id`, `component` (the least id) of every id in `edges` (columns `a`, `b`)."""
    stars = _oriented(edges.select("a", "b").where("a != b"))
    before = None
    for round_ in range(MOST_ROUNDS):
        stars = stages.keep(f"{name}-{round_}", _small_star(_large_star(stars)))
        now = stars.agg(F.count("*"), F.sum(F.xxhash64("a", "b").cast("decimal(38,0)"))).first()
        if now == before:
            break
        before = now
    else:
        raise RuntimeError(f"{name}: not tied together after {MOST_ROUNDS} rounds")
    return (
        stars.select(F.col("a").alias("id"), F.col("b").alias("component"))
        .union(stars.select("b", "b").distinct())
    )


def _oriented(edges: DataFrame) -> DataFrame:
    """The larger id first, each edge once."""
    return edges.select(F.greatest("a", "b").alias("a"), F.least("a", "b").alias("b")).distinct()


def _large_star(edges: DataFrame) -> DataFrame:
    """Ties the larger neighbours of each id to the least of all its neighbours and itself."""
    both = edges.union(edges.select(F.col("b").alias("a"), F.col("a").alias("b")))
    least = F.least("a", F.min("b").over(Window.partitionBy("a")))
    return both.withColumn("least", least).where("b > a").select(F.col("b").alias("a"), F.col("least").alias("b")).distinct()


def _small_star(edges: DataFrame) -> DataFrame:
    """Ties each id and its smaller neighbours to the least of them."""
    least = edges.withColumn("least", F.min("b").over(Window.partitionBy("a")))
    own = least.select("a", F.col("least").alias("b"))
    others = least.where("b != least").select(F.col("b").alias("a"), F.col("least").alias("b"))
    return own.union(others).distinct()
