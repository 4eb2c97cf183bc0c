"""What a cross-tab costs where the data lies: ``scan`` against the engine's own join and distinct
count.

``python benchmarks/engines.py`` writes codings as Parquet (fixed seed; uniform, and skewed as aid
data are: few codes take most, some initiatives have many), counts tool × region in DuckDB, Polars
and, where it is installed, Spark by the best join that could be written by hand and by
``foip.cross_tab`` of a lake, each in a fresh process, in turn, checks that the numbers are equal,
and writes ``engines.md`` and ``engines.png`` beside itself. CPU is user and system time of the
whole process, imports too, modules found compiled, Spark's machine with it; memory its peak
resident set (Linux only).
"""

from __future__ import annotations

import argparse
import json
import os
import platform
import re
import subprocess
import sys
import tempfile
from importlib.metadata import version
from importlib.util import find_spec
from pathlib import Path
from statistics import median
from typing import TYPE_CHECKING, Any

from lines import dress, name_ends

if TYPE_CHECKING:
    import pandas as pd

HERE = Path(__file__).parent
TOOLS, REGIONS = 20, 10
PIECE = 1_000_000  # initiatives that are made at once
JOIN = """SELECT t.code, r.code, count(DISTINCT t.initiative_id)
FROM (SELECT initiative_id, code FROM c WHERE dimension = 'tool') AS t
JOIN (SELECT initiative_id, code FROM c WHERE dimension = 'region') AS r USING (initiative_id)
GROUP BY ALL ORDER BY ALL"""
FIRST_DISTINCT = JOIN.replace("SELECT initiative_id", "SELECT DISTINCT initiative_id").replace(
    "count(DISTINCT t.initiative_id)", "count(*)"
)


def make(folder: Path, size: int, *, skewed: bool) -> None:
    """Write the codings and the codebook of so many initiatives."""
    import pandas as pd  # here, so that a join by hand does not pay for what it does not need
    import pyarrow as pa
    import pyarrow.parquet as pq

    writer = None
    for start in range(0, size, PIECE):
        rows = pa.Table.from_pandas(
            _rows(start, min(PIECE, size - start), skewed=skewed), preserve_index=False
        )
        writer = writer or pq.ParquetWriter(folder / "codings.parquet", rows.schema)
        writer.write_table(rows)
    assert writer is not None
    writer.close()
    codes = [("tool", f"t{n:02}") for n in range(TOOLS)]
    codes += [("region", f"r{n:02}") for n in range(REGIONS)]
    book = pd.DataFrame(codes, columns=["dimension", "code"])
    book.assign(label_en=book["code"]).to_csv(folder / "codebook.csv", index=False)


def _rows(start: int, size: int, *, skewed: bool) -> pd.DataFrame:
    import numpy as np
    import pandas as pd

    random = np.random.default_rng(start)
    parts = []
    for dimension, codes, mean in (("tool", TOOLS, 1.7), ("region", REGIONS, 2.3)):
        many = random.geometric(1 / mean, size) if skewed else 1 + random.poisson(mean - 1, size)
        chance = 1 / np.arange(1, codes + 1) if skewed else np.ones(codes)
        code = random.choice(codes, int(many.sum()), p=chance / chance.sum())
        initiative = np.repeat(np.arange(start, start + size), many)
        parts.append(pd.DataFrame({"n": initiative, "dimension": dimension, "code": code}))
    rows = pd.concat(parts).sort_values("n", kind="stable")
    rows["code"] = rows["dimension"].str[0] + rows["code"].astype(str).str.zfill(2)
    rows.insert(0, "initiative_id", "XM-DAC-" + rows.pop("n").astype(str).str.zfill(9))
    return rows


def duckdb_join(folder: Path, text: str = JOIN) -> list[int]:
    import duckdb

    path = folder / "codings.parquet"
    found = duckdb.sql(f"WITH c AS (FROM read_parquet('{path}')) {text}").fetchall()
    return [number for *_, number in found]


def duckdb_distinct(folder: Path) -> list[int]:
    return duckdb_join(folder, FIRST_DISTINCT)


def duckdb_ours(folder: Path) -> list[int]:
    return _ours(folder / "codings.parquet", folder)


def polars_join(folder: Path) -> list[int]:
    import polars as pl

    codings = pl.scan_parquet(folder / "codings.parquet")
    sides = [
        codings.filter(pl.col("dimension") == name)
        .select("initiative_id", pl.col("code").alias(name))
        .unique()
        for name in ("tool", "region")
    ]
    found = sides[0].join(sides[1], on="initiative_id").group_by("tool", "region").agg(pl.len())
    return found.sort("tool", "region").collect(engine="streaming")["len"].to_list()


def polars_ours(folder: Path) -> list[int]:
    import polars as pl

    return _ours(pl.scan_parquet(folder / "codings.parquet"), folder)


def spark_join(folder: Path) -> list[int]:
    codings = _spark(folder)
    codings.createOrReplaceTempView("c")
    found = codings.sparkSession.sql(FIRST_DISTINCT).collect()
    return [row[2] for row in found]


