"""Tables on a terminal: they fit, nothing is cut, and colour only repeats what the words say."""

import re
from collections import Counter
from dataclasses import replace
from string import ascii_lowercase

import pytest
from syrupy.assertion import SnapshotAssertion

from answers import ANSWERS, ONE_OF_EACH
from gcmilo import Crosswalk
from gcmilo.model import PlanPoint
from gcmilo.output.render import Format, Screen, render
from gcmilo.refs import PlanPointRef

WIDTHS = [40, 41, 42, 43, 44, 47, 53, 60, 61, 73, 80, 97, 120, 160, 200]
PICTURED = ["objective 6", "objectives", "plan-point 2d", "gaps", "coverage", "matrix", "tree"]
LISTS = [command for command in ONE_OF_EACH if " " not in command]
WHOLE = (
    r"\b(?:MIN/|GB\.)[\w/.]*\w(?:\(Rev\.\))?|\bA/RES/\d+/\d+|\b\d+\([a-z]\)"
    r"|\b(?:addressed|indirect|explicit|contextual)\b"
)
ESCAPES = re.compile(r"\x1b\[[\d;]*m")


def drawn(
    crosswalk: Crosswalk, command: str, width: int, *, colour: bool = False, language: str = "en"
) -> str:
    screen = Screen(width, colour)
    return render(ANSWERS[command](crosswalk), crosswalk.source, Format.TABLE, language, screen)


@pytest.mark.parametrize("width", [40, 80, 200])
@pytest.mark.parametrize("command", PICTURED)
def test_pictures(
    crosswalk: Crosswalk, snapshot: SnapshotAssertion, command: str, width: int
) -> None:
    assert drawn(crosswalk, command, width) == snapshot


@pytest.mark.parametrize("command", ANSWERS)
def test_no_line_is_longer_than_the_terminal(crosswalk: Crosswalk, command: str) -> None:
    for width in WIDTHS:
        longest = max(len(line) for line in drawn(crosswalk, command, width).splitlines())
        assert longest <= width, f"{longest} columns on a terminal of {width}"


@pytest.mark.parametrize("command", [command for command in ANSWERS if command != "matrix"])
def test_no_status_and_no_reference_is_cut(crosswalk: Crosswalk, command: str) -> None:
    wanted = Counter(
        re.findall(WHOLE, render(ANSWERS[command](crosswalk), crosswalk.source, Format.TABLE))
    )
    for width in (40, 47, 60, 79, 80, 100, 140, 200):
        text = drawn(crosswalk, command, width)
        assert "…" not in text
        missing = wanted - Counter(re.findall(WHOLE, text))
        assert not missing, f"not whole at {width} columns: {dict(missing)}"


@pytest.mark.parametrize("command", LISTS)
def test_the_tables_of_a_larger_plan_fit_too_and_nothing_in_them_is_cut(
    bundled: Crosswalk, command: str
) -> None:
    wanted = Counter(
        re.findall(WHOLE, render(ANSWERS[command](bundled), bundled.source, Format.TABLE))
    )
    for width in (40, 80, 200):
        text = drawn(bundled, command, width)
        assert max(len(line) for line in text.splitlines()) <= width
        missing = wanted - Counter(re.findall(WHOLE, text))
        assert command == "matrix" or not missing, f"not whole at {width} columns: {dict(missing)}"


@pytest.mark.parametrize("language", ["fr", "es"])
@pytest.mark.parametrize("command", ["objective 6", "objectives", "gaps", "matrix", "tree"])
def test_longer_languages_fit_too(crosswalk: Crosswalk, command: str, language: str) -> None:
    for width in (40, 80):
        assert (
            max(
                len(line)
                for line in drawn(crosswalk, command, width, language=language).splitlines()
            )
            <= width
        )


