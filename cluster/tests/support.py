"""What the tests share: the real program, and Spark as it runs here."""
import os
import pathlib
import subprocess
import sys

ROOT = pathlib.Path(__file__).resolve().parents[2]
COMMAND = ("node", str(ROOT / "bin" / "hearsay.js"))


def hearsay(*args: str) -> str:
    """Standard output of the program on this machine."""
    done = subprocess.run([*COMMAND, *args], capture_output=True, text=True, check=False)
    if done.returncode not in (0, 1):
        raise AssertionError(f"hearsay {args[0]} failed: {done.stderr}")
    return done.stdout


def session(master: str):
    """Spark on this machine alone, quick to start."""
    os.environ.update(SPARK_LOCAL_IP="127.0.0.1", PYSPARK_PYTHON=sys.executable)
    # Executors run in folders of their own: they find the program by this.
    os.environ["PYTHONPATH"] = str(ROOT / "cluster")
    from pyspark.sql import SparkSession

    java = "-XX:+UseSerialGC -XX:TieredStopAtLevel=1"
    spark = (
        SparkSession.builder.master(master)
        .config("spark.ui.enabled", "false")
        .config("spark.ui.showConsoleProgress", "false")
        .config("spark.driver.host", "127.0.0.1")
        .config("spark.sql.shuffle.partitions", "2")
        # Of few rows, compiling and weighing a query takes longer than running it.
        .config("spark.sql.codegen.wholeStage", "false")
        .config("spark.sql.adaptive.enabled", "false")
        .config("spark.sql.codegen.factoryMode", "NO_CODEGEN")
        .config("spark.driver.extraJavaOptions", java)
        .config("spark.executor.extraJavaOptions", java)
        .config("spark.executorEnv.PYTHONPATH", os.environ["PYTHONPATH"])
        .getOrCreate()
    )
    spark.sparkContext.setLogLevel("OFF")
    return spark
