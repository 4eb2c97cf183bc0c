"""The shipped decks: what the dataset says, an opening to the sources, in English and in Japanese.

Every number and every leader in the sentences is computed from the dataset; only the questions are
chosen here. A user's own choice of slides is ``save_deck``.
"""

from __future__ import annotations

from os import PathLike
from pathlib import Path
from typing import TYPE_CHECKING

import pandas as pd

from foip_analysis.charts.flows import plot_flows
from foip_analysis.charts.map import plot_map
from foip_analysis.charts.sets import plot_sets
from foip_analysis.dataset.dataset import load
from foip_analysis.shipped.citing import cite
from foip_analysis.slides.deck import save_deck
from foip_analysis.tables import findings
from foip_analysis.tables.counting import count, cross_tab
from foip_analysis.tables.flows import flows
from foip_analysis.tables.members import members
from foip_analysis.tables.sets import combinations
from foip_analysis.words.catalogue import check_language
from foip_analysis.words.numerals import percent

if TYPE_CHECKING:
    from foip_analysis.dataset.dataset import Dataset

LANGUAGES = ("en", "ja")
LEADERS = 3  # so many are named in a sentence, and those as large as the last of them


def foip_deck(dataset: Dataset, path: str | PathLike, *, lang: str = "en") -> Path:
    """Save the deck of the shipped dataset: findings, charts, tables, method and sources; return the path.

    Parameters
    ----------
    dataset
        The shipped one, or one with its dimensions and codes.
    path
        Ends in ``.pptx``. A file of this name is replaced, a missing folder is made.
    lang
        ``"en"`` or ``"ja"``.

    Raises
    ------
    ValueError
        If the dataset lacks a dimension or code that the deck asks for.
    ImportError
        If python-pptx is not installed.

    Examples
    --------
    >>> import tempfile, foip_analysis as foip
    >>> with tempfile.TemporaryDirectory() as folder:
    ...     print(foip.foip_deck(foip.load(), f"{folder}/foip-en.pptx").name)
    foip-en.pptx
    """
    check_language(lang)
    title, subtitle = _opening(dataset, lang)
    return save_deck(items(dataset, lang), path, title=title, subtitle=subtitle, lang=lang)


def write_decks(folder: str | PathLike) -> list[Path]:
    """Write ``foip-en.pptx`` and ``foip-ja.pptx`` into a folder; return their paths."""
    dataset = load()
    return [foip_deck(dataset, Path(folder) / f"foip-{lang}.pptx", lang=lang) for lang in LANGUAGES]


def items(dataset: Dataset, lang: str) -> list:
    """Return the slides after the opening, as ``save_deck`` takes them."""
    japanese = lang == "ja"
    return [
        (
            "text",
            _findings(dataset, lang),
            "主な結果" if japanese else "What the data say",
            _findings_notes(lang),
        ),
        count(dataset, "priority", lang=lang),
        count(dataset, "tool", order="size", lang=lang),
        cross_tab(dataset, "tool", "priority", order="size", lang=lang),
        cross_tab(dataset, "priority", "tool_family", count="fractional", lang=lang),
        plot_sets(combinations(dataset, "tool", least=2, lang=lang)),
        (
            "heat map",
            cross_tab(dataset, "tool", "region", margins=True, codes="present", lang=lang),
        ),
        plot_flows(
            flows(dataset, "priority", "tool_family", "region", count="fractional", lang=lang)
        ),
        count(dataset, "place", order="size", top=14, none=True, lang=lang),
        plot_map(cross_tab(dataset, "place", "priority", lang=lang)),
        cross_tab(dataset, "partner", "priority", order="size", top={"partner": 12}, lang=lang),
        ("table", *_behind_osa(dataset, lang)),
        (
            "text",
            _method(dataset, lang),
            "数え方と限界" if japanese else "How it was counted, and what is doubtful",
            _method_notes(lang),
        ),
        (
            "text",
            _sources(lang),
            "出典と引用" if japanese else "Sources and how to cite",
            _sources_notes(lang),
        ),
    ]


