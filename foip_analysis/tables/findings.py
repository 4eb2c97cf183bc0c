"""What a table says in one sentence, computed: titles, subtitles, feet and alternative texts."""

from __future__ import annotations

from collections.abc import Callable
from typing import Literal

import numpy as np
import pandas as pd

from foip_analysis.tables import gaps as contrasts
from foip_analysis.tables.about import about
from foip_analysis.tables.gaps import APART
from foip_analysis.tables.gaps import lower as _lower
from foip_analysis.words.numerals import percent, plain

MOST = 2  # so many leaders are named; more are counted
ENOUGH = 5  # a share of fewer is no finding, unless all are


def finding(table: pd.DataFrame) -> str:
    """Return the table's main finding: what leads, with its number and the base.

    Margins, "none stated" and "other" do not compete.

    Examples
    --------
    >>> import foip_analysis as foip
    >>> from foip_analysis.tables.findings import finding
    >>> finding(foip.count(foip.load(), "priority"))
    'Economic foundations is the most frequent priority area: 28 of 62 initiatives'
    """
    if about(table).finding is not None:  # its own words: see marks
        return about(table).made["finding"]
    attrs, japanese = about(table), about(table).lang == "ja"
    if attrs.kind in contrasts.KINDS:
        return contrasts.finding(table)
    cells = plotted(table)
    rows, columns = (
        attrs.dimension_labels.get(getattr(attrs, side)) for side in ("rows", "columns")
    )
    if not attrs.total:
        return "条件に合う取組はない" if japanese else "No initiative matches the selection"
    if attrs.kind == "layers":
        return _finding_of_layers(table)
    if _divided(table):
        return _finding_of_rows(table)
    best = np.nanmax(cells.to_numpy(float)) if cells.size and cells.notna().to_numpy().any() else 0
    if best == 0:
        return _nothing(rows, columns, japanese)
    stacked = cells.stack()
    leaders = list(stacked[_leading(stacked, best)].index)
    if columns is None:
        return _count_sentence(table, [row for row, _ in leaders], best)
    of = _on_bases(table, leaders)
    number = amount(table, best, each=len(leaders) > 1)
    named = _quoting(
        [label for pair in leaders[: 1 if len(leaders) > MOST else MOST] for label in pair]
    )
    pairs = [f"「{r}」×「{c}」" if japanese else f"{named(r)} × {named(c)}" for r, c in leaders]
    many, lead = len(pairs), "割合が最も高い" if attrs.question.share else "最も多い"
    if japanese:
        first = f"{pairs[0]}など{many}組" if many > MOST else "と".join(pairs)
        return f"{lead}組合せは{first}：{number}{of}"
    if many > MOST:
        return f"{pairs[0]} and {many - 1} more pairs lead with {number} each{of}"
    return (
        f"{' and '.join(pairs)} lead with {number} each{of}"
        if many > 1
        else f"{pairs[0]} leads with {number}{of}"
    )


def subtitle(table: pd.DataFrame) -> str:
    """Return what is counted, its base and the order, as a chart's subtitle."""
    if "subtitle" in about(table).made:
        return about(table).made["subtitle"]
    if about(table).kind in contrasts.KINDS:
        return contrasts.subtitle(table)
    attrs, options, japanese = about(table), about(table).question, about(table).lang == "ja"
    labels = [
        attrs.dimension_labels[d] for d in dict.fromkeys([attrs.rows, attrs.columns, attrs.by]) if d
    ]
    base = attrs.base if not isinstance(attrs.base, dict) else sum(attrs.base.values())
    selection = (
        f"（{attrs.selection}）"
        if japanese and attrs.selection
        else f" ({attrs.selection})"
        if attrs.selection
        else ""
    )
    by_size = options.order == "size"
    if japanese:
        measure = {
            "row": "、行ごとの割合",
            "column": "、列ごとの割合",
            "table": "、全体に対する割合",
        }.get(options.share, "の取組数")
        measure = measure.replace("割合", "組数の割合") if options.of == "pairs" else measure
        measure = f"の「{options.weight}」の合計" if options.weight else measure
        how = "按分" if options.count == "fractional" else "重複なし"
        counted = not isinstance(attrs.base, dict) and not options.weight
        known = f"、対象は{plain(attrs.total)}件中{plain(base)}件" if counted else ""
        return f"{'×'.join(labels)}別{measure}{selection}（{how}{known}、{'多い順' if by_size else 'コード順'}）"
    measure = {
        "row": "Row shares of initiatives",
        "column": "Column shares of initiatives",
        "table": "Shares of initiatives",
    }
    measure |= {
        side: text.replace("initiatives", "pairs")
        for side, text in measure.items()
        if options.of == "pairs"
    }
    head = (
        f"Sum of '{options.weight}'"
        if options.weight
        else measure.get(options.share, "Initiatives")
    )
    how = "split equally over codes" if options.count == "fractional" else "counted once each"
    known = (
        ""
        if isinstance(attrs.base, dict) or options.weight
        else f"; base {plain(base)} of {plain(attrs.total)}"
    )
    order = "largest first" if by_size else "codebook order"
    named = [_lower(label) for label in labels]
    by = " and ".join([", ".join(named[:-1]), named[-1]] if len(named) > 2 else named)
    return f"{head} by {by}{selection}, {how}{known}; {order}"


