"""How long a fresh process takes to a saved heat map: PNG, SVG and PDF, with their numbers.

``python benchmarks/first_figure.py`` starts processes that load the shipped data, count, draw and
save, and as many that draw a plain seaborn heat map of as many cells and save it the same three
ways, in turn; modules are found compiled. It prints the median seconds of CPU, and their ratio.
"""

from __future__ import annotations

import os
import platform
import subprocess
import sys
import tempfile
import time
from statistics import median

OURS = """
import foip_analysis as foip
table = foip.cross_tab(foip.load(), "tool", "region")
foip.save_figure(foip.plot(table), "a", folder={folder!r})
"""
SEABORN = """
import matplotlib, numpy as np, seaborn
matplotlib.use("agg")
axes = seaborn.heatmap(np.arange(112).reshape(14, 8) % 5, annot=True, cbar=False, linewidths=1.5)
for suffix in ("png", "svg", "pdf"):
    axes.figure.savefig({folder!r} + "/b." + suffix, dpi=144)
"""
WAYS = {"ours": OURS, "seaborn": SEABORN}
MOST = 1.6  # seconds on a machine where seaborn's takes about as long


def cpu_of(code: str, environment: dict[str, str]) -> float:
    """Return the seconds of CPU of a fresh process that runs some code."""
    before = os.times()
    subprocess.run([sys.executable, "-c", code], check=True, env=environment)
    after = os.times()
    return after.children_user + after.children_system - sum(before[2:4])


def main(turns: int) -> None:
    """Take turns, and print what they took; the first, which compiles, does not count."""
    taken: dict[str, list[float]] = {name: [] for name in WAYS}
    began = time.perf_counter()
    with tempfile.TemporaryDirectory() as folder:
        kept = {k: v for k, v in os.environ.items() if k != "PYTHONDONTWRITEBYTECODE"}
        environment = kept | {"PYTHONPYCACHEPREFIX": folder}
        for _ in range(turns + 1):
            for name, code in WAYS.items():
                taken[name].append(cpu_of(code.format(folder=folder), environment))
    ours, seaborn = (median(taken[name][1:]) for name in WAYS)
    print(f"{os.cpu_count()} cores, {platform.system()}, Python {platform.python_version()}")
    print(f"load {os.getloadavg()[0]:.1f}, {turns} turns in {time.perf_counter() - began:.0f} s")
    print(f"ours {ours:.2f} s of CPU, seaborn {seaborn:.2f}: {ours / seaborn:.2f} ×")
    print(f"at most {MOST} s: {'reached' if ours <= MOST else 'missed'}")


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 7)
