"""The first half of a trace: the outlets there are, the tellings of every article, and the keys under which they meet."""
import json
from dataclasses import dataclass

from pyspark.sql import DataFrame
from pyspark.sql import functions as F
from pyspark.sql.types import ArrayType, DoubleType, LongType, StringType

from .columns import _struct
from .node import Job
from .payload import line, listed
from .stages import Stages

_TEXT, _TEXTS = StringType(), ArrayType(StringType())
_MET = _struct(doc=_TEXT, time=DoubleType(), order=_TEXT, names=ArrayType(_struct(key=_TEXT, name=_TEXT)), house=_TEXT)
_PARTS = _struct(
    article=LongType(), source=_TEXT, told=_TEXTS, faces=_TEXTS, senses=ArrayType(_TEXTS), free=_TEXTS
)
# Of each telling and each sentence of an article.
_KEYS = _struct(article=LongType(), told=ArrayType(ArrayType(LongType())), free=ArrayType(ArrayType(LongType())))

# Ids are in order of time: that of an article's n-th telling is its place in time, times this, and n.
PER_ARTICLE = 1_000_000
# Milliseconds.
DAY = 86_400_000
# The time of articles without one (src/archive/trace/trace.ts).
UNDATED = 2**53 - 1


@dataclass(frozen=True)
class Told:
    """What the second half starts from; headers are what the package needs to know of all articles."""

    articles: DataFrame  # article, source
    tellings: DataFrame  # id, article, told
    faces: DataFrame  # id, face: a telling without its words
    sentences: DataFrame  # id, article, free
    keys: DataFrame  # key, id, article, telling
    counted: str
    names: list
    days: list  # of each day with articles its number since 1970 and the least id of its tellings


def told(articles: DataFrame, jobs, heaviest: float, stages: Stages) -> Told:
    """`articles`: `doc` and `reading`. `jobs` gives the job of a step with its header."""
    ranks, outlets, days = _outlets(articles, jobs("outlets", None), stages)
    asked = articles.join(ranks, "doc").withColumn("line", line(article=F.col("article"), reading=F.col("reading")))
    parts = stages.keep("parts", stages.ask(asked, jobs("tellings", json.dumps(outlets)), _part, _PARTS))
    counted = json.dumps(_counted(parts, heaviest))
    asked = parts.withColumn("line", line(told=listed(F.col("told")), free=listed(F.col("free"))))
    keys = stages.keep("keys", stages.ask(asked, jobs("keys", counted), _keys, _KEYS))
    return Told(
        articles=parts.select("article", "source"),
        tellings=_each(parts, "told"),
        faces=_each(parts, "faces").select("id", F.col("faces").alias("face")),
        sentences=_each(parts, "free"),
        keys=_behind(keys, "told").union(_behind(keys, "free")),
        counted=counted,
        names=outlets["names"],
        days=days,
    )


def _outlets(articles: DataFrame, job: Job, stages: Stages) -> tuple[DataFrame, dict, list]:
    """Each article's place in order of time; all outlets, each under the name that was met first; the days there are."""
    asked = articles.withColumn("line", line(reading=F.col("reading")))
    met = stages.keep("met", stages.ask(asked, job, _met, _MET))
    ordered = met.sort("time", "order").select("doc").rdd.zipWithIndex().map(lambda pair: (pair[0]["doc"], pair[1]))
    ranks = stages.keep("ranks", stages.spark.createDataFrame(ordered, "doc string, article bigint"))
    names = (
        met.join(ranks, "doc")
        .select("article", F.explode("names").alias("one"))
        .groupBy(F.col("one.key").alias("key"))
        .agg(F.min_by("one.name", "article").alias("name"))
        .sort("key")
    )
    houses = met.where("house is not null").select("house").distinct().sort("house")
    days = (
        met.where(F.col("time") < UNDATED)
        .join(ranks, "doc")
        .groupBy(F.floor(F.col("time") / DAY).alias("day"))
        .agg(F.min("article").alias("article"))
        .sort("article")
    )
    outlets = {"names": [list(one) for one in names.collect()], "houses": [one["house"] for one in houses.collect()]}
    return ranks, outlets, [[one["day"], one["article"] * PER_ARTICLE] for one in days.collect()]


def _met(row, answer) -> list:
    return [(row["doc"], float(answer["time"]), answer["order"], [tuple(n) for n in answer["names"]], answer["house"])]


def _part(row, answer) -> list:
    return [(row["article"], *(answer[name] for name in _PARTS.names[1:]))]


def _keys(row, answer) -> list:
    return [(row["article"], answer["told"], answer["free"])]


def _behind(keys: DataFrame, column: str) -> DataFrame:
    """A row for each key of a telling or sentence."""
    each = _each(keys, column).withColumn("telling", F.lit(column == "told"))
    return each.select(F.explode(column).alias("key"), "id", "article", "telling")


def _counted(parts: DataFrame, heaviest: float) -> dict:
    """How many contents there are, and in how many each sense stands; those that weigh all the same are left out."""
    contents = parts.agg(F.sum(F.size("told"))).first()[0] or 0
    seen = (
        parts.select(F.explode(F.flatten("senses")).alias("sense"))
        .groupBy("sense")
        .count()
        .where(F.col("count") >= contents / heaviest - 1)
        .sort("sense")
    )
    return {"contents": contents, "seen": [list(one) for one in seen.collect()]}


def _each(parts: DataFrame, column: str) -> DataFrame:
    return parts.select("article", F.posexplode(column).alias("n", column)).select(
        (F.col("article") * PER_ARTICLE + F.col("n")).alias("id"), "article", column
    )