def _opening(dataset: Dataset, lang: str) -> tuple[str, str]:
    number, codings = len(dataset.initiatives), len(dataset.codings)
    stated = (dataset.codings["basis"] == "stated").mean()
    if lang == "ja":
        return (
            "進化した「自由で開かれたインド太平洋」",
            f"どの手段で、どこで、誰と：概要資料に書かれた取組のデータ\n**{number}件**の取組、**{codings}件**のコーディング。"
            f"うち**{percent(stated)}**は資料の文言に明記。\nデータ 版 {dataset.version}。図表は編集でき、ノートに読み方と出所がある。",
        )
    return (
        "Japan's updated Free and Open Indo-Pacific",
        "By which means, where and with whom: the initiatives that its outline names, as data\n"
        f"**{number}** initiatives in **{codings}** codings, **{percent(stated)}** of them stated in the document's words\n"
        f"Data version {dataset.version}. Charts and tables can be edited; "
        "the notes say how to read them and where they come from.",
    )


def _findings(dataset: Dataset, lang: str) -> list[str]:
    """Return five sentences, each number of them computed."""
    total = len(dataset.initiatives)
    priorities, tools, regions = (
        count(dataset, d, lang=lang) for d in ("priority", "tool", "region")
    )
    nowhere = len(dataset.where(place="none").initiatives)
    with_osa = dataset.where(tool="osa")
    osa, near = len(with_osa.initiatives), count(with_osa, "region", lang=lang)
    partnered = total - len(dataset.where(partner="none").initiatives)
    partners = count(dataset, "partner", lang=lang)
    under = cross_tab(dataset, "partner", "priority", margins=True, lang=lang).iloc[-1, :-1]
    where, most = str(under.idxmax()), int(under.max())
    if lang == "ja":
        return [
            f"資料が挙げる取組は**{total}件**。重点分野別では{_leaders(priorities, lang)}。",
            f"手段で最も多いのは{_leaders(tools, lang)}。1つの取組が複数の手段を持つことがある。",
            f"地域では{_leaders(regions, lang)}。**{nowhere}件**は場所を挙げていない。",
            f"OSAの取組**{osa}件**の地域で最も多いのは{_leaders(near, lang, 1)}。",
            f"パートナーを挙げる取組は**{partnered}件**で、うち**{most}件**が「{where}」。最も多いのは{_leaders(partners, lang, 1)}。",
        ]
    return [
        f"The outline names **{total}** initiatives. By priority area: {_leaders(priorities, lang)}.",
        f"Most frequent tools: {_leaders(tools, lang)}. One initiative can have several.",
        f"Most frequent regions: {_leaders(regions, lang)}. **{nowhere}** initiatives name no place at all.",
        f"Most frequent region of the **{osa}** initiatives with OSA: {_leaders(near, lang, 1)}.",
        f"**{partnered}** initiatives name a partner, **{most}** of them under {where}. "
        f"Most frequent partner: {_leaders(partners, lang, 1)}.",
    ]


def _behind_osa(dataset: Dataset, lang: str) -> tuple[pd.DataFrame, str]:
    """Return the initiatives with OSA in the Pacific, for reading, and the title of their slide."""
    found = members(dataset, tool="osa", region="pacific", lang=lang)
    heads = {
        "name": ("Initiative", "取組"),
        "summary": ("What it is", "内容"),
        "locators": ("Unit of the document", "資料の箇所"),
    }
    table = found[list(heads)].rename(
        columns={name: words[lang == "ja"] for name, words in heads.items()}
    )
    number, osa = len(found), len(dataset.where(tool="osa").initiatives)
    if lang == "ja":
        return table, f"太平洋に及ぶOSAの取組：{osa}件中{number}件"
    return (
        table,
        f"OSA in the Pacific: {number} of its {osa} initiatives, and where the document names them",
    )