def headed(
    table: pd.DataFrame, side: Literal["rows", "columns"], *, between: str = ""
) -> list[str]:
    """Return the labels of the rows or columns; where shares are of these, each with its base: 'OSA (n=6)'.

    ``between`` stands before the brackets, such as a line break; a space in English and nothing in Japanese if left out.
    """
    labels, bases = (
        list(map(str, table.index if side == "rows" else table.columns)),
        _bases(table, side),
    )
    if not bases:
        return labels
    sign = "" if about(table).question.of == "pairs" or about(table).question.weight else "n="
    opens, closes = ("（", "）") if about(table).lang == "ja" else ("(", ")")
    between = between or ("" if about(table).lang == "ja" else " ")
    return [f"{label}{between}{opens}{sign}{plain(bases[label])}{closes}" for label in labels]


def foot(table: pd.DataFrame) -> str:
    """Return the source, the version and the note, as a chart's foot."""
    parts = [about(table).source, about(table).brief]
    return ("　" if about(table).lang == "ja" else " · ").join(part for part in parts if part)


def alternative(table: pd.DataFrame, title: str, told: str | None = None) -> str:
    """Return a text that stands for the picture: the finding, what is shown, and the largest values."""
    if about(table).kind in contrasts.KINDS:
        return contrasts.alternative(table, title)
    told = subtitle(table) if told is None else told
    japanese, values = about(table).lang == "ja", about(table).made.get("largest")
    if values is None:
        largest = (
            plotted(table).stack().dropna().sort_values(ascending=False, kind="stable").head(5)
        )
        values = [
            f"{' × '.join(str(k) for k in (key if about(table).columns else key[:-1]))} {shown(table, value)}"
            for key, value in largest.items()
        ]
    stop, lead, comma = ("。", "上位：", "、") if japanese else (". ", "Largest: ", ", ")
    return stop.join([title, told, lead + comma.join(values)])


def plotted(table: pd.DataFrame) -> pd.DataFrame:
    """Return the cells of a table that compete: without margins, none stated and other.

    In a table of a dimension by itself each pair competes once, and a code is no pair with itself; a
    share of fewer than ``ENOUGH`` competes only if all are: the other cells are not numbers.
    """
    cells = _competing(table)
    few = _few(table, cells)
    return cells if few is None or few[cells.notna().to_numpy(bool)].all() else cells.mask(few)


def _competing(table: pd.DataFrame) -> pd.DataFrame:
    attrs = about(table)
    if attrs.kind == "count":
        keep = [code not in APART for code in row_codes(table)]
        return table.loc[keep].iloc[:, :1]
    columns = [code not in APART for code in column_codes(table)]
    rows = [code not in APART for code in line_codes(table)]
    cells = table.loc[rows, columns]
    if attrs.rows == attrs.columns:
        order = {label: n for n, label in enumerate(cells.columns)}
        pairs = np.subtract.outer(
            [order.get(label, -1) for label in cells.index.get_level_values(-1)],
            np.arange(cells.shape[1]),
        )
        sided = attrs.kind != "layers" and attrs.question.share in ("row", "column")
        cells = cells.where(pairs != 0 if sided else pairs < 0)
    return cells


def row_codes(table: pd.DataFrame) -> list[str]:
    """Return the code of each row; refuse a table whose rows were changed after it was made."""
    return _codes(
        table.index.get_level_values(-1).unique(),
        about(table).row_codes,
        about(table).row_labels,
        "rows",
    )


def line_codes(table: pd.DataFrame) -> list[str]:
    """Return the code of each line; in a table with layers every layer has the lines of all rows."""
    labels = table.index.get_level_values(-1)
    known = dict(zip(labels.unique(), row_codes(table), strict=True))
    return [known[label] for label in labels]


