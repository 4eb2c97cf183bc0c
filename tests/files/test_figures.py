"""A saved figure is a set of five files: whole or not at all, and the same bytes each time."""

import io
import json
from pathlib import Path
from xml.etree import ElementTree

import numpy as np
import pandas as pd
import pytest
from conftest import in_turn
from matplotlib.figure import Figure
from PIL import Image

import foip_analysis as foip
from foip_analysis.charts import style
from foip_analysis.charts.bars import plot_bars
from foip_analysis.charts.heatmap import plot_heatmap
from foip_analysis.files import figures as saving
from foip_analysis.files import sums
from foip_analysis.files.figures import SUFFIXES, description, marks, picture_of
from foip_analysis.tables import caption
from foip_analysis.tables.competing import column_codes, row_codes

KINDS = {
    "heat map": lambda dataset, lang: plot_heatmap(
        foip.cross_tab(dataset, "tool", "region", lang=lang, margins=True, none=True)
    ),
    "ranked": lambda dataset, lang: plot_bars(
        foip.count(dataset, "place", lang=lang, order="size", top=8), title="Own & <title>"
    ),
    "stacked": lambda dataset, lang: plot_bars(
        foip.cross_tab(dataset.where(region="pacific"), "tool", "priority", lang=lang)
    ),
    "panels": lambda dataset, lang: plot_bars(
        foip.cross_tab(
            dataset.stated(),
            "region",
            "tool_family",
            lang=lang,
            codes={"tool_family": ["goods", "rules"]},
        )
    ),
    "shares": lambda dataset, lang: plot_heatmap(
        foip.cross_tab(dataset, "theme", "tool_family", lang=lang, share="row")
    ),
}
PICTURED = ("stacked",)
IN_TURN = pytest.mark.parametrize(("kind", "lang"), in_turn(KINDS))


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def save(figure, folder: Path, name: str = "a") -> dict:
    foip.save_figure(figure, name, folder=folder)
    return json.loads((folder / f"{name}.json").read_text(encoding="utf-8"))


@pytest.fixture(scope="module")
def saved(shipped, tmp_path_factory):
    """A function from a kind and a language to the figure and the folder with its set ``a``; each
    saved once, its pictures only where a test looks at them.
    """
    made = {}

    def get(kind: str, lang: str) -> tuple[Figure, Path, dict]:
        if (kind, lang) not in made:
            figure, folder = KINDS[kind](shipped, lang), tmp_path_factory.mktemp("set")
            with pytest.MonkeyPatch.context() as patch:  # whatever a test does about pictures
                drawing = picture_of if kind in PICTURED else lambda _, suffix: suffix.encode()
                patch.setattr(saving, "picture_of", drawing)
                made[kind, lang] = figure, folder, save(figure, folder)
        return made[kind, lang]

    return get


@pytest.mark.usefixtures("no_pictures")
def test_a_set_has_five_files_and_nothing_else(saved, tmp_path):
    figure, folder, _ = saved("stacked", "en")
    paths = foip.save_figure(figure, "tools-by-region_1", folder=tmp_path / "new" / "folder")
    assert [path.name.partition(".")[2] for path in paths] == list(SUFFIXES)
    assert names(tmp_path / "new" / "folder") == sorted(
        f"tools-by-region_1.{suffix}" for suffix in SUFFIXES
    )
    assert all(path.stat().st_size > 200 for path in folder.iterdir())


@pytest.mark.usefixtures("full_size")
def test_pictures_are_slides_to_the_pixel(saved):
    figure, *_ = saved("stacked", "en")
    for suffix, size in (("png", (1920, 1080)), ("4k.png", (3840, 2160))):
        with Image.open(io.BytesIO(picture_of(figure, suffix))) as picture:
            assert picture.size == size


