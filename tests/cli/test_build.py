"""Figures are replaced all at once or not at all, and a failing cell is named."""

import hashlib
import multiprocessing
import subprocess
import sys
from pathlib import Path

import nbformat
import pytest
from conftest import needs_figures

from foip_analysis.cli import build as building
from foip_analysis.cli import cells as runner
from foip_analysis.cli.shell import main
from foip_analysis.files.whole import held

FIGURES = Path(__file__).parents[2] / "figures"

GOOD = """
import foip_analysis as foip
foip.save_figure(foip.plot(foip.count(foip.load(), "priority")), "priorities-en")
None
"""
# The same without the package, which takes seconds to import and to draw.
SAVES = """
import os, pathlib
None if (pathlib.Path(os.environ["FOIP_FIGURES"]) / "priorities-en.json").write_text("{}") else None
"""
SWITCH = 'LANG = "en"  # or another'
SWITCHED = """
import os, pathlib
words = f'{{"title": "in {LANG}", "subtitle": "", "alt": ""}}'  # as save_figure() would
None if (pathlib.Path(os.environ["FOIP_FIGURES"]) / NAME).write_text(words) else None
"""


@pytest.fixture
def without_decks(tmp_path, monkeypatch):
    """In a folder of its own, with made-up decks: the real ones take long, and are tested with the
    slides.
    """

    def decks(new: Path) -> None:
        for lang in ("en", "ja"):
            (new / f"foip-{lang}.pptx").write_text(lang)

    monkeypatch.setattr(building, "write_decks", decks)
    monkeypatch.chdir(tmp_path)


@pytest.fixture
def build(tmp_path, capsys, without_decks):
    """Write notebooks, given as {name: cells}, and run the command on them: its exit code and what
    it tells on stderr.
    """

    def run(**notebooks):
        (tmp_path / "notebooks").mkdir(exist_ok=True)
        for name, cells in notebooks.items():
            document = nbformat.v4.new_notebook(
                metadata={"kernelspec": {"name": "python3", "display_name": "Python 3"}}
            )
            document.cells = [nbformat.v4.new_code_cell(cell) for cell in cells]
            nbformat.write(document, tmp_path / "notebooks" / f"{name}.ipynb")
        return main(["figures"]), capsys.readouterr().err

    return run


def hashed(folder: Path) -> str:
    """What SHA256SUMS must hold: every file but itself, as sha256sum writes it."""
    files = sorted(path for path in folder.iterdir() if path.name != "SHA256SUMS")
    return "".join(
        f"{hashlib.sha256(path.read_bytes()).hexdigest()}  {path.name}\n" for path in files
    )


@needs_figures
def test_the_stored_figures_are_those_that_were_made_together_and_small_enough():
    assert hashed(FIGURES) == (FIGURES / "SHA256SUMS").read_text(encoding="utf-8")
    assert sum(path.stat().st_size for path in FIGURES.iterdir()) < 25e6


def test_figures_are_written_with_a_gallery_and_again_to_the_same_bytes(tmp_path, build):
    assert build(one=[GOOD])[0] == 0
    first = {path.name: path.read_bytes() for path in (tmp_path / "figures").iterdir()}
    assert {
        "README.md",
        "index.html",
        *(f"priorities-en.{s}" for s in ("csv", "json", "pdf", "png", "svg")),
    } <= set(first)
    for page in ("README.md", "index.html"):
        assert b"priorities-en.png" in first[page]
        assert b"http" not in first[page]
        assert b"foip-en.pptx" in first[page]
        assert b"explorer.html" in first[page]
    assert b"one.ipynb" in first["README.md"]
    assert {"foip-en.pptx", "foip-ja.pptx", "explorer.html"} <= set(first)
    assert hashed(tmp_path / "figures") == first.pop("SHA256SUMS").decode()
    assert build(one=[GOOD])[0] == 0
    again = {path.name: path.read_bytes() for path in (tmp_path / "figures").iterdir()}
    assert hashed(tmp_path / "figures") == again.pop("SHA256SUMS").decode()
    assert again == first


def written_by_a_run(folder: Path, **files: str) -> dict[str, bytes]:
    """Lay files into a folder with their list of hashes; return what it holds."""
    folder.mkdir()
    for name, text in files.items():
        (folder / f"{name}.txt").write_text(text)
    (folder / "SHA256SUMS").write_text(hashed(folder))
    return held_in(folder)


def held_in(folder: Path) -> dict[str, bytes]:
    return {
        str(path.relative_to(folder)): path.read_bytes()
        for path in folder.rglob("*")
        if path.is_file()
    }


def test_a_failing_cell_is_named_and_the_old_figures_stay(tmp_path, build):
    old = written_by_a_run(tmp_path / "figures", old="old")
    code, told = build(one=[SAVES], two=["1 + 1", "{}['tool']"])
    assert code == 1
    assert "two.ipynb, cell 2: KeyError: 'tool'" in told
    assert "The figures are as they were." in told
    assert held_in(tmp_path / "figures") == old
    assert not list(tmp_path.glob(".figures*"))


