"""Every fault that is planted by rule is refused and named where it stands; nothing else is."""

import inspect
import os
import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest
from fuzzing import met
from planting import (
    B,
    C,
    I,
    Plant,
    U,
    change,
    legitimate,
    planted,
    saved,
    small,
    torn_files,
    written,
)

import foip_analysis as foip
from foip_analysis.cli.shell import main
from foip_analysis.dataset.allowed import ARGUMENTS

REMEDY = re.compile(
    r"\b(A parent is|Add|Allowed|Break|Check|Correct|Delete|Every row needs it|Give|It is|"
    r"Is it|Keep|leave it|Leave|Let|Look|Make|Name|Parents are|Put|Quote|Rename|Save|type it|"
    r"Type|Write)\b"
)
RAW = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200b-\u200f\u2028-\u202e\u2060-\u206f]")
# One of so many of the 2,300 faults that the rules make; FOIP_EACH=1 plants all, for a minute.
EACH = int(os.environ.get("FOIP_EACH", "11"))
MANY = 12  # a fault among more than so many of the same cause is buried


def folders(tmp_path: Path) -> Iterator[Path]:
    number = 0
    while True:
        folder = tmp_path / str(number)
        folder.mkdir()
        yield folder
        number += 1


def outcome(plant: Plant, folder: Path) -> str:
    """Return how a plant is met: right, or accepted, raw or poorly and why."""
    plant.write(folder)
    try:
        foip.load(folder)
    except foip.DataError as error:
        return named(plant, error)
    except Exception as error:
        return f"raw: {type(error).__name__}"
    return "accepted"


def named(plant: Plant, error: foip.DataError) -> str:
    faults = error.faults
    if RAW.search(str(error)):
        return "poorly: a raw character in the message"
    if len(faults) > MANY:
        return f"poorly: one of {len(faults)}"
    here = faults[faults["file"] == plant.file]
    rows = here["row"].isna() if plant.row is None else here["row"] == plant.row
    here = here[rows.fillna(False)] if plant.row else here[rows | (plant.found is None)]
    columns = {*plant.columns, *(each.strip() for each in plant.columns)}
    here = here[here["column"].isin(columns)]
    if here.empty:
        return f"poorly: not there but {error}"
    if plant.found is not None:
        here = here[here["found"] == plant.found]
        if here.empty:
            return f"poorly: another value, {error}"
    problem = " ".join(here["problem"])
    if missing := [words for words in plant.words if words not in problem]:
        return f"poorly: without {missing}, {problem}"
    return "right" if REMEDY.search(problem) else f"poorly: no remedy, {problem}"


def test_the_small_dataset_has_no_fault(tmp_path):
    Plant("", "", None, (), None, saved(small())).write(tmp_path)
    assert len(foip.load(tmp_path).codings) == 11