@pytest.mark.parametrize("lang", ["en", "ja"])
def test_pictures_say_what_they_show(saved, lang):
    _, folder, words = saved("stacked", lang)
    for name in ("a.png", "a.4k.png"):
        with Image.open(folder / name) as picture:
            assert picture.text == {"Title": words["title"], "Description": words["alt"]}
    for name, texts in (("a.svg", 0), ("a.text.svg", 10)):
        drawing = ElementTree.parse(folder / name).getroot()
        assert (drawing.attrib["role"], drawing.attrib["lang"]) == ("img", lang)
        told = [drawing.find(f"{{*}}{part}").text for part in ("title", "desc")]
        assert told == [words["title"], words["alt"]]
        found = drawing.findall(".//{*}text")
        assert bool(found) == bool(texts), "letters are paths, so every system shows the same"
        assert len(found) >= texts
    assert b"/Title" in (folder / "a.pdf").read_bytes()


@pytest.mark.parametrize("kind", PICTURED)  # test_style compares those of heat maps and dots
def test_the_same_figure_gives_the_same_bytes(shipped, saved, kind, tmp_path):
    _, first, _ = saved(kind, "ja")
    save(KINDS[kind](shipped, "ja"), tmp_path)
    assert [
        suffix
        for suffix in SUFFIXES
        if (first / f"a.{suffix}").read_bytes() != (tmp_path / f"a.{suffix}").read_bytes()
    ] == []


@pytest.mark.usefixtures("no_pictures")
def test_saving_again_replaces_the_set(saved, tmp_path):
    figure, _, words = saved("stacked", "en")
    for suffix in SUFFIXES:
        (tmp_path / f"a.{suffix}").write_text("old")
    assert save(figure, tmp_path) == words
    assert len(names(tmp_path)) == len(SUFFIXES)
    assert not [path for path in tmp_path.iterdir() if path.read_bytes() == b"old"]


@pytest.mark.usefixtures("no_pictures")
def test_where_no_folder_is_named_the_working_folder_is_meant(saved, tmp_path, monkeypatch):
    figure, *_ = saved("stacked", "en")
    monkeypatch.delenv("FOIP_FIGURES", raising=False)
    monkeypatch.chdir(tmp_path)
    assert {path.parent for path in foip.save_figure(figure, "a")} == {tmp_path}
    foip.save_figure(figure, "a")  # its own set is replaced
    monkeypatch.setenv("FOIP_FIGURES", str(tmp_path / "told"))
    assert foip.save_figure(figure, "a")[0].parent == tmp_path / "told"


def by_a_run(folder):
    foip_files = [path for path in folder.iterdir() if path.stem == "a"]
    hashes = {path.name: sums.digest_of(path) for path in foip_files}
    (folder / "SHA256SUMS").write_bytes(sums.sums_of(hashes))


def numbers(folder):
    (folder / "a.json").write_text("[1]")


def no_words(folder):
    (folder / "a.json").unlink()


@pytest.mark.usefixtures("no_pictures")
@pytest.mark.parametrize("other", [by_a_run, numbers, no_words])
def test_what_others_made_is_replaced_only_where_the_folder_is_named(
    saved, tmp_path, monkeypatch, other
):
    figure, *_ = saved("stacked", "en")
    monkeypatch.delenv("FOIP_FIGURES", raising=False)
    monkeypatch.chdir(tmp_path)
    foip.save_figure(figure, "a")
    other(tmp_path)
    before = {path.name: path.read_bytes() for path in tmp_path.iterdir()}
    with pytest.raises(OSError, match=r"a\.csv.*folder="):
        foip.save_figure(figure, "a")
    assert {path.name: path.read_bytes() for path in tmp_path.iterdir()} == before
    foip.save_figure(figure, "b")
    foip.save_figure(figure, "a", folder=".")
    assert (tmp_path / "a.json").read_bytes() != b"[1]"


# Whole or not at all


@pytest.fixture
def failing(monkeypatch):
    """Make the nth picture of a figure fail."""

    def fail(number: int):
        calls, real = [], Figure.savefig

        def savefig(figure, *arguments, **options):
            calls.append(arguments)
            if len(calls) == number:
                raise OSError("the disk is full")
            return real(figure, *arguments, **options)

        monkeypatch.setattr(Figure, "savefig", savefig)

    return fail


@pytest.mark.parametrize("number", [1, 2, 3])
def test_a_failure_leaves_nothing(saved, tmp_path, failing, number):
    figure, *_ = saved("ranked", "en")
    failing(number)
    with pytest.raises(OSError, match="disk is full"):
        foip.save_figure(figure, "a", folder=tmp_path)
    assert names(tmp_path) == []


