"""How often each p value of ``association`` is wrong where codes are independent, and how often it
notices a dependence that is there.

``python benchmarks/independence.py`` makes datasets by lot (fixed seed), tests each, and writes
``independence.csv`` beside itself. A test at 5 % that is honest rejects at most 5 % of the datasets
whose codes are independent (``false_alarms``); of the honest ones the better
notices more (``power``).
Four designs: the shipped margins of tool × region, with the code sets of each side drawn from the
shipped ones; codes held by 2 % of the initiatives; dense ones; and very few initiatives. For the
power one code is given to a share (``planted``) of the initiatives that have one code of the other
side. A global p notices by being small, a cell's only at that cell. Rao–Scott and Bonferroni are
counted as if ``association`` did not withhold them where codes are rare.
"""

from __future__ import annotations

import argparse
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import numpy.typing as npt
import pandas as pd

import foip_analysis as foip
from foip_analysis.dataset.membership import everyone, pack_rows
from foip_analysis.tables.independence import (
    LEVEL,
    bootstrap,
    chi_square_tail,
    fourfold,
    joint,
    patterns,
    permute,
    rao_scott,
    statistics,
)

HERE = Path(__file__).parent
SEVERAL = (False, False)  # neither side has exactly one code an initiative
GLOBAL, CELLS = ("permutation", "bootstrap", "Rao–Scott"), ("permutation maxT", "Bonferroni")
Codes = npt.NDArray[np.bool_]  # codes × initiatives


@dataclass(frozen=True)
class Design:
    """A kind of dataset: its margins, and the dependence that is planted in it."""

    name: str
    initiatives: int
    rows: Codes | tuple[int, float]  # sets to draw from, or how many codes and the share of each
    columns: Codes | tuple[int, float]
    planted: float
    cell: tuple[int, int] = (0, 0)


def designs() -> list[Design]:
    """Return the four designs; in the shipped one OSA is planted in the Pacific."""
    dataset = foip.load()
    tools, regions = (dataset.membership(name) for name in ("tool", "region"))
    codes = [
        list(dataset.codebook.query("dimension == @name")["code"]) for name in ("tool", "region")
    ]
    cell = (codes[0].index("osa"), codes[1].index("pacific"))
    matrices = (tools.to_numpy(bool).T, regions.to_numpy(bool).T)
    return [
        Design("shipped tool × region", len(tools), *matrices, 0.8, cell),
        Design("sparse: codes held by 2 %", 300, (10, 0.02), (8, 0.02), 0.5),
        Design("dense: codes held by 30 %", 300, (6, 0.3), (5, 0.3), 0.5),
        Design("tiny: codes held by 30 %", 20, (4, 0.3), (3, 0.3), 0.8),
    ]


def draw(design: Design, rng: np.random.Generator, planted: bool) -> tuple[Codes, Codes]:
    """Return the two sides of a dataset, drawn independently, with the dependence if wanted."""
    sides = []
    for margin in (design.rows, design.columns):
        if isinstance(margin, tuple):
            sides.append(rng.random((margin[0], design.initiatives)) < margin[1])
        else:
            sides.append(margin[:, rng.integers(margin.shape[1], size=design.initiatives)])
    rows, columns = sides
    if planted:
        row, column = design.cell
        chosen = rng.random(design.initiatives) < design.planted
        rows[row] = np.where(columns[column], chosen, rows[row])
    return rows, columns


def rejections(
    rows: Codes, columns: Codes, draws: int, seed: int, cell: tuple[int, int] | None
) -> dict[str, bool]:
    """Return which p values are small; those of cells at ``cell``, or at any."""
    total = rows.shape[1]
    varies = [side.any(axis=1) & ~side.all(axis=1) for side in (rows, columns)]
    if not (varies[0].any() and varies[1].any()):
        return dict.fromkeys([*GLOBAL, *CELLS], False)
    base = everyone(total)
    lines = [
        np.vstack([pack_rows(side[kept]), base])
        for side, kept in zip((rows, columns), varies, strict=True)
    ]
    places = [(i, i) for i in range(len(lines[0]))]
    table = joint(lines[0], lines[1], places, total)[:, :, -1]
    statistic, cells = float(statistics(table, SEVERAL)), fourfold(table)[0]
    sets = [patterns(line, total) for line in lines]
    p, p_max_t, _ = permute(statistic, cells, sets, SEVERAL, draws, seed)
    p_cells = np.array([[chi_square_tail(x, 1) for x in line] for line in cells])
    found = {
        "permutation": p,
        "bootstrap": bootstrap(statistic, sets, SEVERAL, draws, seed),
        "Rao–Scott": chi_square_tail(*rao_scott(statistic, lines, table, SEVERAL, total)),
    }
    small = {name: value <= LEVEL for name, value in found.items()}
    for name, values in zip(CELLS, (p_max_t, p_cells * cells.size), strict=True):
        passes = np.zeros((len(rows), len(columns)), bool)
        passes[np.ix_(*varies)] = values <= LEVEL
        small[name] = bool(passes.any() if cell is None else passes[cell])
    return small


def simulate(replicates: int, draws: int, seed: int = 0) -> Iterator[dict[str, object]]:
    """Yield a line of the table for each design and p value."""
    for number, design in enumerate(designs()):
        shares = []
        for planted in (False, True):
            small = [
                rejections(
                    *draw(design, np.random.default_rng([seed, number, planted, k]), planted),
                    draws,
                    k,
                    design.cell if planted else None,
                )
                for k in range(replicates)
            ]
            shares.append(pd.DataFrame(small).mean())
        for name in (*GLOBAL, *CELLS):
            yield {
                "design": design.name,
                "initiatives": design.initiatives,
                "planted": design.planted,
                "p": name,
                "false_alarms": round(shares[0][name], 3),
                "power": round(shares[1][name], 3),
                "replicates": replicates,
                "draws": draws,
            }


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.split("\n\n")[0])
    parser.add_argument("--replicates", type=int, default=1000, help="datasets of each kind")
    parser.add_argument("--draws", type=int, default=499, help="draws of a test")
    parser.add_argument("--to", type=Path, default=HERE / "independence.csv", help="the table")
    asked = parser.parse_args()
    table = pd.DataFrame(simulate(asked.replicates, asked.draws))
    table.to_csv(asked.to, index=False)
    print(table.to_string(index=False))


if __name__ == "__main__":
    main()
