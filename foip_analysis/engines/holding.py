"""What a person passes → the engine that holds it, imported only then."""

from __future__ import annotations

from importlib.util import find_spec
from os import PathLike, fspath
from pathlib import Path
from typing import TYPE_CHECKING, Any

from foip_analysis.dataset.libraries import need

if TYPE_CHECKING:
    from foip_analysis.engines.asking import Engine

DATABASES = (".duckdb", ".db", ".ddb")


def engine_of(codings: Any, initiatives: Any) -> Engine:
    """Return the engine that holds codings and initiatives.

    Raises
    ------
    TypeError
        If no engine knows them, or they are in different ones.
    ImportError
        If a path is given and nothing that reads it is installed.
    """
    if isinstance(codings, str | PathLike):
        return _of_path(Path(fspath(codings)), initiatives)
    kind = _kind(codings)
    if initiatives is not None and _kind(initiatives) != kind:
        raise TypeError(
            f"The codings are {type(codings).__name__} of {kind}, the initiatives "
            f"{type(initiatives).__name__} of {_kind(initiatives)}. Pass both in one engine."
        )
    if kind == "duckdb":
        from foip_analysis.engines.duck import Duck

        return Duck(codings, initiatives)
    if kind == "polars":
        from foip_analysis.engines.polars import Polars

        return Polars(codings, initiatives)
    if kind == "pyspark":
        from foip_analysis.engines.spark import Spark

        return Spark(codings, initiatives)
    if kind in ("pyarrow", "pandas") and find_spec("duckdb"):
        from foip_analysis.engines.duck import of_objects

        return of_objects(codings, initiatives)
    import narwhals as nw

    frames = [_read(each) for each in (codings, initiatives)]
    if isinstance(nw.from_native(frames[0], pass_through=True), nw.DataFrame | nw.LazyFrame):
        from foip_analysis.engines.frames import Frames

        return Frames(*frames)
    raise TypeError(
        f"This is a {type(codings).__name__}, which holds no codings. Pass the path of Parquet "
        "files or of a DuckDB database, a DuckDB relation, or a frame of Polars, Spark, Dask, "
        "PyArrow or pandas."
    )


def _of_path(codings: Path, initiatives: Any) -> Engine:
    if initiatives is not None and not isinstance(initiatives, str | PathLike):
        raise TypeError(
            f"The codings are a path, the initiatives a {type(initiatives).__name__}. Pass both as "
            "paths, or both in one engine."
        )
    paths = [codings, *([] if initiatives is None else [Path(fspath(initiatives))])]
    for path in paths:
        if path.suffix.lower() in (".csv", ".xlsx"):
            raise ValueError(
                f"{path} is no Parquet file. foip.load reads CSV files and workbooks; for more "
                "than memory holds, write them as Parquet, or pass a relation: duckdb.read_csv(…)."
            )
        if not any(sign in str(path) for sign in "*?[") and not path.exists():
            raise ValueError(f"There is no {path}. Pass the path, folder or glob of Parquet files.")
    if codings.suffix.lower() in DATABASES:
        need("A database of DuckDB", "duckdb")
        from foip_analysis.engines.duck import of_database

        return of_database(codings)
    if find_spec("polars") and not find_spec("duckdb"):
        import polars

        from foip_analysis.engines.polars import Polars

        return Polars(*map(polars.scan_parquet, paths))
    need("Counting Parquet files", "duckdb", instead=", or polars")
    from foip_analysis.engines.duck import of_files

    return of_files(*paths)


def _read(given: Any) -> Any:
    """Return an Arrow dataset as the table that it holds; anything else as it is."""
    if _kind(given) == "pyarrow" and hasattr(given, "to_table"):
        return given.to_table()
    return given


def _kind(given: Any) -> str:
    """Return the top package of what a frame is."""
    return type(given).__module__.split(".")[0].lstrip("_")
