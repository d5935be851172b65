"""What a field may hold: each kind with what it takes, and the fault for what it does not."""

from dataclasses import dataclass
from enum import StrEnum

import pytest

from gcmilo.errors import Fault
from gcmilo.fields import (
    Each,
    FaultCollector,
    Kind,
    Maybe,
    Number,
    OneOf,
    RecordField,
    Reference,
    Text,
    Unreadable,
    listed_number,
)
from gcmilo.refs import ActionRef, ObjectiveRef, parse_objective
from gcmilo.strict_yaml import read_text


class Colour(StrEnum):
    RED = "red"
    DARK_BLUE = "dark_blue"


@dataclass(frozen=True)
class Pair:
    left: str
    right: int | None = None


SUBJECT = Reference("an objective or action", parse_objective)
PAIR = RecordField(Pair, {"left": Text()}, {"right": Number(1, 9)})


def read(kind: Kind, yaml: str) -> object:
    """The value under the key x of a YAML text, or its faults as line, key, text and suggestion."""
    node, faults = read_text(yaml, "f.yaml")
    assert node is not None
    assert isinstance(node.value, dict)
    assert not faults
    try:
        return kind.read(node.value["x"], FaultCollector("f.yaml", faults).at("x"))
    except Unreadable:
        assert faults
        return faults


def fault(line: int, key: str, text: str, suggestion: str | None = None) -> list[Fault]:
    return [Fault("f.yaml", line, key, text, suggestion)]


@pytest.mark.parametrize("written", ["plain", "'13(d)'", "no", "“quoted”", "1-2", "'a = b'"])
def test_a_text_is_taken_as_written(written: str) -> None:
    assert read(Text(), f"x: {written}") == written.strip("'")


@pytest.mark.parametrize(
    ("written", "said"),
    [
        ("", "a text is wanted here, not nothing"),
        ("''", "a text is wanted here, not ''"),
        ("[a]", "a text is wanted here, not a list"),
        ("{a: b}", "a text is wanted here, not a mapping"),
        ("'=1+1'", "a text may not start with =: a spreadsheet would run it"),
        ("'+1'", "a text may not start with +: a spreadsheet would run it"),
        ("'-1'", "a text may not start with -: a spreadsheet would run it"),
        ("'@x'", "a text may not start with @: a spreadsheet would run it"),
        ("'  =1'", "a text may not start with =: a spreadsheet would run it"),
        ("a" * 2_001, "the text is longer than 2000 characters"),
    ],
)
def test_what_is_no_text(written: str, said: str) -> None:
    assert read(Text(), f"x: {written}") == fault(1, "x", said)


def test_a_text_of_2000_characters_is_taken() -> None:
    assert read(Text(), f"x: {'a' * 2_000}") == "a" * 2_000


@pytest.mark.parametrize("written", ["1", "99", "'42'"])
def test_a_number_is_taken_quoted_or_not(written: str) -> None:
    assert read(Number(1, 99), f"x: {written}") == int(written.strip("'"))


@pytest.mark.parametrize(
    "written", ["0", "100", "007", "1_3", "1.5", "-1", "one", "'٣'", "9" * 4_301, "0x1F", "1e1"]
)
def test_what_is_no_number(written: str) -> None:
    (found,) = read(Number(1, 99), f"x: {written}")  # type: ignore[misc]
    assert found.text.startswith("a number from 1 to 99 is wanted here, not '")
    assert len(found.text) < 120


@pytest.mark.parametrize(
    ("text", "number"), [("0", 0), ("12", 12), ("012", None), ("", None), ("1 ", None), ("²", None)]
)
def test_listed_numbers(text: str, number: int | None) -> None:
    assert listed_number(text) == number


def test_a_word_is_one_of_a_list() -> None:
    assert read(OneOf(Colour), "x: dark_blue") is Colour.DARK_BLUE
    assert read(OneOf(Colour), "x: dark-blue") == fault(
        1, "x", "'dark-blue' is none of red or dark_blue", "dark_blue"
    )
    assert read(OneOf(Colour), "x: zzz") == fault(1, "x", "'zzz' is none of red or dark_blue")
    assert read(OneOf(Colour), "x: [red]") == fault(1, "x", "a list is none of red or dark_blue")


def test_a_reference_is_canonical_and_quoted() -> None:
    assert read(SUBJECT, 'x: "7(d)"') == ActionRef(ObjectiveRef(7), "d")
    assert read(SUBJECT, "x: '7'") == ObjectiveRef(7)
    assert read(SUBJECT, 'x: "7d"') == fault(1, "x", "'7d' is not the canonical spelling", '"7(d)"')
    assert read(SUBJECT, "x: 7") == fault(1, "x", "a reference stands in quotation marks", '"7"')
    assert read(SUBJECT, 'x: "seven"') == fault(
        1, "x", "an objective or action is wanted here, not 'seven'"
    )
    assert read(SUBJECT, "x:") == fault(
        1, "x", "an objective or action is wanted here, not nothing"
    )


def test_of_a_list_every_bad_item_is_reported() -> None:
    assert read(Each(Number(1, 9)), "x: [1, 2]") == (1, 2)
    assert read(Each(Number(1, 9)), "x: []") == ()
    faults = read(Each(Number(1, 9)), "x:\n  - a\n  - 2\n  - 10\n")
    assert [found.line for found in faults] == [2, 4]  # type: ignore[attr-defined]
    assert read(Each(Number(1, 9)), "x: 1") == fault(1, "x", "a list is wanted here, not '1'")


def test_maybe_takes_nothing() -> None:
    assert read(Maybe(Number(1, 9)), "x: null") is None
    assert read(Maybe(Number(1, 9)), "x: 3") == 3
    assert read(Maybe(Number(1, 9)), "x: 'null'") == fault(
        1, "x", "a number from 1 to 9 is wanted here, not 'null'"
    )


def test_a_record_is_built_from_its_keys() -> None:
    assert read(PAIR, "x: {left: a, right: 2}") == Pair("a", 2)
    assert read(PAIR, "x: {left: a}") == Pair("a")
    assert read(PAIR, "x: {left: a, right: null}") == Pair("a")


def test_a_misspelt_key_is_unknown_with_what_was_meant_and_not_missing_as_well() -> None:
    assert read(PAIR, "x:\n  letf: a\n  right: 2\n") == fault(
        2, "letf", "this key is unknown", "left"
    )


def test_unknown_and_missing_keys_are_two_faults() -> None:
    assert read(PAIR, "x:\n  zzz: a\n") == [
        *fault(2, "zzz", "this key is unknown"),
        *fault(1, "left", "this key is missing"),
    ]


def test_every_fault_of_a_record_is_reported() -> None:
    faults = read(PAIR, "x:\n  left: [a]\n  right: ten\n  more: 1\n")
    assert [(f.line, f.key) for f in faults] == [(4, "more"), (2, "left"), (3, "right")]  # type: ignore[attr-defined]


def test_a_record_must_be_a_mapping() -> None:
    assert read(PAIR, "x: [left]") == fault(1, "x", "a mapping is wanted here, not a list")


def test_a_row_keeps_the_good_fields_and_their_lines() -> None:
    node, faults = read_text("left: a\nright: ten\n", "f.yaml")
    assert node is not None
    row = PAIR.read_row(node, FaultCollector("f.yaml", faults))
    assert (row.record, dict(row.fields)) == (None, {"left": "a"})
    assert (row.line_of("right"), row.line_of("absent")) == (2, 1)
