"""What is handed on: a wheel that works alone, a lock with hashes, a citation that tools read."""

import ast
import re
import shutil
import subprocess
import sys
import tomllib
import zipfile
from importlib.metadata import packages_distributions
from pathlib import Path

import pytest
import yaml

import foip_analysis as foip

ROOT = Path(__file__).parents[1]
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
LOCK = (ROOT / "requirements.lock").read_text(encoding="utf-8")
EXTRAS = PROJECT["project"]["optional-dependencies"].values()
FOR_USERS = [*PROJECT["project"]["dependencies"], *(one for extra in EXTRAS for one in extra)]
FOR_DEVELOPERS = [*FOR_USERS, *PROJECT["dependency-groups"]["dev"]]


def normal(requirement: str) -> str:
    """Its name as indexes compare it: ``Fluent.Runtime>=0.4`` is fluent-runtime."""
    return re.sub(r"[-_.]+", "-", re.match(r"[\w.-]+", requirement).group()).lower()


def imported(*places: Path) -> set[str]:
    """The modules of others that files import, at any depth."""
    files = [
        file for place in places for file in (place.rglob("*.py") if place.is_dir() else [place])
    ]
    names = set()
    for node in (node for file in files for node in ast.walk(ast.parse(file.read_bytes()))):
        if isinstance(node, ast.Import):
            names |= {alias.name.split(".")[0] for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and not node.level:
            names.add(node.module.split(".")[0])
    own = {"foip_analysis"} | {file.stem for file in files}
    return names - own - sys.stdlib_module_names


@pytest.mark.parametrize(
    ("places", "requirements"),
    [
        (["foip_analysis"], FOR_USERS),
        (["tests", "docs", "notebooks/conftest.py"], FOR_DEVELOPERS),
    ],
    ids=["package", "tests and pages"],
)
def test_what_is_imported_is_declared(places, requirements):
    declared = {normal(requirement) for requirement in requirements}
    of = packages_distributions()
    undeclared = {
        name
        for name in imported(*(ROOT / place for place in places))
        if not declared & {normal(distribution) for distribution in of.get(name, [name])}
    }
    assert undeclared == set()


def test_the_lock_has_a_hash_for_all_that_is_declared_and_no_address():
    rows = re.split(r"\n(?=\S)", re.sub(r"^#.*\n(?:#.*\n)*", "", LOCK))
    unhashed = [row for row in rows if not re.search(r"--hash=sha256:[0-9a-f]{64}", row)]
    assert unhashed == []
    locked = {normal(row) for row in rows}
    builds = PROJECT["build-system"]["requires"]
    assert {normal(requirement) for requirement in [*FOR_DEVELOPERS, *builds]} <= locked
    assert not re.search(r"://|--index|--find-links| @ ", LOCK)


@pytest.fixture(scope="module")
def wheel(tmp_path_factory) -> Path:
    folder = tmp_path_factory.mktemp("wheel")
    subprocess.run(
        [sys.executable, "-m", "build", "--wheel", "--no-isolation", "--outdir", folder, ROOT],
        check=True,
        capture_output=True,
    )
    (built,) = folder.glob("*.whl")
    return built


def test_a_wheel_works_away_from_the_checkout(wheel, tmp_path):
    zipfile.ZipFile(wheel).extractall(tmp_path / "elsewhere")
    code = """
import sys; sys.path.insert(0, sys.argv.pop(1))
import foip_analysis as foip; print(foip.__file__, foip.load().version, foip.cite("short"))
from foip_analysis.cli.shell import main; sys.exit(main())
"""
    told = subprocess.run(
        [sys.executable, "-P", "-c", code, tmp_path / "elsewhere", "count", "tool"],
        cwd=tmp_path,
        capture_output=True,
        text=True,
        check=True,
    ).stdout
    assert str(tmp_path / "elsewhere") in told
    assert f" {foip.load().version} " in told
    assert re.search(r"^ODA +\d", told, re.M)


def test_a_wheel_says_that_it_is_typed_and_brings_its_command(wheel):
    with zipfile.ZipFile(wheel) as files:
        assert "foip_analysis/py.typed" in files.namelist()
        (entries,) = (name for name in files.namelist() if name.endswith("/entry_points.txt"))
        assert "foip = foip_analysis.cli.shell:main" in files.read(entries).decode().splitlines()


def test_the_citation_names_these_versions():
    citation = yaml.safe_load((ROOT / "CITATION.cff").read_text(encoding="utf-8"))
    project, dataset = PROJECT["project"], PROJECT["tool"]["foip-analysis"]["dataset"]
    (data,) = citation["references"]
    assert (citation["title"], citation["license"]) == (project["name"], project["license"])
    assert (citation["version"], data["version"]) == (project["version"], dataset["version"])
    assert project["version"] == foip.__version__
    assert data["license"] == dataset["licenses"][0]["name"]
    assert citation["authors"] == data["authors"] == project["authors"]


def test_the_citation_is_valid():
    # an environment of its own: cffconvert wants an older jsonschema than frictionless
    beside = Path(sys.executable).parent
    if not (program := shutil.which("cffconvert", path=beside) or shutil.which("cffconvert")):
        pytest.skip("needs cffconvert (.venv/bin/uv tool install cffconvert)")
    command = [program, "--validate", "--infile", ROOT / "CITATION.cff"]
    told = subprocess.run(command, capture_output=True, text=True, check=False)
    assert told.returncode == 0, told.stderr