@pytest.mark.parametrize("number", [2, 3])
def test_a_failure_leaves_the_old_set(saved, tmp_path, failing, number):
    before = {f"a.{suffix}": f"old {suffix}".encode() for suffix in SUFFIXES}
    for name, content in before.items():
        (tmp_path / name).write_bytes(content)
    failing(number)
    with pytest.raises(OSError, match="disk is full"):
        foip.save_figure(saved("stacked", "en")[0], "a", folder=tmp_path)
    assert {path.name: path.read_bytes() for path in tmp_path.iterdir()} == before


@pytest.mark.usefixtures("no_pictures")
def test_a_failure_in_the_table_or_the_words_leaves_nothing(saved, tmp_path, monkeypatch):
    figure, *_ = saved("ranked", "en")
    for target, name in [(pd.DataFrame, "to_csv"), (caption, "alternative")]:
        with monkeypatch.context() as patch:
            patch.setattr(target, name, lambda *_, **__: 1 / 0)
            with pytest.raises(ZeroDivisionError):
                foip.save_figure(figure, "a", folder=tmp_path)
        assert names(tmp_path) == []


# Words, calls, marks


@IN_TURN
def test_the_words_of_a_set(saved, kind, lang):
    figure, _, words = saved(kind, lang)
    assert list(words) == [
        "title",
        "subtitle",
        "caption",
        "alt",
        "language",
        "source",
        "note",
        "calls",
        "marks",
    ]
    assert all(words[key] for key in words)
    assert words["language"] == lang
    assert words["source"].startswith({"en": "Source: ", "ja": "出典："}[lang])
    assert [
        words["title"] in words[key] and words["subtitle"] in words[key]
        for key in ("caption", "alt")
    ] == [True, True]
    told = foip.about(figure.foip["table"]).brief  # of shares, the heads tell the bases
    assert told in words["caption"]
    written = "".join(text.get_text() for text in figure.texts).replace(" ", "")
    assert all(
        part.replace(" ", "") in written
        for part in (words["title"], words["subtitle"], words["source"], told)
    )


@IN_TURN
def test_the_calls_make_the_same_table_and_figure(shipped, saved, kind, lang):
    figure, _, words = saved(kind, lang)
    first, second = words["calls"]
    known = {"foip": foip, "dataset": shipped}
    known["table"] = eval(first.removeprefix("table = "), known)
    pd.testing.assert_frame_equal(known["table"], figure.foip["table"])
    assert known["table"].attrs == figure.foip["table"].attrs
    again = eval(second.removeprefix("figure = "), known)
    assert description(again) == words
    assert pixels(again) == pixels(figure)


def pixels(figure: Figure) -> bytes:
    with style.applied(), io.BytesIO() as file:
        figure.savefig(file, format="raw", dpi=40)
        return file.getvalue()


@IN_TURN
def test_the_csv_is_the_table(saved, kind, lang):
    figure, folder, _ = saved(kind, lang)
    table = figure.foip["table"]
    text = (folder / "a.csv").read_text(encoding="utf-8")
    assert "\r" not in text
    read = pd.read_csv(io.StringIO(text), index_col=0)
    read = read.iloc[:, : table.shape[1]]  # what is stated of a count stands beside it
    assert read.columns.tolist() == table.columns.tolist()
    assert read.index.tolist() == table.index.tolist()
    assert read.index.name == table.index.name
    assert np.allclose(read.to_numpy(float), table.to_numpy(float), 1e-14, 0, equal_nan=True)


@pytest.mark.parametrize("kind", [kind for kind in KINDS if kind != "shares"])
def test_a_mark_has_as_many_initiatives_as_its_value(saved, kind):
    figure, _, words = saved(kind, "en")
    table, marks = figure.foip["table"], words["marks"]
    values = table if foip.about(table).columns else table.iloc[:, :1]
    assert len(marks) == int((values > 0).to_numpy().sum()) > 0
    rows, columns = row_codes(table), column_codes(table)
    for mark in marks:
        column = 0 if mark["column"] is None else columns.index(mark["column"])
        assert (
            mark["value"] == values.iat[rows.index(mark["row"]), column] == len(mark["initiatives"])
        )
        assert len({initiative["id"] for initiative in mark["initiatives"]}) == len(
            mark["initiatives"]
        )
        assert all(
            initiative["name"] and initiative["locators"] for initiative in mark["initiatives"]
        )


