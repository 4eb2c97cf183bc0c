"""How long a large folder takes to load, read by column and row by row, and how much memory.

``python benchmarks/load.py`` writes a million initiatives and their four million codings as CSV,
once bare (the needed columns) and once with names, terms and bases of their own, loads each both
ways in a fresh process, checks that both are the same, and writes ``load.md`` beside itself. Times
and memory are those of the whole process: Python, pandas and the package are loaded too. Memory is
the peak resident set (Linux only).
"""

from __future__ import annotations

import argparse
import hashlib
import os
import platform
import resource
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import numpy as np
import pandas as pd
from ways import make_dataset

import foip_analysis as foip

HERE = Path(__file__).parent
MILLION = 1_000_000
MOST = (5.0, 1000)  # seconds, megabytes: by column, at a million
ROWS = "row by row"
WAYS = {ROWS: sys.maxsize, "by column": 0}  # bytes from which on a folder is read by column


def write(folder: Path, size: int, *, full: bool) -> None:
    """Write a dataset of so many initiatives as four CSV files."""
    made, rng = make_dataset(size), np.random.default_rng(1)
    initiatives, codings, units = made.initiatives, made.codings.drop_duplicates(), made.units
    if full:
        number, of = initiatives["initiative_id"].astype(str), codings["initiative_id"].astype(str)
        locators, terms = [f"text.{n}" for n in range(500)], [f"term {n}" for n in range(50_000)]
        initiatives = initiatives.assign(
            initiative_id="ini-" + number,
            name_en="An initiative of number " + number,
            name_ja="取組第" + number + "号",
            budget=initiatives["budget"].round(2),
        )
        codings = codings.assign(
            initiative_id="ini-" + of,
            locator=rng.choice(locators, len(codings)),
            evidence=rng.choice(terms, len(codings)),
            basis=rng.choice(["stated", "position", "inferred"], len(codings)),
        )
        units = pd.DataFrame({"locator": locators, "part": ["text", "map"] * 250})
    folder.mkdir()
    for name, frame in {"initiatives": initiatives, "codings": codings, "units": units}.items():
        frame.to_csv(folder / f"{name}.csv", index=False)
    made.codebook.to_csv(folder / "codebook.csv", index=False)


def load(folder: str, least: int) -> None:
    """Load a folder in this process; print what it took, and a hash of what was loaded."""
    from foip_analysis.dataset import loading

    loading.BY_COLUMN = least
    dataset = foip.load(folder)
    used = resource.getrusage(resource.RUSAGE_SELF)
    clock = time.time() - float(os.environ["SINCE"])
    status = Path("/proc/self/status").read_text().split()  # ru_maxrss would count who started it
    cpu = used.ru_utime + used.ru_stime
    peak = int(status[status.index("VmHWM:") + 1]) * 1024 / 1e6
    made = hashlib.sha256(dataset.index.tobytes())
    for frame in (dataset.initiatives, dataset.codings):
        made.update(str(frame.dtypes.to_dict()).encode())
        made.update(pd.util.hash_pandas_object(frame, categorize=False).to_numpy().tobytes())
    print(clock, cpu, peak, made.hexdigest())


def taken(folder: Path, least: int) -> tuple[float, float, float, str]:
    """Return seconds by the clock and of CPU, megabytes and the hash, of a fresh process."""
    code = f"import sys; sys.path.insert(0, {str(HERE)!r}); import load; "
    code += f"load.load({str(folder)!r}, {least})"
    environment = os.environ | {"SINCE": repr(time.time())}
    done = subprocess.run(
        [sys.executable, "-c", code], env=environment, check=True, capture_output=True, text=True
    )
    clock, cpu, peak, made = done.stdout.split()
    return float(clock), float(cpu), float(peak), made


def main(size: int, turns: int) -> None:
    """Load both folders both ways, in turn; write the table."""
    lines = [
        "# How fast a large folder loads",
        "",
        f"Made by `python benchmarks/load.py` on {os.cpu_count()} cores, {platform.system()}, "
        f"Python {platform.python_version()}, pandas {pd.__version__}. Whole processes, the best "
        f"of {turns}; memory is the peak resident set. Both ways gave the same frames and index.",
        "",
        f"## {size:,} initiatives",
        "",
        "| files | read | seconds | CPU s | peak MB |",
        "|---|---|---:|---:|---:|",
    ]
    reached = []
    with tempfile.TemporaryDirectory() as temporary:
        for kind in ("bare", "full"):
            folder = Path(temporary) / kind
            write(folder, size, full=kind == "full")
            make_dataset.cache_clear()
            codings = sum(1 for _ in (folder / "codings.csv").open("rb")) - 1
            megabytes = sum(path.stat().st_size for path in folder.iterdir()) / 1e6
            hashes = set()
            for way, least in WAYS.items():
                runs = [taken(folder, least) for _ in range(1 if way == ROWS else turns)]
                hashes |= {run[3] for run in runs}
                clock, cpu, peak = (min(run[place] for run in runs) for place in range(3))
                named = f"{kind}: {codings:,} codings, {megabytes:,.0f} MB"
                lines.append(f"| {named} | {way} | {clock:.1f} | {cpu:.1f} | {peak:,.0f} |")
                print(lines[-1], flush=True)
                if way != ROWS:
                    met = {
                        "CPU": cpu <= MOST[0],
                        "the clock": clock <= MOST[0],
                        "memory": peak <= MOST[1],
                    }
                    told = (f"{'reached' if got else 'missed'} by {of}" for of, got in met.items())
                    reached.append(f"{kind} {', '.join(told)}")
            assert len(hashes) == 1, "the two ways differ"
    load_average = os.getloadavg()[0]
    lines += [
        "",
        f"Target at a million, by column: ≤ {MOST[0]:.0f} s and ≤ {MOST[1]:,} MB: "
        f"{'; '.join(reached)}. Load average at the end of the run: {load_average:.1f}.",
        "",
    ]
    (HERE / "load.md").write_text("\n".join(lines), encoding="utf-8")


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--size", type=int, default=MILLION)
    parser.add_argument("--turns", type=int, default=3)
    given = parser.parse_args()
    main(given.size, given.turns)
