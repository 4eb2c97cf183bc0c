"""The shell's commands that give a table: counts, lists and what differs.

Words become the arguments that the library takes: ``--where region=pacific,africa`` is
``dataset.where(region=["pacific", "africa"])``, and ``--where`` and ``--stated`` are taken in the
order in which they stand, as calls in a row are. What comes back is printed, or written to a file.
"""

from __future__ import annotations

import argparse
import codecs
import sys
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pandas as pd

from foip_analysis.dataset.dataset import Dataset
from foip_analysis.dataset.loading import load
from foip_analysis.files.formats import WRITERS, for_terminal
from foip_analysis.files.whole import write_whole
from foip_analysis.tables.comparing import compare, numbers
from foip_analysis.tables.counting import count, cross_tab
from foip_analysis.tables.describing import describe
from foip_analysis.tables.members import members
from foip_analysis.words.catalogue import FIRST, languages
from foip_analysis.words.closest import did_you_mean

if TYPE_CHECKING:
    Commands = argparse._SubParsersAction[argparse.ArgumentParser]
Run = Callable[[argparse.Namespace], int]

COUNT = """examples:
  foip count tool --order size --top 5
  foip count region --where priority=p3 --none --lang ja
  foip count partner --stated --output partners.xlsx
"""
CROSS_TAB = """examples:
  foip cross-tab tool region --margins
  foip cross-tab tool region --share row --where priority=p3 --where region=pacific,africa
  foip cross-tab tool region --by priority --codes present --format csv
  foip cross-tab tool place --codes tool=oda,osa --top place=5 --lang none --format json
  foip cross-tab tool region --data mydata --count fractional --output table.html
"""
MEMBERS = """examples:
  foip members tool=osa region=pacific,africa
  foip members tool=none --format csv
  foip members theme=t2.1 --per coding --lang ja --output found.xlsx
"""
DESCRIBE = """examples:
  foip describe osa
  foip describe tool --format csv
  foip describe region --lang ja --output regions.html
"""
COMPARE = """examples:
  foip compare data/former/1.0.0 data
  foip compare data/former/1.0.0 data --rows tool --columns region --format csv
  foip compare data/former/1.0.0 data --numbers
"""
TERMINAL = "text"  # columns that line up, for a terminal
FORMATS = [suffix.removeprefix(".") for suffix in WRITERS]
FILES = [kind for kind in FORMATS if not WRITERS[f".{kind}"].is_text]  # need --output