def column_codes(table: pd.DataFrame) -> list[str]:
    """Return the code of each column; refuse a table whose columns were changed after it was made."""
    return _codes(table.columns, about(table).column_codes, about(table).column_labels, "columns")


def amount(table: pd.DataFrame, value: float, *, each: bool = False) -> str:
    """Return a value with its base in words: '12 of 53 initiatives', '53件中12件', '40%'; in Japanese ``each`` says 各."""
    attrs, options, japanese = about(table), about(table).question, about(table).lang == "ja"
    apiece = "各" if each else ""
    if options.share:
        side = {"row": "行", "column": "列", "table": "全体"}[options.share]
        return (
            f"{apiece}{side}の{percent(value)}"
            if japanese
            else f"{percent(value)} of the {options.share}"
        )
    if options.weight:
        return f"{options.weight} {apiece if japanese else ''}{plain(value)}"
    base = plain(attrs.base if not isinstance(attrs.base, dict) else attrs.total)
    return (
        f"{base}件中{apiece}{plain(value)}件"
        if japanese
        else f"{plain(value)} of {base} initiatives"
    )


def shown(table: pd.DataFrame, value: float) -> str:
    """Return a value as a chart prints it: a count, a percentage, or one decimal."""
    if pd.isna(value):
        return ""
    if about(table).question.share:
        return percent(value)
    return plain(value)


def _codes(labels: pd.Index, codes: list[str], known: list[str] | None, side: str) -> list[str]:
    by_label = dict(zip(known or [], codes, strict=False))
    missing = [str(label) for label in labels if label not in by_label]
    if missing:
        raise ValueError(
            f"The {side} {', '.join(missing)} are not those that the table was made with. Choose codes with codes= instead of renaming."
        )
    return [by_label[label] for label in labels]


def _leading(values: pd.Series, best: float) -> np.ndarray:
    """Return which values are the best one, but for the dust of adding fractions."""
    return np.isclose(values.to_numpy(float), best, rtol=0, atol=1e-9)


def _bases(table: pd.DataFrame, side: str, layer: str | None = None) -> dict[str, float]:
    """Return label → base of the lines that the shares are of; nothing if they are of others."""
    itself = about(table)
    bases = itself.bases
    bases = bases.get(layer) if isinstance(bases, dict) else bases
    if not bases or side != f"{about(table).question.share}s":
        return {}
    return dict(
        zip(
            map(str, itself.row_labels if side == "rows" else itself.column_labels),
            bases,
            strict=True,
        )
    )


def _few(table: pd.DataFrame, cells: pd.DataFrame) -> np.ndarray | None:
    """Return which cells are shares of too few to be a finding, by row and column; None if shares are of no such base."""
    if (
        about(table).question.share not in ("row", "column")
        or not about(table).bases
        or about(table).question.weight
    ):
        return None
    few = [
        [_base(table, (*_key(row), column)) < ENOUGH for column in cells.columns]
        for row in cells.index
    ]
    return np.array(few, bool).reshape(cells.shape)


def _key(row) -> tuple:
    return row if isinstance(row, tuple) else (row,)


def _base(table: pd.DataFrame, cell: tuple) -> float | None:
    """Return what a cell, (layer,) row and column, is a share of; None if it is of the whole table."""
    *layer, row, column = cell
    code = about(table).layer_codes[about(table).layer_labels.index(layer[0])] if layer else None
    return next(
        (
            bases[str(label)]
            for side, label in (("rows", row), ("columns", column))
            if (bases := _bases(table, side, code))
        ),
        None,
    )


def _on_bases(table: pd.DataFrame, leaders: list[tuple]) -> str:
    """Return what the shares of some cells are of, in brackets; nothing if the subtitle says it for all."""
    found = [base for cell in leaders if (base := _base(table, cell)) is not None]
    if not found:
        return ""
    low, high = plain(min(found)), plain(max(found))
    japanese = about(table).lang == "ja"
    told = low if low == high else f"{low}〜{high}" if japanese else f"{low} to {high}"
    unit = (
        ""
        if about(table).question.weight
        else "組"
        if about(table).question.of == "pairs"
        else "件"
    )
    cells = _competing(table)
    few = _few(table, cells)
    left = f"、{ENOUGH}{unit}未満は除く" if japanese else f"; bases under {ENOUGH} left out"
    left = (
        left
        if few is not None and min(found) >= ENOUGH and few[cells.notna().to_numpy(bool)].any()
        else ""
    )
    return f"（対象{told}{unit}{left}）" if japanese else f" (base {told}{left})"


def _quoting(labels: list[str]) -> Callable[[str], str]:
    """Return what writes labels into an English sentence: all in quotes, if an 'and' in one could be the sentence's own."""
    quoted = any(" and " in str(label) for label in labels)
    return lambda label: f"“{label}”" if quoted else str(label)


