"""What a cross-tab costs where the data lies: ``scan`` against the engine's own join and distinct
count.

``python benchmarks/engines.py`` writes codings as Parquet (fixed seed; uniform, and skewed as aid
data are: few codes take most, some initiatives have many), counts tool × region in DuckDB and in
Polars by the best join that could be written by hand and by ``foip.cross_tab`` of a lake, each in a
fresh process, checks that the numbers are equal, and writes ``engines.md`` beside itself. CPU is
user and system time of the whole process, imports too; memory its peak resident set (Linux only).
"""

from __future__ import annotations

import argparse
import json
import os
import platform
import subprocess
import sys
import tempfile
from importlib.metadata import version
from pathlib import Path
from statistics import median

HERE = Path(__file__).parent
TOOLS, REGIONS = 20, 10
JOIN = """SELECT t.code, r.code, count(DISTINCT t.initiative_id)
FROM (SELECT initiative_id, code FROM c WHERE dimension = 'tool') AS t
JOIN (SELECT initiative_id, code FROM c WHERE dimension = 'region') AS r USING (initiative_id)
GROUP BY ALL ORDER BY ALL"""
FIRST_DISTINCT = JOIN.replace("SELECT initiative_id", "SELECT DISTINCT initiative_id").replace(
    "count(DISTINCT t.initiative_id)", "count(*)"
)


def make(folder: Path, size: int, *, skewed: bool) -> None:
    """Write the codings and the codebook of so many initiatives."""
    import numpy as np  # here, so that a join by hand does not pay for what it does not need
    import pandas as pd

    random = np.random.default_rng(0)
    parts = []
    for dimension, codes, mean in (("tool", TOOLS, 1.7), ("region", REGIONS, 2.3)):
        many = random.geometric(1 / mean, size) if skewed else 1 + random.poisson(mean - 1, size)
        chance = 1 / np.arange(1, codes + 1) if skewed else np.ones(codes)
        code = random.choice(codes, int(many.sum()), p=chance / chance.sum())
        initiative = np.repeat(np.arange(size), many)
        parts.append(pd.DataFrame({"n": initiative, "dimension": dimension, "code": code}))
    rows = pd.concat(parts).sort_values("n", kind="stable")
    rows["code"] = rows["dimension"].str[0] + rows["code"].astype(str).str.zfill(2)
    rows.insert(0, "initiative_id", "XM-DAC-" + rows.pop("n").astype(str).str.zfill(9))
    rows.to_parquet(folder / "codings.parquet", index=False)
    codes = [("tool", f"t{n:02}") for n in range(TOOLS)]
    codes += [("region", f"r{n:02}") for n in range(REGIONS)]
    book = pd.DataFrame(codes, columns=["dimension", "code"])
    book.assign(label_en=book["code"]).to_csv(folder / "codebook.csv", index=False)


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


def _ours(codings: object, folder: Path) -> list[int]:
    import foip_analysis as foip

    lake = foip.scan(codings, folder / "codebook.csv")
    cells = foip.cross_tab(lake, "tool", "region").to_numpy().ravel()
    return cells[cells > 0].tolist()  # a join has no row for a cell without initiatives


TARGETS = {"uniform": 0.75, "skewed": 1.3}
WAYS = {
    "DuckDB: join, count distinct": duckdb_join,
    "DuckDB: distinct, join, count": duckdb_distinct,
    "DuckDB: ours": duckdb_ours,
    "Polars: distinct, join, count": polars_join,
    "Polars: ours": polars_ours,
}


def in_child(name: str, folder: Path) -> dict[str, object]:
    """Run a way in a fresh process; return its numbers, CPU seconds and peak in megabytes."""
    code = (
        f"import sys; sys.path.insert(0, {str(HERE)!r}); "
        "import engines, json, resource, pathlib, re; "
        f"cells = engines.WAYS[{name!r}](pathlib.Path({str(folder)!r})); "
        "used = resource.getrusage(resource.RUSAGE_SELF); "
        "print(json.dumps({'cells': cells, 'cpu': used.ru_utime + used.ru_stime, "
        "'peak': int(re.search(r'VmHWM:\\s+(\\d+)', open('/proc/self/status').read())[1]) / 1024}))"
    )
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    return json.loads(run.stdout.splitlines()[-1])  # below a bar of progress, if there is one


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--sizes", type=int, nargs="+", default=[1_000_000])
    parser.add_argument("--runs", type=int, default=3)
    asked = parser.parse_args()
    told = [
        "# What a cross-tab costs where the data lies",
        "",
        f"Made by `python benchmarks/engines.py` on {os.cpu_count()} cores, {platform.system()}, "
        f"Python {platform.python_version()}, duckdb {version('duckdb')}, polars "
        f"{version('polars')}; load average {os.getloadavg()[0]:.1f}. Tool × region, "
        f"{TOOLS} × {REGIONS} cells of distinct initiatives, from one Parquet file; all ways gave "
        f"the same numbers. CPU of the whole process, imports too, the median of {asked.runs} "
        "runs. *Of the best*: CPU as a part of the best join of the same engine.",
    ]
    targets: list[str] = []
    for size in asked.sizes:
        for kind in ("uniform", "skewed"):
            with tempfile.TemporaryDirectory() as place:
                make(Path(place), size, skewed=kind == "skewed")
                runs = {n: [in_child(n, Path(place)) for _ in range(asked.runs)] for n in WAYS}
            first = next(iter(runs.values()))[0]["cells"]
            assert all(run["cells"] == first for some in runs.values() for run in some)
            cpu = {name: median(run["cpu"] for run in some) for name, some in runs.items()}
            told += ["", f"## {size:,} initiatives, {kind}", ""]
            told += ["| | CPU s | peak MB | of the best |", "|---|---:|---:|---:|"]
            for name, some in runs.items():
                engine = name.split(":")[0]
                best = min(t for n, t in cpu.items() if n.startswith(engine) and "ours" not in n)
                peak = median(run["peak"] for run in some)
                told.append(f"| {name} | {cpu[name]:.2f} | {peak:,.0f} | {cpu[name] / best:.2f} |")
                if "ours" in name and size >= 1_000_000:
                    most = TARGETS[kind]
                    part = cpu[name] / best
                    targets.append(
                        f"| {engine}, {size:,}, {kind}: ≤ {most} of the best join's CPU "
                        f"| {part:.2f} | {'reached' if part <= most else 'not reached'} |"
                    )
    told += ["", "## Targets", "", "| target | measured | |", "|---|---:|---|", *targets]
    (HERE / "engines.md").write_text("\n".join(told) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