def test_a_mark_has_the_initiatives_of_its_cell(shipped):
    for mark in description(plot_heatmap(foip.cross_tab(shipped, "tool", "region", lang="ja")))[
        "marks"
    ]:
        found = foip.members(shipped, tool=mark["row"], region=mark["column"], lang="ja")
        assert [i["id"] for i in mark["initiatives"]] == found["initiative_id"].tolist()
        assert [i["name"] for i in mark["initiatives"]] == found["name"].tolist()


def test_shares_have_their_initiatives(shipped, saved):
    *_, words = saved("shares", "en")
    whole = foip.cross_tab(shipped, "theme", "tool_family", margins=True, lang=None)
    for mark in words["marks"]:
        assert len(mark["initiatives"]) == whole.loc[mark["row"], mark["column"]]
        assert mark["value"] == pytest.approx(
            len(mark["initiatives"]) / whole.loc[mark["row"], "all"], abs=1e-6
        )


# Names, labels, looks


@pytest.mark.parametrize("name", ["", "a b", "a/b", "../a", "a.png", ".hidden", "a\n", "C:\\a"])
def test_a_name_that_is_no_name_is_refused(saved, name, tmp_path):
    with pytest.raises(ValueError, match=r"no name for a figure\. Use letters, digits, - and _"):
        foip.save_figure(saved("ranked", "en")[0], name, folder=tmp_path / "folder")
    assert names(tmp_path) == []


def test_a_path_in_place_of_a_name_is_told_with_its_folder(shipped):
    figure = foip.plot(foip.count(shipped, "priority"))
    with pytest.raises(ValueError, match=r"save_figure\(figure, 'mine', folder='out'\)"):
        foip.save_figure(figure, "out/mine.png")
    with pytest.raises(TypeError, match=r"folder='charts'"):
        foip.save_figure(figure, Path("mine"))


@pytest.mark.usefixtures("no_pictures")
def test_a_japanese_name_is_a_name(shipped, tmp_path):
    foip.save_figure(KINDS["ranked"](shipped, "ja"), "手段別", folder=tmp_path)
    assert "手段別.png" in names(tmp_path)


def test_a_figure_from_elsewhere_is_refused(tmp_path):
    with pytest.raises(ValueError, match=r"not made by a plot_… function"):
        foip.save_figure(Figure(), "a", folder=tmp_path / "folder")
    assert names(tmp_path) == []


def test_a_figure_is_saved_in_the_look_it_was_drawn_in(shipped, tmp_path):
    """A dark figure stays dark when the look has changed since."""
    style.use("dark")
    figure = KINDS["ranked"](shipped, "en")
    style.use()
    save(figure, tmp_path)
    with Image.open(tmp_path / "a.png") as picture:
        assert picture.convert("RGB").getpixel((2, 2)) == (0x16, 0x20, 0x2B)


@pytest.mark.parametrize(
    "make",
    [
        lambda d: foip.count(d, "tool", order="size"),
        lambda d: foip.count(d, "tool", top=5, margins=True, none=True).iloc[::-1],
        lambda d: foip.cross_tab(d, "tool", "region", order="size", margins=True).sort_index(),
        lambda d: foip.cross_tab(d, "tool", "region", order="size").T,
        lambda d: foip.cross_tab(d, "tool_family", "region", by="priority", order="size"),
        lambda d: foip.sensitivity(d, "tool", order="size", to="counting"),
        lambda d: foip.sensitivity(d, "tool", "region", order="size", to="counting"),
        lambda d: foip.sensitivity(d, "tool_family", "region", order="size").sort_index(),
    ],
)
def test_behind_each_whole_number_stand_as_many_initiatives(shipped, make):
    whole = [m for m in marks(make(shipped)) if m.get("way") != "fractional" and m["value"] > 1]
    whole = [m for m in whole if m.get("column") != "share"]
    assert whole
    assert [m for m in whole if len(m["initiatives"]) != m["value"]] == []
