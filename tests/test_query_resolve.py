"""What people write, turned into what it is."""

import io
import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st

from conftest import SMALL_PLAN, Run
from gcmilo import Crosswalk, load, resolve


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("21(j)", [("21(j)", ["action 5(j)"])]),
        ("para. 21 (j)", [("21 (j)", ["action 5(j)"])]),
        ("GCM para 38", [("38", ["objective 22"])]),
        ("A/RES/73/195, annex, para. 22 (l)", [("22 (l)", ["action 6(l)"])]),
        ("obj 5j", [("5j", ["action 5(j)"])]),
        ("SDG 8.8", [("8.8", ["sdg_target 8.8"])]),
        ("SDG target 99.1", [("99.1", [])]),
        ("point 2 (d)", [("2 (d)", ["plan_point 2(d)"])]),
        ("para 10", [("10", ["paragraph 10"])]),
        (
            "see objectives 5(c) and (e), and point 1(a)",
            [("5(c)", ["action 5(c)"]), ("(e)", ["action 5(e)"]), ("1(a)", ["plan_point 1(a)"])],
        ),
        (
            "objetivos 6, 7 y 8",
            [("6", ["objective 6"]), ("7", ["objective 7"]), ("8", ["objective 8"])],
        ),
        ("11", [("11", ["objective 11", "paragraph 11"])]),
        ("12", [("12", ["objective 12"])]),
        ("4", [("4", ["objective 4", "plan_point 4", "paragraph 4"])]),
        ("2(d)", [("2(d)", ["action 2(d)", "plan_point 2(d)"])]),
        ("6 l", [("6 l", ["action 6(l)"])]),
        ("objective 24", [("24", [])]),
        ("point 2(b)", [("2(b)", [])]),
        ("In 2018 there were 23 of them, in 12 countries.", []),
        ("nothing", []),
        ("", []),
    ],
)
def test_readings(crosswalk: Crosswalk, text: str, expected: list[tuple[str, list[str]]]) -> None:
    assert readings(crosswalk, text) == expected


def readings(crosswalk: Crosswalk, text: str) -> list[tuple[str, list[str]]]:
    found = resolve(crosswalk, text).references
    return [(r.matched, [f"{x.kind.value} {x.ref}" for x in r.readings]) for r in found]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("GB.335 para 17", [("17", ["paragraph 17"])]),
        ("GB.335/POL/1(Rev.), para. 26(a)", [("26(a)", ["paragraph 26"])]),
    ],
)
def test_the_source_of_the_bundled_plan_is_known_by_its_symbol(
    bundled: Crosswalk, text: str, expected: list[tuple[str, list[str]]]
) -> None:
    assert readings(bundled, text) == expected


def test_start_is_where_the_match_stands(crosswalk: Crosswalk) -> None:
    text = "See points 1(a), 2(d) and 3; objective 6(l)."
    found = resolve(crosswalk, text).references
    assert [reference.start for reference in found] == [11, 17, 26, 39]
    for reference in found:
        assert text[reference.start :].startswith(reference.matched)


@given(st.text())
def test_any_text_is_taken(text: str) -> None:
    for reference in resolve(load_once(), text).references:
        assert text[reference.start :].startswith(reference.matched)


def load_once(loaded: list[Crosswalk] = []) -> Crosswalk:  # noqa: B006 - loaded once for all examples
    if not loaded:
        loaded.append(load(SMALL_PLAN))
    return loaded[0]


@pytest.mark.parametrize(
    ("content", "start"),
    [(b"one line\nand objective 6(l)\n", 23), (b"\x93one line\x94\r\nand objective 6(l)", 26)],
)
def test_stdin(run: Run, monkeypatch: pytest.MonkeyPatch, content: bytes, start: int) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(content)))
    [found] = run("resolve", "-", "--json").data["references"]
    assert (found["matched"], found["start"]) == ("6(l)", start)


def test_nothing_found_is_said(run: Run) -> None:
    done = run("resolve", "nothing")
    assert (done.code, done.said) == (0, "Nothing meets these conditions.\n")
