"""How long a cross-tab of two multi-valued dimensions takes, here and elsewhere, and how much
memory.

``python benchmarks/cross_tab.py`` makes initiatives with 1.7 tools of 20 and 2.3 places of 60 in 10
regions on average (fixed seed), counts tool × region in every way, checks that all ways give the
same numbers, and writes ``README.md``, ``results.csv`` and ``cost.png`` beside itself. A library
that is not installed is left out, with the reason. Everyone starts from data in memory, and others
from two frames made for them: one row a coding, integer initiatives, categories, regions already
looked up.

Times are taken in one process a size, all ways in turn, again and again: a busy moment of the
machine hits all of them; CPU time is taken beside the clock's. Memory is taken in a fresh process
a way: the peak resident set while it runs for the first time on this data, less what was resident
before (Linux only).
"""

from __future__ import annotations

import argparse
import contextlib
import ctypes
import gc
import importlib.metadata
import json
import os
import platform
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from statistics import median

import numpy as np
import pandas as pd
from lines import dress, name_ends
from ways import RECIPE, WAYS, make_dataset

import foip_analysis as foip
from foip_analysis.tables.axes import count_cells

HERE = Path(__file__).parent
# seconds: a way that takes longer at one size is not tried at the next; three times that is enough
# for its runs
PATIENCE = 10.0
MILLION = 1_000_000


def time_ways(size: int, names: list[str], repeats: int) -> dict[str, dict]:
    """Time the ways in turn; check that those of a kind agree."""
    times: dict[str, list[float]] = {name: [] for name in names}
    works: dict[str, list[float]] = {name: [] for name in names}
    ready = {name: WAYS[name][1](size) for name in names}
    truth: dict[str, np.ndarray] = {}
    for turn in range(repeats):
        for name, run in ready.items():
            if turn and sum(times[name]) > 3 * PATIENCE:
                continue
            gc.collect()
            start, work = time.perf_counter(), time.process_time()
            cells = run()
            works[name].append(time.process_time() - work)
            times[name].append(time.perf_counter() - start)
            kind = WAYS[name][0]
            rounding = 0 if kind == "count" else 1e-9
            assert np.allclose(cells, truth.setdefault(kind, cells), rtol=rounding, atol=0), (
                f"{name} differs at {size}"
            )
    return {
        n: {
            "median": median(times[n]),
            "best": min(times[n]),
            "cpu": median(works[n]),
            "runs": len(times[n]),
        }
        for n in names
    }


def peak_memory(size: int, name: str) -> float | None:
    """Return the megabytes that a way takes beyond what is there before it runs; None where Linux
    does not tell.
    """
    WAYS[name][1](1000)()  # what a library loads or starts on its first use is not the table's
    run = WAYS[name][1](size)
    gc.collect()
    try:
        ctypes.CDLL(None).malloc_trim(0)
        Path("/proc/self/clear_refs").write_text("5")  # from here on VmHWM is the peak
    except (OSError, AttributeError):
        return None
    before = _resident("VmRSS")
    run()
    return _resident("VmHWM") - before


def _resident(field: str) -> float:
    line = next(
        line
        for line in Path("/proc/self/status").read_text().splitlines()
        if line.startswith(field)
    )
    return int(line.split()[1]) * 1024 / 1e6


def in_child(*call: object) -> object:
    """Call a function of this module in a fresh process."""
    code = (
        f"import sys, json; sys.path.insert(0, {str(HERE)!r}); import cross_tab as c; "
        f"found = c.{call[0]}(*{call[1:]!r}); "
    )
    with tempfile.TemporaryDirectory() as folder:
        answer = (
            Path(folder) / "answer.json"
        )  # not on stdout, where a library may draw its progress
        code += f"c.Path({str(answer)!r}).write_text(json.dumps(found))"
        subprocess.run([sys.executable, "-c", code], check=True, stdout=subprocess.DEVNULL)
        return json.loads(answer.read_text())


def missing_libraries() -> dict[str, str]:
    """Return the ways that cannot be taken here, with the reason."""
    missing = {}
    for name, (_, prepare) in WAYS.items():
        try:
            prepare(1000)
        except ImportError as error:
            missing[name] = f"{error}."
    return missing


def read_speed() -> float:
    """Return the bytes a second that one core reads from memory, in the best of several ways and
    runs.
    """
    words = np.ones(1 << 26, np.uint64)  # 0.5 GB: no cache holds it
    best = np.inf
    for _ in range(5):
        for reduce in (np.bitwise_or.reduce, np.add.reduce, np.maximum.reduce):
            start = time.perf_counter()
            reduce(words)
            best = min(best, time.perf_counter() - start)
    return words.nbytes / best