BROKEN = {
    "not JSON": "{",
    "no cells": '{"nbformat": 4, "nbformat_minor": 5, "metadata": {}}',
    "no kernel": '{"nbformat": 4, "nbformat_minor": 5, "metadata": {}, "cells": []}',
    "an unknown kernel": '{"nbformat": 4, "nbformat_minor": 5, "cells": [], "metadata": '
    '{"kernelspec": {"name": "nosuch", "display_name": "", "language": ""}}}',
    "not UTF-8": "\udcff",
}


@pytest.mark.parametrize("command", ["figures", "notebooks"])
@pytest.mark.parametrize("kind", BROKEN)
def test_a_broken_notebook_is_named(tmp_path, capsys, without_decks, kind, command):
    (tmp_path / "notebooks").mkdir()
    path = tmp_path / "notebooks" / "one.ipynb"
    path.write_text(BROKEN[kind], errors="surrogateescape")
    before = path.read_bytes()
    assert main([command]) == 1
    assert "one.ipynb" in capsys.readouterr().err
    assert path.read_bytes() == before
    assert not (tmp_path / "figures").exists()


def test_a_process_that_ends_is_named_with_its_cell(tmp_path, build):
    code, told = build(one=["1 + 1", "import os\nos._exit(3)", "2 + 2"])
    assert code == 1
    assert "one.ipynb, cell 2: its process ended with the exit code 3" in told
    assert "os._exit(3)" in told
    assert "Traceback" not in told


def test_a_cell_that_takes_too_long_is_named_and_its_process_ended(tmp_path, build, monkeypatch):
    monkeypatch.setattr(runner, "TIMEOUT", 5)
    code, told = build(one=["1 + 1", "import time\ntime.sleep(600)"])
    assert code == 1
    assert "one.ipynb, cell 2: it takes more than 5 seconds" in told
    assert not multiprocessing.active_children()


def test_notebooks_know_nothing_of_each_other(tmp_path, build):
    """Neither a name, nor a module's state, nor the folder that one has gone to."""
    cells = ["import os, sys", "assert not hasattr(sys, 'mine')", "sys.mine = 1; os.chdir('/')"]
    here = "import os, pathlib\nassert pathlib.Path.cwd().name == 'notebooks'"
    code, told = build(one=[here, *cells], two=[here, *cells], three=["assert 'os' not in dir()"])
    assert code == 0, told


def test_a_cell_that_is_said_to_fail_may_and_one_may_wait(tmp_path, build):
    build(one=["1"])
    path = tmp_path / "notebooks" / "one.ipynb"
    document = nbformat.read(path, 4)
    document.cells = [
        nbformat.v4.new_code_cell("{}['tool']", metadata={"tags": ["raises-exception"]}),
        nbformat.v4.new_code_cell("import asyncio\nawait asyncio.sleep(0)"),
    ]
    nbformat.write(document, path)
    code, told = build()
    assert code == 0, told


def test_a_process_that_does_not_begin_is_told_of_its_notebook(tmp_path, build, monkeypatch):
    monkeypatch.setattr(runner, "_run", int)  # ends at once, before any cell
    code, told = build(one=["1"])
    assert code == 1
    assert "one.ipynb: its process ended with the exit code 1" in told


def test_what_is_imported_before_forking_starts_no_thread():
    names = ", ".join(runner.WARM)
    asked = f"import {names}, threading; print(threading.active_count())"
    told = subprocess.run([sys.executable, "-c", asked], capture_output=True, text=True, check=True)
    assert told.stdout == "1\n"


def test_a_notebook_in_another_language_is_refused(tmp_path, build):
    build(one=["1"])
    path = tmp_path / "notebooks" / "one.ipynb"
    path.write_text(path.read_text().replace('"name": "python3"', '"name": "ir", "language": "R"'))
    code, told = build()
    assert code == 1
    assert "one.ipynb is written for 'ir', and figures are drawn in Python" in told


# What no run wrote is not touched


@pytest.fixture
def quick(monkeypatch, tmp_path, shipped):
    """Run the command in this process, its notebook saving ``new.json``; no kernel, no decks."""

    def draw_one(_, folder, lang):
        folder.mkdir(parents=True)
        words = '{"title": "", "subtitle": "", "alt": ""}'
        (folder / "new.json").write_text(words)

    monkeypatch.setattr(building, "draw", draw_one)
    monkeypatch.setattr(building, "spoken", lambda _: ["en"])
    monkeypatch.setattr(building, "write_decks", lambda _: [])
    monkeypatch.setattr(building, "save_explorer", lambda *_: None)
    monkeypatch.setattr(building, "load", lambda: shipped)
    monkeypatch.chdir(tmp_path)
    (tmp_path / "notebooks").mkdir()
    (tmp_path / "notebooks" / "one.ipynb").write_text("read by no one")
    return lambda *options: main(["figures", *options])


