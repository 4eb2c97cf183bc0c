"""The ways to count a cross-tab that are compared, and the data that all of them start from.

A way is a function without arguments that returns the 20 × 10 cells; what makes it takes the
number of initiatives and prepares what may be prepared: data in memory, in the form that suits the
library best.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache

import numpy as np
import pandas as pd

import foip_analysis as foip

TOOLS, PLACES, REGIONS = (
    [f"{name}{i:02}" for i in range(size)]
    for name, size in (("tool", 20), ("place", 60), ("region", 10))
)

Way = Callable[[], np.ndarray]


@lru_cache(maxsize=1)
def make_dataset(size: int) -> foip.Dataset:
    """Return a dataset as ``load`` leaves it: some initiatives without a tool or place, some
    codings twice.
    """
    rng = np.random.default_rng(0)
    tools, places = rng.poisson(1.7, size), rng.poisson(2.3, size)
    each = tools + places
    initiative = np.repeat(np.arange(size, dtype=np.int32), each)
    is_place = np.arange(len(initiative)) - np.repeat(each.cumsum() - each, each) >= np.repeat(
        tools, each
    )
    code = np.where(
        is_place,
        20 + rng.integers(60, size=len(initiative)),
        rng.integers(20, size=len(initiative)),
    )
    rows = [("tool", tool, "") for tool in TOOLS] + [
        ("place", place, REGIONS[i % 10]) for i, place in enumerate(PLACES)
    ]
    codebook = pd.DataFrame(
        rows + [("region", region, "") for region in REGIONS],
        columns=["dimension", "code", "parent"],
    )
    codings = {
        "initiative_id": initiative,
        "dimension": pd.Categorical.from_codes(is_place.astype(np.int8), ["tool", "place"]),
        "code": pd.Categorical.from_codes(code.astype(np.int8), TOOLS + PLACES),
        "locator": pd.Categorical.from_codes(np.zeros(len(initiative), np.int8), ["text.1"]),
    }
    names = pd.Categorical.from_codes(np.zeros(size, np.int8), ["an initiative"])
    initiatives = pd.DataFrame(
        {
            "initiative_id": np.arange(size, dtype=np.int32),
            "name_en": names,
            "budget": rng.gamma(2, 5, size),
        }
    )
    codebook["label_en"] = codebook["code"].str.capitalize()
    dataset = foip.Dataset(
        initiatives, pd.DataFrame(codings), codebook, pd.DataFrame({"locator": ["text.1"]})
    )
    _ = dataset.index
    return dataset


@lru_cache(maxsize=1)
def make_frames(dataset: foip.Dataset) -> tuple[pd.DataFrame, pd.DataFrame]:
    """Return what the other ways start from: initiative × tool and initiative × region, one row a
    coding.
    """
    initiative, dimension, code = dataset.index
    place = dimension == dataset.dimensions.index("place")
    tools = pd.DataFrame(
        {
            "initiative": initiative[~place],
            "tool": pd.Categorical.from_codes(code[~place].astype(np.int8), TOOLS),
        }
    )
    regions = pd.Categorical.from_codes((code[place] % 10).astype(np.int8), REGIONS)
    return tools, pd.DataFrame({"initiative": initiative[place], "region": regions})


def ours(size: int, *, first: bool = True, **options) -> Way:
    dataset = make_dataset(size)
    if not first:
        foip.cross_tab(dataset, "tool", "region")

    def run() -> np.ndarray:
        if first:
            vars(dataset).pop("_members", None)  # so that only what load has made is there
        return foip.cross_tab(dataset, "tool", "region", **options).to_numpy()

    return run


def in_pandas(size: int, *, how: str) -> Way:
    dataset = make_dataset(size)
    (tools, regions), budget = make_frames(dataset), dataset.initiatives["budget"].to_numpy()

    def recipe(value: Callable | None = None) -> pd.DataFrame:
        pairs = tools.merge(regions, on="initiative").drop_duplicates()
        added = {"values": value(pairs), "aggfunc": "sum"} if value else {}
        return pd.crosstab(pairs["tool"], pairs["region"], **added)

    def nunique() -> pd.DataFrame:
        return (
            tools.merge(regions, on="initiative")
            .groupby(["tool", "region"], observed=False)["initiative"]
            .nunique()
            .unstack()
        )

    def grouped(value: Callable) -> pd.DataFrame:
        pairs = tools.drop_duplicates().merge(regions.drop_duplicates(), on="initiative")
        pairs["value"] = value(pairs)
        return pairs.groupby(["tool", "region"], observed=False)["value"].sum().unstack()

    def split(pairs: pd.DataFrame) -> pd.Series:
        return 1 / pairs.groupby("initiative")["tool"].transform("size")

    def weight(pairs: pd.DataFrame) -> pd.Series:
        return pd.Series(budget[pairs["initiative"]], index=pairs.index)

    ways = {
        "recipe": recipe,
        "grouped": lambda: grouped(lambda pairs: 1),
        "nunique": nunique,
        "fractional recipe": lambda: recipe(split),
        "fractional grouped": lambda: grouped(split),
        "weighted recipe": lambda: recipe(weight),
        "weighted grouped": lambda: grouped(weight),
    }
    return lambda: ways[how]().to_numpy()


def in_polars(size: int) -> Way:
    import polars as pl

    kinds = {"tool": pl.Enum(TOOLS), "region": pl.Enum(REGIONS)}
    tools, regions = (
        pl.DataFrame(
            {
                c: pl.Series(
                    f[c].astype(str).to_numpy() if c in kinds else f[c].to_numpy(),
                    dtype=kinds.get(c),
                )
                for c in f
            }
        )
        for f in make_frames(make_dataset(size))
    )

    def run() -> np.ndarray:
        pairs = tools.lazy().join(regions.lazy(), on="initiative")
        counts = pairs.group_by("tool", "region").agg(pl.col("initiative").n_unique()).collect()
        return _square(
            counts["tool"].to_physical().to_numpy(),
            counts["region"].to_physical().to_numpy(),
            counts["initiative"].to_numpy(),
        )

    return run


def in_duckdb(size: int) -> Way:
    import duckdb

    tools, regions = make_frames(make_dataset(size))
    tools, regions = (
        tools.assign(tool=tools["tool"].cat.codes),
        regions.assign(region=regions["region"].cat.codes),
    )  # quicker than ENUM
    base = duckdb.connect()
    base.register("t", tools).execute("CREATE TABLE tools AS FROM t").unregister("t")
    base.register("r", regions).execute("CREATE TABLE regions AS FROM r").unregister("r")
    query = """SELECT tool, region, count(*) AS n FROM (SELECT DISTINCT * FROM tools)
        JOIN (SELECT DISTINCT * FROM regions) USING (initiative) GROUP BY ALL"""

    def run() -> np.ndarray:
        counts = base.execute(query).fetchnumpy()
        return _square(counts["tool"], counts["region"], counts["n"])

    return run


def in_survy(size: int) -> Way:
    import polars as pl
    import survy

    sides = []
    for frame, name in zip(make_frames(make_dataset(size)), ("tool", "region"), strict=True):
        lists = pl.DataFrame(
            {"initiative": frame["initiative"].to_numpy(), name: frame[name].astype(str).to_numpy()}
        )
        lists = (
            lists.unique()
            .sort("initiative", name)
            .group_by("initiative", maintain_order=True)
            .agg(name)
        )
        everyone = pl.DataFrame({"initiative": np.arange(size, dtype=np.int32)})
        sides.append(
            survy.Variable(
                everyone.join(lists, on="initiative", how="left", maintain_order="left")[
                    name
                ].fill_null([])
            )
        )

    def run() -> np.ndarray:
        shown = survy.crosstab(column=sides[1], row=sides[0])[
            "Total"
        ]  # cells are strings: a count and letters of a test
        cells = shown.select(
            pl.col(c).str.extract(r"^(\d+)").cast(int) for c in sorted(shown.columns[1:])
        ).to_numpy()
        return cells[np.argsort(shown[:, 0].to_numpy())]

    return run


def _square(rows: np.ndarray, columns: np.ndarray, counts: np.ndarray) -> np.ndarray:
    cells = np.zeros((len(TOOLS), len(REGIONS)), np.int64)
    cells[rows, columns] = counts
    return cells


WAYS: dict[str, tuple[str, Callable[[int], Way]]] = {  # name → what it counts, how it is prepared
    "pandas: merge, drop_duplicates, crosstab": ("count", lambda n: in_pandas(n, how="recipe")),
    "pandas: drop_duplicates, merge, groupby": ("count", lambda n: in_pandas(n, how="grouped")),
    "pandas: merge, groupby().nunique": ("count", lambda n: in_pandas(n, how="nunique")),
    "polars: join, n_unique": ("count", in_polars),
    "DuckDB: distinct, join, count": ("count", in_duckdb),
    "survy: crosstab": ("count", in_survy),
    "ours, first": ("count", ours),
    "ours, each later": ("count", lambda n: ours(n, first=False)),
    "fractional, pandas: merge, drop_duplicates, crosstab": (
        "fractional",
        lambda n: in_pandas(n, how="fractional recipe"),
    ),
    "fractional, pandas: drop_duplicates, merge, groupby": (
        "fractional",
        lambda n: in_pandas(n, how="fractional grouped"),
    ),
    "fractional, ours, first": ("fractional", lambda n: ours(n, count="fractional")),
    "fractional, ours, each later": (
        "fractional",
        lambda n: ours(n, first=False, count="fractional"),
    ),
    "weighted, pandas: merge, drop_duplicates, crosstab": (
        "weighted",
        lambda n: in_pandas(n, how="weighted recipe"),
    ),
    "weighted, pandas: drop_duplicates, merge, groupby": (
        "weighted",
        lambda n: in_pandas(n, how="weighted grouped"),
    ),
    "weighted, ours, first": ("weighted", lambda n: ours(n, weight="budget")),
    "weighted, ours, each later": ("weighted", lambda n: ours(n, first=False, weight="budget")),
}
RECIPE = {
    kind: name
    for name, (kind, _) in reversed(WAYS.items())
    if "crosstab" in name and "pandas" in name
}
