"""Faults planted by rule in a small dataset, each with the place where it stands.

A rule takes the whole dataset, changes one thing and says where: file, row (the header is row 1),
column and what stands there. ``planted`` makes all of them; ``LEGITIMATE`` lists what looks like a
fault and is none, each with the reason.
"""

from __future__ import annotations

import csv
import io
import json
import unicodedata
from collections.abc import Callable, Iterator
from copy import deepcopy
from dataclasses import dataclass, field
from itertools import islice
from pathlib import Path

Table = list[list[str]]  # the header, then the rows
Files = dict[str, Table]

B, C, I, U, P = (  # noqa: E741
    "codebook.csv",
    "codings.csv",
    "initiatives.csv",
    "units.csv",
    "datapackage.json",
)
TEXT = {
    B: """\
dimension,code,label_en,label_ja,definition_en,parent,order,codes_per_initiative,colour,m49,longitude,latitude,marker
dimension,priority,Priority,重点,Which priority.,,1,one,,,,,
dimension,theme,Theme,柱,Which heading.,priority,2,one,,,,,
dimension,tool,Tool,手段,By which means.,,3,some,,,,,
dimension,region,Region,地域,Where.,,4,,,,,,
dimension,place,Place,場所,Which place.,region,5,any,,,,,
priority,p1,Economy,経済,,,1,,#2f5da8,,,,
priority,p2,Growth,成長,,,2,,#a82f5d,,,,
theme,energy,Energy,エネルギー,,p1,1,,,,,,
theme,markets,Markets,市場,,p2,2,,,,,,
tool,official_aid,Official aid,政府開発援助,Grants and loans.,,2,,,,,,
tool,security,Security aid,安全保障支援,Equipment.,,1,,,,,,
region,east_asia,East Asia,東アジア,,,1,,,,,,
region,europe,Europe,欧州,,,2,,,,,,
place,JPN,Japan,日本,,east_asia,1,,,392,139.7,35.7,point
place,FRA,France,フランス,,europe,2,,,250,2.3,48.9,point
""",
    U: f"""\
locator,part,heading,line,characters,sha256,numbers
text.1,text,Energy,10,40,{"0a" * 32},
text.2,text,Markets,12,35,{"1b" * 32},3 ports
text.3,text,Markets,14,20,{"2c" * 32},
""",
    I: """\
initiative_id,name_en,name_ja,summary_en,budget
sea-cable,A sea cable,海底ケーブル,A cable is laid.,5
rail-line,A rail line,鉄道,A line is built.,12.5
ports,Three ports,三つの港,Ports are deepened.,
""",
    C: """\
initiative_id,dimension,code,locator,evidence,basis
sea-cable,priority,p1,text.1,エネルギー,stated
sea-cable,theme,energy,text.1,エネルギー,stated
sea-cable,tool,official_aid,text.1,ODA,stated
sea-cable,place,JPN,text.1,日本,stated
rail-line,priority,p2,text.2,市場,inferred
rail-line,theme,markets,text.2,市場,inferred
rail-line,tool,security,text.2,OSA,stated
ports,priority,p2,text.3,市場,stated
ports,theme,markets,text.3,市場,stated
ports,tool,security,text.3,OSA,stated
ports,place,FRA,text.3,フランス,inferred
""",
}
PACKAGE = '{"title": "Small", "title_ja": "小さい", "version": "1.0", "resources": []}'

