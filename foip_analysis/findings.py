"""What a table says in one sentence, computed: titles, subtitles, feet and alternative texts."""

from __future__ import annotations

import numpy as np
import pandas as pd

from foip_analysis import contrasts
from foip_analysis.contrasts import APART
from foip_analysis.contrasts import lower as _lower

MOST = 2  # so many leaders are named; more are counted


def finding(table: pd.DataFrame) -> str:
    """Return the table's main finding: what leads, with its number and the base.

    Margins, "none stated" and "other" do not compete.

    Examples
    --------
    >>> import foip_analysis as foip
    >>> from foip_analysis.findings import finding
    >>> finding(foip.count(foip.load(), "priority"))
    'Economic foundations is the most frequent priority area: 28 of 62 initiatives'
    """
    if "finding" in table.attrs:  # its own words: see marks
        return table.attrs["finding"]
    attrs, japanese = table.attrs, table.attrs["lang"] == "ja"
    if attrs["kind"] in contrasts.KINDS:
        return contrasts.finding(table)
    cells = plotted(table)
    rows, columns = (attrs["dimension_labels"].get(attrs[side]) for side in ("rows", "columns"))
    if attrs["kind"] == "layers":
        return _finding_of_layers(table)
    if _divided(table):
        return _finding_of_rows(table)
    best = np.nanmax(cells.to_numpy(float)) if cells.size and cells.notna().to_numpy().any() else 0
    if best == 0:
        return _nothing(rows, columns, japanese)
    stacked = cells.stack()
    leaders = list(stacked[stacked == best].index)
    number, each = amount(table, best), amount(table, best, each=True)
    if columns is None:
        return _count_sentence(table, [row for row, _ in leaders], best)
    pairs = [f"「{r}」×「{c}」" if japanese else f"{r} × {c}" for r, c in leaders]
    if len(pairs) > MOST:
        more = len(pairs) - 1
        return (
            f"{pairs[0]}など{more + 1}の組合せが最多：{each}" if japanese else f"{pairs[0]} and {more} more pairs lead with {number} each"
        )
    if japanese:
        return f"最も多い組合せは{'と'.join(pairs)}：{each if len(pairs) > 1 else number}"
    return f"{' and '.join(pairs)} lead with {number} each" if len(pairs) > 1 else f"{pairs[0]} leads with {number}"


def subtitle(table: pd.DataFrame) -> str:
    """Return what is counted, its base and the order, as a chart's subtitle."""
    if "subtitle" in table.attrs:
        return table.attrs["subtitle"]
    if table.attrs["kind"] in contrasts.KINDS:
        return contrasts.subtitle(table)
    attrs, options, japanese = table.attrs, table.attrs["options"], table.attrs["lang"] == "ja"
    labels = [attrs["dimension_labels"][d] for d in dict.fromkeys([attrs["rows"], attrs["columns"], attrs.get("by")]) if d]
    base = attrs["base"] if not isinstance(attrs["base"], dict) else sum(attrs["base"].values())
    selection = f"（{attrs['selection']}）" if japanese and attrs["selection"] else f" ({attrs['selection']})" if attrs["selection"] else ""
    by_size = options["order"] == "size"
    if japanese:
        measure = {"row": "行の割合", "column": "列の割合", "table": "全体に対する割合"}.get(options.get("share"), "取組数")
        measure = f"「{options['weight']}」の合計" if options["weight"] else measure
        how = "按分" if options["count"] == "fractional" else "重複なし"
        counted = not isinstance(attrs["base"], dict) and not options["weight"]
        known = f"、対象 {_told(attrs['total'])}件中{_told(base)}件" if counted else ""
        return f"{'×'.join(labels)}別の{measure}{selection}（{how}{known}、{'多い順' if by_size else 'コード順'}）"
    measure = {"row": "Row shares of initiatives", "column": "Column shares of initiatives", "table": "Shares of initiatives"}
    head = f"Sum of '{options['weight']}'" if options["weight"] else measure.get(options.get("share"), "Initiatives")
    how = "split equally over codes" if options["count"] == "fractional" else "counted once each"
    known = "" if isinstance(attrs["base"], dict) or options["weight"] else f"; base {_told(base)} of {_told(attrs['total'])}"
    order = "largest first" if by_size else "codebook order"
    named = [_lower(label) for label in labels]
    by = " and ".join([", ".join(named[:-1]), named[-1]] if len(named) > 2 else named)
    return f"{head} by {by}{selection}, {how}{known}; {order}"