def _nothing(rows: str, columns: str | None, japanese: bool) -> str:
    if rows == columns:
        return (
            f"「{rows}」のコードを2つ持つ取組はない"
            if japanese
            else f"No initiative has two codes of {_lower(rows)}"
        )
    having = [label for label in (rows, columns) if label]
    return (
        f"「{'」と「'.join(having)}」を併せ持つ取組はない"
        if japanese
        else f"No initiative has {' and '.join(map(_lower, having))}"
    )


def _divided(table: pd.DataFrame) -> bool:
    """Whether the columns divide each row's initiatives, none left out, so that a row is a number of its own."""
    attrs, options = about(table), about(table).question
    if attrs.kind != "cross_tab" or attrs.rows == attrs.columns or options.share or options.weight:
        return False
    chosen = isinstance(options.codes, dict) and attrs.columns in options.codes
    if chosen or column_codes(table) != attrs.column_codes:
        return False
    return options.count == "initiatives" and attrs.codes_per_initiative[attrs.columns] == "one"


def _finding_of_rows(table: pd.DataFrame) -> str:
    """Return which row has most initiatives, and under which column most of them are."""
    attrs, japanese = about(table), about(table).lang == "ja"
    columns = [code != "all" for code in column_codes(table)]
    totals = table.loc[[code not in APART for code in row_codes(table)], columns].sum(axis=1)
    best = totals.max() if len(totals) else 0
    if not best or pd.isna(best):
        return _nothing(
            *(attrs.dimension_labels[getattr(attrs, side)] for side in ("rows", "columns")),
            japanese,
        )
    names = list(totals.index[totals == best])
    parts = plotted(table).loc[names[0]]
    most = parts.max()
    under = list(parts.index[parts == most])
    if len(names) > 1 or len(under) > MOST or pd.isna(most):
        return _count_sentence(table, names, best)
    sentence, named = _count_sentence(table, names, best, under), _quoting([*names, *under])
    if most == best:
        return (
            f"{sentence}、すべて「{under[0]}」"
            if japanese
            else f"{sentence}, all under {named(under[0])}"
        )
    if japanese:
        return f"{sentence}、うち「{'」と「'.join(under)}」が{'各' if len(under) > 1 else ''}{plain(most)}件"
    each = "each under" if len(under) > 1 else "of them under"
    return f"{sentence}, {plain(most)} {each} {' and '.join(map(named, under))}"


def _count_sentence(
    table: pd.DataFrame, names: list[str], best: float, beside: list[str] = ()
) -> str:
    japanese, dimension = (
        about(table).lang == "ja",
        about(table).dimension_labels[about(table).rows],
    )
    number = amount(table, best)
    if len(names) > MOST:
        many = len(names)
        return (
            f"「{dimension}」は{many}つが{number}で並ぶ"
            if japanese
            else f"{many} codes of {_lower(dimension)} share the lead with {number} each"
        )
    if japanese:
        return f"最も多い{dimension}は「{'」と「'.join(names)}」：{amount(table, best, each=len(names) > 1)}"
    verb, named = (
        "are the most frequent" if len(names) > 1 else "is the most frequent",
        _quoting([*names, *beside]),
    )
    return f"{' and '.join(map(named, names))} {verb} {_lower(dimension)}: {number}{' each' if len(names) > 1 else ''}"


def _finding_of_layers(table: pd.DataFrame) -> str:
    attrs, japanese, cells = about(table), about(table).lang == "ja", plotted(table).stack()
    best = cells.max() if len(cells) else 0
    if not best or pd.isna(best):
        return "該当する取組はない" if japanese else "No initiative is in any cell"
    leaders = cells.index[_leading(cells, best)]
    (layer, row, column), more, value = leaders[0], len(leaders) - 1, shown(table, best)
    of, lead = (
        _on_bases(table, list(leaders)),
        "割合が最も高い" if attrs.question.share else "最も多い",
    )
    counted = not attrs.question.share and not attrs.question.weight
    if japanese:
        many = f"など{more + 1}組：各" if more else "："
        return (
            f"{lead}のは{layer}の「{row}」×「{column}」{many}{value}{'件' if counted else ''}{of}"
        )
    value += " initiatives" if counted else ""
    named = _quoting([row, column, layer])
    pair = f"{named(row)} × {named(column)} under {named(layer)}"
    if more:
        return f"{pair} and {more} more pairs lead with {value} each{of}"
    return f"{pair} leads with {value}{of}"
