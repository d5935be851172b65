"""What the tests of pages need from a browser: headless Chromium, driven by playwright, and axe's
findings.
"""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from conftest import unless_all_is_required

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

FLAGS = ["--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-background-networking"]
PHONE, DESK = 390, 1280


@pytest.fixture(scope="session")
def chromium(require: Callable[[str], str]) -> "Iterator[Browser]":
    """The system's Chromium without a window; skipped aloud where it or playwright is not there."""
    program = require("chromium")
    try:
        from playwright.sync_api import sync_playwright
    except ImportError:
        unless_all_is_required("playwright is not installed")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=program, args=FLAGS)
        yield browser
        browser.close()


@contextmanager
def opened(
    browser: "Browser",
    path: Path,
    *,
    width: int = DESK,
    scheme: Any = "light",
    script: bool = True,
    anchor: str = "",
) -> "Iterator[Page]":
    """Open a file. Afterwards, what the console said and what was asked of the network must be
    nothing.
    """
    context = browser.new_context(
        viewport={"width": width, "height": 900}, color_scheme=scheme, java_script_enabled=script
    )
    page = context.new_page()
    heard: list[str] = []
    page.on("console", lambda message: heard.append(f"console: {message.text}"))
    page.on("pageerror", lambda error: heard.append(f"error: {error}"))
    page.on("request", lambda request: heard.append(f"request: {request.url}"))
    page.goto(f"{path.as_uri()}{anchor}")
    yield page
    context.close()
    rest = [
        line
        for line in heard
        if not line.startswith((f"request: {path.as_uri()}", "request: data:"))
    ]
    assert rest == []


def violations(page: "Page") -> list[str]:
    """Return the rules of axe that the page breaks, with the first element that does."""
    try:
        from axe_playwright_python.sync_playwright import Axe
    except ImportError:
        unless_all_is_required("axe-playwright-python is not installed")
    found = Axe().run(page).response["violations"]
    return [f"{rule['id']}: {rule['nodes'][0]['html'][:120]}" for rule in found]


def too_wide(page: "Page") -> int:
    """Return by how many pixels the page is wider than its window."""
    return int(page.evaluate("document.documentElement.scrollWidth - window.innerWidth"))
