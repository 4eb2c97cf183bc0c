"""Where the published data and the two blind codings shipped beside it differ, and what came of it.

``python -m foip_analysis.cli.differences`` writes ``data/reliability/differences.csv`` anew, after
the data has changed; reasons written there by hand are kept with their rows.
"""

from __future__ import annotations

from collections.abc import Callable

import pandas as pd

from foip_analysis.dataset.dataset import Dataset
from foip_analysis.dataset.loading import load
from foip_analysis.dataset.paths import data_folder
from foip_analysis.files.whole import write_whole
from foip_analysis.shipped.reliability import CODERS, DECISION, Decision, decisions_of

FORMER = "former/1.0.0"  # what was published before the two codings were seen
YES = "x"
CHANGED = {YES: "added", "": "dropped"}


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
    >>> from foip_analysis.cli.differences import differences
    >>> differences()["outcome"].isin(["kept", "added", "dropped"]).all()
    np.True_
    """
    folder = data_folder()
    published = load()
    codings = {"data_1.0.0": load(folder / FORMER)}
    codings |= {coder: load(folder / "reliability" / coder) for coder in CODERS}
    made = {name: decisions_of(each, published) for name, each in codings.items()}
    made["published"] = decisions_of(published, published)
    decisions = list(made.values())
    every, shared = set.union(*decisions), set[Decision].intersection(*decisions)
    rows = [
        {
            **dict(zip(DECISION, decision, strict=True)),
            **{name: YES if decision in has else "" for name, has in made.items()},
        }
        for decision in sorted(every - shared, key=_order(published))
    ]
    table = pd.DataFrame(rows, columns=[*DECISION, *made], dtype=object)
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
    known = (
        pd.read_csv(path, dtype=str, keep_default_na=False).set_index(DECISION)["reason"].to_dict()
    )
    return table.assign(reason=[known.get(tuple(row[k] for k in DECISION), "") for row in rows])


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
