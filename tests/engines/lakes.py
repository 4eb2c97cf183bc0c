"""The same data in every engine."""

from functools import cache
from pathlib import Path

import pandas as pd
import pytest

import foip_analysis as foip

FULL = [
    "parquet",
    "polars lazy",
    "narwhals",
]  # asked with every option; the others hold the data elsewhere
ENGINES = [*FULL, "relation", "database", "memory", "arrow", "polars files", "dask", "spark"]
NEEDS = {"polars": "polars", "dask": "dask.dataframe", "narwhals": "narwhals", "spark": "pyspark"}


def of(engine: str) -> tuple[str, ...]:
    """Return what an engine needs, as ``importorskip`` takes it."""
    return (NEEDS.get(engine.split(" ")[0], "duckdb"),)


def lake_in(engine: str, frames: dict[str, pd.DataFrame], folder: Path | None, *, initiatives=True):
    """Return a dataset's frames as a lake in an engine; files go to the folder."""
    tables = {"codings": frames["codings"]}
    if initiatives:
        tables["initiatives"] = frames["initiatives"]
    given = MAKE[engine](tables, folder)
    with pytest.MonkeyPatch.context() as patch:
        if engine == "narwhals":  # as where nothing else is installed
            patch.setattr("foip_analysis.engines.holding.find_spec", lambda name: None)
        return foip.scan(given["codings"], frames["codebook"], given.get("initiatives"))


def _parquet(tables, folder):
    """Write three files a table, one of them without a row."""
    for name, frame in tables.items():
        (folder / name).mkdir(exist_ok=True)
        cut = len(frame) // 2
        for n, part in enumerate((frame[:cut], frame[:0], frame[cut:])):
            part.to_parquet(folder / name / f"part-{n}.parquet", index=False)
    return {name: folder / name for name in tables}


def _relation(tables, folder):
    import duckdb

    connection = duckdb.connect()
    return {name: connection.from_df(frame) for name, frame in tables.items()}


def _database(tables, folder):
    import duckdb

    path = folder / f"{'-'.join(tables)}.duckdb"
    if path.exists():  # and open, it may be
        return {"codings": path}
    with duckdb.connect(str(path)) as connection:
        for name, frame in tables.items():
            connection.register("frame", frame)
            connection.execute(f"CREATE TABLE {name} AS SELECT * FROM frame")
    return {"codings": path}


def _lazy(tables, folder):
    import polars as pl

    text = {"initiative_id": pl.String}  # which an empty frame of pandas does not say
    return {name: pl.from_pandas(frame).cast(text).lazy() for name, frame in tables.items()}


def _polars_files(tables, folder):
    import polars as pl

    _parquet(tables, folder)
    return {name: pl.scan_parquet(folder / name / "*.parquet") for name in tables}


def _dask(tables, folder):
    dd = pytest.importorskip("dask.dataframe")
    return {name: dd.from_pandas(frame, npartitions=2) for name, frame in tables.items()}


def _arrow(tables, folder):
    import pyarrow.dataset as ds

    _parquet(tables, folder)
    return {name: ds.dataset(folder / name) for name in tables}


@cache
def _session():
    made = pytest.importorskip("pyspark.sql").SparkSession.builder.master("local[1]")
    for name, value in {
        "spark.ui.enabled": False,
        "spark.sql.shuffle.partitions": 2,
        # small data: what a compiler would win by, it takes many times
        "spark.driver.extraJavaOptions": "-XX:TieredStopAtLevel=1 -XX:+UseSerialGC",
        "spark.sql.codegen.wholeStage": False,
        "spark.sql.codegen.factoryMode": "NO_CODEGEN",
    }.items():
        made = made.config(name, value)
    return made.getOrCreate()


def _spark(tables, folder):
    _parquet(tables, folder)
    return {name: _session().read.parquet(str(folder / name)) for name in tables}


MAKE = {
    "spark": _spark,
    "arrow": _arrow,
    "dask": _dask,
    "narwhals": lambda tables, folder: tables,
    "polars lazy": _lazy,
    "polars files": _polars_files,
    "parquet": _parquet,
    "relation": _relation,
    "database": _database,
    "memory": lambda tables, folder: tables,
}