# What cannot be seen, or is no character of a text.
STRAYS = {
    "NUL": "\x00",
    "BEL": "\x07",
    "backspace": "\x08",
    "ESC": "\x1b",
    "unit separator": "\x1f",
    "delete": "\x7f",
    "next line": "\x85",
    "C1 control": "\x9b",
    "soft hyphen": "\xad",
    "grapheme joiner": "\u034f",
    "Arabic letter mark": "\u061c",
    "Hangul filler": "\u3164",
    "half-width Hangul filler": "\uffa0",
    "Mongolian vowel separator": "\u180e",
    "zero-width space": "\u200b",
    "zero-width non-joiner": "\u200c",
    "zero-width joiner": "\u200d",
    "left-to-right mark": "\u200e",
    "right-to-left mark": "\u200f",
    "line separator": "\u2028",
    "paragraph separator": "\u2029",
    "right-to-left embedding": "\u202b",
    "right-to-left override": "\u202e",
    "word joiner": "\u2060",
    "invisible times": "\u2062",
    "right-to-left isolate": "\u2067",
    "braille blank": "\u2800",
    "byte-order mark": "\ufeff",
    "annotation anchor": "\ufff9",
    "object replacement": "\ufffc",
    "replacement character": "\ufffd",
    "no character": "\uffff",
    "private use": "\ue000",
    "tag": "\U000e0041",
    "private plane": "\U000f0000",
}
SPACES = {
    "line feed": "\n",
    "carriage return": "\r",
    "tab": "\t",
    "no-break space": "\xa0",
    "thin space": "\u2009",
    "ideographic space": "\u3000",
}
ERRORS = (
    "NaN",
    "nan",
    "#N/A",
    "#REF!",
    "#VALUE!",
    "#DIV/0!",
    "#NAME?",
    "<NA>",
    "NULL",
    "undefined",
)
# a cell of each kind of key, and of text: file, row in the file, column
KEY_CELLS = [
    (B, 12, "code"),
    (B, 12, "dimension"),
    (B, 4, "code"),
    (B, 15, "parent"),
    (B, 2, "codes_per_initiative"),
    (B, 15, "marker"),
    (B, 7, "colour"),
    (I, 3, "initiative_id"),
    (U, 3, "locator"),
    (U, 3, "sha256"),
    (C, 8, "initiative_id"),
    (C, 8, "dimension"),
    (C, 8, "code"),
    (C, 8, "locator"),
    (C, 8, "basis"),
]
TEXT_CELLS = [
    (B, 12, "label_en"),
    (B, 12, "label_ja"),
    (B, 12, "definition_en"),
    (I, 3, "name_en"),
    (I, 3, "name_ja"),
    (I, 3, "summary_en"),
    (U, 3, "heading"),
    (U, 3, "numbers"),
    (C, 5, "evidence"),
]
HEADS = [(B, "code"), (B, "label_en"), (I, "name_en"), (U, "locator"), (C, "code"), (C, "basis")]

ARGUMENTS = ("self", "per", "lang", "dataset", "rows", "columns", "codes", "none", "basis", "by")


@dataclass
class Plant:
    """A dataset with one fault, and where it stands."""

    kind: str
    file: str
    row: int | None
    columns: tuple[str, ...]  # any of these
    found: str | None  # what stands there; None where a whole file or row is told
    files: dict[str, bytes]
    words: tuple[str, ...] = ()  # of the problem: names, allowed values, the closest match
    make: Callable[[Path], None] | None = field(default=None)  # what no bytes can be

    def write(self, folder: Path) -> None:
        for name, raw in self.files.items():
            (folder / name).write_bytes(raw)
        if self.make:
            self.make(folder)


def small() -> Files:
    return {name: list(csv.reader(io.StringIO(text))) for name, text in TEXT.items()}


def written(table: Table) -> bytes:
    text = io.StringIO(newline="")
    returns = any("\r" in each for line in table for each in line)  # which csv does not quote
    quoting = csv.QUOTE_ALL if returns else csv.QUOTE_MINIMAL
    csv.writer(text, lineterminator="\n", quoting=quoting).writerows(table)
    return text.getvalue().encode("utf-8", "surrogatepass")


def saved(files: Files, **further: str | bytes) -> dict[str, bytes]:
    raw = {name: written(table) for name, table in files.items()} | {P: PACKAGE.encode()}
    named = {B: "codebook", C: "codings", I: "initiatives", U: "units", P: "package"}
    for name, key in named.items():
        if key in further:
            given = further[key]
            raw[name] = given.encode() if isinstance(given, str) else given
    return raw


