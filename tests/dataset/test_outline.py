"""A text is cut into units as a reader would: bullets, paragraphs, articles, under headings."""

from dataclasses import replace

import pandas as pd
import pytest
from conftest import make_dataset

import foip_analysis as foip

PLAN = """\
Plan for the ports
of the islands

# Ports
・港を建設する。
　・クレーンを供与する。
- A crane
  is lent; 3.5 per cent
3.5 per cent more.
1. A road
2) A bridge

Not under a bullet.
"""
LAW = """\
第1章　総則
第一条　目的を定める。
２　前項の規定は、次のとおり。
① 一つ目
第十二条の二　別に定める。
Annex 1
Article 3 Aims
　段落ひとつ。
続き。
　段落ふたつ。
Annex 2
Article 3 Again
"""


def cut(tmp_path, plan: str | bytes, **options) -> pd.DataFrame:
    path = tmp_path / "plan.txt"
    path.write_bytes(plan if isinstance(plan, bytes) else plan.encode())
    return foip.units_from(path, **options)


def places(units: pd.DataFrame) -> dict[str, int]:
    return dict(zip(units["locator"], units["line"], strict=True))


def test_bullets_numbers_and_paragraphs_are_units_under_their_heading(tmp_path):
    units = cut(tmp_path, PLAN)
    assert places(units) == {
        **{"text.1": 1, "heading.1": 4, "text.1.1": 5, "text.1.2": 6, "text.1.3": 7},
        **{"text.1.4": 10, "text.1.5": 11, "text.1.6": 13, "document": 1},
    }
    assert units.set_index("locator")["heading"]["text.1":"text.1.6"].tolist() == [
        "",
        "",
        *"111111",
    ]
    assert units["part"].value_counts().to_dict() == {"text": 7, "heading": 1, "document": 1}


def test_articles_keep_their_numbers_and_no_two_are_called_alike(tmp_path):
    assert places(cut(tmp_path, LAW)) == {
        **{"heading.1": 1, "article.1": 2, "article.1.1": 3, "article.1.2": 4},
        **{"article.12-2": 5, "heading.2": 6, "article.3": 7, "article.3.1": 8},
        **{"article.3.2": 10, "heading.3": 11, "article.3+": 12, "document": 1},
    }


HEADED = """\
Roads
=====
A road is built.

1. Ports

1.1 Docks

A dock is dug.

2. Power

- A line
---
"""
LISTED = """\
1. Ports are built

2. Cranes are lent

The Parliament hears of it.

3.5 per cent
of it is paid.

A paragraph of
two lines
---
"""


@pytest.mark.parametrize(
    ("plan", "heads"),
    [
        (HEADED, {"Roads", "1. Ports", "1.1 Docks", "2. Power"}),
        (HEADED.replace("2. Power", "2. It is led."), {"Roads", "1.1 Docks"}),
        (LISTED, set()),
        ("１．はじめに\n\n港。\n\n２．港湾\n\n港。\n", {"１．はじめに", "２．港湾"}),
        ("第１章　総論\n港は。\n第２章　港湾\n港。\n", {"第１章 総論", "第２章 港湾"}),
    ],
)
def test_headings_are_known_by_their_line_or_number_and_lists_are_none(tmp_path, plan, heads):
    units = cut(tmp_path, plan, text=True)
    assert set(units.loc[units["part"] == "heading", "(text)"]) == heads
    assert not units["(text)"].str.contains("==|--").any(), "the line under it is part of no unit"


def test_the_words_are_not_kept_unless_asked_for(tmp_path):
    units = cut(tmp_path, PLAN)
    assert not units.isin(["・港を建設する。"]).any(axis=None)
    shown = cut(tmp_path, PLAN, text=True)
    assert shown.set_index("locator").loc["text.1", "(text)"] == "Plan for the ports of the islands"
    pd.testing.assert_frame_equal(shown.drop(columns="(text)"), units)


def test_line_ends_marks_and_white_space_make_no_other_units(tmp_path):
    units = cut(tmp_path, PLAN)
    for other in (PLAN.replace("\n", "\r\n"), "\ufeff" + PLAN, PLAN.replace(" ", "  ")):
        assert cut(tmp_path, other)["sha256"].tolist() == units["sha256"].tolist()
    changed = cut(tmp_path, PLAN.replace("bridge", "tunnel"))
    assert (changed["sha256"] != units["sha256"]).sum() == 2  # the unit and the whole


def test_verify_finds_the_units_again_though_they_run_over_lines(tmp_path):
    units = cut(tmp_path, PLAN)
    read = units.loc[units["part"] == "text", "locator"].tolist()
    dataset = make_dataset(
        tmp_path, {str(n): {"tool": "A"} for n in range(len(read))}, {"tool": "A"}
    )
    codings = dataset.codings.assign(locator=read, evidence="a")
    dataset = replace(dataset, codings=codings, units=units)
    faults = foip.verify(dataset, tmp_path / "plan.txt")
    assert {fault.column for fault in faults} <= {"evidence"}
    (tmp_path / "plan.txt").write_text(PLAN.replace("islands", "isles"), encoding="utf-8")
    told = [fault.found for fault in foip.verify(dataset, tmp_path / "plan.txt")]
    assert "text.1" in told


@pytest.mark.parametrize(
    ("raw", "words"),
    [
        (b"", "has no words"),
        (b" \n* \n", "has no words"),
        ("港".encode("cp932"), "Save it as plain text in UTF-8"),
        (b"PK\x03\x04\xff\xfe", "Save it as plain text in UTF-8"),
    ],
)
def test_what_is_no_text_is_refused(tmp_path, raw, words):
    with pytest.raises(ValueError, match=words):
        cut(tmp_path, raw)
    with pytest.raises(ValueError, match=r"cannot be read.*Check the path"):
        foip.units_from(tmp_path / "no.txt")


@pytest.mark.parametrize(
    ("one", "two"),
    [("（１）", "（２）"), ("一　", "二　"), ("一、", "二、"), ("Ⅰ　", "Ⅱ　"), ("(ア)", "(イ)")],
)
def test_japanese_numbers_begin_units(tmp_path, one, two):
    (tmp_path / "plan.txt").write_text(f"{one}岸壁を建設する。\n{two}補助金を出す。\n", "utf-8")
    units = foip.units_from(tmp_path / "plan.txt", text=True)
    ends = [text[-6:] for text in units.loc[units["part"] == "text", "(text)"]]
    assert ends == ["壁を建設する。"[-6:], "補助金を出す。"[-6:]]
