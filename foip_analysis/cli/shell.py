"""The same numbers from a shell: a command a verb, with exit codes that a script can use.

0: done and all holds. 1: the data or the source has faults, or a file cannot be read or written.
2: the command was not understood. Options have the names that they have in Python, and what the
library refuses is refused here in its words, on stderr.
"""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Sequence
from pathlib import Path

from foip_analysis.cli.commands import Run, add_command, add_tables
from foip_analysis.dataset.faults import DataError
from foip_analysis.dataset.loading import load
from foip_analysis.words.catalogue import FIRST, languages, say

SHELL_EXAMPLES = """examples:
  foip cross-tab tool region        how many initiatives have each tool in each region?
  foip members tool=osa             which initiatives have the tool osa, and by which words?
  foip describe osa                 what does the code osa mean?
  foip check mydata                 is this folder a dataset without faults?
  foip verify foip_ja.txt           does every coded word stand in the source?
  foip template book.xlsx --units plan.txt
                                    a workbook to code the text plan.txt in
  foip package mydata --metadata mydata.toml
  foip explorer --data mydata --figures .
                                    a page to explore it in a browser, to mail or to put on a site
"""
TEMPLATE = """examples:
  foip template book.xlsx --units plan.txt --text
  foip template book.xlsx --codebook mydata/codebook.csv --lang ja
"""


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command; return the exit code."""
    parser = argparse.ArgumentParser(
        prog="foip",
        description="Count, check and verify a dataset of coded initiatives.",
        epilog=SHELL_EXAMPLES,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    commands = parser.add_subparsers(required=True, metavar="command")
    add_tables(commands)
    verify = add_command(
        commands, "verify", _verify, "check a dataset against the text that it was coded from"
    )
    verify.add_argument("source", type=Path, help="the document, a UTF-8 text file")
    check = add_command(
        commands, "check", _check, "check a folder or workbook and list all faults", data=False
    )
    check.add_argument("folder", type=Path, help="a folder with the four CSV files, or an .xlsx")
    check.add_argument("--all", action="store_true", help="of very many faults tell every one")
    making = add_command(
        commands,
        "template",
        _template,
        "write a workbook to code a document in, with the codes as lists",
        data=False,
        examples=TEMPLATE,
    )
    making.add_argument("path", type=Path, help="an .xlsx that is not there yet")
    making.add_argument(
        "--codebook",
        type=Path,
        metavar="PATH",
        help="a CSV, folder or .xlsx with the codes; the shipped ones if left out",
    )
    making.add_argument(
        "--units",
        type=Path,
        metavar="PATH",
        help="the text to code (.txt), or units that there are",
    )
    making.add_argument(
        "--text", action="store_true", help="show the words of each unit, in the workbook alone"
    )
    making.add_argument("--lang", default=FIRST, help="of the notes: " + ", ".join(languages()))
    package = add_command(
        commands, "package", _package, "write datapackage.json and croissant.json", data=False
    )
    package.add_argument("folder", type=Path, help="a folder with the four CSV files")
    package.add_argument(
        "--metadata",
        type=Path,
        default="pyproject.toml",
        metavar="TOML",
        help="has [tool.foip-analysis.dataset], and may have [tool.foip-analysis.card]",
    )
    figures = add_command(
        commands,
        "figures",
        _figures,
        "run the notebooks and write the figures (in a checkout)",
        data=False,
    )
    figures.add_argument("--notebooks", type=Path, default="notebooks", metavar="FOLDER")
    figures.add_argument("--figures", type=Path, default="figures", metavar="FOLDER")
    deck = add_command(
        commands, "deck", _deck, "write the slides foip-en.pptx and foip-ja.pptx", data=False
    )
    deck.add_argument(
        "--folder", type=Path, default="figures", metavar="FOLDER", help="made if it is not there"
    )
    deck.add_argument(
        "--template",
        type=Path,
        metavar="PPTX",
        help="your organisation's .pptx or .potx: its size, layouts, fonts and colours are taken",
    )
    explorer = add_command(
        commands,
        "explorer",
        _explorer,
        "write explorer.html, a page to explore a dataset in a browser without a network",
    )
    explorer.add_argument(
        "--figures",
        type=Path,
        default="figures",
        metavar="FOLDER",
        help="where to write it; made if it is not there",
    )
    explorer.add_argument("--rows", metavar="DIMENSION", help="the rows that it opens with")
    explorer.add_argument("--columns", metavar="DIMENSION", help="the columns that it opens with")
    rerun = add_command(
        commands,
        "notebooks",
        _notebooks,
        "run the notebooks and store their outputs (in a checkout)",
        data=False,
    )
    rerun.add_argument("--notebooks", type=Path, default="notebooks", metavar="FOLDER")
    asked = parser.parse_args(arguments)
    try:
        run: Run = asked.run
        return run(asked)
    except DataError as error:
        print(error, file=sys.stderr)
        return 1
    except BrokenPipeError:  # the reader has enough, as in "| head"
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 1
    except OSError as error:
        print(f"{error.filename or 'The output'}: {error.strerror or error}.", file=sys.stderr)
        return 1
    except (ValueError, ImportError) as error:
        print(error, file=sys.stderr)
        return 2


def _counted(name: str, counts: dict[str, int], **paths: Path) -> str:
    return say(name, None, **{key: str(place) for key, place in (counts | paths).items()})


def _check(asked: argparse.Namespace) -> int:
    try:
        dataset = load(asked.folder)
    except DataError as error:
        print(error.tell_all() if asked.all else error, file=sys.stderr)
        return 1
    counts = {"initiatives": len(dataset.initiatives), "codings": len(dataset.codings)}
    print(_counted("shell-check", counts, folder=asked.folder))
    return 0


def _verify(asked: argparse.Namespace) -> int:
    from foip_analysis.dataset.verify import verify

    dataset = load(asked.data)
    faults = verify(dataset, asked.source)
    for fault in faults:
        print(fault, file=sys.stderr)
    if not faults:
        counts = {"units": len(dataset.units), "codings": len(dataset.codings)}
        print(_counted("shell-verify", counts, source=asked.source))
    return 1 if faults else 0


def _template(asked: argparse.Namespace) -> int:
    from foip_analysis.files.template import template

    given = {name: getattr(asked, name) for name in ("codebook", "units", "text", "lang")}
    print(template(asked.path, **given))
    return 0


def _package(asked: argparse.Namespace) -> int:
    import tomllib

    from foip_analysis.dataset.croissant import as_croissant, read_card
    from foip_analysis.dataset.package import as_bytes, describe
    from foip_analysis.files.whole import write_together

    tools = tomllib.loads(asked.metadata.read_text(encoding="utf-8")).get("tool", {})
    told = tools.get("foip-analysis", {})
    if "dataset" not in told:
        raise ValueError(
            f"{asked.metadata} has no table [tool.foip-analysis.dataset]. Add one with "
            "name, title and version."
        )
    descriptor = describe(asked.folder, **told["dataset"])
    headings = told.get("card", {})
    text = (asked.folder / "README.md").read_text(encoding="utf-8") if headings else ""
    croissant = as_croissant(descriptor, read_card(text, headings))
    made = {"datapackage.json": descriptor, "croissant.json": croissant}
    for path in write_together({asked.folder / name: as_bytes(made[name]) for name in made}):
        print(path.name)
    return 0


def _figures(asked: argparse.Namespace) -> int:
    from foip_analysis.cli.build import NotebookError, build

    try:
        written = build(asked.notebooks, asked.figures)
    except NotebookError as error:
        print(f"{error}\n\nThe figures are as they were.", file=sys.stderr)
        return 1
    print(_counted("shell-figures", {"count": len(written)}, folder=asked.figures))
    return 0


def _deck(asked: argparse.Namespace) -> int:
    from foip_analysis.shipped.deck import write_decks

    for path in write_decks(asked.folder, template=asked.template):
        print(path)
    return 0


def _explorer(asked: argparse.Namespace) -> int:
    from foip_analysis.explorer.page import save_explorer

    page = asked.figures / "explorer.html"
    print(save_explorer(load(asked.data), page, rows=asked.rows, columns=asked.columns))
    return 0


def _notebooks(asked: argparse.Namespace) -> int:
    import tempfile

    from foip_analysis.cli.build import NotebookError, found, run

    for path in found(asked.notebooks):
        with tempfile.TemporaryDirectory() as unused:
            try:
                run(path, Path(unused))
            except NotebookError as error:
                print(error, file=sys.stderr)
                return 1
        print(path.name)
    return 0