def _method(dataset: Dataset, lang: str) -> list[str]:
    codings = dataset.codings
    stated = (codings["basis"] == "stated").mean()
    inferred = set(
        codings.query("dimension == 'priority' and basis == 'inferred'")["initiative_id"]
    )
    inferred -= set(codings.query("dimension == 'priority' and basis == 'stated'")["initiative_id"])
    total = len(dataset.initiatives)
    if lang == "ja":
        return [
            "数えるのは**取組**：日本が行う、支援する、又は行うとされる、固有の対象を持つ1つのこと。",
            "セルは行と列の両方のコードを持つ取組の数（重複なし）。1つの取組が複数のコードを持てるため、和は対象件数を超えうる。**按分**は各取組の1をコードに等しく分ける。",
            "**対象件数**は図ごとに示す。ASEAN等の集団は加盟国に振り分けない。",
            f"コーディングの**{percent(stated)}**は資料の文言に明記、残りはコーダーの判断。地図のみに載る**{len(inferred)}件**（{total}件中）の重点分野は内容から判断した。",
            "本文の区切り方を変えれば件数も変わる。規則はコードブックに、疑義は1件ずつデータの説明書に記した。",
            "資料は概要であり、書かれていないことはデータにもない。金額と日付はほとんど載っていない。",
        ]
    return [
        "What is counted is an **initiative**: one thing that Japan does, supports or will do, with an object of its own.",
        "A cell is the number of distinct initiatives with the codes of its row and its column. One can have several codes, so "
        "cells can add up to more than the base. **Fractional** counts split each initiative's 1 equally over its codes.",
        "Every chart names its **base**. A group such as ASEAN is never counted for its members.",
        f"**{percent(stated)}** of the codings are stated in the document's words, the others inferred, among them the priority areas of "
        f"**{len(inferred)}** of {total} initiatives, which only the map names.",
        "Another way to split the text into initiatives would change the counts. The rules are in the codebook, the doubtful "
        "decisions, one by one, in the data's README.",
        "The document is an outline: what it does not say is not in the data. Sums of money and dates are mostly absent.",
    ]


def _sources(lang: str) -> list[str]:
    if lang == "ja":
        document = (
            "資料：進化した「自由で開かれたインド太平洋」（概要）。発行者と日付の記載はなく、日本政府のものであることは内容から"
            "読み取ったもので、未確認。本文はデータに含まれず、その利用条件は資料自体による。"
        )
    else:
        document = (
            "The document: 進化した「自由で開かれたインド太平洋」 (Updated Free and Open Indo-Pacific), an outline in Japanese. It prints "
            "neither publisher nor date; that it is the Government of Japan's is read from its content and unverified. It is not "
            "part of the data and keeps its own terms."
        )
    return [document, *cite("academic").split("\n")]


def _findings_notes(lang: str) -> str:
    if lang == "ja":
        return "このスライドの数字はデータセットから計算した。元の表は以降のスライドにあり、それぞれのノートに呼び出しがある。"
    return "The numbers on this slide are computed from the dataset. The tables behind them are on the next slides, the calls in their notes."


def _method_notes(lang: str) -> str:
    if lang == "ja":
        return "定義と規則：data/codebook.csv。疑義と限界：data/README.md。明記されたコードだけで数え直す：dataset.stated()"
    return "Definitions and rules: data/codebook.csv. Doubts and limits: data/README.md. To count stated codings only: dataset.stated()"


def _sources_notes(lang: str) -> str:
    if lang == "ja":
        return (
            "引用：foip.cite()、短い形は foip.cite('short')。データは CC BY 4.0、プログラムは MIT。"
        )
    return "To cite: foip.cite(), or foip.cite('short') for a caption. The data is under CC BY 4.0, the software under MIT."


def _leaders(table: pd.DataFrame, lang: str, most: int = LEADERS) -> str:
    """Return the largest lines in words, with those that are as large as the last of them."""
    ranked = findings.plotted(table).iloc[:, 0].sort_values(ascending=False, kind="stable")
    ranked = ranked[ranked >= ranked.iloc[min(most, len(ranked)) - 1]]
    named = [
        f"「{name}」（**{value}件**）" if lang == "ja" else f"{name} (**{value}**)"
        for name, value in ranked.items()
    ]
    if lang == "ja":
        return "、".join(named)
    return " and ".join([", ".join(named[:-1]), named[-1]] if len(named) > 1 else named)
