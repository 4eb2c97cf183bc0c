"""A real JupyterLab in a real browser: the notebooks run from its menu, and the controls do what
they say.

One server and one page serve all tests; it reads and writes only copies in a temporary folder.
Pages may reach the server and nothing else: whatever asks for more, fails or complains is told at
the end.
"""

import os
import shutil
import socket
import subprocess
import sys
import time
import urllib.request
from pathlib import Path

import matplotlib
import nbformat
import pytest
from browsing import browser, listen  # noqa: F401
from matplotlib import font_manager

ROOT = Path(__file__).parent.parent
# Tables, charts and live plotly figures, and files of one's own: nbval runs the others as well.
NOTEBOOKS = [
    path
    for path in sorted((ROOT / "notebooks").glob("*.ipynb"))
    if path.name[:2] in ("01", "04", "08")
]
SETTINGS = [
    "--no-browser",
    "--allow-root",
    "--expose-app-in-browser",
    "--IdentityProvider.token=",
    "--ServerApp.ip=127.0.0.1",
    "--ServerApp.port_retries=0",
    "--ServerApp.password=",
    "--LabApp.news_url=None",
    "--LabApp.check_for_updates_class=jupyterlab.NeverCheckForUpdate",
    "--LabApp.extension_manager=readonly",
    "--LabServerApp.notices_url=",
    "--LanguageServerManager.autodetect=False",
]


@pytest.fixture(scope="module")
def server(tmp_path_factory):
    """JupyterLab on a free port, with nobody's settings, over copies of the notebooks: (address,
    folder).
    """
    pytest.importorskip("jupyterlab")
    place = tmp_path_factory.mktemp("lab")
    work = place / "notebooks"
    shutil.copytree(
        ROOT / "notebooks", work, ignore=shutil.ignore_patterns("*.py", "__pycache__", ".*")
    )
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    own = (
        "JUPYTER_CONFIG_DIR",
        "JUPYTER_DATA_DIR",
        "JUPYTER_RUNTIME_DIR",
        "JUPYTERLAB_SETTINGS_DIR",
        "JUPYTERLAB_WORKSPACES_DIR",
    )
    own = {
        name: str(place / name.lower())
        for name in (*own, "IPYTHONDIR", "HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME", "FOIP_FIGURES")
    }
    for folder in own.values():
        Path(folder).mkdir()
    # made now, and shared: a kernel that has to make matplotlib's font cache says so in its outputs
    font_manager.get_font_names()
    own["MPLCONFIGDIR"] = matplotlib.get_cachedir()
    quiet = (
        Path(own["JUPYTERLAB_SETTINGS_DIR"])
        / "@jupyterlab"
        / "apputils-extension"
        / "notification.jupyterlab-settings"
    )
    quiet.parent.mkdir(parents=True)
    quiet.write_text('{"fetchNews": "false", "checkForUpdates": false}')
    command = [
        sys.executable,
        "-m",
        "jupyterlab",
        *SETTINGS,
        f"--ServerApp.port={port}",
        f"--ServerApp.root_dir={work}",
    ]
    with (place / "log").open("wb") as log:
        running = subprocess.Popen(
            command, env={**os.environ, **own}, stdout=log, stderr=log, cwd=work
        )
    address = f"http://127.0.0.1:{port}"
    try:
        wait_for(lambda: answers(address), 60, lambda: (place / "log").read_text())
        yield address, work
    finally:
        running.terminate()
        running.wait(20)


def answers(address: str) -> bool:
    try:
        with urllib.request.urlopen(f"{address}/api/status", timeout=2) as told:
            return told.status == 200
    except OSError:
        return False


def wait_for(ready, seconds: float, told=lambda: "") -> None:
    end = time.monotonic() + seconds
    while not ready():
        assert time.monotonic() < end, f"still waiting after {seconds} s\n{told()}"
        time.sleep(0.1)


@pytest.fixture(scope="module")
def opened(browser, server):  # noqa: F811
    address, _ = server
    context = browser.new_context(viewport={"width": 1280, "height": 800}, service_workers="block")
    context.route(lambda url: not url.startswith(address), lambda route: route.abort())
    page = context.new_page()
    heard = listen(page, (address, "data:", "blob:"))
    page.on(
        "websocket",
        lambda socket: (
            None
            if socket.url.startswith(address.replace("http", "ws"))
            else heard.append(socket.url)
        ),
    )
    page.goto(f"{address}/lab?reset")
    page.wait_for_function("window.jupyterapp?.started")
    page.evaluate("async () => { await jupyterapp.restored; }")
    yield page, heard
    context.close()