def cell(files: Files, file: str, row: int, column: str) -> str:
    return files[file][row - 1][files[file][0].index(column)]


def change(file: str, row: int, column: str, value: str, files: Files | None = None) -> Files:
    files = deepcopy(files or small())
    files[file][row - 1][files[file][0].index(column)] = value
    return files


def plant(
    kind: str, file: str, row: int, column: str, value: str, *words: str, also: tuple[str, ...] = ()
) -> Plant:
    files = change(file, row, column, value)
    return Plant(kind, file, row, (column, *also), value, saved(files), words)


def within(text: str, character: str) -> str:
    middle = max(1, len(text) // 2)
    return text[:middle] + character + text[middle:]


def number_of(character: str) -> str:
    return f"U+{ord(character):04X}"


def planted(*, each: int = 1, first: int = 0) -> Iterator[Plant]:
    """Make every plant, or one of ``each`` from the ``first`` on; of the rules that make fewer,
    four times as many.
    """
    for rule in MANY:
        yield from islice(rule(), first, None, each)
    for rule in RULES:
        few = max(1, each // 4)
        yield from islice(rule(), first % few, None, few)


def characters_in_keys() -> Iterator[Plant]:
    for name, character in (STRAYS | SPACES).items():
        for file, row, column in KEY_CELLS:
            text = within(cell(small(), file, row, column), character)
            kind = f"{name} in {file} {column}"
            yield plant(kind, file, row, column, text, number_of(character))
        for file, column in HEADS:
            files = small()
            place = files[file][0].index(column)
            files[file][0][place] = within(column, character)
            yield Plant(
                f"{name} in a column's name",
                file,
                1,
                (files[file][0][place],),
                files[file][0][place],
                saved(files),
                (number_of(character),),
            )


def characters_in_texts() -> Iterator[Plant]:
    for name, character in (STRAYS | {"tab": "\t"}).items():
        for file, row, column in TEXT_CELLS:
            text = within(cell(small(), file, row, column), character)
            yield plant(f"{name} in a text", file, row, column, text, number_of(character))
            edge = cell(small(), file, row, column) + character
            yield plant(f"{name} at a text's end", file, row, column, edge, number_of(character))


def same_characters_everywhere() -> Iterator[Plant]:
    """A code with a stray character in codebook and codings alike is named in both."""
    for name, character in STRAYS.items():
        text = within("security", character)
        files = change(B, 12, "code", text)
        for row in (8, 11):
            files = change(C, row, "code", text, files)
        for file, row in ((B, 12), (C, 8), (C, 11)):
            kind = f"{name} in a code everywhere"
            yield Plant(kind, file, row, ("code",), text, saved(files), (number_of(character),))


def what_programs_write() -> Iterator[Plant]:
    for value in ERRORS:
        for file, row, column in [*KEY_CELLS, *TEXT_CELLS, (B, 12, "order"), (I, 3, "budget")]:
            kind = f"{value} in {column}"
            yield plant(kind, file, row, column, value, "missing")


def keys_that_look_alike() -> Iterator[Plant]:
    forms: dict[str, Callable[[str], str]] = {
        "case": str.upper,
        "case of one letter": lambda text: text[:-1] + text[-1].upper(),
        "width": lambda text: "".join(
            chr(ord(c) + 0xFEE0) if c.isascii() and c.isalpha() else c for c in text
        ),
        "inner space": lambda text: within(text, " "),
    }
    new_rows = {
        (B, "code"): ["tool", "{}", "Another", "別", "", "", "9", "", "", "", "", "", ""],
        (I, "initiative_id"): ["{}", "Another", "別", "", ""],
        (U, "locator"): ["{}", "text", "", "99", "1", "3d" * 32, ""],
    }
    keys = {(B, "code"): "security", (I, "initiative_id"): "ports", (U, "locator"): "text.3"}
    for name, form in forms.items():
        for (file, column), key in keys.items():
            if form(key) == key:
                continue
            files = small()
            files[file].append([each.format(form(key)) for each in new_rows[file, column]])
            if file == I:
                for dimension, code in (
                    ("priority", "p1"),
                    ("theme", "energy"),
                    ("tool", "security"),
                ):
                    files[C].append([form(key), dimension, code, "text.1", "市場", "stated"])
            row = len(files[file])
            kind = f"{column} that differs by {name}"
            yield Plant(kind, file, row, (column,), form(key), saved(files), (f"'{key}'",))
        for column, key in (
            ("initiative_id", "ports"),
            ("dimension", "tool"),
            ("code", "security"),
        ):
            value = form(key)
            meant = (f"Did you mean '{key}'?",)
            yield plant(f"{column} of a coding by {name}", C, 11, column, value, *meant)
        for row, column in ((12, "dimension"), (4, "code")):
            yield plant(f"dimension of the codebook by {name}", B, row, column, form("tool"))
    for key in ("cafe\u0301", "か\u3099す"):  # not composed, everywhere
        files = change(B, 12, "code", key)
        for row in (8, 11):
            files = change(C, row, "code", key, files)
        for file, row in ((B, 12), (C, 8)):
            kind = "code that is not composed"
            yield Plant(kind, file, row, ("code",), key, saved(files), ("NFC",))
        composed = unicodedata.normalize("NFC", key)
        files = change(B, 12, "code", composed, files)
        yield Plant("coding that is not composed", C, 8, ("code",), key, saved(files), ("NFC",))
    for old, new in (("e", "е"), ("c", "с"), ("i", "і")):  # Cyrillic
        for file, row, column, key in (
            (B, 12, "code", "security"),
            (C, 8, "code", "security"),
            (C, 8, "initiative_id", "rail-line"),
            (I, 3, "initiative_id", "rail-line"),
        ):
            if old in key:
                value = key.replace(old, new, 1)
                yield plant(f"Cyrillic {new} in {column}", file, row, column, value, number_of(new))


def misspelt() -> Iterator[Plant]:
    edits: dict[str, Callable[[str], str]] = {
        "a letter less": lambda text: text[:2] + text[3:],
        "a letter twice": lambda text: text[:2] + text[1:],
        "letters swapped": lambda text: text[:1] + text[2] + text[1] + text[3:],
        "a letter wrong": lambda text: text[:3] + "q" + text[4:],
    }
    for name, edit in edits.items():
        for file, row, column in [
            (C, 8, "initiative_id"),
            (C, 8, "dimension"),
            (C, 8, "code"),
            (C, 8, "locator"),
            (C, 8, "basis"),
            (B, 15, "parent"),
            (B, 3, "parent"),
            (B, 4, "codes_per_initiative"),
            (B, 15, "marker"),
        ]:
            key = cell(small(), file, row, column)
            if edit(key) == key:
                continue
            words = (f"Did you mean '{key}'?",)
            yield plant(f"{column} with {name}", file, row, column, edit(key), *words)
        for dimension, row in (("priority", 2), ("theme", 3), ("place", 6), ("region", 5)):
            kind = f"declaration with {name}"
            words = (f"Did you mean '{dimension}'?",)
            yield plant(kind, B, row, "code", edit(dimension), *words)
        for file, column in ((C, "evidence"), (C, "basis"), (B, "parent"), (B, "longitude")):
            files = small()
            files[file][0] = [edit(each) if each == column else each for each in files[file][0]]
            kind = f"column's name with {name}"
            where = (edit(column),)
            yield Plant(kind, file, 1, where, edit(column), saved(files), (f"'{column}'",))
    for file, column, other in (
        (B, "colour", "color"),
        (B, "label_ja", "Label_JA"),
        (C, "evidence", "Evidence"),
        (B, "codes_per_initiative", "codes per initiative"),
        (I, "name_ja", "name-ja"),
    ):
        files = small()
        files[file][0] = [other if each == column else each for each in files[file][0]]
        kind = "column's name in another spelling"
        yield Plant(kind, file, 1, (other,), other, saved(files), (f"'{column}'",))


def reserved_names() -> Iterator[Plant]:
    for name in ARGUMENTS:
        files = small()
        for file, column in ((B, "dimension"), (B, "code"), (C, "dimension")):
            place = files[file][0].index(column)
            for line in files[file][1:]:
                line[place] = name if line[place] == "tool" else line[place]
        yield Plant(f"dimension called {name}", B, 4, ("code",), name, saved(files))
    for name in ("all", "none", "All", "NONE"):
        yield plant(f"code called {name}", B, 12, "code", name, "a line of their own")


def numbers() -> Iterator[Plant]:
    wrong = {
        (B, 15, "m49"): ("0", "-392", "1000", "39.2", "JPN", "250"),
        (B, 15, "longitude"): ("181", "-180.5", "east", "", "1e9"),
        (B, 15, "latitude"): ("90.1", "-91", "35°", "", "inf"),
        (B, 12, "order"): ("first", "1,5", "--1", "１st"),
        (U, 3, "line"): ("-1", "0", "2.5", "ten", "inf"),
        (U, 3, "characters"): ("-1", "1.5", "many", "-inf"),
        (U, 3, "sha256"): ("1b" * 31, "1B" * 32, "1b" * 33, "sha256:" + "1b" * 32, "xy" * 32),
        (B, 7, "colour"): ("2f5da8", "#2f5da", "#2f5dag", "rgb(1,2,3)", "red"),
    }
    for (file, row, column), values in wrong.items():
        for value in values:
            if value:
                if (column, value) == ("m49", "250"):  # the second that has it is told
                    yield Plant(
                        "m49 twice",
                        B,
                        16,
                        ("m49",),
                        "250",
                        saved(change(file, row, column, value)),
                        ("'JPN'",),
                    )
                    continue
                yield Plant(
                    f"{column} {value}",
                    file,
                    row,
                    (column,),
                    None,
                    saved(change(file, row, column, value)),
                )
            else:
                other = {"longitude": "latitude", "latitude": "longitude"}[column]
                files = change(file, row, column, value)
                found = f"{float(cell(small(), file, row, other)):g}"
                words = (f"has no {column}",)
                yield Plant(f"no {column}", file, row, (other,), found, saved(files), words)
    files = change(B, 15, "latitude", "", change(B, 15, "longitude", ""))
    yield Plant("marker without a place", B, 15, ("marker",), "point", saved(files))


def relations() -> Iterator[Plant]:
    for value in ("one", "some", "any"):
        yield plant("how many at a code", B, 12, "codes_per_initiative", value, "'tool'")
    for row in range(2, 5):
        files = small()
        name, many = files[B][row - 1][1], files[B][row - 1][7]
        files[B] = [line for line in files[B] if line[0] != name]
        files[C] = [line for line in files[C] if line[1] != name]
        kind = f"declaration of {many} without codes"
        yield Plant(kind, B, row, ("code",), name, saved(files), ("no codes",))
    for row in range(2, len(small()[C]) + 1):
        files = small()
        files[C].append(files[C][row - 1])
        where = ("initiative_id+dimension+code+locator",)
        yield Plant("coding twice", C, len(files[C]), where, None, saved(files), (f"row {row}",))
    for file, key in ((B, "dimension+code"), (U, "locator"), (I, "initiative_id")):
        for row in range(2, len(small()[file]) + 1):
            files = small()
            files[file].append(files[file][row - 1])
            kind = f"row of {file} twice"
            words = (f"row {row}",)
            yield Plant(kind, file, len(files[file]), (key,), None, saved(files), words)
    for file, row, column in [*KEY_CELLS[:2], *KEY_CELLS[7:9], *KEY_CELLS[10:]]:
        yield plant(f"blank {column} in {file}", file, row, column, "")
    yield plant("blank label", B, 12, "label_en", "", "is blank")
    yield plant("blank name", I, 3, "name_en", "", "is blank")
    yield plant("stated without words", C, 8, "evidence", "", "is blank")
    yield plant("a sentence", C, 8, "evidence", "日本は港を造る。", "is a sentence")
    yield plant("label twice", B, 12, "label_en", "Official aid", "'official_aid'")
    yield plant("label twice, other case", B, 12, "label_en", "OFFICIAL AID", "'official_aid'")
    yield plant("theme of another priority", C, 7, "code", "energy", "'p1'")
    yield plant("parent in its dimension", B, 15, "parent", "FRA", "A parent is a code of region")
    yield plant("dimension as its parent", B, 6, "parent", "place", "circle")
    for row in range(2, 12):
        files = small()
        del files[C][row - 1]
        dimension, initiative = TEXT[C].splitlines()[row - 1].split(",")[1::-1]
        if dimension == "place":
            continue
        place = [line[0] for line in files[I]].index(initiative) + 1
        kind = f"no coding in {dimension}"
        words = (f"'{dimension}'",)
        yield Plant(kind, I, place, ("initiative_id",), initiative, saved(files), words)


def torn_files() -> Iterator[Plant]:
    keys = {B: "codebook", C: "codings", I: "initiatives", U: "units"}
    for file, key in keys.items():
        raw = written(small()[file])
        lines = raw.decode().splitlines(keepends=True)
        first = lines[0].split(",")[0]

        def whole(
            kind: str,
            made: str | bytes,
            row: int | None = None,
            *words: str,
            columns: tuple[str, ...] = ("",),
            file: str = file,
            key: str = key,
        ) -> Plant:
            return Plant(kind, file, row, columns, None, saved(small(), **{key: made}), words)

        if file != U:  # which is ASCII
            yield whole("cp932", raw.decode().encode("cp932", "replace"), 2)
        yield whole("Latin-1 in one line", raw.replace(b"\n", b"\xe9\n", 3), 1)
        yield whole("UTF-16", raw.decode().encode("utf-16"), 1)
        yield whole("UTF-16 without a mark", raw.decode().encode("utf-16-le"), 1)
        yield whole(
            "a lone surrogate", within(raw.decode(), "\ud800").encode("utf-8", "surrogatepass")
        )
        yield whole("semicolons", raw.decode().replace(",", ";"), 1, "semicolons")
        yield whole("tabs", raw.decode().replace(",", "\t"), 1, "tabs")
        yield whole("bars", raw.decode().replace(",", "|"), 1, "bars")
        yield whole("a header only", lines[0], None, "no rows")
        yield whole("nothing", b"", 1, columns=(first,))
        yield whole("a blank line only", b"\n", 1, columns=(first,))
        for row in (2, len(lines)):
            for name, spoil in {
                "a cell less": lambda line: line.rsplit(",", 1)[0] + "\n",
                "a cell more": lambda line: line.rstrip("\n") + ",more\n",
                "an open quotation mark": lambda line: '"' + line,
                "a mark within": lambda line: '"x"y,' + line.split(",", 1)[1],
            }.items():
                torn = [*lines[: row - 1], spoil(lines[row - 1]), *lines[row:]]
                yield whole(f"{name} in {key}", "".join(torn), row)
        for column in lines[0].rstrip("\n").split(","):
            required = {
                B: ("dimension", "code", "label_en"),
                C: ("initiative_id", "dimension", "code", "locator"),
                I: ("initiative_id", "name_en"),
                U: ("locator",),
            }[file]
            place = lines[0].rstrip("\n").split(",").index(column)
            if column in required:
                files = small()
                stem, _, lang = column.rpartition("_")
                for name in (column, f"{stem}_ja"):  # which would do for the English one
                    if name == column or (lang == "en" and name in files[file][0]):
                        at = files[file][0].index(name)
                        for line in files[file]:
                            del line[at]
                made = written(files[file])
                yield whole(f"no column {column}", made, 1, "missing", columns=(column,))
            files = small()
            files[file] = [[*line, line[place]] for line in files[file]]
            yield whole(f"column {column} twice", written(files[file]), 1, columns=(column,))
        for error in ("#REF!", "nan"):
            files = small()
            files[file][0].append(error)
            for line in files[file][1:]:
                line.append("x")
            yield whole(f"column called {error}", written(files[file]), 1, columns=(error,))

        def remove(folder: Path, file: str = file) -> None:
            (folder / file).unlink()

        def turn_to_folder(folder: Path, file: str = file) -> None:
            remove(folder, file)
            (folder / file).mkdir()

        def link_to_nothing(folder: Path, file: str = file) -> None:
            remove(folder, file)
            (folder / file).symlink_to(folder / "nowhere.csv")

        def link_to_itself(folder: Path, file: str = file) -> None:
            remove(folder, file)
            (folder / file).symlink_to(folder / file)

        for name, make in {
            "missing": remove,
            "a folder": turn_to_folder,
            "a link to nothing": link_to_nothing,
            "a link to itself": link_to_itself,
        }.items():
            yield Plant(f"{key} is {name}", file, None, ("",), None, saved(small()), (), make)


def packages() -> Iterator[Plant]:
    def package(kind: str, made: str | bytes, column: str = "", *words: str) -> Plant:
        files = saved(small(), package=made)
        return Plant(f"package: {kind}", P, None, (column,), None, files, words)

    yield package("deep lists", "[" * 100_000, "", "deep")
    yield package("deep objects", '{"a":' * 100_000 + "1" + "}" * 100_000, "", "deep")
    yield package("half", PACKAGE[:20])
    yield package("empty", "")
    yield package("cp932", PACKAGE.encode("cp932"), "", "UTF-8")
    yield package("UTF-16", PACKAGE.encode("utf-16"), "", "UTF-8")
    yield package("a NUL", PACKAGE.replace("Small", "Sm\0all"))
    yield package("a long number", "1" * 5000)
    yield package("not a number", "NaN", "", "a number")
    for made, kind in (("[]", "list"), ("5", "number"), ("null", "null"), ('"x"', "text")):
        yield package(kind, made, "", kind)
    yield package("true", "true", "", "true or false")
    for key in ("title", "title_ja", "version", "name", "title_fr"):
        for value in (1.0, None, [], {}, True, ["x"]):
            made = json.dumps({key: value})
            yield package(f"{key} is {value!r}", made, key, "not a text")
        for name in ("ESC", "right-to-left override", "NUL", "zero-width space", "next line"):
            made = json.dumps({key: within("Small", STRAYS[name])})
            yield package(f"{name} in {key}", made, key, number_of(STRAYS[name]))
        yield package(f"a surrogate in {key}", f'{{"{key}": "a\\ud800"}}', key, "U+D800")
    for key in ("resources", "licenses", "sources", "contributors"):
        for value in (1, None, "x", {}, [1], [None], [[]]):
            yield package(f"{key} is {value!r}", json.dumps({key: value}), key)
    yield package("a key twice", '{"title": "a", "title": "b"}', "title", "twice")

    def turn_to_folder(folder: Path) -> None:
        (folder / P).unlink()
        (folder / P).mkdir()

    def link(folder: Path) -> None:
        (folder / P).unlink()
        (folder / P).symlink_to(folder / P)

    for name, make in {"a folder": turn_to_folder, "a link to itself": link}.items():
        yield Plant(f"package is {name}", P, None, ("",), None, saved(small()), (), make)


MANY = (
    characters_in_keys,
    characters_in_texts,
    same_characters_everywhere,
    what_programs_write,
)
RULES = (
    keys_that_look_alike,
    misspelt,
    reserved_names,
    numbers,
    relations,
    torn_files,
    packages,
)


def legitimate() -> dict[str, tuple[str, dict[str, bytes]]]:
    """What looks like a fault and is none: name → why, and the files."""

    def at(file: str, row: int, column: str, value: str) -> dict[str, bytes]:
        return saved(change(file, row, column, value))

    def code(value: str) -> dict[str, bytes]:
        files = change(B, 12, "code", value)
        for row in (8, 11):
            files = change(C, row, "code", value, files)
        return saved(files)

    later = small()
    later[B].insert(6, ["dimension", "later", "Later", "後で", *[""] * 9])
    column = small()
    column[B].append(["dimension", "budget", "Budget", "予算", *[""] * 9])
    undeclared = small()
    undeclared[B].append(["aim", "peace", "Peace", "平和", *[""] * 9])
    return {
        "joiner in Persian": ("letters would join", at(I, 3, "name_en", "می\u200cخواهم")),
        "joiner in Hindi": ("it shapes a conjunct", at(I, 3, "name_en", "क्\u200dष")),
        "joiner in an emoji": ("one picture of two", at(I, 3, "name_en", "👩\u200d🚀 crew")),
        "space of no width in Thai": ("it parts words", at(I, 3, "name_en", "ภาษา\u200bไทย")),
        "mark of direction in Hebrew": ("order of signs", at(I, 3, "name_en", "שלום\u200f!")),
        "variant of a character": ("a form of a name", at(I, 3, "name_ja", "葛\U000e0100飾区")),
        "emoji variant": ("shown in colour", at(I, 3, "name_en", "Sun ☀\ufe0f")),
        "line end in a text": ("a name of two lines", at(I, 3, "name_en", "A rail\nline")),
        "line end of Windows in a text": ("the same", at(I, 3, "name_en", "A rail\r\nline")),
        "no-break space in a text": ("it keeps words together", at(I, 3, "name_en", "A\xa0rail")),
        "ideographic space in a text": ("Japanese has it", at(I, 3, "name_ja", "鉄道　路線")),
        "text that is not composed": ("a Mac writes so", at(I, 3, "name_en", "cafe\u0301")),
        "Greek in a code": ("it is no Latin word", code("αβ")),
        "Cyrillic code": ("a word of one script", code("мир")),
        "Japanese code": ("a code in any script", code("安保")),
        "full-width code everywhere": ("no other is like it", code("ＯＳＡ")),
        "code with a space": ("passed as text", code("security aid")),
        "NA as a code": ("Namibia", code("NA")),
        "label None": ("a word, as of a code 'nobody'", at(B, 12, "label_en", "None")),
        "name N": ("short is no fault", at(I, 3, "name_en", "N")),
        "code of numbers": ("text all the same", code("007")),
        "negative budget": ("a number of one's own", at(I, 3, "budget", "-5")),
        "budget in words": ("then the column is text", at(I, 3, "budget", "much")),
        "order that is broken": ("to stand between two", at(B, 12, "order", "1.5")),
        "order twice": ("then as they come", at(B, 12, "order", "2")),
        "two units on a line": ("a line may hold two", at(U, 3, "line", "10")),
        "blank hash": ("verify asks for it", at(U, 3, "sha256", "")),
        "blank m49": ("not every place has one", at(B, 15, "m49", "")),
        "inferred without words": ("nothing decided", at(C, 12, "evidence", "")),
        "declared without codes": ("codes may follow", saved(later)),
        "declared beside a column of its name": ("codes may follow", saved(column)),
        "not declared": ("declaring is free", saved(undeclared)),
        "package of other keys": ("kept by others", saved(small(), package='{"x": {"y": 1}}')),
    }
