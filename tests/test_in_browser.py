"""The HTML page, the briefs and the pictures in a real browser: nothing said, nothing fetched,
usable, printable.
"""

import re
import subprocess
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

import gcmilo
from chromium import DESK, PHONE, chromium, opened, too_wide, violations
from conftest import Run
from gcmilo.export.html_page import html_page

if TYPE_CHECKING:
    from playwright.sync_api import Browser

__all__ = ["chromium"]

pytestmark = pytest.mark.slow


@pytest.fixture(scope="module")
def page(tmp_path_factory: pytest.TempPathFactory, crosswalk: gcmilo.Crosswalk) -> Path:
    path = tmp_path_factory.mktemp("page") / "gcmilo.html"
    path.write_text(html_page(crosswalk), encoding="utf-8")
    return path


@pytest.fixture(scope="module")
def bundled_page(tmp_path_factory: pytest.TempPathFactory, bundled: gcmilo.Crosswalk) -> Path:
    path = tmp_path_factory.mktemp("bundled") / "gcmilo.html"
    path.write_text(html_page(bundled), encoding="utf-8")
    return path


@pytest.fixture
def brief(tmp_path: Path, run: Run) -> Path:
    path = tmp_path / "brief.html"
    assert run("brief", "--round-table", "1", "-f", "html", "-o", str(path), bundled=True).code == 0
    return path


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [PHONE, DESK])
def test_the_page_fits_and_axe_has_nothing_to_say(
    chromium: "Browser", bundled_page: Path, width: int, scheme: str
) -> None:
    with opened(chromium, bundled_page, width=width, scheme=scheme) as shown:
        assert too_wide(shown) == 0
        assert violations(shown) == []


@pytest.mark.parametrize("width", [PHONE, DESK])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_a_brief_fits_and_axe_has_nothing_to_say(
    chromium: "Browser", brief: Path, width: int, scheme: str
) -> None:
    with opened(chromium, brief, width=width, scheme=scheme) as shown:
        assert too_wide(shown) == 0
        assert violations(shown) == []


@pytest.mark.parametrize(
    ("whole", "broken", "rule"),
    [
        ('<html lang="en">', "<html>", "html-has-lang"),
        ('<label for="words">Search all of it</label>', "", "label"),
        ("--muted: #57606a", "--muted: #b0b8c0", "color-contrast"),
        ("<h1>", "<h1 hidden>", "page-has-heading-one"),
        (
            'aria-labelledby="matrix-title"',
            'aria-labelledby="matrix-title" role="button"',
            "nested-interactive",
        ),
    ],
)
def test_axe_finds_what_is_broken_on_purpose(
    chromium: "Browser", page: Path, tmp_path: Path, whole: str, broken: str, rule: str
) -> None:
    text = page.read_text(encoding="utf-8")
    assert whole in text
    path = tmp_path / "broken.html"
    path.write_text(text.replace(whole, broken), encoding="utf-8")
    with opened(chromium, path) as shown:
        assert rule in [found.split(":")[0] for found in violations(shown)]


def shown_entries(shown: Any) -> list[str]:
    return shown.evaluate(
        "[...document.querySelectorAll('.entry:not([hidden])')].map(entry => entry.id)"
    )


def wait_for(shown: Any, text: str) -> None:
    shown.wait_for_function(
        "text => document.getElementById('found').textContent.includes(text)", arg=text
    )


def test_a_search_leaves_what_holds_all_its_words_and_says_how_much(
    chromium: "Browser", page: Path
) -> None:
    with opened(chromium, page) as shown:
        shown.fill("#words", "FINANCIÈRE migrants")
        wait_for(shown, "Shown: 1 objective.")
        assert shown_entries(shown) == ["objective-20"]
        assert shown.evaluate("document.querySelectorAll('tr[data-for]:not([hidden])').length") == 1
        assert shown.get_attribute("#found", "aria-live") == "polite"


def test_filters_must_all_be_met_and_clear_takes_them_away(chromium: "Browser", page: Path) -> None:
    with opened(chromium, page) as shown:
        everything = len(shown_entries(shown))
        shown.select_option("#status", "addressed")
        shown.select_option("#basis", "none")
        shown.select_option("#round", "1")
        wait_for(shown, "Shown: 1 objective.")
        assert shown_entries(shown) == ["objective-2"]
        shown.fill("#words", "zzz")
        wait_for(shown, "Nothing meets these conditions.")
        shown.click("button[type=reset]")
        shown.wait_for_function("document.getElementById('found').textContent === ''")
        assert len(shown_entries(shown)) == everything


def test_a_basis_is_asked_of_plan_points_too(chromium: "Browser", page: Path) -> None:
    with opened(chromium, page) as shown:
        shown.select_option("#basis", "contextual")
        wait_for(shown, "Shown: 3 objectives, 2 plan points.")


@pytest.mark.parametrize("anchor", ["objective-6", "action-6l", "plan-point-2d", "para_8"])
def test_anchors_lead_to_what_they_name(chromium: "Browser", page: Path, anchor: str) -> None:
    with opened(chromium, page, anchor=f"#{anchor}") as shown:
        top = shown.evaluate(
            "id => document.getElementById(id).getBoundingClientRect().top", anchor
        )
        assert 0 <= top < 900