PANEL = "[...jupyterapp.shell.widgets('main')].find(panel => panel.context?.path === path)"
READY = f"path => {PANEL}?.sessionContext.session?.kernel?.status === 'idle'"
DONE = f"""path => {{
  const panel = {PANEL}, cells = [...panel.content.model.cells].filter(cell =>
    cell.type === 'code');
  const failed = cells.some(cell => cell.outputs.toJSON().some(output =>
    output.output_type === 'error'));
  const run = cells.every(cell => cell.executionCount !== null ||
    !cell.sharedModel.source.trim());
  return failed || (run && panel.sessionContext.session?.kernel?.status === 'idle');
}}"""
RUN = f"""async ([path, source]) => {{
  const notebook = {PANEL}.content, place = notebook.model.cells.length;
  notebook.model.sharedModel.insertCell(place, {{cell_type: 'code', source}});
  notebook.activeCellIndex = place;
  await jupyterapp.commands.execute('notebook:run-cell');
  return notebook.model.cells.get(place).outputs.toJSON();
}}"""
# what JupyterLab itself says when a kernel is restarted, and when its debugger asked it something
# meanwhile
HARMLESS = (
    "warning: Connection lost, reconnecting in 0 seconds.",
    "error: Could not restore the debugger state: Canceled future for "
    "debug_request message before replies were done",
)
CLEAR = "async () => { await jupyterapp.commands.execute('notebook:clear-all-cell-outputs'); }"
ENOUGH = 120_000  # milliseconds, on a busy machine too
AT_ONCE = 2  # notebooks that run side by side


def start(page, path: str) -> None:
    """Open a notebook, clear its outputs and choose Run All Cells from the menu."""
    page.evaluate(
        "async path => { await jupyterapp.commands.execute('docmanager:open', {path}); }", path
    )
    page.wait_for_function(READY, arg=path, timeout=ENOUGH)
    page.evaluate(CLEAR)
    choose(page, "Run", "Run All Cells")


def restart(page, path: str) -> None:
    """Clear the outputs of the notebook in front and choose Restart Kernel and Run All Cells from
    the menu.
    """
    page.evaluate(CLEAR)
    choose(page, "Kernel", "Restart Kernel and Run All Cells")
    page.get_by_role("button", name="Confirm Kernel Restart").click()
    page.wait_for_function(DONE, arg=path, timeout=ENOUGH)


def finish(page, path: str) -> None:
    """Bring a notebook to the front, wait until none of its cells runs, save it and close it with
    its kernel.
    """
    page.wait_for_function(DONE, arg=path, timeout=ENOUGH)
    page.evaluate(f"path => {{ jupyterapp.shell.activateById({PANEL}.id); }}", path)
    picture(page, f"lab-{Path(path).stem}")
    page.evaluate("async () => { await jupyterapp.commands.execute('docmanager:save'); }")
    page.evaluate(
        f"async path => {{ const panel = {PANEL}; await "
        f"panel.sessionContext.shutdown(); panel.dispose(); }}",
        path,
    )


def choose(page, menu: str, entry: str) -> None:
    page.get_by_role("menuitem", name=menu, exact=True).click()
    page.locator(".lm-Menu-item", has_text=entry).first.click()


def outputs(path: Path) -> list[list[dict]]:
    """Return the outputs of a notebook's code cells, without pictures and numbers of execution."""
    cells = [cell for cell in nbformat.read(path, as_version=4).cells if cell.cell_type == "code"]
    kept = [[dict(output) for output in cell.outputs] for cell in cells]
    for output in (output for cell in kept for output in cell):
        output.pop("execution_count", None)
        output.pop("metadata", None)
        if "data" in output:
            output["data"] = {
                kind: data for kind, data in output["data"].items() if not kind.startswith("image/")
            }
    return kept


def picture(page, name: str) -> None:
    """Keep a screenshot in the folder FOIP_SCREENSHOTS, if there is one."""
    if folder := os.environ.get("FOIP_SCREENSHOTS"):
        Path(folder).mkdir(parents=True, exist_ok=True)
        page.screenshot(path=Path(folder) / f"{name}.png")


@pytest.fixture(scope="module")
def run(opened):
    """Notebooks run from the menu, some side by side, then saved."""
    page, _ = opened
    names = [path.name for path in NOTEBOOKS]
    for number, name in enumerate(names):
        if number >= AT_ONCE:
            finish(page, names[number - AT_ONCE])
        start(page, name)
    for name in names[-AT_ONCE:]:
        finish(page, name)


@pytest.mark.parametrize("path", NOTEBOOKS, ids=lambda path: path.stem)
def test_run_all_gives_the_stored_outputs(run, server, path):
    assert outputs(server[1] / path.name) == outputs(path)


def test_restart_and_run_all_gives_them_again(opened, server, run):
    """Only the notebook that saves the fewest figures, to save time."""
    page, _ = opened
    path = min(NOTEBOOKS, key=lambda path: path.read_text(encoding="utf-8").count("save_figure"))
    start(page, path.name)
    page.wait_for_function(DONE, arg=path.name, timeout=ENOUGH)
    restart(page, path.name)
    finish(page, path.name)
    assert outputs(server[1] / path.name) == outputs(path)


# The controls

