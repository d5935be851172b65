"""Texts: what may reach a terminal, and how texts are compared."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gcmilo.text import fold, hidden_character, joined, nearest, printable, shown

HIDDEN = [
    "\x00",
    "\x07",
    "\x1b",
    "\x7f",
    "\x9b",
    "\u200e",
    "\u202e",
    "\u2066",
    "\u061c",
    "\u2028",
    "\ufeff",
    "\ud800",
]


@pytest.mark.parametrize("character", HIDDEN, ids=ascii)
def test_hidden_characters_are_found_and_named(character: str) -> None:
    assert hidden_character(f"a{character}b") == f"U+{ord(character):04X}"
    assert printable(f"a{character}b") == "a?b"


@pytest.mark.parametrize("text", ["plain", "“Données” – ILO’s", "日本", "a\u00a0b", ""])
def test_ordinary_texts_hold_nothing_hidden(text: str) -> None:
    assert hidden_character(text) is None
    assert printable(text) == text


@given(st.text(st.characters()))
def test_what_is_shown_is_one_line_without_controls_and_short(text: str) -> None:
    quoted = shown(text)
    assert hidden_character(quoted) is None
    assert quoted[0] == quoted[-1] == "'"
    assert len(quoted) <= 62
    assert len(quoted.splitlines()) == 1


def test_shown_cuts_and_says_so() -> None:
    assert shown("a" * 60) == f"'{'a' * 60}'"
    assert shown("a" * 61) == f"'{'a' * 57}...'"
    assert shown(" two\n lines ") == "'two lines'"


def test_fold_forgets_case_accents_width_and_spacing() -> None:
    assert fold("  Éthiopie\t（ＩＬＯ） ") == "ethiopie (ilo)"
    assert fold("Straße") == fold("STRASSE")


@given(st.text())
def test_fold_is_done_once(text: str) -> None:
    assert fold(f"{text} {text}".strip()).count("  ") == 0
    assert fold(fold(text)) == fold(text)


def test_nearest_gives_the_known_spelling_best_first() -> None:
    assert nearest("stauts", ["channel", "status", "statute"]) == ["status"]
    assert nearest("ADRESSED", ["addressed", "not_addressed"], 2) == ["addressed", "not_addressed"]
    assert nearest("zzz", ["status"]) == []
    assert nearest("donnees", ["Données"]) == ["Données"]


def test_joined_makes_a_list_in_a_sentence() -> None:
    assert joined([]) == ""
    assert joined([1]) == "1"
    assert joined(["a", "b", "c"]) == "a, b and c"
    assert joined(["a", "b"], "or") == "a or b"
