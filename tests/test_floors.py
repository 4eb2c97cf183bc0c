"""The floors of the house: imports point down only, and nothing heavy is imported before it is used."""

import ast
import subprocess
import sys
from pathlib import Path

import pytest

import foip_analysis

PACKAGE = Path(foip_analysis.__file__).parent

FLOORS = [
    ["paths", "numerals", "extras", "codebook", "faults", "showing", "wording"],
    ["reading", "checks", "formats"],
    ["dataset"],
    ["membership", "verify", "package"],
    ["selections", "independence", "contrasts"],
    ["notes"],
    ["marks", "axes", "listing"],
    ["tables", "association", "agreement", "sets", "streams"],
    ["ranges", "asking", "describing"],
    ["style", "findings"],
    ["layout", "placing"],
    ["grouped"],
    ["charts", "bands", "atlas"],
    ["comparisons", "residuals", "pairs", "overview"],
    ["interactive", "presenting"],
    ["upset", "alluvial", "maps"],
    ["pages"],
    ["gallery", "citing", "saving"],
    ["controls"],
    ["exploring"],
    ["office", "explorer"],
    ["template", "slide_tables", "slide_notes"],
    ["slide_charts"],
    ["slides"],
    ["deck"],
    ["build"],
    ["commands", "shell", "__main__", "__init__"],
]
FLOOR = {module: number for number, floor in enumerate(FLOORS) for module in floor}


def imported(module: Path) -> set[str]:
    """The modules of the package that a module imports when it is imported or called, but not for types."""
    tree = ast.parse(module.read_text(encoding="utf-8"))
    for_types = {
        node
        for block in ast.walk(tree)
        if isinstance(block, ast.If) and "TYPE_CHECKING" in ast.dump(block.test)
        for node in ast.walk(block)
    }
    names = set()
    for node in ast.walk(tree):
        if (
            node in for_types
            or not isinstance(node, ast.ImportFrom)
            or not (node.module or "").startswith("foip_analysis")
        ):
            continue
        inner = node.module.removeprefix("foip_analysis").removeprefix(".")
        names |= {inner.split(".")[0]} if inner else {alias.name for alias in node.names}
    return {name for name in names if (PACKAGE / f"{name}.py").exists()}


def test_every_module_has_a_floor():
    assert {path.stem for path in PACKAGE.glob("*.py")} == set(FLOOR)


@pytest.mark.parametrize("module", sorted(set(FLOOR) - {"__init__", "__main__", "citing"}))
def test_a_module_imports_only_from_below(module):
    above = {name for name in imported(PACKAGE / f"{module}.py") if FLOOR[name] > FLOOR[module]}
    # where() of the dataset asks the membership; it is imported when it is called
    assert above <= ({"membership"} if module == "dataset" else set())


def test_importing_the_package_imports_no_plotting_and_no_jupyter():
    code = "import sys, foip_analysis; foip_analysis.cross_tab(foip_analysis.load(), 'tool', 'region'); print(*sys.modules)"
    loaded = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True
    ).stdout.split()
    heavy = {
        "plotly",
        "seaborn",
        "matplotlib",
        "scipy",
        "IPython",
        "jupyterlab",
        "nbclient",
        "great_tables",
        "tqdm",
        "ipywidgets",
        "pptx",
        "anywidget",
        "itables",
    }
    assert heavy & set(loaded) == set()


def test_every_public_name_exists_and_has_a_docstring_with_an_example():
    for name in foip_analysis.__all__:
        assert ">>> " in getattr(foip_analysis, name).__doc__, name


def test_an_unknown_name_is_an_attribute_error():
    with pytest.raises(AttributeError, match="no attribute 'crosstab'"):
        foip_analysis.__getattr__("crosstab")
