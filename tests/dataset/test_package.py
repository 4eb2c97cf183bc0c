"""The data package and the wheel: the descriptor is what the files say, and an installed wheel
loads.
"""

import json
import tomllib
from pathlib import Path

import pytest

import foip_analysis as foip
from foip_analysis.dataset.package import about_column, describe
from foip_analysis.dataset.paths import data_folder

ROOT = Path(__file__).parents[2]


def metadata() -> dict:
    return tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["tool"][
        "foip-analysis"
    ]["dataset"]


def test_the_descriptor_is_what_the_files_say():
    stored = json.loads((data_folder() / "datapackage.json").read_text(encoding="utf-8"))
    assert stored == describe(data_folder(), **metadata()), "run: make package"


@pytest.mark.filterwarnings("ignore")
def test_frictionless_finds_the_package_valid():
    from frictionless import validate

    report = validate(str(data_folder() / "datapackage.json"))
    assert report.valid, report.flatten(["rowNumber", "fieldName", "message"])


def test_the_readme_of_the_data_tells_every_column_and_the_counts():
    text = (data_folder() / "README.md").read_text(encoding="utf-8")
    dataset = foip.load()
    for frame in (dataset.initiatives, dataset.codings, dataset.codebook, dataset.units):
        assert [column for column in frame if f"`{column}`" not in text] == []
        assert [column for column in frame if about_column(column) is None] == []
    decisions = len(dataset.codings.drop_duplicates(["initiative_id", "dimension", "code"]))
    assert (
        f"{len(dataset.initiatives)} initiatives, {len(dataset.codings)} codings "
        f"({decisions} distinct decisions" in text
    )
    told = dataset.initiatives["mentioned_in"].value_counts()
    assert (
        f"`text` ({told['text']} initiatives), `map` ({told['map']}) or `both` ({told['both']})"
        in text
    )
    inferred = (
        dataset.codings["dimension"].eq("priority") & dataset.codings["basis"].eq("inferred")
    ).sum()
    assert f"{inferred} of {len(dataset.initiatives)} priorities" in text
    assert f"Version {dataset.version}" in text
    of = dataset.codings["basis"].value_counts()
    assert (
        f"{of['stated']} stated by a term, {of['position']} by the position under a heading, "
        f"{of['inferred']} inferred" in text
    )


def test_the_doubts_name_real_initiatives_and_units():
    import re

    dataset = foip.load()
    rows = [
        line
        for line in (data_folder() / "README.md").read_text(encoding="utf-8").split("\n")
        if line.startswith("| `")
    ]
    doubts = [row for row in rows if ".csv`" not in row.split("|")[1]]
    assert len(doubts) > 10
    for row in doubts:
        named, units = row.split("|")[1:3]
        assert set(re.findall(r"`([\w-]+)`", named)) <= set(dataset.initiatives["initiative_id"])
        assert {unit.strip() for unit in units.split(",")} <= set(dataset.units["locator"])
