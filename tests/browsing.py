"""Headless Chromium for tests: pages are opened with the network off, and whatever they ask for or
complain of is kept.

Use the fixtures by importing them: ``from browsing import browser, tab``. Without Chromium the
tests skip and say so.
"""

import shutil
import time

import pytest

FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
# The first has no window to draw, and takes half the time.
PROGRAMS = ("chromium-headless-shell", "chromium", "chromium-browser", "google-chrome")
INSIDE = ("file:", "data:", "blob:", "about:")


@pytest.fixture(scope="module")  # one at a time: Playwright cannot start twice in a process
def browser():
    """Chromium, driven by Playwright."""
    program = next(filter(None, map(shutil.which, PROGRAMS)), None)
    if not program:
        pytest.skip("needs Chromium (Debian: apt-get install chromium-headless-shell)")
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=program, args=FLAGS)
        yield chromium
        chromium.close()


@pytest.fixture
def tab(browser):
    """A page 1280 × 800 with the network off; at its end the test fails if it asked for something
    outside or complained.
    """
    context = browser.new_context(offline=True, viewport={"width": 1280, "height": 800})
    page = context.new_page()
    heard = listen(page)
    yield page
    context.close()
    assert heard == [], heard


def listen(page, inside: tuple[str, ...] = INSIDE) -> list[str]:
    """Return a list that fills with what a page asks for outside of ``inside``, and with its
    errors and warnings.
    """
    heard = []
    page.on(
        "request",
        lambda asked: (
            None if asked.url.startswith(inside) else heard.append(f"asks for {asked.url}")
        ),
    )
    page.on("requestfailed", lambda asked: heard.append(f"cannot get {asked.url}"))
    page.on("pageerror", lambda error: heard.append(f"fails with {error}"))
    page.on(
        "console",
        lambda said: (
            heard.append(f"{said.type}: {said.text}") if said.type in ("error", "warning") else None
        ),
    )
    return heard


def until(page, condition: str, seconds: float = 30) -> None:
    """Wait until a condition holds on a page; Playwright's own waiting is forbidden by a page's
    Content Security Policy.
    """
    end = time.monotonic() + seconds
    while not page.evaluate(condition):
        assert time.monotonic() < end, f"still not after {seconds} s: {condition}"
        time.sleep(0.05)


def violations(page) -> list[str]:
    """Return what axe-core finds against a page: rule, and the first part that breaks it."""
    from axe_playwright_python.base import AXE_FILE_PATH

    page.evaluate(AXE_FILE_PATH.read_text(encoding="utf-8") + "; 0")
    found = page.evaluate("axe.run({ preload: false }).then(({ violations }) => violations)")
    return [f"{each['id']}: {each['nodes'][0]['html'][:200]}" for each in found]
