"""The notebooks are run, clean and in the house's style; a changed number or picture is found."""

import ast
import base64
import importlib.util
import io
import json
import re
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

import nbformat
import numpy as np
import pandas as pd
import pytest
from IPython.core.pylabtools import print_figure
from PIL import Image, ImageDraw

import foip_analysis as foip
from foip_analysis.charts import style

ROOT = Path(__file__).parents[1]
NOTEBOOKS = sorted((ROOT / "notebooks").glob("*.ipynb"))
DIGITS_ALLOWED = {"100"}  # per cent
FIRST_CELL = """import foip_analysis as foip

LANG = "en"  # "ja": charts and tables in Japanese
dataset = foip.load()"""
PLOTLY = "application/vnd.plotly.v1+json"


def read(path):
    return nbformat.read(path, as_version=4)


@pytest.mark.parametrize("path", NOTEBOOKS, ids=lambda p: p.stem)
def test_every_cell_was_run_in_order_and_quietly(path):
    cells = [cell for cell in read(path).cells if cell.cell_type == "code"]
    assert [cell.execution_count for cell in cells] == list(range(1, len(cells) + 1))
    for output in (o for cell in cells for o in cell.outputs):
        assert output.output_type != "error"
        assert output.get("name") != "stderr"


@pytest.mark.parametrize("path", NOTEBOOKS, ids=lambda p: p.stem)
def test_a_notebook_is_a_question_with_a_computed_answer_at_the_top(path):
    cells = read(path).cells
    question, first, answer, *_ = cells
    assert question.cell_type == "markdown"
    assert "?" in question.source
    assert first.source == FIRST_CELL
    assert answer.metadata["jupyter"]["source_hidden"], "who reads may skip how it is computed"
    said = answer.outputs[0].data["text/markdown"]
    assert "**" in said, "what matters most is in bold"
    assert len(re.findall(r"[.!?](?:\*\*)?(?:\s|$)", said)) == 3, said
    headings = [line for c in cells for line in c.source.splitlines() if line.startswith("## ")]
    assert headings[-1] == "## What would change it?"
    code = [cell.source for cell in cells if cell.cell_type == "code"]
    assert len(code) <= 16
    assert not [c for c in code if re.search(r"^\s*def |;\s*$|foip_analysis\.", c, re.M)]


@pytest.mark.parametrize("path", NOTEBOOKS, ids=lambda p: p.stem)
def test_each_picture_is_shown_once_and_what_is_pointed_at_is_json_and_a_picture(path):
    shown = [o.data for c in read(path).cells for o in c.get("outputs", []) if "data" in o]
    pictures = [data["image/png"] for data in shown if "image/png" in data]
    assert len(pictures) == len(set(pictures))
    for data in shown:
        assert PLOTLY not in data or sorted(data) == [PLOTLY, "image/png"]


@pytest.mark.parametrize("path", NOTEBOOKS, ids=lambda p: p.stem)
def test_no_number_is_typed_into_the_prose(path):
    for cell in read(path).cells:
        if cell.cell_type == "markdown":
            assert set(re.findall(r"\d+", cell.source)) <= DIGITS_ALLOWED, cell.source


@pytest.mark.parametrize("path", NOTEBOOKS, ids=lambda p: p.stem)
def test_no_output_names_a_machine(path):
    outputs = json.dumps([c.outputs for c in read(path).cells if c.cell_type == "code"])
    assert not re.search(r"/home/|/tmp/|/Users/|site-packages| at 0x", outputs)


def shown_in_japanese(path, monkeypatch):
    """Run the cells with the switch on Japanese, charts left out and the million small; return what
    they show.
    """
    charts = [name for name in dir(foip) if name.startswith("plot")]
    for name in [*charts, "explore", "save_figure"]:
        monkeypatch.setattr(foip, name, lambda *_, **__: None)
    monkeypatch.chdir(path.parent)
    shown = []
    monkeypatch.setattr(sys, "displayhook", shown.append)
    names = {"display": shown.append}
    with pd.option_context("display.max_colwidth", 50):  # to set it back
        for cell in (c for c in read(path).cells if c.cell_type == "code"):
            source = cell.source.replace('LANG = "en"', 'LANG = "ja"')
            body = ast.parse(source.replace("1_000_000", "1_000")).body
            exec(compile(ast.Interactive(body), path.name, "single"), names)
    return shown


def heads(table):
    """The names of a table's axes and what stands on them, where it is words."""
    axes = [table.columns, table.index]
    said = [word for axis in axes for part in (axis.names, *axis) for word in np.atleast_1d(part)]
    return {str(word) for word in said if isinstance(word, str)}