@pytest.mark.slow
def test_every_planted_fault_is_named_where_it_stands(tmp_path):
    place = folders(tmp_path)
    plants = [*planted(each=EACH, first=EACH // 2)]
    wrong = [
        f"{plant.kind} ({plant.file}, {plant.row}, {plant.columns[0]!a}): {met}"
        for plant in plants
        if (met := outcome(plant, next(place))) != "right"
    ]
    print(len(plants), "faults of", len({plant.kind for plant in plants}), "kinds")
    print(Counter(line.split(": ")[1] for line in wrong))
    assert not wrong, f"{len(wrong)} of {len(plants)}:\n" + "\n".join(wrong[:40])
    assert len(plants) >= 400
    assert len({plant.kind for plant in plants}) >= 200


@pytest.mark.parametrize("name", legitimate())
def test_what_only_looks_like_a_fault_is_loaded(tmp_path, name):
    why, files = legitimate()[name]
    assert why
    Plant(name, "", None, (), None, files).write(tmp_path)
    foip.load(tmp_path)


@pytest.mark.slow
def test_random_damage_is_loaded_or_refused(tmp_path):
    outcomes = Counter(met(seed, tmp_path) for seed in range(75))
    assert outcomes.keys() == {"loaded", "refused"}, outcomes


def test_a_fault_of_one_file_hides_none_of_another(tmp_path):
    """Each kind of torn file, and one small fault in each other."""
    small_faults = {
        B: (15, "parent", "east_asai"),
        C: (8, "basis", "state"),
        I: (3, "name_en", ""),
        U: (3, "line", "ten"),
    }
    place = folders(tmp_path)
    torn = [plant for plant in torn_files() if plant.columns == ("",)][::2]
    assert len(torn) > 40
    for plant in torn:
        folder = next(place)
        plant.write(folder)
        others = {name: fault for name, fault in small_faults.items() if name != plant.file}
        for name, (row, column, value) in others.items():
            (folder / name).write_bytes(written(change(name, row, column, value)[name]))
        with pytest.raises(foip.DataError) as caught:
            foip.load(folder)
        faults = caught.value.faults
        told = set(zip(faults["file"], faults["row"], faults["column"], strict=True))
        expected = {(name, row, column) for name, (row, column, _) in others.items()}
        if plant.file == B and "no rows" in plant.words:
            expected -= {(C, 8, "basis")}
        assert expected <= told, f"{plant.kind}: {expected - told}"


def test_the_names_that_are_reserved_are_those_of_arguments():
    takes = [foip.Dataset.where] + [
        function
        for name in foip.__all__
        if inspect.isfunction(function := getattr(foip, name))
        and function.__module__.startswith("foip_analysis.tables.")
        and {"dataset", "self"} & set(inspect.signature(function).parameters)
    ]
    assert len(takes) > 8
    assert {name for each in takes for name in inspect.signature(each).parameters} == ARGUMENTS


@pytest.mark.parametrize("given", [5, 1.5, b"data", ["data"], {}, object(), True])
def test_what_is_no_path_is_told(given):
    with pytest.raises(TypeError, match=rf"is an? {type(given).__name__}\b.*path"):
        foip.load(given)


@pytest.mark.parametrize(
    "given",
    ["https://example.org/data", "", " ", "\0", "\x1b[31mno", "x" * 5000, "data/../nowhere"],
)
def test_what_is_no_folder_is_told(tmp_path, monkeypatch, given):
    monkeypatch.chdir(tmp_path)
    with pytest.raises(foip.DataError) as caught:
        foip.load(given)
    assert len(caught.value.faults) == 1
    assert not RAW.search(str(caught.value))
    assert REMEDY.search(str(caught.value)) or "download" in str(caught.value)


def test_a_file_in_place_of_a_folder_is_told_with_its_folder(tmp_path):
    Plant("", "", None, (), None, saved(small())).write(tmp_path)
    with pytest.raises(foip.DataError, match="is a file") as caught:
        foip.load(tmp_path / C)
    assert str(tmp_path) in caught.value.faults["problem"][0]


def test_a_file_that_may_not_be_read_is_a_fault_among_others(tmp_path, monkeypatch):
    files = change(B, 15, "parent", "east_asai")
    Plant("", "", None, (), None, saved(files)).write(tmp_path)
    read = Path.read_bytes

    def forbid(path: Path) -> bytes:
        if path.name == U:
            raise PermissionError(13, "Permission denied", str(path))
        return read(path)

    monkeypatch.setattr(Path, "read_bytes", forbid)
    with pytest.raises(foip.DataError) as caught:
        foip.load(tmp_path)
    assert [*caught.value.faults["file"]] == [U, B]
    assert "Permission denied" in caught.value.faults["problem"][0]


def told_rows(line: str) -> int:
    """How many rows a line of an error tells of."""
    if more := re.search(r": and (\d+) more\.$", line):
        return int(more[1])
    named = re.search(r", rows? ([\d, –]+?)(?: and (\d+) more)?(?:, column|: )", line)
    if named is None:
        return 1
    runs = [part.split("–") for part in named[1].strip(", ").split(", ")]
    return sum(int(run[-1]) - int(run[0]) + 1 for run in runs) + int(named[2] or 0)


def test_many_faults_are_summed_and_all_are_kept(tmp_path, capsys):
    files = small()
    first = files[C][0]
    files[C] = [first] + [[f"i{n}", "tool", f"c{n}", "text.1", "x", "state"] for n in range(900)]
    files[C] += files[C][1:200]  # each the same as another row
    for row in range(1, 60, 2):
        files[C][row][5] = ""
    files[U][1][3] = "ten"
    Plant("", "", None, (), None, saved(files)).write(tmp_path)
    with pytest.raises(foip.DataError) as caught:
        foip.load(tmp_path)
    text = str(caught.value)
    assert len(caught.value.faults) > 2900
    assert len(text.splitlines()) < 120
    assert "units.csv, row 2, column line" in text, "few are not hidden by many"
    assert "rows 2, 4, 6, 8" in text, "faults that are alike stand in one line"
    lines = [line for line in text.splitlines() if line.startswith("- ")]
    assert sum(map(told_rows, lines)) == len(caught.value.faults)
    assert len(caught.value.tell_all().splitlines()) == len(caught.value.faults) + 1
    for file, faults in caught.value.faults.groupby("file"):
        assert faults["row"].is_monotonic_increasing, file
    for options, told in (([], text), (["--all"], caught.value.tell_all())):
        assert main(["check", str(tmp_path), *options]) == 1
        assert capsys.readouterr().err == f"{told}\n"
