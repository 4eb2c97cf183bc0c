"""Figures are replaced all at once or not at all, and a failing cell is named."""

import hashlib
import subprocess
import sys
from pathlib import Path

import nbformat
import pytest
from conftest import needs_figures

FIGURES = Path(__file__).parents[2] / "figures"

GOOD = """
import foip_analysis as foip
foip.save_figure(foip.plot_bars(foip.count(foip.load(), "priority")), "priorities-en")
None
"""
# The same without the package, which takes seconds to import and to draw.
SAVES = """
import os, pathlib
None if (pathlib.Path(os.environ["FOIP_FIGURES"]) / "priorities-en.json").write_text("{}") else None
"""
# Decks take long; that they are the same again is tested with the slides.
WITH_THE_OLD_DECKS = """
import pathlib, shutil, sys
from foip_analysis.cli import build, shell
old = pathlib.Path("figures")
build.write_decks = lambda new: [shutil.copy(path, new) for path in old.glob("*.pptx")]
sys.exit(shell.main(["figures"]))
"""


@pytest.fixture
def build(tmp_path):
    """Write notebooks, given as {name: cells}, and run the command on them."""

    def run(command=("-m", "foip_analysis", "figures"), **notebooks):
        (tmp_path / "notebooks").mkdir(exist_ok=True)
        for name, cells in notebooks.items():
            document = nbformat.v4.new_notebook(
                metadata={"kernelspec": {"name": "python3", "display_name": "Python 3"}}
            )
            document.cells = [nbformat.v4.new_code_cell(cell) for cell in cells]
            nbformat.write(document, tmp_path / "notebooks" / f"{name}.ipynb")
        command = [sys.executable, *command]
        return subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, check=False)

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
    assert build(one=[GOOD]).returncode == 0
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
    assert build(command=["-c", WITH_THE_OLD_DECKS], one=[GOOD]).returncode == 0
    again = {path.name: path.read_bytes() for path in (tmp_path / "figures").iterdir()}
    assert hashed(tmp_path / "figures") == again.pop("SHA256SUMS").decode()
    assert again == first


def test_a_failing_cell_is_named_and_the_old_figures_stay(tmp_path, build):
    (tmp_path / "figures").mkdir()
    (tmp_path / "figures" / "old.txt").write_text("old")
    told = build(one=[SAVES], two=["1 + 1", "{}['tool']"])
    assert told.returncode == 1
    assert "two.ipynb, cell 2: KeyError: 'tool'" in told.stderr
    assert "The figures are as they were." in told.stderr
    assert [path.name for path in tmp_path.rglob("figures/*")] == ["old.txt"]
    assert not list(tmp_path.glob(".figures-*"))


def test_two_notebooks_may_not_save_the_same_name(tmp_path, build):
    told = build(one=[SAVES], two=[SAVES])
    assert told.returncode == 1
    assert "both save a figure 'priorities-en'" in told.stderr
    assert not (tmp_path / "figures").exists()
