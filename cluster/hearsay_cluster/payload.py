"""Lines for the package out of columns that hold JSON, put together where they lie, without being read."""
from pyspark.sql import Column
from pyspark.sql import functions as F


def listed(parts: Column) -> Column:
    """A JSON list of an array of JSON texts."""
    return F.concat(F.lit("["), F.array_join(parts, ","), F.lit("]"))


def sourced(pairs: Column) -> Column:
    """A JSON object of sources by article, out of an array of structs `article`, `source`; the same twice does no harm."""
    return F.concat(
        F.lit("{"),
        F.array_join(F.transform(pairs, lambda p: F.concat(F.lit('"'), p["article"], F.lit('":'), p["source"])), ","),
        F.lit("}"),
    )


def line(**fields: Column) -> Column:
    """A JSON object of columns that hold JSON or numbers."""
    parts = [F.concat(F.lit(f'"{name}":'), value.cast("string")) for name, value in fields.items()]
    return F.concat(F.lit("{"), F.concat_ws(",", *parts), F.lit("}"))
