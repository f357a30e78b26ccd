"""
`trace`: the statements of all articles. What is decided is decided by the package (src/archive/trace/steps/), a line at a
time; what shares keys and what matches is brought together here.
"""
import json

from pyspark.sql import DataFrame, SparkSession
from pyspark.sql import functions as F

from .candidates import behind_keys
from .columns import TRACED, row
from .components import components
from .payload import line, listed, sourced
from .stages import CODEC, Stages
from .tellings import PER_ARTICLE, Told, told


def trace(spark: SparkSession, source: str, target: str, jobs, hello: dict) -> int:
    """Reads `source/articles`, writes `target/traced`, a row a statement, and returns how many there are."""
    stages = Stages(spark, f"{target}/_between")
    stages.begin(f"trace {source} with {json.dumps(hello)}")
    articles = spark.read.parquet(f"{source}/articles").select("doc", "reading")
    known = told(articles, jobs, hello["heaviest"], stages)
    found = _candidates(known, hello["perKey"], jobs, stages)
    matches = _matches(_possible(found, known, jobs, stages), known, jobs, stages)
    members = stages.keep("members", _members(matches, known, jobs, stages))
    lost = stages.keep("lost", _lost(found, members, known, jobs, stages))
    traced = _statements(members, lost, known, jobs, stages)
    traced.write.mode("overwrite").option("compression", CODEC).parquet(f"{target}/traced")
    stages.drop()
    return spark.read.parquet(f"{target}/traced").count()


def _candidates(known: Told, per_key: int, jobs, stages: Stages) -> DataFrame:
    """Of each telling and sentence, the `others` that share most keys with it: `id`, `telling`, `others`."""
    found = behind_keys(known.keys, per_key).withColumn("line", line(id=F.col("id"), found=F.to_json(F.flatten("found"))))
    found = stages.ask(
        found.select("id", "telling", "line"),
        jobs("shared", json.dumps({"days": known.days})),
        lambda one, answer: [(one["id"], one["telling"], answer)],
        "id bigint, telling boolean, others array<bigint>",
    )
    return stages.keep("candidates", found)


def _possible(found: DataFrame, known: Told, jobs, stages: Stages) -> DataFrame:
    """Of each telling, the `others` that it may match whatever their words: few, so that few words travel."""
    asked = (
        found.where("telling")
        .select("id", F.posexplode("others").alias("rank", "other"))
        .join(known.faces.withColumnsRenamed({"id": "other"}), "other")
        .groupBy("id")
        .agg(F.sort_array(F.collect_list(F.struct("rank", "other", "face"))).alias("them"))
        .join(known.faces, "id")
        .withColumn("line", line(face=F.col("face"), earlier=listed(F.col("them.face"))))
        .select("id", F.col("them.other").alias("others"), "line")
    )
    possible = stages.ask(asked, jobs("possible", None), _chosen, "id bigint, others array<bigint>")
    return stages.keep("possible", possible)


def _chosen(one, answer) -> list:
    """Those of the others whose places the package answered with, where there are any."""
    return [(one["id"], [one["others"][i] for i in answer])] if answer else []


def _matches(possible: DataFrame, known: Told, jobs, stages: Stages) -> DataFrame:
    """`id` and the `earlier` tellings that it matches, best first, of those that match any."""
    asked = (
        possible.select("id", F.posexplode("others").alias("rank", "other"))
        .join(_payload(known).select(F.col("id").alias("other"), "article", "source", "told"), "other")
        .groupBy("id")
        .agg(F.sort_array(F.collect_list(F.struct("rank", "other", "article", "source", "told"))).alias("them"))
        .join(_payload(known), "id")
        .withColumn(
            "line",
            line(
                sources=sourced(F.concat("them", F.array(_own()))),
                told=F.col("told"),
                earlier=listed(F.col("them.told")),
            ),
        )
        .select("id", F.col("them.other").alias("others"), "line")
    )
    matched = stages.ask(asked, jobs("matches", known.counted), _chosen, "id bigint, earlier array<bigint>")
    return stages.keep("matches", matched)


def _own():
    """The asker's own article, shaped like those beside it."""
    nothing = F.lit(None)
    return F.struct(
        nothing.cast("int").alias("rank"), nothing.cast("bigint").alias("other"), F.col("article"), F.col("source"),
        nothing.cast("string").alias("told"),
    )


def _payload(known: Told) -> DataFrame:
    return known.tellings.join(known.articles, "article")