def test_an_anchor_of_something_filtered_away_brings_it_back(
    chromium: "Browser", page: Path
) -> None:
    with opened(chromium, page) as shown:
        shown.select_option("#status", "indirect")
        wait_for(shown, "Shown: 3 objectives.")
        shown.evaluate("location.hash = '#para_8'")
        shown.wait_for_function("!document.getElementById('para_8').closest('[hidden]')")
        assert (
            0
            <= shown.evaluate("document.getElementById('para_8').getBoundingClientRect().top")
            < 900
        )


def test_every_link_within_the_page_leads_somewhere(chromium: "Browser", page: Path) -> None:
    with opened(chromium, page) as shown:
        assert (
            shown.evaluate(
                "[...document.querySelectorAll('a[href^=\"#\"]')].map(a => a.hash.slice(1))"
                ".filter(id => !document.getElementById(id))"
            )
            == []
        )


def test_the_keyboard_comes_first_to_the_content_then_to_the_parts_in_order(
    chromium: "Browser", page: Path
) -> None:
    with opened(chromium, page) as shown:
        focused = "document.activeElement.textContent.trim() || document.activeElement.id"
        order = []
        for _ in range(4):
            shown.keyboard.press("Tab")
            order.append(shown.evaluate(focused))
        assert order == ["Skip to the content", "In short", "Matrix", "Objectives"]
        outline = shown.evaluate("getComputedStyle(document.activeElement).outlineStyle")
        assert outline == "solid"
        shown.keyboard.press("Shift+Tab+Tab")
        shown.focus(".skip")
        shown.keyboard.press("Enter")
        assert shown.evaluate("document.activeElement.id") == "main"


def test_without_script_all_is_shown_and_no_form(chromium: "Browser", page: Path) -> None:
    with opened(chromium, page, script=False) as shown:
        assert not shown.is_visible("#find")
        assert shown.is_visible("#objective-23")


def printed(shown: Any, path: Path, pdftoppm: str) -> tuple[int, str]:
    """Print a page to A4 and return how many sheets it takes and the text of the first."""
    shown.pdf(path=str(path), prefer_css_page_size=True)
    subprocess.run(
        [pdftoppm, "-r", "40", "-png", "-f", "1", "-l", "1", str(path), str(path.with_suffix(""))],
        check=True,
    )
    assert list(path.parent.glob(f"{path.stem}-*.png"))
    info = subprocess.run(["pdfinfo", str(path)], check=True, capture_output=True, text=True).stdout
    assert "(A4)" in info
    sheets = re.search(r"Pages:\s+(\d+)", info)
    assert sheets
    return int(sheets[1]), subprocess.run(
        ["pdftotext", "-layout", "-l", "2", str(path), "-"],
        check=True,
        capture_output=True,
        text=True,
    ).stdout


def test_the_page_prints_to_a4_with_the_matrix_whole(
    chromium: "Browser", page: Path, tmp_path: Path, require: Callable[[str], str]
) -> None:
    with opened(chromium, page) as shown:
        sheets, first = printed(shown, tmp_path / "page.pdf", require("pdftoppm"))
        assert 20 < sheets < 90
        assert re.search(r"1\(a\)\s+1\(b\)\s+2\(c\)\s+2\(d\)\s+3\s+4\s+5\b", first)
        assert "Search and filter" not in first


def test_a_brief_prints_to_a4(
    chromium: "Browser", brief: Path, tmp_path: Path, require: Callable[[str], str]
) -> None:
    with opened(chromium, brief) as shown:
        sheets, first = printed(shown, tmp_path / "brief.pdf", require("pdftoppm"))
        assert 4 < sheets < 20
        assert "In short" in first


@pytest.mark.parametrize(
    "picture", [["matrix"], ["tree"], ["tree", "--by", "plan-point"], ["gaps"], ["coverage"]]
)
def test_no_text_of_a_picture_is_cut_or_covered(
    chromium: "Browser", tmp_path: Path, run: Run, picture: list[str]
) -> None:
    svg = run(*picture, "-f", "svg").text
    path = tmp_path / "picture.html"
    path.write_text(f"<!DOCTYPE html><title>picture</title>{svg}", encoding="utf-8")
    with opened(chromium, path) as shown:
        boxes = shown.evaluate(
            "[...document.querySelectorAll('svg text')].map(text => {"
            " const box = text.getBoundingClientRect();"
            " return [text.textContent, box.x, box.y, box.right, box.bottom] })"
        )
        frame = shown.evaluate(
            "(box => [box.right, box.bottom])(document.querySelector('svg').getBoundingClientRect())"
        )
    assert [box[0] for box in boxes if box[3] > frame[0] or box[4] > frame[1]] == []
    overlapping = [
        (one[0], other[0])
        for number, one in enumerate(boxes)
        for other in boxes[number + 1 :]
        if min(one[3], other[3]) - max(one[1], other[1]) > 1
        and min(one[4], other[4]) - max(one[2], other[2]) > 4
    ]
    assert overlapping == []
