"""Reads news crawls and traces statements on Apache Spark: docs/scale.md."""
from hearsay_cluster.main import main

if __name__ == "__main__":
    main()