def _members(matches: DataFrame, known: Told, jobs, stages: Stages) -> DataFrame:
    """`id`, `article`, the `first` telling of its statement, and whether it only `repeats` what its article told before."""
    edges = matches.select(F.col("id").alias("a"), F.explode("earlier").alias("b"))
    telling = F.struct("id", "article", "source", "told", F.coalesce("earlier", F.array().cast("array<bigint>")).alias("earlier"))
    asked = (
        components(edges, stages, "tied")
        .join(_payload(known), "id")
        .join(matches, "id", "left")
        .groupBy("component")
        .agg(F.sort_array(F.collect_list(telling)).alias("them"))
        .withColumn(
            "line",
            line(
                sources=sourced(F.col("them")),
                tellings=listed(
                    F.transform("them", lambda t: line(id=t["id"], told=t["told"], earlier=F.to_json(t["earlier"])))
                ),
            ),
        )
    )
    tied = stages.keep(
        "groups",
        stages.ask(asked, jobs("groups", known.counted), lambda _, answer: answer, "id bigint, first bigint, repeats boolean"),
    )
    alone = known.tellings.join(tied, "id", "left_anti").select("id", F.col("id").alias("first"), F.lit(False).alias("repeats"))
    article = F.floor(F.col("id") / PER_ARTICLE).alias("article")
    return tied.union(alone).select("id", article, "first", "repeats")


def _lost(found: DataFrame, members: DataFrame, known: Told, jobs, stages: Stages) -> DataFrame:
    """Statements that articles tell in their own voice: `article`, `first`, and the telling as JSON, `told`."""
    statement = members.select(F.col("id").alias("other"), "first")
    firsts = known.tellings.select(F.col("id").alias("first"), "told")
    near = (
        found.where("not telling")
        .select("id", F.explode("others").alias("other"))
        .join(statement, "other")
        .select("id", "first")
        .distinct()
        .join(firsts, "first")
        .groupBy("id")
        .agg(F.collect_list(F.struct("first", "told")).alias("them"))
        .join(known.sentences, "id")
        .withColumn("line", line(free=F.col("free"), firsts=listed(F.col("them.told"))))
        .select("id", F.col("them.first").alias("firsts"), "line")
    )
    inside = stages.keep(
        "stretches",
        stages.ask(
            near,
            jobs("stretches", known.counted),
            lambda one, answer: [(one["id"], one["firsts"][i]) for i in answer],
            "id bigint, first bigint",
        ),
    )
    asked = _voices(inside.join(known.sentences, "id"), members, known)
    return stages.ask(
        asked,
        jobs("voices", known.counted),
        lambda one, answer: [(one["article"], first, telling) for first, telling in answer],
        "article bigint, first bigint, told string",
    )


def _voices(inside: DataFrame, members: DataFrame, known: Told) -> DataFrame:
    """A line for each article with sentences in which first tellings stand; `inside`: `id`, `article`, `free`, `first`."""
    sentences = (
        inside.groupBy("article", "id", "free")
        .agg(F.collect_set("first").alias("firsts"))
        .groupBy("article")
        .agg(F.sort_array(F.collect_list(F.struct("id", "free", "firsts"))).alias("sentences"))
    )
    telling = members.where("not repeats").select("first", F.col("article").alias("by"))
    known_then = (
        inside.select("article", "first")
        .distinct()
        .join(telling, "first")
        # As things stood when this article's tellings had been grouped.
        .where("by <= article")
        .join(known.articles.withColumnRenamed("article", "by"), "by")
        .groupBy("article", "first")
        .agg(F.collect_list(F.struct(F.col("by").alias("article"), "source")).alias("sources"))
        .join(known.tellings.select(F.col("id").alias("first"), "told"), "first")
        .groupBy("article")
        .agg(F.sort_array(F.collect_list(F.struct("first", "told", "sources"))).alias("statements"))
    )
    return (
        sentences.join(known_then, "article")
        .join(known.articles, "article")
        .withColumn(
            "line",
            line(
                article=F.col("article"),
                sources=sourced(F.concat(F.flatten("statements.sources"), F.array(F.struct("article", "source")))),
                statements=listed(
                    F.transform(
                        "statements",
                        lambda s: line(first=s["first"], told=s["told"], articles=F.to_json(s["sources"]["article"])),
                    )
                ),
                sentences=listed(
                    F.transform("sentences", lambda s: line(free=s["free"], statements=F.to_json(s["firsts"])))
                ),
            ),
        )
        .select("article", "line")
    )


def _statements(members: DataFrame, lost: DataFrame, known: Told, jobs, stages: Stages) -> DataFrame:
    """Statements that two articles or more tell, in order of the first telling's time."""
    tellings = members.where("not repeats").join(known.tellings.select("id", "told"), "id").select("article", "first", "told")
    asked = (
        tellings.union(lost.select("article", "first", "told"))
        .join(known.articles, "article")
        .groupBy("first")
        .agg(F.sort_array(F.collect_list(F.struct("article", "source", "told"))).alias("them"))
        .where(F.size("them") > 1)
        .withColumn("line", line(sources=sourced(F.col("them")), tellings=listed(F.col("them.told"))))
    )
    header = json.dumps({**json.loads(known.counted), "names": known.names})
    traced = stages.ask(asked, jobs("statements", header), lambda one, answer: [_traced(one["first"], answer)], TRACED)
    return traced.sort("place")


def _traced(place: int, statement: dict) -> tuple:
    tellings = [{**telling, "start": telling["span"][0], "end": telling["span"][1]} for telling in statement["tellings"]]
    return row(TRACED, {**statement, "place": place, "tellings": tellings})