@pytest.mark.parametrize("width", [0, 20])
@pytest.mark.parametrize("command", ANSWERS)
def test_narrower_terminals_still_get_an_answer(
    crosswalk: Crosswalk, command: str, width: int
) -> None:
    text = drawn(crosswalk, command, width)
    assert "Source:" in text
    assert "MIN/2024/7(Rev.)" in "".join(text.split())
    assert text.split()[0] in render(ANSWERS[command](crosswalk), crosswalk.source, Format.TABLE)


@pytest.mark.parametrize("width", [40, 120])
@pytest.mark.parametrize("command", ONE_OF_EACH)
def test_colour_changes_no_character(crosswalk: Crosswalk, command: str, width: int) -> None:
    coloured = drawn(crosswalk, command, width, colour=True)
    assert "\x1b[" in coloured
    bare = [line.rstrip() for line in ESCAPES.sub("", coloured).splitlines()]
    assert bare == drawn(crosswalk, command, width).splitlines()


def test_marks_of_the_matrix_differ_without_colour(crosswalk: Crosswalk) -> None:
    lines = drawn(crosswalk, "matrix", 200).splitlines()
    (four,) = [line for line in lines if line.startswith(" 4 ")]
    (six,) = [line for line in lines if line.startswith(" 6 ")]
    (nine,) = [line for line in lines if line.startswith(" 9 ")]
    assert Counter(six)["●"] == 2
    assert Counter(six)["○"] == 1
    assert Counter(six)["·"] == 5
    assert (four[3], six[3], nine[3]) == ("~", "+", "-")
    body = "".join(line for line in lines if re.match(r" ?\d+ [+~-] ", line))
    assert (body.count("●"), body.count("○")) == (8, 5)


@pytest.mark.parametrize("width", [40, 60, 80, 200])
def test_the_matrix_is_whole_at_every_width(crosswalk: Crosswalk, width: int) -> None:
    more = tuple(PlanPoint(PlanPointRef(f"12({letter})"), "more") for letter in "abcdefghij")
    wide = replace(crosswalk, plan_points=crosswalk.plan_points + more)
    lines = [
        line
        for line in drawn(wide, "matrix", width).splitlines()
        if re.match(r" ?\d+ [+~-] ", line)
    ]
    assert len(lines) == 23
    assert sum(line.count("●") for line in lines) == 8
    assert sum(line.count("○") for line in lines) == 5
    assert sum(line.count("·") for line in lines) == 23 * 18 - 13


def test_columns_of_the_matrix_are_headed_with_subjects_or_named_under_it(
    crosswalk: Crosswalk,
) -> None:
    assert "Point  Subject" not in drawn(crosswalk, "matrix", 200)
    assert "recruitment recruiters protection" in drawn(crosswalk, "matrix", 200)
    for width in (20, 40, 80):
        named = drawn(crosswalk, "matrix", width).partition("not assessed")[2].split()
        for point in crosswalk.plan_points:
            assert set(point.subject.split()) <= set(named)


@pytest.mark.parametrize("width", [40, 60, 80, 200])
def test_a_matrix_of_more_points_than_objectives_is_turned(
    crosswalk: Crosswalk, width: int
) -> None:
    more = tuple(PlanPoint(PlanPointRef(f"12({letter})"), "more") for letter in ascii_lowercase)
    high = replace(crosswalk, plan_points=crosswalk.plan_points + more)
    text = drawn(high, "matrix", width)
    assert max(len(line) for line in text.splitlines()) <= width
    of_row = re.compile(r" *(\d+(\([a-z]\))?|no point)[ :].*[·●:]")
    rows = [line for line in text.splitlines() if of_row.match(line)]
    if width > 40:  # a narrower one has sentences
        assert len(rows) == 7 + 26 + 1
        assert re.sub("[^●○·]", "", rows[0]) == "·····●················" + "·"
        assert re.sub("[^●○·]", "", rows[-1]) == "·●○··●·············●···"
    for objective in crosswalk.objectives:
        assert set(objective.label.en.split()) <= set(text.split())
