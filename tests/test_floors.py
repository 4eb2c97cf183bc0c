"""The floors of the house: imports point down only, and nothing heavy is imported before it is
used.
"""

import ast
import re
import subprocess
import sys
from graphlib import CycleError, TopologicalSorter
from pathlib import Path

import pytest

import foip_analysis

PACKAGE = Path(foip_analysis.__file__).parent
FOLDERS = sorted(path.parent.name for path in PACKAGE.glob("*/__init__.py"))
MODULES = {
    ".".join(path.relative_to(PACKAGE).with_suffix("").parts): path
    for folder in FOLDERS
    for path in (PACKAGE / folder).glob("*.py")
    if path.stem != "__init__"
}


def imported(path: Path) -> set[str]:
    """Return the modules of the package that a module imports, at once or when called; not for
    types.
    """
    tree = ast.parse(path.read_text(encoding="utf-8"))
    for_types = {
        node
        for block in ast.walk(tree)
        if isinstance(block, ast.If) and "TYPE_CHECKING" in ast.dump(block.test)
        for node in ast.walk(block)
    }
    found = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.ImportFrom) and node not in for_types:
            first, _, inner = (node.module or "").partition(".")
            if first == "foip_analysis":
                found |= {inner} if inner in MODULES else {f"{inner}.{a.name}" for a in node.names}
    return found


def test_the_rooms_are_found():
    assert len(FOLDERS) > 5
    assert len(MODULES) > 30
    assert {name for path in MODULES.values() for name in imported(path)} <= {*MODULES}


def test_folders_import_only_from_those_before_them_on_the_map():
    told = foip_analysis.__doc__.partition("Inside, ")[2]
    order = [name for name in re.findall(r"``(\w+)``", told) if name in FOLDERS]
    assert sorted(order) == FOLDERS
    upward = {
        f"{name} imports {other}"
        for name, path in MODULES.items()
        for other in imported(path)
        if order.index(name.split(".")[0]) < order.index(other.split(".")[0])
    }
    assert upward == set()


def test_no_module_imports_in_a_circle():
    try:
        TopologicalSorter({n: imported(path) for n, path in MODULES.items()}).prepare()
    except CycleError as error:
        pytest.fail(f"Modules import each other: {' → '.join(error.args[1])}")


def test_a_constant_has_one_meaning_in_the_whole_package():
    homes: dict[str, list[str]] = {}
    for name, path in MODULES.items():
        for node in ast.parse(path.read_text(encoding="utf-8")).body:
            targets = getattr(node, "targets", [getattr(node, "target", None)])
            for each in (each for target in targets if target for each in ast.walk(target)):
                if isinstance(each, ast.Name) and re.fullmatch("[A-Z][A-Z_]+", each.id):
                    homes.setdefault(each.id, []).append(name)
    assert len(homes) > 300
    assert {constant: found for constant, found in homes.items() if len(found) > 1} == {}


def test_importing_the_package_imports_no_plotting_and_no_jupyter():
    code = (
        "import sys, foip_analysis; "
        "foip_analysis.cross_tab(foip_analysis.load(), 'tool', 'region'); print(*sys.modules)"
    )
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    heavy = {
        *("plotly", "seaborn", "matplotlib", "scipy", "IPython", "jupyterlab", "nbclient"),
        *("tqdm", "ipywidgets", "pptx", "anywidget"),
    }
    assert heavy & set(run.stdout.split()) == set()


def test_every_public_name_exists_and_has_a_docstring_with_an_example():
    for name in foip_analysis.__all__:
        assert ">>> " in getattr(foip_analysis, name).__doc__, name


def test_editors_and_the_map_know_every_public_name():
    source = Path(foip_analysis.__file__).read_text(encoding="utf-8")
    asked = re.findall(r"^    from foip_analysis\.([\w.]+) import (\w+) as \2$", source, re.M)
    assert {name: module for module, name in asked if name != "style"} == foip_analysis._LATER
    told = set(re.findall(r"``(\w+)``", foip_analysis.__doc__))
    assert told >= {*foip_analysis.__all__, "style"} - {"Dataset", "DataError"}