def spark_ours(folder: Path) -> list[int]:
    return _ours(_spark(folder), folder)


def _spark(folder: Path) -> Any:
    from pyspark.sql import SparkSession

    made = SparkSession.builder.master("local[2]").config("spark.ui.enabled", False)
    made = made.config("spark.driver.memory", "6g").config("spark.local.dir", str(folder / "spark"))
    session = made.config("spark.sql.shuffle.partitions", 8).getOrCreate()
    return session.read.parquet(str(folder / "codings.parquet"))


def _ours(codings: object, folder: Path) -> list[int]:
    import foip_analysis as foip

    lake = foip.scan(codings, folder / "codebook.csv")
    cells = foip.cross_tab(lake, "tool", "region").to_numpy().ravel()
    return cells[cells > 0].tolist()  # a join has no row for a cell without initiatives


TARGETS = {  # kind, size → the most of the best join's CPU
    ("uniform", 1_000_000): 0.75,
    ("uniform", 10_000_000): 0.65,
    ("skewed", 1_000_000): 1.3,
    ("skewed", 10_000_000): 1.3,
}
PEAK = {("DuckDB", "uniform", 10_000_000): 0.4}  # … → the most of the best join's memory
PACKAGES = {"DuckDB": "duckdb", "Polars": "polars", "Spark": "pyspark"}
SHUFFLE = 0.7  # the most of what the join sends between Spark's workers
WAYS = {
    "DuckDB: join, count distinct": duckdb_join,
    "DuckDB: distinct, join, count": duckdb_distinct,
    "DuckDB: ours": duckdb_ours,
    "Polars: distinct, join, count": polars_join,
    "Polars: ours": polars_ours,
    "Spark: distinct, join, count": spark_join,
    "Spark: ours": spark_ours,
}


def used() -> dict[str, float]:
    """Return the CPU seconds and peak megabytes of this process and of the machine that Spark runs
    in it, and the megabytes that Spark's workers sent each other.
    """
    own = os.times()
    cpu, peak = own.user + own.system, _peak("self")
    if "pyspark" not in sys.modules:
        return {"cpu": cpu, "peak": peak}
    from pyspark.sql import SparkSession

    session = SparkSession.getActiveSession()
    assert session is not None
    context = session.sparkContext._jsc.sc()
    context.listenerBus().waitUntilEmpty()
    workers = context.statusStore().executorList(False)
    sent = sum(workers.apply(n).totalShuffleWrite() for n in range(workers.size()))
    for stat in Path("/proc").glob("[0-9]*/stat"):
        fields = stat.read_text().rpartition(")")[2].split()
        if int(fields[1]) == os.getpid():
            cpu += sum(map(int, fields[11:13])) / os.sysconf("SC_CLK_TCK")
            peak += _peak(stat.parent.name)
    return {"cpu": cpu, "peak": peak, "sent": sent / 1e6}


def _peak(process: str) -> float:
    found = re.search(r"VmHWM:\s+(\d+)", Path("/proc", process, "status").read_text())
    return int(found[1]) / 1024 if found else 0.0


def in_child(name: str, folder: Path) -> dict[str, Any]:
    """Run a way in a fresh process; return its numbers, and what it used."""
    code = (
        f"import sys; sys.path.insert(0, {str(HERE)!r}); import engines, json, pathlib; "
        f"cells = engines.WAYS[{name!r}](pathlib.Path({str(folder)!r})); "
        "print(json.dumps({'cells': cells} | engines.used()))"
    )
    kept = {k: v for k, v in os.environ.items() if k != "PYTHONDONTWRITEBYTECODE"}
    kept["PYTHONPYCACHEPREFIX"] = str(folder.parent / "compiled")
    run = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True, env=kept
    )
    return json.loads(run.stdout.splitlines()[-1])  # below a bar of progress, if there is one


def measure(size: int, kind: str, turns: int, ways: list[str]) -> dict[str, dict[str, float]]:
    """Return the medians of what each way used, in turn; the first turn at which modules are
    compiled does not count.
    """
    with tempfile.TemporaryDirectory() as place:
        folder = Path(place) / "data"
        folder.mkdir()
        make(folder, size, skewed=kind == "skewed")
        runs: dict[str, list[dict[str, Any]]] = {name: [] for name in ways}
        small = Path(place) / "small"
        small.mkdir()
        make(small, 100, skewed=False)
        for name in ways:
            in_child(name, small)
        for turn in range(turns):
            for name in ways if turn == 0 else [n for n in ways if not n.startswith("Spark")]:
                runs[name].append(in_child(name, folder))
    first = runs[ways[0]][0]["cells"]
    assert all(run["cells"] == first for some in runs.values() for run in some)
    return {
        name: {what: median(run[what] for run in some) for what in some[0] if what != "cells"}
        for name, some in runs.items()
    }