@pytest.mark.parametrize(
    "path", [path for path in NOTEBOOKS if not path.stem.startswith("09")], ids=lambda p: p.stem
)
def test_in_japanese_no_table_has_an_english_head_and_no_folder_is_left(
    path, monkeypatch, tmp_path
):
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    shown = shown_in_japanese(path, monkeypatch)
    dataset = foip.load()
    files = {*dataset.codings, *dataset.units}  # rows as they stand in the files keep their names
    tables = [table for table in shown if type(table) is pd.DataFrame and {*table} - files]
    assert tables or path.stem.startswith("05"), "charts and lists alone"
    said = set().union(*map(heads, tables))
    english = {w for w in said if re.search("[a-z]", w) and not re.search("[ぁ-ヿ一-鿿]", w)}
    assert not {word for word in english if not re.fullmatch("[a-z]+(-[a-z]+)+", word)}  # an id
    assert not any(table.isna().any(axis=None) for table in tables), "labels that do not match"
    assert not list(tmp_path.iterdir())


def nbval(folder):
    command = [
        sys.executable,
        "-m",
        "pytest",
        "-q",
        "-p",
        "no:cacheprovider",
        "--nbval",
        "--nbval-current-env",
        str(folder),
    ]
    return subprocess.run(command, capture_output=True, text=True, cwd=folder, check=False)


@pytest.fixture
def small(tmp_path):
    """A notebook with two numbers and two charts, run, beside the pictures' check."""
    shutil.copy(ROOT / "notebooks" / "conftest.py", tmp_path)
    (tmp_path / "pytest.ini").write_text("[pytest]\n")
    document = nbformat.v4.new_notebook(
        metadata={"kernelspec": {"name": "python3", "display_name": "Python 3"}}
    )
    figure = foip.plot(foip.count(foip.load(), "priority"))
    picture = {"text/plain": repr(figure), "image/png": print_figure(figure, base64=True)}
    stored = {
        "import foip_analysis as foip\n20 + 1": {"text/plain": "21"},
        "40 + 2": {"text/plain": "42"},
        'foip.plot(foip.count(foip.load(), "priority"))': picture,
        '\nfoip.plot(foip.count(foip.load(), "priority"))': picture,
    }
    document.cells = [
        nbformat.v4.new_code_cell(
            source,
            id=f"cell-{n}",
            execution_count=n,
            outputs=[nbformat.v4.new_output("execute_result", data, execution_count=n)],
        )
        for n, (source, data) in enumerate(stored.items(), start=1)
    ]
    nbformat.write(document, tmp_path / "one.ipynb")
    return tmp_path


def to_rgb255(name):
    return [int(name[i : i + 2], 16) for i in (1, 3, 5)]


def redrawn(path, change):
    """Change the last stored picture of a notebook."""
    document = read(path)
    output = document.cells[-1].outputs[0]
    picture = Image.open(io.BytesIO(base64.b64decode(output.data["image/png"]))).convert("RGB")
    buffer = io.BytesIO()
    change(picture).save(buffer, "png")
    output.data["image/png"] = base64.b64encode(buffer.getvalue()).decode()
    nbformat.write(document, path)


def test_the_check_passes_finds_numbers_and_finds_pictures(small):
    path = small / "one.ipynb"
    stored = path.read_text(encoding="utf-8")

    def painted(picture):
        """The strong bar, 12 pixels longer."""
        strong = np.argwhere((np.asarray(picture) == to_rgb255(style.colour("strong"))).all(axis=2))
        (top, _), (bottom, right) = strong.min(axis=0), strong.max(axis=0)
        ImageDraw.Draw(picture).rectangle(
            [right, top, right + 12, bottom], fill=style.colour("strong")
        )
        return picture

    path.write_text(stored.replace('"42"', '"43"'), encoding="utf-8")
    redrawn(path, painted)
    told = nbval(small)
    assert told.returncode == 1
    assert "2 failed, 2 passed" in told.stdout
    assert "Cell outputs differ" in told.stdout
    assert "differs from the stored one" in told.stdout


def pictures_check():
    spec = importlib.util.spec_from_file_location(
        "pictures_check", ROOT / "notebooks" / "conftest.py"
    )
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def longer_bar(figure):
    bar = figure.axes[0].patches[1]
    bar.set_width(bar.get_width() + 1)


def missing_glyph(figure):
    label = figure.axes[0].texts[0]
    label.set_text(label.get_text()[1:])


def nothing(figure):
    pass


@pytest.mark.parametrize(
    ("change", "shift", "same"),
    [(nothing, 0.3, True), (missing_glyph, 0, False), (longer_bar, 0, False)],
)
def test_pictures_are_compared_with_a_tolerance_for_rendering_only(change, shift, same):
    def drawn(alter, pixels):
        figure = foip.plot(foip.count(foip.load(), "priority", lang="ja"))
        alter(figure)
        buffer = io.BytesIO()
        with style.applied():
            figure.savefig(buffer, dpi=96)
        picture = Image.open(buffer).convert("RGB")
        moved = picture.transform(
            picture.size,
            Image.Transform.AFFINE,
            (1, 0, pixels, 0, 1, pixels),
            Image.Resampling.BILINEAR,
        )
        buffer = io.BytesIO()
        moved.crop((4, 4, picture.width - 4, picture.height - 4)).save(buffer, "png")
        return base64.b64encode(buffer.getvalue()).decode()

    told = pictures_check().difference(drawn(nothing, 0), drawn(change, shift), 1)
    assert (told is None) is same, told
