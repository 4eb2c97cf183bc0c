"""Notebooks → the folder of figures: run side by side, then put in place all at once, or not at
all.

Each notebook runs in a kernel of its own and saves its figures into a folder of drafts. Only when
all have run do the drafts take the place of the old figures; if a cell fails, the old ones stay as
they were and the error names the notebook, the cell and the reason. ``SHA256SUMS`` holds a hash of
every file, in the form that ``sha256sum --check`` reads.
"""

from __future__ import annotations

import hashlib
import os
import shutil
import tempfile
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import TYPE_CHECKING

from foip_analysis.cli.gallery import write_gallery
from foip_analysis.dataset.dataset import load
from foip_analysis.explorer.page import save_explorer
from foip_analysis.files.extras import need
from foip_analysis.shipped.deck import write_decks
from foip_analysis.words.catalogue import say

if TYPE_CHECKING:
    from nbformat import NotebookNode


class NotebookError(RuntimeError):
    """A cell of a notebook failed; the text names the notebook, the cell and the reason."""


def build(notebooks: Path, figures: Path) -> list[Path]:
    """Run every notebook and replace a folder of figures by what they save, with the decks.

    Parameters
    ----------
    notebooks
        A folder with notebooks; they are read, not written.
    figures
        The folder to replace.

    Returns
    -------
    list of pathlib.Path
        The files of the new folder: figures, decks, explorer, gallery and hashes.

    Raises
    ------
    NotebookError
        If a cell fails; the figures are then as they were.
    DataError
        If the shipped data has faults.
    ImportError
        If nbclient, nbformat, tqdm or python-pptx is not installed.
    """
    tqdm = need("Running notebooks", "tqdm", "nbclient", "nbformat").tqdm
    need("A deck of slides", "pptx")  # rather now than after the notebooks
    dataset = load()
    paths = sorted(notebooks.glob("*.ipynb"))
    with tempfile.TemporaryDirectory(dir=figures.parent, prefix=".figures-") as draft:
        drafts = [Path(draft) / "drafts" / path.stem for path in paths]
        with ThreadPoolExecutor(max_workers=os.cpu_count()) as pool:
            for _ in tqdm(
                pool.map(run, paths, drafts),
                total=len(paths),
                desc=say("shell-progress", None),
                unit=say("shell-progress-unit", None),
            ):
                pass
        new = Path(draft) / "figures"
        new.mkdir()
        sets: dict[str, str] = {}
        for path, folder in zip(paths, drafts, strict=True):
            for file in sorted(folder.iterdir()):
                if sets.setdefault(file.stem, path.name) != path.name:
                    raise NotebookError(
                        f"{path.name} and {sets[file.stem]} both save a figure '{file.stem}'. "
                        "Rename one."
                    )
                shutil.move(file, new / file.name)
        write_decks(new)
        save_explorer(dataset, new / "explorer.html")
        write_gallery(new, sets)
        _write_sums(new)
        _replace(figures, new, Path(draft) / "old")
    return sorted(figures.iterdir())


def run(notebook: Path, figures: Path, *, write: bool = False) -> None:
    """Run one notebook, its figures going to a folder; with ``write``, store the outputs in it.

    Raises
    ------
    NotebookError
        If a cell fails.
    """
    import nbformat
    from nbclient import NotebookClient
    from nbclient.exceptions import CellExecutionError

    figures.mkdir(parents=True, exist_ok=True)
    document = nbformat.read(notebook, as_version=4)  # type: ignore[no-untyped-call]  # untyped
    client = NotebookClient(
        document,
        timeout=300,
        record_timing=False,
        extra_arguments=["--log-level=40"],
        resources={"metadata": {"path": str(notebook.parent)}},
    )
    try:
        client.execute(env={**os.environ, "FOIP_FIGURES": str(figures.resolve())})
    except CellExecutionError as error:
        number, cell = next((n, c) for n, c in enumerate(document.cells, 1) if _failed(c))
        raise NotebookError(
            f"{notebook.name}, cell {number}: {error.ename}: {error.evalue}\n\n{cell.source}"
        ) from error
    if write:
        document.metadata = {
            "kernelspec": document.metadata["kernelspec"],
            "language_info": {"name": "python"},
        }
        nbformat.write(document, notebook)  # type: ignore[no-untyped-call]  # untyped


def _write_sums(folder: Path) -> None:
    lines = [
        f"{hashlib.sha256(path.read_bytes()).hexdigest()}  {path.name}"
        for path in sorted(folder.iterdir())
    ]
    (folder / "SHA256SUMS").write_text("\n".join(lines) + "\n", encoding="utf-8")


def _failed(cell: NotebookNode) -> bool:
    return any(output.output_type == "error" for output in cell.get("outputs", []))


def _replace(old: Path, new: Path, aside: Path) -> None:
    if old.exists():
        old.rename(aside)
    try:
        new.rename(old)
    except OSError:
        if aside.exists():
            aside.rename(old)
        raise
