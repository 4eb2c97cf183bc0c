"""The data package and the wheel: the descriptor is what the files say, and an installed wheel
loads.
"""

import json
import tomllib
from pathlib import Path

import pytest

import foip_analysis as foip
from foip_analysis.dataset.croissant import as_croissant, read_card
from foip_analysis.dataset.package import ORDER, about_column, describe
from foip_analysis.dataset.paths import data_folder

ROOT = Path(__file__).parents[2]


def metadata(part: str = "dataset") -> dict:
    return tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["tool"][
        "foip-analysis"
    ][part]


def stored(name: str) -> dict:
    return json.loads((data_folder() / name).read_text(encoding="utf-8"))


def test_the_descriptor_is_what_the_files_say():
    assert stored("datapackage.json") == describe(data_folder(), **metadata()), "run: make package"


def test_croissant_is_what_the_descriptor_and_the_card_say():
    card = read_card((data_folder() / "README.md").read_text(encoding="utf-8"), metadata("card"))
    made = as_croissant(stored("datapackage.json"), card)
    assert stored("croissant.json") == made, "run: make package"
    for name, said in card.items():
        assert made[f"rai:{name}"] == said
        assert not set("`*[]|") & set(said), "Markdown is left in it"
    assert made["conformsTo"][1].endswith("/RAI/1.0")


@pytest.mark.filterwarnings("ignore")
def test_mlcroissant_finds_no_fault_and_reads_every_row():
    import mlcroissant

    told = mlcroissant.Dataset(jsonld=data_folder() / "croissant.json")
    issues = told.metadata.ctx.issues
    assert (issues.errors, issues.warnings) == (set(), set())
    dataset = foip.load()
    for name in ORDER:
        table = getattr(dataset, name).drop(columns="mentioned_in", errors="ignore")
        rows = list(told.records(name))
        assert len(rows) == len(table)
        assert all(row.keys() == {f"{name}/{column}" for column in table} for row in rows)
    ids = [row["initiatives/initiative_id"].decode() for row in told.records("initiatives")]
    assert sorted(ids) == sorted(dataset.initiatives["initiative_id"])


def test_what_is_required_stands_there_and_what_is_unknown_does_not():
    told = stored("croissant.json")
    required = "@context @type conformsTo name description license creator datePublished"
    assert [name for name in required.split() if not told[name]] == []
    for unknown in ("url", "identifier", "publisher"):
        assert unknown not in told
    known = stored("datapackage.json") | {"id": "doi", "homepage": "https://example.org/"}
    made = as_croissant(known)
    assert (made["identifier"], made["url"]) == ("doi", "https://example.org/")


def test_every_key_and_reference_is_to_a_field():
    sets = stored("croissant.json")["recordSet"]
    fields = {field["@id"] for each in sets for field in each["field"]}
    keys = {key["@id"] for each in sets for key in each["key"]}
    references = {
        field["@id"]: field["references"]["field"]["@id"]
        for each in sets
        for field in each["field"]
        if "references" in field
    }
    assert keys <= fields
    assert references == {
        "codings/initiative_id": "initiatives/initiative_id",
        "codings/dimension": "codebook/dimension",
        "codings/code": "codebook/code",
        "codings/locator": "units/locator",
    }


def test_a_card_without_the_section_is_refused():
    with pytest.raises(ValueError, match="## Limits"):
        read_card("# Data\n\n## Limits\n\n## Uses\n\nMany.\n", {"dataLimitations": "Limits"})


def test_the_card_has_the_hash_of_the_document():
    units = foip.load().units.set_index("locator")
    text = (data_folder() / "README.md").read_text(encoding="utf-8")
    assert units.loc["document", "sha256"] in text


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
