"""A folder read by column is the same as one read row by row, in every cell and every fault."""

import csv
import io
import random
import subprocess
import sys
from collections import Counter

import numpy as np
import pandas as pd
import pytest
from fuzzing import damaged
from planting import B, C, I, Plant, U, legitimate, planted, saved, small

import foip_analysis as foip
from foip_analysis.dataset import columnar, loading

NAMES = ("initiatives", "codings", "codebook", "units")


@pytest.fixture
def met(monkeypatch):
    """What becomes of a folder, read both ways: loaded by column or by row, or refused."""
    read = loading._read_large
    by_column = []

    def spied(place):
        large = read(place)
        by_column.append(large is not None)
        return large

    monkeypatch.setattr(loading, "_read_large", spied)

    def outcome(folder, least):
        monkeypatch.setattr(loading, "BY_COLUMN", least)
        try:
            return foip.load(folder)
        except foip.DataError as error:
            return error

    def both(folder) -> str:
        quick, slow = outcome(folder, 0), outcome(folder, sys.maxsize)
        check_alike(quick, slow)
        if isinstance(quick, foip.DataError):
            return "refused"
        return "by column" if by_column[-2] else "by row"

    return both


def check_alike(quick, slow) -> None:
    assert type(quick) is type(slow), (quick, slow)
    if isinstance(quick, foip.DataError):
        assert quick.tell_all() == slow.tell_all()
        pd.testing.assert_frame_equal(quick.faults, slow.faults)
        return
    for name in NAMES:
        one, other = getattr(quick, name), getattr(slow, name)
        pd.testing.assert_frame_equal(
            one, other, check_exact=True, check_column_type="exact", check_index_type="exact"
        )
        assert [type(one[each].array) for each in one] == [type(other[each].array) for each in one]
    assert np.array_equal(quick.index, slow.index)
    assert quick.index.dtype == slow.index.dtype
    assert not quick.index.flags.writeable
    assert (quick.title, quick.version, quick.dimensions) == (
        slow.title,
        slow.version,
        slow.dimensions,
    )


def put(folder, files) -> None:
    for path in folder.iterdir():
        path.unlink() if not path.is_dir() else path.rmdir()
    Plant("", "", None, (), None, files).write(folder)


def test_the_shipped_data(met, tmp_path):
    assert met(None) == "by column"


def test_random_damage(met, tmp_path, monkeypatch):
    monkeypatch.setattr(columnar, "SCANNED", 40)  # so that lines lie in two blocks
    outcomes = Counter()
    for seed in range(30, 48):
        put(tmp_path, damaged(seed))
        outcomes[met(tmp_path)] += 1
    assert outcomes.keys() == {"by column", "refused"}, outcomes


@pytest.mark.slow
def test_planted_faults(met, tmp_path):
    for plant in planted(each=121, first=5):
        put(tmp_path, {})
        plant.write(tmp_path)
        assert met(tmp_path) == "refused"


@pytest.mark.parametrize("name", legitimate())
def test_what_only_looks_like_a_fault(met, tmp_path, name):
    put(tmp_path, legitimate()[name][1])
    assert met(tmp_path) == ("by row" if "line end" in name else "by column")


def many(seed: int) -> dict[str, list[list[str]]]:
    """Return a dataset of two hundred initiatives as the codebook of the small one wants it."""
    chance = random.Random(seed)
    files = small()
    files[U] += [[f"u{n}", "map" if n % 3 else "text", "", "", "", "", ""] for n in range(9)]
    units = [row[0] for row in files[U][1:]]
    head, codings = files[C][0], []
    files[I] = files[I][:1]
    for number in range(200):
        name = f"i{number:03}"
        texts = [
            f"No. {number}, a “port”",
            f"第{number}号",
            chance.choice(['said "so"', "", "a, b"]),
        ]
        files[I].append([name, *texts, chance.choice(["", "1", "2.5", "1e3", "-0"])])
        theme, priority = chance.choice([("energy", "p1"), ("markets", "p2")])
        tools = chance.sample(["official_aid", "security"], chance.randint(1, 2))
        places = chance.sample(["JPN", "FRA"], chance.randint(0, 2))
        held = [("priority", priority), ("theme", theme)]
        held += [("tool", tool) for tool in tools] + [("place", place) for place in places]
        if chance.random() < 0.5:
            regions = {"JPN": "east_asia", "FRA": "europe"}
            held += [("region", regions[place]) for place in places]
        for dimension, code in held:
            term, basis = chance.choice([("港", "stated"), ("", "inferred"), ("ODA", "position")])
            codings.append([name, dimension, code, chance.choice(units), term, basis])
    chance.shuffle(codings)
    files[C] = [head, *codings]
    return files


@pytest.mark.slow
def test_many_initiatives_and_one_cell_that_is_another_of_its_column(met, tmp_path):
    """What no cell shows by itself: two codes where one is allowed, none, another parent's."""
    outcomes = Counter()
    for seed in range(16):
        files, chance = many(seed), random.Random(seed)
        table = files[chance.choice([C, C, I, B])]
        if seed % 4 == 0:
            pass
        elif seed % 4 == 1:
            del table[chance.randrange(1, len(table))]
        else:
            row, other = chance.sample(table[1:], 2)
            place = chance.randrange(len(row))
            row[place] = other[place]
        put(tmp_path, saved(files))
        outcomes[met(tmp_path)] += 1
    assert outcomes.keys() == {"by column", "refused"}, outcomes
    assert min(outcomes.values()) >= 5, outcomes


def twice(files) -> None:
    files[I].append(["I000", *files[I][1][1:]])  # an id like another, coded as that one is
    files[C] += [["I000", *row[1:]] for row in files[C] if row[0] == "i000"]