def foot(table: pd.DataFrame) -> str:
    """Return the source, the version and the note, as a chart's foot."""
    parts = [table.attrs["source"], table.attrs.get("brief", table.attrs["note"])]
    return ("　" if table.attrs["lang"] == "ja" else " · ").join(part for part in parts if part)


def alternative(table: pd.DataFrame, title: str, told: str | None = None) -> str:
    """Return a text that stands for the picture: the finding, what is shown, and the largest values."""
    if table.attrs["kind"] in contrasts.KINDS:
        return contrasts.alternative(table, title)
    told = subtitle(table) if told is None else told
    japanese, values = table.attrs["lang"] == "ja", table.attrs.get("largest")
    if values is None:
        largest = plotted(table).stack().dropna().sort_values(ascending=False, kind="stable").head(5)
        values = [
            f"{' × '.join(str(k) for k in (key if table.attrs['columns'] else key[:-1]))} {shown(table, value)}"
            for key, value in largest.items()
        ]
    stop, lead, comma = ("。", "上位：", "、") if japanese else (". ", "Largest: ", ", ")
    return stop.join([title, told, lead + comma.join(values)])


def plotted(table: pd.DataFrame) -> pd.DataFrame:
    """Return the cells of a table that compete: without margins, none stated and other.

    In a table of a dimension by itself each pair competes once, and a code is no pair with itself:
    the other cells are not numbers.
    """
    attrs = table.attrs
    if attrs["kind"] == "count":
        keep = [code not in APART for code in row_codes(table)]
        return table.loc[keep].iloc[:, :1]
    columns = [code not in APART for code in column_codes(table)]
    rows = [code not in APART for code in line_codes(table)]
    cells = table.loc[rows, columns]
    if attrs["kind"] == "layers":
        return cells
    if attrs["rows"] == attrs["columns"]:
        pairs = np.subtract.outer(np.arange(len(cells)), np.arange(cells.shape[1]))
        return cells.where(pairs != 0 if attrs["options"].get("share") in ("row", "column") else pairs < 0)
    return cells


def row_codes(table: pd.DataFrame) -> list[str]:
    """Return the code of each row; refuse a table whose rows were changed after it was made."""
    return _codes(table.index.get_level_values(-1).unique(), table.attrs["row_codes"], table.attrs.get("row_labels"), "rows")


def line_codes(table: pd.DataFrame) -> list[str]:
    """Return the code of each line; in a table with layers every layer has the lines of all rows."""
    labels = table.index.get_level_values(-1)
    known = dict(zip(labels.unique(), row_codes(table), strict=True))
    return [known[label] for label in labels]


def column_codes(table: pd.DataFrame) -> list[str]:
    """Return the code of each column; refuse a table whose columns were changed after it was made."""
    return _codes(table.columns, table.attrs["column_codes"], table.attrs.get("column_labels"), "columns")


def amount(table: pd.DataFrame, value: float, *, each: bool = False) -> str:
    """Return a value with its base in words: '12 of 53 initiatives', '53件中12件', '40%'; in Japanese ``each`` says 各."""
    attrs, options, japanese = table.attrs, table.attrs["options"], table.attrs["lang"] == "ja"
    apiece = "各" if each else ""
    if options.get("share"):
        side = {"row": "行", "column": "列", "table": "全体"}[options["share"]]
        return f"{apiece}{side}の{value:.0%}" if japanese else f"{value:.0%} of the {options['share']}"
    if options["weight"]:
        return f"{options['weight']} {apiece if japanese else ''}{_told(value)}"
    base = _told(attrs["base"] if not isinstance(attrs["base"], dict) else attrs["total"])
    return f"{base}件中{apiece}{_told(value)}件" if japanese else f"{_told(value)} of {base} initiatives"


def shown(table: pd.DataFrame, value: float) -> str:
    """Return a value as a chart prints it: a count, a percentage, or one decimal."""
    if pd.isna(value):
        return ""
    if table.attrs["options"].get("share"):
        return f"{value:.0%}"
    return f"{value:.0f}" if float(value).is_integer() else f"{value:.1f}"


