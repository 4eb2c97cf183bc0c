"""Notebooks → the folder of figures: run side by side, then put in place all at once, or not at
all.

Each notebook runs in a process of its own and saves its figures into a folder of drafts. One that
has the line ``LANG = "en"`` runs once for each language, for its charts are in that which is set
there. Only when all have run do the drafts take the place of the old figures; if a cell fails, the
old ones stay as they were and the error names the notebook, the cell and the reason. ``SHA256SUMS``
holds a hash of every file, in the form that ``sha256sum --check`` reads. By it a former run's
figures are known: a folder that holds anything else is not touched.
"""

from __future__ import annotations

import asyncio
import errno
import hashlib
import os
import re
import shutil
import tempfile
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import TYPE_CHECKING

from foip_analysis.cli.cells import CellError, run_cells
from foip_analysis.cli.gallery import write_gallery
from foip_analysis.dataset.libraries import need
from foip_analysis.dataset.loading import load
from foip_analysis.explorer.page import save_explorer
from foip_analysis.files.sums import SUMS, digest_of, read_sums, sums_of
from foip_analysis.files.whole import (
    MEANWHILE,
    WriteError,
    held,
    settle,
    told,
    write_together,
    write_whole,
)
from foip_analysis.shipped.deck import write_decks
from foip_analysis.words.catalogue import FIRST, languages, say

if TYPE_CHECKING:
    from nbformat import NotebookNode

SWITCH = re.compile(rf'^LANG = "{FIRST}"', re.MULTILINE)
OF_THE_SYSTEM = {".DS_Store", "Thumbs.db", "desktop.ini"}  # laid into any folder that is looked at


class NotebookError(RuntimeError):
    """A notebook cannot run; the text names it, the cell if one failed, and the reason."""


def build(notebooks: Path, figures: Path) -> list[Path]:
    """Run every notebook and replace a former run's figures by what they save, with the decks.

    Parameters
    ----------
    notebooks
        A folder with notebooks; they are read, not written.
    figures
        The folder of the figures: new, empty, or as a former run left it.

    Returns
    -------
    list of pathlib.Path
        The files of the new folder: figures, decks, explorer, gallery and hashes.

    Raises
    ------
    NotebookError
        If a cell fails; the figures are then as they were.
    OSError
        If there are no notebooks, or the folder holds what no run wrote, or cannot be written.
    DataError
        If the shipped data has faults.
    ImportError
        If nbclient, nbformat, tqdm or python-pptx is not installed.
    """
    paths = found(notebooks)
    figures = figures.resolve()
    former(figures)  # rather now than after the notebooks
    tqdm = need("Running notebooks", "tqdm", "nbclient", "nbformat").tqdm
    need("A deck of slides", "pptx")
    dataset = load()
    lock = figures.parent / f".{figures.name}.foip.lock"
    with told(figures), held(lock, patience=0) as alone:
        drafts_of = f".{figures.name}.foip-"
        for left in figures.parent.iterdir() if alone else ():  # of a run that was killed
            if left.name.startswith(drafts_of) and left.is_dir():
                shutil.rmtree(left, ignore_errors=True)
        with tempfile.TemporaryDirectory(dir=figures.parent, prefix=drafts_of) as draft:
            runs = [(path, lang) for path in paths for lang in spoken(path)]
            drafts = {(at, lang): Path(draft) / "drafts" / lang / at.stem for at, lang in runs}
            new = Path(draft) / "figures"
            new.mkdir()
            # The decks beside the notebooks, and of these the longest first, by what they store, so
            # that no processor waits at the end.
            first = sorted(runs, key=lambda one: one[0].stat().st_size, reverse=True)
            with ThreadPoolExecutor(max_workers=os.cpu_count()) as pool:
                decks = pool.submit(write_decks, new)
                for _ in tqdm(
                    pool.map(lambda one: draw(one[0], drafts[one], one[1]), first),
                    total=len(runs),
                    desc=say("shell-progress", None),
                    unit=say("shell-progress-unit", None),
                ):
                    pass
            decks.result()
            sets: dict[str, str] = {}
            for (path, lang), folder in drafts.items():
                saved = {file.name.partition(".")[0] for file in folder.iterdir()}
                for name in sorted(saved & sets.keys()):
                    raise NotebookError(
                        f"{path.name} and {sets[name]} both save a figure '{name}'. Rename one."
                        if sets[name] != path.name
                        else f"{path.name} saves '{name}' in {lang} over another language. Name it "
                        'f"NAME-{LANG}".'
                    )
                sets |= dict.fromkeys(saved, path.name)
                for file in folder.iterdir():
                    shutil.move(file, new / file.name)
            save_explorer(dataset, new / "explorer.html")
            write_gallery(new, sets)
            made = {path.name: path.read_bytes() for path in sorted(new.iterdir())}
    hashes = {name: hashlib.sha256(content).hexdigest() for name, content in made.items()}
    gone = dict.fromkeys(former(figures) - made.keys())
    files = {**made, SUMS: sums_of(hashes), **gone}
    return sorted(write_together({figures / name: content for name, content in files.items()}))


def found(notebooks: Path) -> list[Path]:
    """Return the notebooks of a folder, in order; refuse a folder without any."""
    paths = sorted(notebooks.glob("*.ipynb"))
    if not paths:
        why = (
            "there are no notebooks (.ipynb) in it"
            if notebooks.is_dir()
            else "there is no such folder"
        )
        raise WriteError(
            errno.ENOENT, f"{why}. Name the folder with --notebooks FOLDER", str(notebooks)
        )
    return paths