DRIVEN = "controls.ipynb"
CELL = """import foip_analysis as foip
explorer = foip.explore(foip.load(), "tool", "region")
explorer"""
WHERE = """([row, column]) => {
  const plot = document.querySelector('.foip-explorer .js-plotly-plot'),
    box = plot.getBoundingClientRect();
  const {xaxis, yaxis} = plot._fullLayout, middle = (axis, label) =>
    axis._offset + axis.d2p(label);
  return [box.left + middle(xaxis, column), box.top + middle(yaxis, row)];
}"""
SHOWS = """([row, column]) => {
  const plot = document.querySelector('.foip-explorer .js-plotly-plot'), {x,
    y} = plot?._fullData?.[0] ?? {};
  return x?.includes(column) && y?.includes(row);
}"""


@pytest.fixture(scope="module")
def controls(opened, server):
    """The controls over the shipped dataset in a notebook of their own: (page, a function that
    runs a cell and gives its text).
    """
    page, _ = opened
    document = nbformat.v4.new_notebook(
        metadata={"kernelspec": {"name": "python3", "display_name": "Python 3"}}
    )
    document.cells = [nbformat.v4.new_code_cell(CELL)]
    nbformat.write(document, server[1] / DRIVEN)
    page.evaluate(
        "async () => { await jupyterapp.commands.execute('application:toggle-left-area'); }"
    )
    start(page, DRIVEN)
    page.wait_for_function(DONE, arg=DRIVEN, timeout=ENOUGH)
    page.wait_for_function(SHOWS, arg=["OSA", "Pacific"], timeout=ENOUGH)

    def run_cell(source: str) -> str:
        told = page.evaluate(RUN, [DRIVEN, source])
        assert [output for output in told if output["output_type"] == "error"] == []
        return "".join(output.get("text") or output["data"]["text/plain"] for output in told)

    return page, run_cell


def test_the_controls_fit_what_they_are_shown_in(controls):
    page, _ = controls
    for width in (700, 1280):
        page.set_viewport_size({"width": width, "height": 800})
        page.wait_for_function(
            "() => document.querySelector('.foip-explorer "
            ".main-svg').getBoundingClientRect().width <= "
            "document.querySelector('.foip-explorer').getBoundingClientRect().width"
        )
        picture(page, f"controls-{width}")
        edge = page.locator(".foip-explorer").bounding_box()
        for control in page.locator(".foip-explorer").locator("select, button, input, h4").all():
            box = control.bounding_box()
            assert box is None or box["x"] + box["width"] <= edge["x"] + edge["width"] + 1


def test_the_controls_are_driven_from_choice_to_words_to_code(controls):
    page, run_cell = controls
    page.mouse.click(*page.evaluate(WHERE, ["OSA", "Pacific"]))
    page.get_by_text("Behind a number: OSA × Pacific: 4").wait_for()
    assert page.locator(".foip-members tbody tr").count() == 4
    assert "Palau International Airport" in page.locator(".foip-members").inner_text()
    picture(page, "controls-clicked")
    page.get_by_label("Columns", exact=True).select_option("Priority area")
    page.get_by_label("Stated only").check()
    page.get_by_label("Margins").check()
    page.get_by_role("button", name="Filters").click()
    page.get_by_label("Region", exact=True).select_option(["Pacific", "Africa"])
    page.wait_for_function(SHOWS, arg=["OSA", "Security cooperation"])
    page.get_by_role("button", name="日本語").click()
    page.wait_for_function(SHOWS, arg=["OSA", "安全保障"])
    picture(page, "controls-ja")
    page.get_by_label("行", exact=True).last.select_option("OSA")
    page.get_by_label("列", exact=True).last.select_option("安全保障")
    page.get_by_text("数字の内訳：OSA × 安全保障：").wait_for()
    shown = page.locator(".foip-members tbody tr").count()
    page.get_by_role("button", name="Pythonコード").click()
    code = page.locator(".foip-explorer pre").inner_text()
    assert "dataset.stated().where(region=['pacific', 'africa'])" in code
    run_cell(code)
    assert (
        run_cell(
            "print(table.equals(explorer.table), table.attrs == explorer.table.attrs, "
            "len(explorer.members))"
        )
        == f"True True {shown}\n"
    )


def test_refusals_and_files_are_told_where_they_are_asked(controls, server):
    page, _ = controls
    page.get_by_label("表示", exact=True).select_option("行の割合")
    page.get_by_label("数え方", exact=True).select_option("按分")
    page.get_by_label("割合の基準", exact=True).select_option("組")
    page.get_by_role("alert").get_by_text("counts pairs").scroll_into_view_if_needed()
    assert not page.locator(".foip-explorer .js-plotly-plot").is_visible()
    picture(page, "controls-refused")
    page.get_by_label("割合の基準", exact=True).select_option("取組")
    page.get_by_label("ファイル名").fill("mine.xslx")
    page.get_by_role("button", name="表を保存").click()
    page.get_by_role("alert").get_by_text("mine.xslx").wait_for()
    page.get_by_label("ファイル名").fill("mine.csv")
    page.get_by_role("button", name="表を保存").click()
    page.get_by_text("保存先：mine.csv").wait_for()
    assert (server[1] / "mine.csv").read_text(encoding="utf-8-sig").startswith('"手段","経済基盤"')


def test_nothing_was_asked_of_the_network_and_nothing_complained(opened, controls, run):
    assert [told for told in opened[1] if told not in HARMLESS] == []
