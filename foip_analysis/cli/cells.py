"""The cells of a notebook → the figures that they save, in a process of its own that starts warm.

A kernel imports the same libraries anew for every notebook. Here one server has imported them, and
each notebook's process is a fork of it: as alone as in a kernel, and there at once. What the cells
show goes nowhere; to store it is ``run``'s, in ``build.py``. Where processes cannot be forked they
start cold.
"""

from __future__ import annotations

import io
import multiprocessing
import os
from contextlib import redirect_stderr, redirect_stdout
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from multiprocessing.connection import Connection

TIMEOUT = 300.0  # seconds that a cell may take
WARM = (
    *("IPython.core.interactiveshell", "matplotlib.pyplot", "plotly.graph_objects", "seaborn"),
    *("foip_analysis.charts.plot", "foip_analysis.charts.map", "foip_analysis.files.figures"),
)


class CellError(RuntimeError):
    """A cell fails; ``number`` says which, from 1; 0 if the process ended before the first."""

    def __init__(self, number: int, reason: str) -> None:
        super().__init__(reason)
        self.number = number


def run_cells(cells: list[tuple[str, bool]], where: Path, figures: Path) -> None:
    """Run cells in a folder, the figures that they save going to another: each its source, and
    whether it may fail.

    Raises
    ------
    CellError
        If a cell fails, ends its process, or takes too long.
    """
    forks = "forkserver" in multiprocessing.get_all_start_methods()
    context: Any = multiprocessing.get_context("forkserver" if forks else "spawn")
    if forks:
        context.set_forkserver_preload(WARM)
    heard, told = context.Pipe(duplex=False)
    process = context.Process(target=_run, args=(cells, where, figures, told))
    process.start()
    told.close()
    at = 0
    try:
        while heard.poll(TIMEOUT):
            at, reason = heard.recv()
            if reason is not None:
                raise CellError(at, reason)
            if at > len(cells):
                return
        raise CellError(at, f"it takes more than {TIMEOUT:.0f} seconds")
    except EOFError:
        process.join()
        raise CellError(at, f"its process ended with the exit code {process.exitcode}") from None
    finally:
        process.kill()
        process.join()


def _run(cells: list[tuple[str, bool]], where: Path, figures: Path, told: Connection) -> None:
    """Tell the number of each cell before it runs, and of what comes after the last."""
    import matplotlib
    from IPython.core.interactiveshell import InteractiveShell
    from traitlets.config import Config

    matplotlib.use("agg")
    os.environ["FOIP_FIGURES"] = str(figures.resolve())
    os.chdir(where)
    quiet = Config({"HistoryManager": {"enabled": False}})
    shell: Any = InteractiveShell.instance(config=quiet)
    with redirect_stdout(io.StringIO()), redirect_stderr(io.StringIO()):
        for number, (source, may_fail) in enumerate(cells, 1):
            told.send((number, None))
            found = shell.run_cell(source)
            error = found.error_before_exec or found.error_in_exec
            if error and not may_fail:
                told.send((number, f"{type(error).__name__}: {error}"))
                return
    told.send((len(cells) + 1, None))
