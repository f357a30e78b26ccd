"""Stages: what a table was worked out to be is written down, so that no later step works it out again."""
from collections.abc import Callable

from pyspark.sql import DataFrame, Row, SparkSession
from pyspark.sql.types import StructType

from .node import Job, surely, together

# How tables are packed: what every reader of Parquet can unpack.
CODEC = "snappy"


class Stages:
    """A folder on the cluster's file system for the tables between the steps."""

    def __init__(self, spark: SparkSession, folder: str):
        self.spark = spark
        self.folder = folder.rstrip("/")

    def keep(self, name: str, table: DataFrame) -> DataFrame:
        """Writes a table, or leaves it where an earlier run of the same job wrote it whole, and reads it back."""
        place = f"{self.folder}/{name}"
        path = self.spark.sparkContext._jvm.org.apache.hadoop.fs.Path(f"{place}/_SUCCESS")
        if not path.getFileSystem(self.spark.sparkContext._jsc.hadoopConfiguration()).exists(path):
            table.write.mode("overwrite").option("compression", CODEC).parquet(place)
        return self.spark.read.parquet(place)

    def begin(self, what: str) -> None:
        """Raises RuntimeError where the folder holds the beginnings of another job."""
        begun = self.keep("job", self.spark.createDataFrame([(what,)], "what string")).first()["what"]
        if begun != what:
            raise RuntimeError(f"{self.folder} holds the beginnings of another job ({begun}); remove it, or write elsewhere")

    def drop(self) -> None:
        """Removes all of them."""
        path = self.spark.sparkContext._jvm.org.apache.hadoop.fs.Path(self.folder)
        path.getFileSystem(self.spark.sparkContext._jsc.hadoopConfiguration()).delete(path, True)

    def ask(self, table: DataFrame, job: Job, rows: Callable[[Row, object], list], schema: StructType) -> DataFrame:
        """Asks the package about the column `line` of each row; `rows` makes rows of a new table out of a row and its answer."""
        sent = self.spark.sparkContext.broadcast(job)

        def answered(part):
            for some in together(part, lambda one: len(one["line"].encode()) + 1):
                for one, answer in zip(some, surely(sent.value, [one["line"] for one in some]), strict=True):
                    yield from rows(one, answer)

        # What the package answers is what the schema says: looking at every value costs more than the rest of the way.
        return self.spark.createDataFrame(table.rdd.mapPartitions(answered), schema, verifySchema=False)