def draw(parts: dict[tuple[str, str], dict[int, float]], path: Path) -> None:
    """Draw CPU as a part of the best join's against size, a line an engine and kind of data."""
    import matplotlib

    matplotlib.use("agg")
    import matplotlib.pyplot as plt

    figure, axes = plt.subplots(figsize=(9, 4.5), layout="constrained")
    colours = {"DuckDB": "#c1440e", "Polars": "#2f5da8", "Spark": "#3f7d3a"}
    ends = []
    for (engine, kind), line in parts.items():
        sizes = sorted(line)
        style = "o-" if kind == "uniform" else "o--"
        axes.loglog(sizes, [line[size] for size in sizes], style, color=colours[engine])
        ends.append((sizes[-1], line[sizes[-1]], f"{engine}, {kind}", colours[engine]))
    name_ends(axes, ends, max(map(max, parts.values())) * 1.5, 0.07)
    axes.axhline(1, color="#8a96a3", linewidth=0.8)
    ticks = [0.25, 0.5, 1, 2, 4]
    axes.set_yticks(ticks, [f"{tick:g} ×" for tick in ticks], minor=False)
    axes.minorticks_off()
    title = "A 20 × 10 cross-tab where the data lies, against the best join"
    dress(axes, title, xlabel="initiatives", ylabel="CPU, as a part of the best join's")
    figure.savefig(path, dpi=120)


Result = tuple[int, str, float, dict[str, dict[str, float]]]  # size, kind, load, way → used


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--sizes", type=int, nargs="+", default=[10_000, 1_000_000, 10_000_000])
    parser.add_argument("--runs", type=int, default=3)
    parser.add_argument("--spark", type=int, default=1_000_000, help="the largest that Spark gets")
    asked = parser.parse_args()
    results: list[Result] = []
    for size in asked.sizes:
        for kind in ("uniform", "skewed"):
            there = [e for e in PACKAGES if find_spec(PACKAGES[e])]
            there = [e for e in there if e != "Spark" or size <= asked.spark]
            ways = [name for name in WAYS if name.split(":")[0] in there]
            found = measure(size, kind, asked.runs, ways)
            results.append((size, kind, os.getloadavg()[0], found))
    report(results, asked.runs)


def report(results: list[Result], runs: int) -> None:
    """Write what was measured, and which targets it reaches."""
    told: list[str] = []
    targets: list[str] = []
    parts: dict[tuple[str, str], dict[int, float]] = {}
    for size, kind, load, found in results:
        told += ["", f"## {size:,} initiatives, {kind}", "", f"Load average {load:.1f}.", ""]
        told += ["| | CPU s | of the best | peak MB | of the best | shuffled MB |"]
        told += ["|---|---:|---:|---:|---:|---:|"]
        for name, own in found.items():
            engine = name.split(":")[0]
            hand = [used for n, used in found.items() if n.startswith(engine) and "ours" not in n]
            best = min(hand, key=lambda used: used["cpu"])
            cpu, peak = own["cpu"] / best["cpu"], own["peak"] / best["peak"]
            sent = f"{own['sent']:.1f}" if "sent" in own else ""
            told.append(
                f"| {name} | {own['cpu']:.2f} | {cpu:.2f} | {own['peak']:,.0f} | {peak:.2f} "
                f"| {sent} |"
            )
            if "ours" not in name:
                continue
            parts.setdefault((engine, kind), {})[size] = cpu
            checked = [("CPU", cpu, TARGETS.get((kind, size)))]
            checked.append(("peak", peak, PEAK.get((engine, kind, size))))
            if sent and size >= 1_000_000:
                checked.append(("shuffle", own["sent"] / best["sent"], SHUFFLE))
            for what, part, most in checked:
                if most is not None:
                    target = f"{engine}, {size:,}, {kind}: ≤ {most} of the best join's {what}"
                    reached = "reached" if part <= most else "not reached"
                    targets.append(f"| {target} | {part:.2f} | {reached} |")
    there = dict.fromkeys(engine for engine, _ in parts)
    head = (
        f"Made by `python benchmarks/engines.py` on {os.cpu_count()} cores, {platform.system()}, "
        f"Python {platform.python_version()}, "
        + ", ".join(f"{engine} {version(PACKAGES[engine])}" for engine in there)
        + f". Tool × region, {TOOLS} × {REGIONS} cells of distinct initiatives, from one Parquet "
        "file; all ways gave the same numbers. CPU of the whole process, imports too, modules "
        f"found compiled; the median of {runs} runs in turn, of Spark one. *Of the best*: as a "
        "part of what the join of the same engine uses that needs least CPU. Load average: "
        "programs that wanted a core at the end of the runs, these among them."
    )
    said = ["# What a cross-tab costs where the data lies", "", head, ""]
    said += ["![CPU of a lake as a part of the best join's](engines.png)", "", "## Targets", ""]
    said += ["| target | measured | |", "|---|---:|---|", *targets, *told]
    (HERE / "engines.md").write_text("\n".join(said) + "\n", encoding="utf-8")
    draw(parts, HERE / "engines.png")


if __name__ == "__main__":
    main()
