"""A real JupyterLab in a real browser: notebooks run from its menu, and the explorer moves
both ways.

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
# Tables, charts and a live plotly figure: nbval runs the others as well.
NOTEBOOKS = sorted((ROOT / "notebooks").glob("02*.ipynb"))
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
    shutil.copytree(ROOT / "data", place / "data")  # beside them, as in the project
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
  const panel = {PANEL}, cells = [...panel.content.model.cells].filter(cell => cell.type ===
  'code'); const failed = cells.some(cell => cell.outputs.toJSON().some(output =>
  output.output_type === 'error')); const run = cells.every(cell => cell.executionCount !== null ||
  !cell.sharedModel.source.trim()); return failed || (run &&
  panel.sessionContext.session?.kernel?.status === 'idle');
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
SELDOM = 250  # milliseconds between two looks, which else are sixty a second


def show(page, path: str) -> None:
    """Open a notebook and clear its outputs."""
    page.evaluate(
        "async path => { await jupyterapp.commands.execute('docmanager:open', {path}); }", path
    )
    page.wait_for_function(READY, arg=path, timeout=ENOUGH, polling=SELDOM)
    page.evaluate(CLEAR)


def start(page, path: str) -> None:
    """Open a notebook, clear its outputs and choose Run All Cells from the menu."""
    show(page, path)
    choose(page, "Run", "Run All Cells")


def restart(page, path: str) -> None:
    """Choose Restart Kernel and Run All Cells from the menu, for the notebook in front."""
    choose(page, "Kernel", "Restart Kernel and Run All Cells")
    page.get_by_role("button", name="Confirm Kernel Restart").click()
    page.wait_for_function(DONE, arg=path, timeout=ENOUGH, polling=SELDOM)


def finish(page, path: str) -> None:
    """Save a notebook when none of its cells runs, and close it with its kernel."""
    page.wait_for_function(DONE, arg=path, timeout=ENOUGH, polling=SELDOM)
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


@pytest.mark.parametrize("path", NOTEBOOKS, ids=lambda path: path.stem)
def test_restart_and_run_all_gives_the_stored_outputs(opened, server, path):
    page, _ = opened  # Run All alone is chosen below
    copy = server[1] / path.name
    show(page, copy.name)
    restart(page, copy.name)
    finish(page, copy.name)
    assert outputs(copy) == outputs(path)


# A chart to point at

POINTED = "pointed.ipynb"
MAP = """import foip_analysis as foip
foip.explore(foip.count(foip.load(), "place"), chart="map")"""
# Of empty regions: what is no number may not go out as NaN, of which JupyterLab warns.
SHARES = """import foip_analysis as foip
foip.explore(foip.cross_tab(foip.load(), "tool", "region", share="column"))"""
RANGE = "e => e._fullLayout.xaxis.range"


def test_a_map_to_point_at_is_drawn_with_nothing_set_and_the_wheel_zooms_it(opened, server):
    page, _ = opened
    document = nbformat.v4.new_notebook(
        metadata={"kernelspec": {"name": "python3", "display_name": "Python 3"}}
    )
    document.cells = [nbformat.v4.new_code_cell(MAP), nbformat.v4.new_code_cell(SHARES)]
    nbformat.write(document, server[1] / POINTED)
    start(page, POINTED)
    plot = page.locator(".js-plotly-plot:visible").first
    plot.locator(".main-svg").first.wait_for(timeout=ENOUGH)
    picture(page, "pointed")
    (low, high), box = plot.evaluate(RANGE), plot.bounding_box()
    page.mouse.move(box["x"] + 300, box["y"] + 300)
    page.mouse.wheel(0, -400)
    page.wait_for_timeout(500)
    nearer = plot.evaluate(RANGE)
    assert nearer[1] - nearer[0] < 0.97 * (high - low)
    finish(page, POINTED)
    for (output,) in outputs(server[1] / POINTED):
        assert list(output["data"]) == ["application/vnd.plotly.v1+json"]
    assert "JSON" not in (server[1].parent / "log").read_text(encoding="utf-8")


# The explorer

DRIVEN = "explorer.ipynb"
CELL = """import foip_analysis as foip
explorer = foip.explore(foip.load(), "tool", "region")
explorer"""
FRAME = "iframe[srcdoc]"


@pytest.fixture(scope="module")
def shown(opened, server):
    """The explorer of the shipped dataset in a notebook: (page, its frame, what runs a cell)."""
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
    page.wait_for_function(DONE, arg=DRIVEN, timeout=ENOUGH, polling=SELDOM)
    frame = page.frame_locator(FRAME)
    frame.get_by_label("OSA × Pacific: 4").wait_for(timeout=ENOUGH)

    def run_cell(source: str) -> str:
        told = page.evaluate(RUN, [DRIVEN, source])
        assert [output for output in told if output["output_type"] == "error"] == []
        return "".join(output.get("text") or output["data"]["text/plain"] for output in told)

    return page, frame, run_cell


def test_the_explorer_fits_what_it_is_shown_in(shown):
    page, frame, _ = shown
    for width in (700, 1280):
        page.set_viewport_size({"width": width, "height": 800})
        page.wait_for_timeout(200)
        picture(page, f"explorer-{width}")
        wide = frame.locator("html").evaluate("(root) => [root.scrollWidth, root.clientWidth]")
        assert wide[0] <= wide[1]
        edge = page.locator(FRAME).bounding_box()
        assert edge["x"] + edge["width"] <= width
        assert edge["width"] > width / 2


def test_the_explorer_is_driven_from_choice_to_words_to_code(shown):
    page, frame, run_cell = shown
    frame.get_by_label("OSA × Pacific: 4").click()
    frame.get_by_role("heading", name="Palau International Airport").wait_for()
    assert frame.locator("#behind li").count() == 4
    assert frame.locator("[aria-current]").inner_text() == "4"  # the cell stays marked
    head = frame.locator("#behind-head").bounding_box()  # in the window, and nobody scrolled
    assert 0 <= head["y"] <= head["y"] + head["height"] <= page.viewport_size["height"]
    picture(page, "explorer-clicked")
    assert run_cell("print(explorer.cell, len(explorer.members))") == "('osa', 'pacific') 4\n"
    with page.expect_download() as waiting:
        frame.locator("#list").click()
    frame.get_by_text(waiting.value.suggested_filename).wait_for()  # told, and by its right name
    frame.get_by_role("button", name="Close").click()
    frame.locator("#more > summary").click()
    frame.locator("#filters > summary").click()
    frame.locator("#set-cols").select_option("Priority area")
    frame.locator("#set-stated").check()
    frame.locator("#set-margins").check()
    frame.locator("#filter-region > summary").click()
    frame.locator("#where-region-pacific").check()
    frame.locator("#where-region-africa").check()
    frame.get_by_role("button", name="日本語").click()
    frame.locator("#table-code summary").click()
    code = frame.locator("#table-code pre").inner_text()
    assert "dataset.stated().where(region=['pacific', 'africa'])" in code
    picture(page, "explorer-ja")
    assert run_cell("print(explorer.code)") == f"{code}\n"
    run_cell(code)
    assert run_cell("print(table.equals(explorer.table), explorer.members)") == "True None\n"


def test_what_python_sets_is_shown_and_a_wrong_value_refused(shown):
    _, frame, run_cell = shown
    run_cell("explorer.columns, explorer.filters, explorer.lang = 'region', {}, 'en'")
    run_cell("explorer.cell = 'osa', 'pacific'")
    frame.locator("#behind:not([hidden])").wait_for()
    run_cell("explorer.cell = None")
    frame.locator("#behind").wait_for(state="hidden")
    told = run_cell(
        "try:\n    explorer.rows = 'tol'\nexcept ValueError as error:\n    print(error)"
    )
    assert "Did you mean 'tool'" in told
    assert frame.locator("#set-rows").input_value() == "tool"


def test_nothing_was_asked_of_the_network_and_nothing_complained(opened, shown):
    assert [told for told in opened[1] if told not in HARMLESS] == []