def _codes(labels: pd.Index, codes: list[str], known: list[str] | None, side: str) -> list[str]:
    by_label = dict(zip(known or [], codes, strict=False))
    missing = [str(label) for label in labels if label not in by_label]
    if missing:
        raise ValueError(
            f"The {side} {', '.join(missing)} are not those that the table was made with. Choose codes with codes= instead of renaming."
        )
    return [by_label[label] for label in labels]


def _told(value: float) -> str:
    """Return a number as a sentence has it: 62, 5.2, 1,000,000."""
    return f"{value:,.0f}" if float(value).is_integer() else f"{value:,.1f}"


def _nothing(rows: str, columns: str | None, japanese: bool) -> str:
    if rows == columns:
        return f"「{rows}」のコードを2つ持つ取組はない" if japanese else f"No initiative has two codes of {_lower(rows)}"
    having = [label for label in (rows, columns) if label]
    return f"「{'」と「'.join(having)}」を併せ持つ取組はない" if japanese else f"No initiative has {' and '.join(map(_lower, having))}"


def _divided(table: pd.DataFrame) -> bool:
    """Whether the columns divide each row's initiatives, none left out, so that a row is a number of its own."""
    attrs, options = table.attrs, table.attrs["options"]
    if attrs["kind"] != "cross_tab" or attrs["rows"] == attrs["columns"] or options.get("share") or options["weight"]:
        return False
    chosen = isinstance(options.get("codes"), dict) and attrs["columns"] in options["codes"]
    if chosen or column_codes(table) != attrs["column_codes"]:
        return False
    return options["count"] == "initiatives" and attrs["codes_per_initiative"][attrs["columns"]] == "one"


def _finding_of_rows(table: pd.DataFrame) -> str:
    """Return which row has most initiatives, and under which column most of them are."""
    attrs, japanese = table.attrs, table.attrs["lang"] == "ja"
    columns = [code != "all" for code in column_codes(table)]
    totals = table.loc[[code not in APART for code in row_codes(table)], columns].sum(axis=1)
    best = totals.max() if len(totals) else 0
    if not best or pd.isna(best):
        return _nothing(*(attrs["dimension_labels"][attrs[side]] for side in ("rows", "columns")), japanese)
    names = list(totals.index[totals == best])
    sentence = _count_sentence(table, names, best)
    parts = plotted(table).loc[names[0]]
    most = parts.max()
    under = list(parts.index[parts == most])
    if len(names) > 1 or len(under) > MOST or pd.isna(most):
        return sentence
    if most == best:
        return f"{sentence}、すべて「{under[0]}」" if japanese else f"{sentence}, all under {under[0]}"
    if japanese:
        return f"{sentence}、うち「{'」と「'.join(under)}」が{'各' if len(under) > 1 else ''}{_told(most)}件"
    each = "each under" if len(under) > 1 else "of them under"
    return f"{sentence}, {_told(most)} {each} {' and '.join(under)}"


def _count_sentence(table: pd.DataFrame, names: list[str], best: float) -> str:
    japanese, dimension = table.attrs["lang"] == "ja", table.attrs["dimension_labels"][table.attrs["rows"]]
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
    verb = "are the most frequent" if len(names) > 1 else "is the most frequent"
    return f"{' and '.join(names)} {verb} {_lower(dimension)}: {number}{' each' if len(names) > 1 else ''}"


def _finding_of_layers(table: pd.DataFrame) -> str:
    attrs, japanese, cells = table.attrs, table.attrs["lang"] == "ja", plotted(table).stack()
    if attrs["rows"] == attrs["columns"]:  # a code is no pair with itself, and each pair is one
        order = {label: n for n, label in enumerate(table.columns)}
        cells = cells[[order[row] < order[column] for _, row, column in cells.index]]
    best = cells.max() if len(cells) else 0
    if not best or pd.isna(best):
        return "該当する取組はない" if japanese else "No initiative is in any cell"
    leaders = cells.index[cells == best]
    (layer, row, column), more, value = leaders[0], len(leaders) - 1, shown(table, best)
    counted = not attrs["options"].get("share") and not attrs["options"]["weight"]
    if japanese:
        many = f"など{more + 1}組：各" if more else "："
        return f"最も多いのは{layer}の「{row}」×「{column}」{many}{value}" + ("件" if counted else "")
    value += " initiatives" if counted else ""
    if more:
        return f"{row} × {column} under {layer} and {more} more pairs lead with {value} each"
    return f"The most frequent pair is {row} × {column} under {layer}: {value}"
