"""What ranges and tests of association say in a sentence: tables whose numbers are differences.

A count's finding is its largest number. Here the finding is the widest gap between two ways of
counting, or how many pairs of codes stand out from independence. ``findings`` asks this module for
the tables of these kinds.
"""

from __future__ import annotations

import numpy as np
import pandas as pd

from foip_analysis.tables.about import About, about
from foip_analysis.words.numerals import fixed, percent, plain

KINDS = ("range", "association")
APART = ("all", "none", "other")  # lines that do not compete
MOST = 2  # so many leaders are named; more are counted

TEXT = {
    "en": {
        "stated 0": "No count of {rows} rests on inference",
        "stated 1": "{0[0]} depends most on inference: {0[1]} stated of {0[2]}",
        "stated 2": "{0[0]} and {1[0]} depend most on inference: {0[1]} stated of {0[2]}, and {1[1]} of {1[2]}",
        "stated more": "{0[0]} and {more} more depend most on inference: {gap} inferred each",
        "moved": "{0[0]} differs most between stated and all codings: {0[1]} and {0[2]}",
        "counting 0": "Splitting initiatives over their codes changes no count of {rows}",
        "counting 1": "{0[0]} shrinks most when initiatives are split over their codes: {0[1]} in full, {0[2]} split",
        "counting 2": "{0[0]} and {1[0]} shrink most when initiatives are split over their codes: by {gap} each",
        "counting more": "{0[0]} and {more} more shrink most when initiatives are split over their codes: by {gap} each",
        "left out": "Leaving any one initiative out moves no share by more than {gap} points",
        "where": "; {0} moves most",
        "inference": "Initiatives by {by}{selection}, stated codings against all codings",
        "counting": "Initiatives by {by}{selection}, full against fractional counting",
        "one_out": "Shares of initiatives by {by}{selection}, and how far leaving any one out moves them",
        "base": "; base {bases} of {total}",
        "order": "; {0}",
        "codebook": "codebook order",
        "size": "largest first",
        "and": " and ",
        "passing none": "No pair of {rows} and {columns} stands out after correction; {p}",
        "passing 0": "{passing} of {cells} pairs stand out after correction; {p}",
        "passing 1": "1 of {cells} pairs stands out after correction: {0}; {p}",
        "passing 2": "2 of {cells} pairs stand out after correction: {0} and {1}; {p}",
        "passing more": "{passing} of {cells} pairs stand out after correction, {0} most; {p}",
        "names": {
            "bootstrap": "bootstrap",
            "rao_scott": "Rao–Scott",
            "chi_square": "χ²",
            "bonferroni": "Bonferroni",
        },
        "p": "p ({0}) {1}",
        "residual": "Signed root of each pair's χ², the distance from independence of {by}{selection}; base {base} of {total}",
        "cell": "{0} × {1}",
        "largest": "Farthest from independence: ",
        "widest": "Widest: ",
        "stop": ". ",
        "comma": ", ",
    },
    "ja": {
        "stated 0": "「{rows}」に推定によるコードはない",
        "stated 1": "推定に最も依存するのは「{0[0]}」：{0[2]}件中、明記は{0[1]}件",
        "stated 2": "推定に最も依存するのは「{0[0]}」と「{1[0]}」：明記は{0[2]}件中{0[1]}件、{1[2]}件中{1[1]}件",
        "stated more": "推定に最も依存するのは「{0[0]}」など{count}つ：推定は各{gap}件",
        "moved": "明記のみとすべての差が最も大きいのは「{0[0]}」：{0[1]}と{0[2]}",
        "counting 0": "按分しても「{rows}」の件数は変わらない",
        "counting 1": "按分で最も小さくなるのは「{0[0]}」：全数{0[1]}、按分{0[2]}",
        "counting 2": "按分で最も小さくなるのは「{0[0]}」と「{1[0]}」：差は各{gap}",
        "counting more": "按分で最も小さくなるのは「{0[0]}」など{count}つ：差は各{gap}",
        "left out": "どの1件を除いても、割合の変化は{gap}ポイント以内",
        "where": "（最大は「{0}」）",
        "inference": "{by}別の取組数{selection}：明記のみと全コード",
        "counting": "{by}別の取組数{selection}：全数と按分",
        "one_out": "{by}別の取組の割合{selection}と、任意の1件を除いたときの変化の幅",
        "base": "（対象は{total}件中{bases}件）",
        "order": "、{0}",
        "codebook": "コード順",
        "size": "多い順",
        "and": "と",
        "passing none": "{rows}と{columns}に、補正後に際立つ組合せはない：{p}",
        "passing 0": "補正後に際立つ組合せは{cells}組中{passing}組：{p}",
        "passing 1": "補正後に際立つ組合せは{cells}組中1組、{0}：{p}",
        "passing 2": "補正後に際立つ組合せは{cells}組中2組、{0}と{1}：{p}",
        "passing more": "補正後に際立つ組合せは{cells}組中{passing}組、最も強いのは{0}：{p}",
        "names": {
            "bootstrap": "ブートストラップ",
            "rao_scott": "ラオ・スコット",
            "chi_square": "χ²",
            "bonferroni": "ボンフェローニ",
        },
        "p": "p値（{0}）{1}",
        "residual": "組合せごとのχ²の符号付き平方根：{by}が独立な場合からの隔たり{selection}（対象は{total}件中{base}件）",
        "cell": "{0}×{1}",
        "largest": "独立から最も遠い組合せ：",
        "widest": "幅の大きい順：",
        "stop": "。",
        "comma": "、",
    },
}


