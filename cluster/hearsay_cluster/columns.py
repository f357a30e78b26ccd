"""Columns of the tables: those of the archive's views (docs/archive.md), and what goes with them."""
from pyspark.sql.types import (
    ArrayType,
    BooleanType,
    DoubleType,
    IntegerType,
    LongType,
    StringType,
    StructField,
    StructType,
)


def _struct(**kinds) -> StructType:
    return StructType([StructField(name.rstrip("_"), kind) for name, kind in kinds.items()])


_TEXT, _LONG, _INT = StringType(), LongType(), IntegerType()

# What is read: a line for the package, and where it stood.
LINES = _struct(origin=_TEXT, position=_LONG, line=_TEXT, reason=_TEXT)

STATEMENT = _struct(
    n=_TEXT, start=_INT, end=_INT, speaker=_TEXT, role=_TEXT, kind=_TEXT, naming=_TEXT, form=_TEXT, act=_TEXT,
    negated=_INT, framing=_TEXT, channel=_TEXT, via=_TEXT, within=_TEXT, when_value=_TEXT, confidence=DoubleType(),
    source=_TEXT, cue=_TEXT, content=_TEXT, review=_TEXT, reviewed_by=_TEXT,
)

ARTICLE = _struct(
    doc=_TEXT, title=_TEXT, byline=_TEXT, outlet=_TEXT, published=_TEXT, url=_TEXT, text=_TEXT, model=_TEXT,
    canonical=_TEXT, content_key=_TEXT, input_key=_TEXT, reading=_TEXT, statements=ArrayType(STATEMENT),
)

READ = StructType([*_struct(origin=_TEXT, position=_LONG, reason=_TEXT).fields, *ARTICLE.fields])

# The archive's views have these, in this order, but for numbers of its own (`id`, `copy_group`).
ARTICLES = ["doc", "version", "title", "byline", "outlet", "published", "url", "text", "kept_at"]
STATEMENTS = [
    "doc", "title", "outlet", "published", "url", "statement", "speaker", "role", "kind", "naming", "source", "cue", "content",
    "form", "act", "negated", "framing", "channel", "via", "within", "when_value", "confidence", "start", "end", "review",
    "reviewed_by",
]
# Beside them: what `hearsay ingest` and the trace need.
BESIDE = ["origin", "model", "input_key", "reading"]

_TELLING = _struct(
    doc=_TEXT, start=_INT, end=_INT, speaker=_TEXT, change=_TEXT, changes=ArrayType(_TEXT), relay=_TEXT,
    credited=BooleanType(),
)
TRACED = _struct(
    place=_LONG, id=_TEXT, kind=_TEXT, speaker=_TEXT, first=_TEXT, independent=_INT, tellings=ArrayType(_TELLING)
)


def row(schema: StructType, record: dict) -> tuple:
    """A record of the package as a row of a table; nested ones too."""
    return tuple(_value(field.dataType, record.get(field.name)) for field in schema.fields)


def _value(kind, value):
    if isinstance(kind, ArrayType) and isinstance(kind.elementType, StructType):
        return [row(kind.elementType, one) for one in value or []]
    if isinstance(kind, DoubleType):
        return None if value is None else float(value)
    return value