def test_a_former_runs_figures_are_replaced(tmp_path, quick):
    written_by_a_run(tmp_path / "figures", old="old", new="old")
    (tmp_path / "figures" / "new.txt").unlink()  # the user's right; it would be made anew
    (tmp_path / "figures" / ".DS_Store").write_text("of the system")
    assert quick() == 0
    new = {"new.json", "README.md", "index.html", "SHA256SUMS", ".DS_Store"}
    assert set(held_in(tmp_path / "figures")) == new
    (tmp_path / "figures" / ".DS_Store").unlink()
    assert hashed(tmp_path / "figures") == (tmp_path / "figures" / "SHA256SUMS").read_text()
    assert quick() == 0


def added(folder):
    (folder / "mine.txt").write_text("mine")


def changed(folder):
    (folder / "old.txt").write_text("by hand")


def unlisted(folder):
    (folder / "SHA256SUMS").unlink()


def nested(folder):
    (folder / "mine.txt").mkdir()


def linked(folder):
    (folder / "old.txt").rename(folder.parent / "elsewhere.txt")
    (folder / "old.txt").symlink_to(folder.parent / "elsewhere.txt")


@pytest.mark.parametrize(
    ("what", "name"),
    [
        (added, "mine.txt"),
        (changed, "old.txt"),
        (unlisted, "old.txt"),
        (nested, "mine.txt"),
        (linked, "old.txt"),
    ],
)
def test_what_no_run_wrote_is_refused_by_name_before_a_notebook_runs(
    tmp_path, quick, capsys, monkeypatch, what, name
):
    monkeypatch.setattr(building, "draw", lambda *_: pytest.fail("a notebook was run"))
    written_by_a_run(tmp_path / "figures", old="old")
    what(tmp_path / "figures")
    before = held_in(tmp_path / "figures")
    assert quick() == 1
    told = capsys.readouterr().err
    assert f": {name}. " in told
    assert "--figures" in told
    assert held_in(tmp_path / "figures") == before
    assert (tmp_path / "figures" / name).exists()


def test_what_is_added_while_the_notebooks_run_is_refused_too(tmp_path, quick, monkeypatch):
    old = written_by_a_run(tmp_path / "figures", old="old")
    draw = building.draw

    def draw_and_add(*arguments):
        draw(*arguments)
        added(tmp_path / "figures")

    monkeypatch.setattr(building, "draw", draw_and_add)
    assert quick() == 1
    assert held_in(tmp_path / "figures") == old | {"mine.txt": b"mine"}


def test_a_file_in_place_of_the_folder_stays(tmp_path, quick, capsys):
    (tmp_path / "figures").write_text("a file")
    assert quick() == 1
    assert "--figures" in capsys.readouterr().err
    assert (tmp_path / "figures").read_text() == "a file"


@pytest.mark.parametrize("command", ["figures", "notebooks"])
@pytest.mark.parametrize("folder", ["nosuch", "empty"])
def test_no_notebooks_is_an_error(tmp_path, quick, capsys, command, folder):
    old = written_by_a_run(tmp_path / "figures", old="old")
    (tmp_path / "empty").mkdir()
    assert main([command, "--notebooks", folder]) == 1
    told = capsys.readouterr().err
    assert told.startswith(f"{folder}: ")
    assert "--notebooks" in told
    assert held_in(tmp_path / "figures") == old


def test_drafts_of_a_killed_run_are_cleared_and_those_of_a_living_one_are_not(
    tmp_path, quick, capsys
):
    draft = tmp_path / ".figures.foip-abc" / "drafts"
    draft.mkdir(parents=True)
    with held(tmp_path / ".figures.foip.lock"):
        assert quick() == 1
        assert "another program is writing" in capsys.readouterr().err
        assert draft.is_dir()
    assert quick() == 0
    assert not list(tmp_path.glob(".figures*"))


def test_two_notebooks_may_not_save_the_same_name(tmp_path, build):
    code, told = build(one=[SAVES], two=[SAVES])
    assert code == 1
    assert "both save a figure 'priorities-en'" in told
    assert not (tmp_path / "figures").exists()


# A switch of the language


def test_a_notebook_with_a_switch_that_saves_runs_in_each_language(tmp_path, build):
    cells = [SWITCH, SWITCHED.replace("NAME", 'f"areas-{LANG}.json"')]
    code, told = build(one=cells, two=[SWITCH, "assert LANG == 'en'"])
    assert code == 0, told
    for lang in ("en", "ja"):
        assert f"in {lang}" in (tmp_path / "figures" / f"areas-{lang}.json").read_text()
    gallery = (tmp_path / "figures" / "README.md").read_text(encoding="utf-8")
    assert gallery.count("one.ipynb](") == 1, "one figure in two languages"
    assert nbformat.read(tmp_path / "notebooks" / "one.ipynb", 4).cells[0].source == SWITCH


def test_languages_under_one_name_are_refused_and_a_cell_that_fails_in_one_is_named(
    tmp_path, build
):
    code, told = build(one=[SWITCH, SWITCHED.replace("NAME", '"areas.json"')])
    assert code == 1
    assert "'areas' in ja" in told
    code, told = build(one=[SWITCH, SWITCHED.replace("NAME", "{'en': 'areas-en.json'}[LANG]")])
    assert code == 1
    assert "one.ipynb, cell 2" in told
    assert 'LANG = "ja"' in told
    assert not (tmp_path / "figures").exists()