def other(files, dimension: str, codes: list[str]) -> list[str]:
    """Return a row of a dimension, with the code changed for the other one."""
    row = next(row for row in files[C] if row[1] == dimension)
    return [row[0], dimension, *(code for code in codes if code != row[2]), *row[3:]]


def replaced(files, dimension: str, codes: list[str]) -> None:
    place = next(n for n, row in enumerate(files[C]) if row[1] == dimension)
    files[C][place] = other(files, dimension, codes)


def cell(files, basis: str, place: int, text: str) -> None:
    next(row for row in files[C] if row[5] == basis)[place] = text


@pytest.mark.parametrize(
    "change",
    [
        twice,
        lambda files: files[C].append(list(files[C][1])),
        lambda files: files[C].append(other(files, "priority", ["p1", "p2"])),
        lambda files: replaced(files, "theme", ["energy", "markets"]),
        lambda files: replaced(files, "region", ["east_asia", "europe"]),
        lambda files: cell(files, "stated", 4, ""),
        lambda files: cell(files, "stated", 4, "This is a whole sentence, for one."),
        lambda files: cell(files, "stated", 5, "state"),
        lambda files: cell(files, "stated", 3, "text.9"),
        lambda files: cell(files, "stated", 0, "i200"),
        lambda files: files[I].append(["i200", *files[I][1][1:]]),
    ],
)
def test_one_thing_that_does_not_hold_among_many(met, tmp_path, change):
    files = many(0)
    change(files)
    put(tmp_path, saved(files))
    assert met(tmp_path) == "refused"


def as_csv(table, **options) -> str:
    text = io.StringIO()
    csv.writer(text, **options).writerows(table)
    return text.getvalue()


@pytest.mark.parametrize(
    ("change", "how"),
    [
        (lambda text: "\ufeff" + text, "by column"),
        (lambda text: text.replace("\r\n", "\n"), "by column"),
        (lambda text: text + "\r\n\r\n", "by column"),
        (lambda text: text.rstrip("\r\n"), "by column"),
        (lambda text: text.replace("\r\n", "\r"), "by row"),
        (lambda text: text.replace("\r\n", ",\r\n"), "by row"),
        (lambda text: text.replace("A sea cable", '"A"" sea"'), "by column"),
        (lambda text: text.replace("A sea", 'A "sea"'), "by row"),
        (lambda text: text.replace("A sea", '"A" sea'), "refused"),
        (lambda text: text.replace("A sea cable", '"A\nsea"'), "by row"),
        (lambda text: text.replace("A sea", "x" * 131_073), "refused"),
        (lambda text: text.replace("A sea", '"A sea,'), "refused"),
    ],
)
def test_a_file_may_be_saved_by_any_program(met, tmp_path, change, how):
    raw = {name: as_csv(table) for name, table in small().items()}
    for name in (I, C):
        raw[name] = change(raw[name])
    put(tmp_path, {name: text.encode() for name, text in raw.items()})
    limit = csv.field_size_limit(131_072)  # the usual one, which a library may have raised for all
    try:
        assert met(tmp_path) == how
    finally:
        csv.field_size_limit(limit)


def test_without_pyarrow_rows_are_read(tmp_path):
    put(tmp_path, saved(small()))
    code = f"""
import sys
sys.modules["pyarrow"] = None
import foip_analysis as foip
from foip_analysis.dataset import loading
loading.LARGE = 0
print(len(foip.load({str(tmp_path)!r}).codings))
"""
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True)
    assert done.stdout == "11\n", done.stderr


def as_parquet(folder, table: list[list[str]], name: str, changed: str = "") -> None:
    """Write a table as Parquet: blank cells are missing, and one column may be of another type."""
    frame = pd.DataFrame(table[1:], columns=table[0]).replace("", None)
    if changed == "category":
        frame = frame.astype("category")
    elif changed:
        frame[changed] = frame[changed].astype(float)
    frame.to_parquet(folder / name.replace(".csv", ".parquet"))


@pytest.mark.parametrize(("of", "changed"), [(I, ""), (I, "budget"), (C, "category"), (C, "")])
@pytest.mark.parametrize("wrong", [False, True])
def test_a_folder_of_parquet_is_that_of_csv(met, tmp_path, of, changed, wrong):
    files = many(0)
    if wrong:
        files[of][3][0] = "i\u200b002"
        files[C][9][2] = "nowhere"
        files[U][2][3] = "ten"
    put(tmp_path, saved(files))
    try:
        expected = foip.load(tmp_path)
    except foip.DataError as error:
        expected = error.faults
    for name, table in files.items():
        (tmp_path / name).unlink()
        as_parquet(tmp_path, table, name, changed if name == of else "")
    assert met(tmp_path) == ("refused" if wrong else "by column")
    if not wrong:
        check_alike(foip.load(tmp_path), expected)
        return
    with pytest.raises(foip.DataError) as caught:
        foip.load(tmp_path)
    assert {*caught.value.faults["file"]} >= {"codings.parquet", "units.parquet"}
    for column in ("file", "problem"):
        expected[column] = expected[column].str.replace(".csv", ".parquet")
    pd.testing.assert_frame_equal(caught.value.faults, expected)


def test_what_is_no_parquet_is_told_beside_other_faults(tmp_path):
    files = many(0)
    files[C][9][5] = "state"
    put(tmp_path, saved(files))
    (tmp_path / U).unlink()
    (tmp_path / "units.parquet").write_bytes(b"PAR1")
    pd.DataFrame({"locator": [["a"]]}).to_parquet(tmp_path / "codings.parquet")  # beside a CSV
    with pytest.raises(foip.DataError) as caught:
        foip.load(tmp_path)
    assert [*caught.value.faults["file"]] == ["units.parquet", "codings.csv"]
