"""Hearsay on Apache Spark: the same package on every core, see docs/scale.md."""