def former(figures: Path) -> set[str]:
    """Return the names of the files that a former run left in a folder.

    Raises
    ------
    OSError
        If it is a file, or holds anything else: a file that is not in its ``SHA256SUMS``, or is no
        longer what the hash there says.
    """
    if not figures.exists():
        return set()
    if not figures.is_dir():
        raise WriteError(
            errno.ENOTDIR,
            "this is a file, which stays as it is. Move it, or name a folder with --figures FOLDER",
            str(figures),
        )
    settle(figures)
    sums = read_sums(figures)
    names = {path.name for path in figures.iterdir() if not path.name.startswith(MEANWHILE)}
    names -= {SUMS, *OF_THE_SYSTEM}
    others = sorted(name for name in names if _is_other(figures / name, sums))
    if others:
        raise WriteError(
            errno.EEXIST,
            "it holds what no run of foip figures wrote, which stays as it is: "
            f"{', '.join(others)}. Move it elsewhere, or name another folder with --figures FOLDER",
            str(figures),
        )
    return names


def _is_other(file: Path, sums: dict[str, str]) -> bool:
    return file.is_symlink() or file.is_dir() or digest_of(file) != sums.get(file.name, "none")


def spoken(notebook: Path) -> list[str]:
    """Return the languages that a notebook runs in: all, if it has a switch and saves figures."""
    sources = [cell.source for cell in _read(notebook).cells if cell.cell_type == "code"]
    switched = any(SWITCH.search(source) for source in sources)
    saves = any("save_figure(" in source for source in sources)
    return list(languages()) if switched and saves else [FIRST]


def draw(notebook: Path, figures: Path, lang: str) -> None:
    """Run one notebook in a language, its figures going to a folder; its outputs are not kept.

    In another language than the first, its line ``LANG = "en"`` says that one.

    Raises
    ------
    NotebookError
        If it is no notebook in Python, or a cell fails, ends its process or takes too long.
    """
    figures.mkdir(parents=True, exist_ok=True)
    document = _read(notebook)
    kernel = document.metadata["kernelspec"]
    if kernel.get("language") not in (None, "python"):
        raise NotebookError(
            f"{notebook.name} is written for '{kernel['name']}', and figures are drawn in Python. "
            "Choose a Python kernel in JupyterLab, or move the notebook elsewhere."
        )
    cells = []
    for cell in document.cells:
        source = cell.source if cell.cell_type == "code" else ""
        source = SWITCH.sub(f'LANG = "{lang}"', source) if lang != FIRST else source
        cells.append((source, "raises-exception" in cell.metadata.get("tags", [])))
    try:
        run_cells(cells, notebook.parent, figures)
    except CellError as error:
        which = f", cell {error.number}" if error.number else ""
        which += f' with LANG = "{lang}"' if lang != FIRST else ""
        source = f"\n\n{cells[error.number - 1][0]}" if error.number else ""
        raise NotebookError(f"{notebook.name}{which}: {error}{source}") from error


def run(notebook: Path, figures: Path) -> None:
    """Run one notebook in its kernel and store its outputs in it, its figures going to a folder.

    Raises
    ------
    NotebookError
        If it is no notebook, its kernel cannot start or dies, or a cell fails or takes too long.
    """
    import nbformat
    from nbclient import NotebookClient
    from nbclient.exceptions import CellExecutionError

    figures.mkdir(parents=True, exist_ok=True)
    document = _read(notebook)
    at: list[int] = []  # the number of the cell that runs
    client = NotebookClient(
        document,
        timeout=300,
        record_timing=False,
        extra_arguments=["--log-level=40"],
        resources={"metadata": {"path": str(notebook.parent)}},
        on_cell_start=lambda cell, cell_index: at.append(cell_index + 1),
    )
    try:
        where = {**os.environ, "FOIP_FIGURES": str(figures.resolve())}
        asyncio.run(client.async_execute(env=where))  # execute() leaves its loop open
    except Exception as error:  # a kernel fails in many ways
        cell = f", cell {at[-1]}" if at else ""
        source = f"\n\n{document.cells[at[-1] - 1].source}" if at else ""
        reason = (
            f"{error.ename}: {error.evalue}"
            if isinstance(error, CellExecutionError)
            else f"{type(error).__name__}: {str(error).strip()}"
        )
        raise NotebookError(f"{notebook.name}{cell}: {reason}{source}") from error
    document.metadata = {
        "kernelspec": document.metadata["kernelspec"],
        "language_info": {"name": "python"},
    }
    text: str = nbformat.writes(document)  # type: ignore[no-untyped-call]  # untyped
    write_whole(notebook, (text.rstrip("\n") + "\n").encode())


def _read(notebook: Path) -> NotebookNode:
    """Return what a file holds; refuse what is no notebook of Jupyter's fourth format."""
    import nbformat

    try:
        document: NotebookNode = nbformat.reads(  # type: ignore[no-untyped-call]  # untyped
            notebook.read_text(encoding="utf-8"), as_version=4
        )
        nbformat.validate(document)
        if "kernelspec" not in document.metadata:
            raise ValueError("its metadata name no kernel")
    except Exception as error:  # not readable, not JSON, no cells, a format to come
        raise NotebookError(
            f"{notebook.name} is no notebook that can run: {str(error).strip()}. Open and save it "
            "in JupyterLab, or remove it."
        ) from error
    return document