def finding(table: pd.DataFrame) -> str:
    """Return the main finding of a range or of the residuals of an association.

    Examples
    --------
    >>> import foip_analysis as foip
    >>> from foip_analysis.tables.gaps import finding
    >>> finding(foip.sensitivity(foip.load(), "tool_family"))
    'Goods and works and Business depend most on inference: 20 stated of 25, and 5 of 10'
    """
    return (
        _finding_of_association(table)
        if about(table).kind == "association"
        else _finding_of_range(table)
    )


def subtitle(table: pd.DataFrame) -> str:
    """Return what the numbers are, their base and the order."""
    attrs, text = about(table), _text(table)
    japanese = attrs.lang == "ja"
    labels = [attrs.dimension_labels[d] for d in dict.fromkeys([attrs.rows, attrs.columns]) if d]
    by = "×".join(labels) if japanese else " and ".join(map(lower, labels))
    selection = (
        f"（{attrs.selection}）"
        if japanese and attrs.selection
        else f" ({attrs.selection})"
        if attrs.selection
        else ""
    )
    if attrs.kind == "association":
        by = "と".join(f"「{label}」" for label in labels) if japanese else by
        return text["residual"].format(
            by=by, selection=selection, base=attrs.base, total=attrs.total
        )
    bases = list(dict.fromkeys(attrs.base.values())) if _plain(attrs) else []
    told = (
        text["base"].format(
            bases=text["and"].join(f"{base:,.0f}" for base in bases), total=attrs.total
        )
        if bases
        else ""
    )
    return (
        text[attrs.more["to"]].format(by=by, selection=selection)
        + told
        + text["order"].format(text[attrs.question.order])
    )


def alternative(table: pd.DataFrame, title: str) -> str:
    """Return a text that stands for the picture."""
    text = _text(table)
    if about(table).kind == "association":
        cells = table.stack()
        far = cells.reindex(cells.abs().sort_values(ascending=False, kind="stable").index).head(5)
        values = [text["cell"].format(*key) + " " + residual(value) for key, value in far.items()]
        return text["stop"].join(
            [title, subtitle(table), text["largest"] + text["comma"].join(values)]
        )
    lines = _lines(table)
    gaps = (lines.max(axis=1) - lines.min(axis=1)).fillna(0).to_numpy()
    widest = lines.iloc[np.argsort(-gaps, kind="stable")[:5]]
    values = [
        f"{name} " + "–".join(shown(table, value) for value in line)
        for name, line in zip(widest.index, widest.to_numpy(), strict=True)
    ]
    return text["stop"].join([title, subtitle(table), text["widest"] + text["comma"].join(values)])


def residual(value: float) -> str:
    """Return a residual as a chart prints it: its sign and one decimal."""
    rounded = round(value, 1)
    return f"{rounded:+.1f}".replace("-", "−") if rounded else "0.0"


def shown(table: pd.DataFrame, value: float) -> str:
    """Return a number of a range as a chart prints it: a count, a percentage, or one decimal."""
    if pd.isna(value):
        return ""
    if about(table).more["to"] == "one_out":
        return percent(value, 1)
    if about(table).question.share:
        return percent(value)
    return plain(value)


def lower(label: str) -> str:
    """Return a label as it stands within a sentence: an abbreviation keeps its capitals."""
    return label if label[1:2].isupper() else label[:1].lower() + label[1:]