def add_command(
    commands: Commands,
    name: str,
    run: Run,
    about: str,
    *,
    data: bool = True,
    examples: str | None = None,
) -> argparse.ArgumentParser:
    """Add a command and what it runs; with ``data`` it may be of another dataset."""
    command = commands.add_parser(
        name,
        help=about,
        description=about[0].upper() + about[1:] + ".",
        epilog=examples,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    command.set_defaults(run=run)
    if data:
        command.add_argument(
            "--data", type=Path, metavar="PATH", help="a folder or .xlsx, not the shipped dataset"
        )
    return command


def add_tables(commands: Commands) -> None:
    """Add the commands that give a table."""
    counting = _table_command(
        commands,
        "count",
        _count,
        "count the distinct initiatives with each code of a dimension",
        COUNT,
    )
    counting.add_argument("dimension", help="such as tool, region or priority")
    crossing = _table_command(
        commands,
        "cross-tab",
        _cross_tab,
        "count the distinct initiatives with each pair of codes",
        CROSS_TAB,
    )
    crossing.add_argument("rows", help="a dimension, such as tool")
    crossing.add_argument("columns", help="a dimension, such as region")
    crossing.add_argument(
        "--share", metavar="SIDE", help="divide by the base of the row, column or table"
    )
    crossing.add_argument(
        "--of",
        default="initiatives",
        metavar="UNIT",
        help="what the base of a share counts: initiatives or pairs",
    )
    crossing.add_argument(
        "--by", metavar="DIMENSION", help="a table for each code of a third dimension"
    )
    for command in (counting, crossing):
        command.add_argument(
            "--count", default="initiatives", metavar="HOW", help="initiatives or fractional"
        )
        command.add_argument(
            "--weight", metavar="COLUMN", help="add up this column of initiatives.csv"
        )
        command.add_argument(
            "--margins", action="store_true", help="add distinct counts over all codes"
        )
        command.add_argument(
            "--none", action="store_true", help="add the initiatives without a code"
        )
        command.add_argument(
            "--codes",
            action="append",
            metavar="CODES",
            help="all, present, or DIMENSION=CODE,CODE (repeatable)",
        )
        command.add_argument(
            "--order", default="codebook", metavar="ORDER", help="codebook or size"
        )
        command.add_argument(
            "--top",
            action="append",
            metavar="N",
            help="the n largest, the rest as one; or DIMENSION=N (repeatable)",
        )
    listing = _table_command(
        commands,
        "members",
        _members,
        "list the initiatives with these codes, and the words that decided",
        MEMBERS,
    )
    listing.add_argument(
        "codes",
        nargs="*",
        metavar="DIMENSION=CODE",
        help="several codes with commas: any of them; none: without a code",
    )
    listing.add_argument(
        "--per", default="initiative", metavar="ROW", help="a row an initiative, or a row a coding"
    )
    telling = _table_command(
        commands,
        "describe",
        _describe,
        "tell what a code means, or which codes a dimension has",
        DESCRIBE,
    )
    telling.add_argument("code", help="a code or a dimension, such as osa or tool")
    comparing = add_command(
        commands,
        "compare",
        _compare,
        "tell what differs between two versions of a dataset",
        data=False,
        examples=COMPARE,
    )
    comparing.add_argument("old", type=Path, help="the folder of a dataset")
    comparing.add_argument("new", type=Path, help="the folder of a later version")
    comparing.add_argument("--rows", metavar="DIMENSION", help="the cells that move, not decisions")
    comparing.add_argument("--columns", metavar="DIMENSION", help="of the table with these columns")
    comparing.add_argument(
        "--numbers",
        action="store_true",
        help="every one-way number that moves, as Markdown for a changelog",
    )
    _add_output(comparing)


def _table_command(
    commands: Commands,
    name: str,
    run: Run,
    about: str,
    examples: str,
) -> argparse.ArgumentParser:
    command = add_command(commands, name, run, about, examples=examples)
    command.add_argument(
        "--where",
        action="append",
        dest="steps",
        metavar="DIMENSION=CODE,CODE",
        help="only initiatives with any of these codes (repeatable)",
    )
    command.add_argument(
        "--stated",
        action="append_const",
        dest="steps",
        const="",
        help="only stated codings; taken in order with --where",
    )
    _add_output(command)
    return command


def _add_output(command: argparse.ArgumentParser) -> None:
    known = ", ".join(languages())
    command.add_argument("--lang", default=FIRST, help=f"{known}, or none for the bare codes")
    command.add_argument(
        "--format",
        help=f"{TERMINAL}, {', '.join(FORMATS)}; {' and '.join(FILES)} need --output, whose suffix "
        "tells too",
    )
    command.add_argument("--output", type=Path, metavar="FILE", help="write a file instead")


def _count(asked: argparse.Namespace) -> int:
    return _give(asked, count(_dataset(asked), asked.dimension, **_options(asked)))


def _cross_tab(asked: argparse.Namespace) -> int:
    options = _options(asked) | {"share": asked.share, "of": asked.of, "by": asked.by}
    return _give(asked, cross_tab(_dataset(asked), asked.rows, asked.columns, **options))


def _members(asked: argparse.Namespace) -> int:
    dataset = _dataset(asked)
    codes: dict[str, list[str]] = {}
    for given in asked.codes:
        dimension, some = _pair(given)
        codes.setdefault(dimension, []).extend(some)
    dataset.matching(codes)  # refuses what is no dimension, such as the name of an option
    found = members(dataset, lang=_language(asked), per=asked.per, source=None, limit=None, **codes)
    return _give(asked, found)


def _describe(asked: argparse.Namespace) -> int:
    return _give(asked, describe(asked.code, _dataset(asked), lang=_language(asked)))


def _compare(asked: argparse.Namespace) -> int:
    lang = _language(asked)
    if asked.numbers:
        if asked.rows or asked.columns or asked.format or asked.output:
            raise ValueError("--numbers prints Markdown for all dimensions; give it alone.")
        sys.stdout.buffer.write(
            "".join(f"{n}\n" for n in numbers(asked.old, asked.new, lang)).encode()
        )
        return 0
    return _give(asked, compare(asked.old, asked.new, asked.rows, asked.columns, lang=lang))


def _dataset(asked: argparse.Namespace) -> Dataset:
    """Return the dataset, its selections taken in the order in which they were given."""
    dataset = load(asked.data)
    for step in asked.steps or []:
        dataset = dataset.where(**dict([_pair(step)])) if step else dataset.stated()
    return dataset


def _options(asked: argparse.Namespace) -> dict[str, Any]:
    options = {
        name: getattr(asked, name) for name in ("count", "weight", "margins", "none", "order")
    }
    codes = asked.codes or ["all"]
    named = dict(_pair(some) for some in codes) if any("=" in some for some in codes) else codes[-1]
    tops = [_top(some) for some in asked.top or []]
    top = tops[-1][1] if tops and not tops[-1][0] else dict(tops) or None
    return options | {"lang": _language(asked), "codes": named, "top": top}


def _language(asked: argparse.Namespace) -> str | None:
    return None if asked.lang == "none" else asked.lang


def _pair(given: str) -> tuple[str, list[str]]:
    """Return ``tool=oda,osa`` as a dimension and its codes."""
    dimension, equals, codes = given.partition("=")
    if not (dimension and equals and codes):
        raise ValueError(
            f"'{given}' is no selection. Write DIMENSION=CODE, such as tool=osa or "
            "region=pacific,africa."
        )
    return dimension, codes.split(",")


def _top(given: str) -> tuple[str, int]:
    dimension, _, number = given.rpartition("=")
    if not number.isdecimal():
        raise ValueError(
            f"--top is '{given}'. Write a whole number, or DIMENSION=N such as place=5."
        )
    return dimension, int(number)


def _give(asked: argparse.Namespace, table: pd.DataFrame) -> int:
    """Print a table, or write it to a file."""
    kind = asked.format or (
        asked.output.suffix.lower().removeprefix(".") if asked.output else TERMINAL
    )
    if not kind:
        raise ValueError(
            f"'{asked.output}' has no suffix that tells the format. Add one, such as .csv, "
            "or --format."
        )
    allowed = [TERMINAL, *(name for name in FORMATS if asked.output or name not in FILES)]
    if kind not in allowed:
        needs = (
            " A file of this kind needs --output FILE."
            if kind in FILES
            else did_you_mean(kind, allowed)
        )
        raise ValueError(f"The format is '{kind}'. It is {', '.join(allowed)}.{needs}")
    data = for_terminal(table).encode() if kind == TERMINAL else WRITERS[f".{kind}"].write(table)
    if asked.output:
        write_whole(asked.output, data)
    else:
        sys.stdout.buffer.write(data.removeprefix(codecs.BOM_UTF8))  # UTF-8 wherever it goes
        sys.stdout.buffer.flush()
    return 0
