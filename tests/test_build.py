"""Figures are replaced all at once or not at all, and a failing cell is named."""

import subprocess
import sys

import nbformat
import pytest

from foip_analysis.build import NotebookError, build

GOOD = """
import foip_analysis as foip
foip.save_figure(foip.plot_bars(foip.count(foip.load(), "priority")), "priorities-en")
None
"""


def notebook(folder, name, *cells):
    folder.mkdir(exist_ok=True)
    document = nbformat.v4.new_notebook(metadata={"kernelspec": {"name": "python3", "display_name": "Python 3"}})
    document.cells = [nbformat.v4.new_code_cell(cell) for cell in cells]
    nbformat.write(document, folder / f"{name}.ipynb")


def test_figures_are_written_with_a_gallery_and_again_to_the_same_bytes(tmp_path, capfd):
    notebook(tmp_path / "notebooks", "01-one", GOOD)
    written = build(tmp_path / "notebooks", tmp_path / "figures")
    assert [path.name for path in written] == ["README.md", *(f"priorities-en.{s}" for s in ("csv", "json", "pdf", "png", "svg"))]
    gallery = (tmp_path / "figures" / "README.md").read_text(encoding="utf-8")
    assert "01-one.ipynb" in gallery
    assert "priorities-en.csv" in gallery
    first = {path.name: path.read_bytes() for path in written}
    assert {path.name: path.read_bytes() for path in build(tmp_path / "notebooks", tmp_path / "figures")} == first


def test_a_failing_cell_is_named_and_the_old_figures_stay(tmp_path):
    notebook(tmp_path / "notebooks", "01-one", GOOD)
    notebook(tmp_path / "notebooks", "02-two", "1 + 1", "{}['tool']")
    (tmp_path / "figures").mkdir()
    (tmp_path / "figures" / "old.txt").write_text("old")
    told = subprocess.run([sys.executable, "-m", "foip_analysis", "figures"], cwd=tmp_path, capture_output=True, text=True, check=False)
    assert told.returncode == 1
    assert "02-two.ipynb, cell 2: KeyError: 'tool'" in told.stderr
    assert "The figures are as they were." in told.stderr
    assert [path.name for path in tmp_path.rglob("figures/*")] == ["old.txt"]
    assert not list(tmp_path.glob(".figures-*"))


def test_two_notebooks_may_not_save_the_same_name(tmp_path, capfd):
    notebook(tmp_path / "notebooks", "01-one", GOOD)
    notebook(tmp_path / "notebooks", "02-two", GOOD)
    with pytest.raises(NotebookError, match="both save a figure 'priorities-en'"):
        build(tmp_path / "notebooks", tmp_path / "figures")