def passing(table: pd.DataFrame) -> np.ndarray:
    """Return which residuals pass after correction: rows × columns."""
    attrs = about(table)
    codes = [
        [
            dict(
                zip(getattr(attrs, f"{side}_labels"), getattr(attrs, f"{side}_codes"), strict=True)
            )[label]
            for label in labels
        ]
        for side, labels in (("row", table.index), ("column", table.columns))
    ]
    return np.array(
        [
            [attrs.more["p_bonferroni"][row][column] <= attrs.more["level"] for column in codes[1]]
            for row in codes[0]
        ],
        bool,
    )


def _finding_of_association(table: pd.DataFrame) -> str:
    attrs, text = about(table), _text(table)
    passes = table.where(passing(table)).stack().dropna()
    strongest = passes.reindex(passes.abs().sort_values(ascending=False, kind="stable").index)
    named = [text["cell"].format(*key) for key in strongest.index[:MOST]]
    name, p = next(iter(attrs.more["p"].items()))
    told = text["p"].format(text["names"][name], "< 0.0001" if p < 0.0001 else f"= {p:.2g}")
    cells = sum(map(len, attrs.more["p_bonferroni"].values()))
    whole = len(passes) == attrs.more["passing"]  # else some are not shown, and none is named
    kind = 0 if not whole else len(passes) if len(passes) <= MOST else "more"
    labels = [attrs.dimension_labels[getattr(attrs, side)] for side in ("rows", "columns")]
    rows, columns = labels if attrs.lang == "ja" else map(lower, labels)
    text = text["passing " + str(kind if attrs.more["passing"] else "none")]
    return text.format(
        *named, cells=cells, passing=attrs.more["passing"], p=told, rows=rows, columns=columns
    )


def _finding_of_range(table: pd.DataFrame) -> str:
    attrs, text, lines = about(table), _text(table), _lines(table)
    if attrs.more["to"] == "one_out":
        middle = lines.iloc[:, 1]
        moves = (
            pd.concat([middle - lines.iloc[:, 0], lines.iloc[:, 2] - middle], axis=1)
            .max(axis=1)
            .fillna(0)
            .round(12)
        )
        gap = moves.max() if len(moves) else 0
        leaders = list(moves[moves == gap].index)
        return text["left out"].format(gap=fixed(gap * 100, 1)) + (
            text["where"].format(leaders[0]) if len(leaders) == 1 else ""
        )
    gaps = (lines.iloc[:, 0] - lines.iloc[:, -1]).abs().fillna(0).round(12)
    gap = gaps.max() if len(gaps) else 0
    leaders = [
        (name, *(shown(table, value) for value in lines.loc[name]))
        for name in gaps[gaps == gap].index
    ]
    kind = {"inference": "stated"}.get(attrs.more["to"], "counting")
    if kind == "stated" and gap and (attrs.question.share or attrs.question.weight):
        return text["moved"].format(*leaders)
    kind += " 0" if not gap else f" {len(leaders)}" if len(leaders) <= MOST else " more"
    rows = attrs.dimension_labels[attrs.rows]
    rows = rows if attrs.lang == "ja" else lower(rows)
    return text[kind].format(
        *leaders, rows=rows, gap=shown(table, gap), more=len(leaders) - 1, count=len(leaders)
    )


def _lines(table: pd.DataFrame) -> pd.DataFrame:
    """Return a range with one line a place that competes (a row, or a row × a column) and one column a way."""
    attrs, ways = about(table), about(table).way_labels
    values = table.to_numpy(float).reshape(len(table), -1, len(ways))
    rows = [[*map(str, key)] if isinstance(key, tuple) else [str(key)] for key in table.index]
    columns = (
        [[str(label)] for label in table.columns.get_level_values(0)[:: len(ways)]]
        if table.columns.nlevels > 1
        else [[]]
    )
    codes = dict(zip(map(str, attrs.row_labels), attrs.row_codes, strict=True))
    heads = dict(zip(map(str, attrs.column_labels), attrs.column_codes, strict=True))
    times = "×" if attrs.lang == "ja" else " × "
    kept = [
        (times.join([*row, *column]), values[y, x])
        for y, row in enumerate(rows)
        for x, column in enumerate(columns)
        if codes[row[-1]] not in APART and not (column and heads[column[0]] in APART)
    ]
    return pd.DataFrame(
        [line for _, line in kept],
        pd.Index([name for name, _ in kept], dtype=object),
        columns=ways,
        dtype=float,
    )


def _plain(attrs: About) -> bool:
    return not attrs.question.weight and not any(
        isinstance(base, dict) for base in attrs.base.values()
    )


def _text(table: pd.DataFrame) -> dict:
    return TEXT["ja" if about(table).lang == "ja" else "en"]