def time_association(size: int | None, draws: int) -> float:
    """Return the seconds of a test of tool × region; the shipped dataset if there is no size."""
    dataset = make_dataset(size) if size else foip.load()
    foip.association(foip.load(), "tool", "region", none="include", draws=9)
    start = time.perf_counter()
    foip.association(dataset, "tool", "region", none="include", draws=draws)
    return time.perf_counter() - start


def time_beside(rows: int, columns: int, neighbours: int) -> float:
    """Return the seconds by the clock of a weighted product of 200,000 initiatives, the median of
    five, beside so many processes that want a core all the time.
    """
    total, draw = 200_000, np.random.default_rng(0)
    packed = [pack(draw.random((lines, total)) < 0.1) for lines in (rows, columns)]
    weights, times = draw.random(total), []
    others = [
        subprocess.Popen([sys.executable, "-c", "while True: pass"]) for _ in range(neighbours)
    ]
    try:
        for _ in range(5):
            start = time.perf_counter()
            count_cells(*packed, weights)
            times.append(time.perf_counter() - start)
    finally:
        for other in others:
            other.kill()
            other.wait()
    return median(times)


def pack(flags: np.ndarray) -> np.ndarray:
    """Return lines of flags as a dataset keeps them: a bit an initiative, in words of 64."""
    held = np.zeros((len(flags), -(-flags.shape[1] // 64) * 8), np.uint8)
    held[:, : -(-flags.shape[1] // 8)] = np.packbits(flags, axis=1, bitorder="little")
    return held.view(np.uint64)


def time_small(repeats: int) -> dict[str, float]:
    """Return medians for the data that users have, each in fresh processes that take turns, in
    seconds of CPU.
    """
    clock = "from time import process_time as now; start = now(); {}; print(now() - start)"
    first = "import foip_analysis as foip; " + clock.format(
        "data = foip.load(); foip.cross_tab(data, 'tool', 'region'); "
        "foip.members(data, tool='osa', region='pacific')"
    )
    codes = {
        "pandas": clock.format("import pandas"),
        "ours": clock.format("import foip_analysis"),
        "first": first,
    }
    times: dict[str, list[float]] = {name: [] for name in codes}
    with (
        tempfile.TemporaryDirectory() as compiled
    ):  # everyone's modules are compiled in the first turn, and found compiled later
        kept = {k: v for k, v in os.environ.items() if k != "PYTHONDONTWRITEBYTECODE"} | {
            "PYTHONPYCACHEPREFIX": compiled
        }
        for _ in range(repeats + 1):
            for name, code in codes.items():
                done = subprocess.run(
                    [sys.executable, "-c", code],
                    check=True,
                    capture_output=True,
                    text=True,
                    env=kept,
                )
                times[name].append(float(done.stdout))
    return {name: median(taken[1:]) for name, taken in times.items()}


def machine() -> str:
    versions = []
    for name in ("pandas", "numpy", "polars", "duckdb", "survy", "pyarrow"):
        with contextlib.suppress(importlib.metadata.PackageNotFoundError):
            versions.append(f"{name} {importlib.metadata.version(name)}")
    cpuinfo = Path("/proc/cpuinfo")
    lines = cpuinfo.read_text().splitlines() if cpuinfo.is_file() else []
    model = next(
        (line.split(": ")[1] for line in lines if line.startswith("model name")), platform.machine()
    )
    return (
        f"{os.cpu_count()} cores of {model}, {platform.system()}, Python "
        f"{platform.python_version()}, {', '.join(versions)}"
    )


def measure(sizes: list[int], repeats: int, missing: dict[str, str]) -> pd.DataFrame:
    """Return one row a way and size: seconds (median, best, of CPU), runs, megabytes."""
    rows, skipped = [], set(missing)
    for size in sizes:
        names = [name for name in WAYS if name not in skipped]
        times = in_child("time_ways", size, names, repeats)
        for name in names:
            rows.append(
                {
                    "way": name,
                    "initiatives": size,
                    **times[name],
                    "megabytes": in_child("peak_memory", size, name),
                }
            )
            if (
                times[name]["median"] > PATIENCE
                and name not in RECIPE.values()
                and size < sizes[-1]
            ):
                skipped.add(name)
                missing[name] = (
                    f"not tried beyond {size:,} initiatives, where it takes "
                    f"{times[name]['median']:.0f} s"
                )
        print(f"{size:,} initiatives\n{_compare(rows, size).to_string()}\n", flush=True)
    return pd.DataFrame(rows)


def _compare(rows: list[dict], size: int) -> pd.DataFrame:
    found = pd.DataFrame(rows).query("initiatives == @size").set_index("way")
    recipe = found.loc[[RECIPE[WAYS[name][0]] for name in found.index]].set_axis(found.index)
    columns = {
        "median ms": found["median"] * 1e3,
        "best ms": found["best"] * 1e3,
        "CPU ms": found["cpu"] * 1e3,
        "peak MB": found["megabytes"],
    }
    ratios = {
        "recipe's time ×": recipe["median"] / found["median"],
        "recipe's CPU ×": recipe["cpu"] / found["cpu"],
    }
    return pd.DataFrame(columns | ratios).map(_digits)


def _digits(number: float) -> str:
    return (
        "–"
        if pd.isna(number)
        else f"{number:,.{0 if number >= 100 else 1 if number >= 10 else 2}f}"
    )


def _markdown(table: pd.DataFrame) -> str:
    head = f"| | {' | '.join(map(str, table.columns))} |\n|---|{'---:|' * table.shape[1]}\n"
    return head + "\n".join(
        f"| {name} | {' | '.join(row)} |"
        for name, row in zip(table.index, table.to_numpy(), strict=True)
    )


def draw(results: pd.DataFrame, path: Path) -> None:
    """Draw CPU time against size, a line a way, named at its end."""
    import matplotlib.pyplot as plt

    figure, axes = plt.subplots(figsize=(10, 6), layout="constrained")
    ends = []
    for name, line in results[results["way"].map(lambda way: WAYS[way][0] == "count")].groupby(
        "way", sort=False
    ):
        own = name.startswith("ours")
        axes.loglog(
            line["initiatives"],
            line["cpu"] * 1e3,
            "o-",
            color="#2f5da8" if own else "#8a96a3",
            linewidth=2 + own,
            markersize=4,
        )
        last = line.iloc[-1]
        ends.append((last["initiatives"], last["cpu"] * 1e3, name, "#2f5da8" if own else "#4a5663"))
    name_ends(axes, ends, results["initiatives"].max() * 1.35, 0.17)
    title = "Time of a 20 × 10 cross-tab of two multi-valued dimensions"
    dress(axes, title, xlabel="initiatives", ylabel="milliseconds of CPU, median")
    figure.savefig(path, dpi=120)


def report(
    results: pd.DataFrame,
    at: int,
    missing: dict[str, str],
    facts: list[str],
    targets: list[tuple[str, str, bool]],
) -> str:
    by_size = (
        results.pivot(index="way", columns="initiatives", values="cpu").reindex(
            list(dict.fromkeys(results["way"]))
        )
        * 1e3
    )
    parts = [
        "# How fast a cross-tab is",
        f"Made by `python benchmarks/cross_tab.py` on {machine()}. Times are medians; "
        "another machine has other times and similar ratios.",
        "Programs that wanted a core at the end of the run, these among them (load "
        f"average): {os.getloadavg()[1]:.1f}.",
        "The table is tool × region, 20 × 10 cells of distinct initiatives, with 1.7 "
        "tools and 2.3 places (in 10 regions) an initiative on "
        "average. All ways start from data in memory and gave the same numbers. *Ours* "
        "starts from the index that `load` makes, and looks "
        "places up in their regions itself; the others start from two frames with "
        "integers and categories, regions looked up for them. "
        "*First* packs the dimensions, *each later* finds them packed; both end in a "
        "labelled table with its note. Memory is the peak "
        "resident set of a fresh process while a way runs, less what was resident "
        "before. *CPU* is the time that the processor spent, "
        "added up over threads: polars, DuckDB and survy use several, pandas and ours "
        "one. It is what to compare where other programs "
        "run too, for they make a way wait, a short one most. *Recipe's*: how often a "
        "way fits into the first pandas line of its kind.",
        f"## {at:,} initiatives",
        _markdown(_compare(results.to_dict("records"), at)),
        "## CPU milliseconds by number of initiatives",
        _markdown(by_size.map(_digits).rename(columns="{:,}".format)),
        "![Time against size](cost.png)",
        "## What follows",
        "\n".join(f"- {fact}" for fact in facts),
    ]
    if missing:
        parts += [
            "## Left out",
            "\n".join(f"- {name}: {reason}" for name, reason in missing.items()),
        ]
    rows = [
        f"| {target} | {found} | {'reached' if good else 'missed'} |"
        for target, found, good in targets
    ]
    return (
        "\n\n".join(
            [*parts, "## Targets", "\n".join(["| target | measured | |", "|---|---:|---|", *rows])]
        )
        + "\n"
    )


def judge(
    results: pd.DataFrame, at: int, repeats: int
) -> tuple[list[str], list[tuple[str, str, bool]]]:
    """Return what the results say, and for each target what was found and whether it is reached."""
    wall, best, cpu = (
        results.pivot(index="way", columns="initiatives", values=kind)
        for kind in ("median", "best", "cpu")
    )
    sizes, memory = list(cpu), results[results["initiatives"] == at].set_index("way")["megabytes"]
    facts, targets = [], []
    for way, least in (
        ("ours, first", 15),
        ("ours, each later", 300),
        ("fractional, ours, first", 10),
        ("weighted, ours, first", 10),
    ):
        by_cpu, by_wall = (kind[at][RECIPE[WAYS[way][0]]] / kind[at][way] for kind in (cpu, wall))
        target = f"{way}: ≥ {least} × faster than the pandas recipe at {at:,}"
        targets.append(
            (target, f"{by_cpu:.0f} × by CPU, {by_wall:.0f} × by the clock", by_cpu >= least)
        )
    peaks = memory["ours, first"], memory[RECIPE["count"]]
    shown = f"{peaks[0]:.0f} MB, {peaks[1]:.0f} MB"
    targets.append(
        (
            f"ours, first: peak memory below the pandas recipe's at {at:,}",
            shown,
            peaks[0] < peaks[1],
        )
    )
    for way in ("ours, first", "ours, each later"):
        cost = [cpu[size][way] / size * 1e9 for size in sizes]
        shown = ", ".join(
            f"{each:,.1f} at {size:,}" for each, size in zip(cost, sizes, strict=True)
        )
        facts.append(f"Nanoseconds of CPU an initiative, {way}: {shown}.")
        by_best, by_cpu = (kind[sizes[-1]][way] / kind[sizes[-2]][way] for kind in (best, cpu))
        target = (
            f"{way}: ten times the initiatives, {sizes[-1]:,}, take ≤ 13 × the time in the best run"
        )
        targets.append(
            (target, f"{by_best:.1f} ×; {by_cpu:.1f} × in the median of CPU time", by_best <= 13)
        )
    speed, held = (
        read_speed(),
        sum(make_dataset(at).packed(dimension).nbytes for dimension in ("tool", "region")),
    )
    floor, later = held / speed, cpu[at]["ours, each later"]
    facts.append(
        f"The packed bits of the table are {held / 1e6:.2f} MB at {at:,}, and one core "
        f"reads memory at {speed / 1e9:.0f} GB/s: to read "
        f"them once takes {floor * 1e3:.2f} ms. A later table takes {later / floor:.0f} "
        f"× that ({floor / later:.1%} of the limit): "
        "each word is looked at not once but once a cell of its row or column, and "
        "labels and note take up to a millisecond."
    )
    for size, draws, limit in ((None, 1999, 1), (10_000, 1999, 2), (at, 0, 3)):
        took = min(in_child("time_association", size, draws) for _ in range(3))
        what = (
            f"{f'permutation and bootstrap of {draws:,} draws' if draws else 'Rao–Scott'}, "
            f"{f'{size:,} initiatives' if size else 'shipped dataset'}"
        )
        targets.append((f"{what}: < {limit} s", f"{took:.2f} s, best of 3", took < limit))
    cores = os.cpu_count() or 1
    for rows, columns in ((50, 10), (50, 150), (200, 200)):
        alone, beside = (in_child("time_beside", rows, columns, n) for n in (0, cores))
        target = (
            f"weighted product, {rows} × {columns}, beside {cores} busy processes: ≤ 4 × the time "
            "without them"
        )
        targets.append((target, f"{beside / alone:.1f} × {alone:.2f} s", beside <= 4 * alone))
    small = time_small(repeats)
    targets.append(
        (
            "shipped dataset, load + first cross-tab + members: < 0.1 s",
            f"{small['first']:.3f} s of CPU",
            small["first"] < 0.1,
        )
    )
    longer = small["ours"] / small["pandas"]
    targets.append(
        (
            "import foip_analysis: ≤ 1.1 × import pandas",
            f"{longer:.2f} × {small['pandas']:.2f} s of CPU",
            longer <= 1.1,
        )
    )
    return facts, targets


def main() -> None:
    parser = argparse.ArgumentParser(
        description="Measure cross-tabs of multi-valued dimensions, here and elsewhere."
    )
    parser.add_argument(
        "--largest", type=float, default=1e7, help="initiatives at most, from 1e3 (default 1e7)"
    )
    parser.add_argument(
        "--repeats", type=int, default=15, help="runs a way, fewer where a run is long (default 15)"
    )
    given = parser.parse_args()
    sizes = [10**power for power in range(3, 8) if 10**power <= given.largest]
    missing, at = missing_libraries(), min(MILLION, sizes[-1])
    results = measure(sizes, given.repeats, missing)
    text = report(results, at, missing, *judge(results, at, given.repeats))
    results.to_csv(HERE / "results.csv", index=False, float_format="%.6g")
    draw(results, HERE / "cost.png")
    (HERE / "README.md").write_text(text, encoding="utf-8")
    print(text.split("## What follows")[1])


if __name__ == "__main__":
    main()
