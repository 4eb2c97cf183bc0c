"""Where the published data and the two blind codings shipped beside it differ, and what came of it.

``python -m foip_analysis.shipped.reliability`` writes ``data/reliability/differences.csv`` anew,
after the data has changed; reasons written there by hand are kept with their rows.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import cache

import pandas as pd

from foip_analysis.dataset.dataset import Dataset
from foip_analysis.dataset.loading import load
from foip_analysis.dataset.paths import data_folder
from foip_analysis.files.whole import write_whole
from foip_analysis.tables.matching import match, same, units_of

FIRST = "former/1.0.0"  # what was published before the two codings were seen
CODERS = ("b", "c")
KEY = ["initiative_id", "dimension", "code"]
YES = "x"
CHANGED = {YES: "added", "": "dropped"}
Decision = tuple[str, str, str]  # initiative, dimension, code


def differences() -> pd.DataFrame:
    """Return every decision that not all have: data 1.0.0, the codings B and C, the data now.

    Returns
    -------
    pandas.DataFrame
        One row a decision (``initiative_id``, ``dimension``, ``code``); ``data_1.0.0``, ``b``,
        ``c`` and ``published`` have an ``x`` where it was made; ``outcome`` is ``kept`` or, since
        1.0.0, ``added`` or ``dropped``; ``agrees_with`` tells whose way the published data has:
        ``both``, ``b``, ``c`` or ``neither``; ``reason`` is in words. An initiative that only a
        coder has is one row, under its id and with ``initiative`` as the dimension.

    Examples
    --------
    >>> import foip_analysis.shipped.reliability as reliability
    >>> reliability.differences()["outcome"].isin(["kept", "added", "dropped"]).all()
    np.True_
    """
    folder = data_folder()
    published = load()
    codings = {"data_1.0.0": load(folder / FIRST)}
    codings |= {coder: load(folder / "reliability" / coder) for coder in CODERS}
    made = {name: _decisions(each, published) for name, each in codings.items()}
    made["published"] = _decisions(published, published)
    decisions = list(made.values())
    every, shared = set.union(*decisions), set[Decision].intersection(*decisions)
    rows = [
        {
            **dict(zip(KEY, decision, strict=True)),
            **{name: YES if decision in has else "" for name, has in made.items()},
        }
        for decision in sorted(every - shared, key=_order(published))
    ]
    table = pd.DataFrame(rows, columns=[*KEY, *made], dtype=object)
    table["outcome"] = [
        "kept" if row["published"] == row["data_1.0.0"] else CHANGED[row["published"]]
        for row in rows
    ]
    table["agrees_with"] = [
        {0: "neither", 2: "both"}.get(len(alike), "".join(alike))
        for row in rows
        for alike in [[coder for coder in CODERS if row[coder] == row["published"]]]
    ]
    path = folder / "reliability" / "differences.csv"
    if not path.is_file():
        return table.assign(reason="")
    known = pd.read_csv(path, dtype=str, keep_default_na=False).set_index(KEY)["reason"].to_dict()
    return table.assign(reason=[known.get(tuple(row[k] for k in KEY), "") for row in rows])


@cache
def coders_alike() -> tuple[int, int]:
    """Return how many initiatives the two blind codings both have, and how many of these they gave
    the same codes throughout.

    Examples
    --------
    >>> from foip_analysis.shipped.reliability import coders_alike
    >>> both, alike = coders_alike()
    >>> 0 < alike <= both
    True
    """
    folder, published = data_folder() / "reliability", load()
    one, other = (_decisions(load(folder / coder), published) for coder in CODERS)
    found, too = (
        {i for i, dimension, _ in made if dimension != "initiative"} for made in (one, other)
    )
    both = found & too
    return len(both), len(both - {initiative for initiative, *_ in one ^ other})


def _decisions(dataset: Dataset, published: Dataset) -> set[Decision]:
    """Return a dataset's decisions, under the published ids and codes."""
    own, theirs = (each.initiatives["initiative_id"] for each in (dataset, published))
    ids = {own[here]: theirs[there] for here, there in match(dataset, published)}
    book = published.codebook
    codes = {(d, same(c)): c for d, c in zip(book["dimension"], book["code"], strict=True)}
    made = {
        (ids[initiative], dimension, codes.get((dimension, same(code)), code))
        for initiative, dimension, code in dataset.codings[KEY].itertuples(index=False)
        if initiative in ids
    }
    alone = [n for n, initiative in enumerate(own) if initiative not in ids]
    units = units_of(dataset)
    return made | {(own[n], "initiative", " ".join(sorted(units[n]))) for n in alone}


def _order(published: Dataset) -> Callable[[Decision], tuple[int, int, str]]:
    """Return what sorts decisions: published initiatives first, dimensions as in the codebook."""
    ids = {each: n for n, each in enumerate(published.initiatives["initiative_id"])}
    dimensions = {each: n for n, each in enumerate(published.dimensions)}
    return lambda row: (ids.get(row[0], len(ids)), dimensions.get(row[1], 0), row[2])


def main() -> None:
    """Write ``differences.csv``."""
    data = differences().to_csv(index=False, lineterminator="\n").encode()
    write_whole(data_folder() / "reliability" / "differences.csv", data)


if __name__ == "__main__":
    main()
