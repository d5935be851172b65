"""What people write, turned into what it is."""

import io
import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st

from conftest import Run
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
        ("point 13 (d)", [("13 (d)", ["plan_point 13(d)"])]),
        ("GB.335 para 17", [("17", ["paragraph 17"])]),
        ("GB.335/POL/1(Rev.), para. 26(a)", [("26(a)", ["paragraph 26"])]),
        (
            "see objectives 5(c) and (e), and point 13(a)",
            [("5(c)", ["action 5(c)"]), ("(e)", ["action 5(e)"]), ("13(a)", ["plan_point 13(a)"])],
        ),
        ("objetivos 6, 7 y 8", [("6", ["objective 6"]), ("7", ["objective 7"]), ("8", ["objective 8"])]),
        ("12", [("12", ["objective 12", "paragraph 12"])]),
        ("15", [("15", ["objective 15", "plan_point 15", "paragraph 15"])]),
        ("13(d)", [("13(d)", ["action 13(d)", "plan_point 13(d)"])]),
        ("6 l", [("6 l", ["action 6(l)"])]),
        ("objective 24", [("24", [])]),
        ("point 12(b)", [("12(b)", [])]),
        ("In 2018 there were 23 of them, in 12 countries.", []),
        ("nothing", []),
        ("", []),
    ],
)
def test_readings(crosswalk: Crosswalk, text: str, expected: list[tuple[str, list[str]]]) -> None:
    found = resolve(crosswalk, text).references
    assert [(r.matched, [f"{x.kind.value} {x.ref}" for x in r.readings]) for r in found] == expected


def test_start_is_where_the_match_stands(crosswalk: Crosswalk) -> None:
    text = "See points 12(a), 13(d) and 14(a); objective 6(l)."
    for reference in resolve(crosswalk, text).references:
        assert text[reference.start :].startswith(reference.matched)


@given(st.text())
def test_any_text_is_taken(text: str) -> None:
    for reference in resolve(load_once(), text).references:
        assert text[reference.start :].startswith(reference.matched)


def load_once(loaded: list[Crosswalk] = []) -> Crosswalk:  # noqa: B006 - loaded once for all examples
    if not loaded:
        loaded.append(load())
    return loaded[0]


@pytest.mark.parametrize(
    ("content", "start"), [(b"one line\nand objective 6(l)\n", 23), (b"\x93one line\x94\r\nand objective 6(l)", 26)]
)
def test_stdin(run: Run, monkeypatch: pytest.MonkeyPatch, content: bytes, start: int) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(content)))
    [found] = run("resolve", "-", "--json").data["references"]
    assert (found["matched"], found["start"]) == ("6(l)", start)


def test_nothing_found_is_said(run: Run) -> None:
    done = run("resolve", "nothing")
    assert (done.code, done.said) == (0, "Nothing meets these conditions.\n")
