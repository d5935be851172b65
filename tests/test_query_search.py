"""Full-text search: what a reader would expect comes first."""

import os
import shlex
import subprocess
import sys
from pathlib import Path

import pytest

from conftest import Run, edit
from gcmilo import Crosswalk, search
from gcmilo.errors import MalformedQuery


@pytest.mark.parametrize(
    ("text", "kind", "ref"),
    [
        ("remesas", "objective", "20"),
        ("REMESAS", "objective", "20"),
        ("envois de fonds", "objective", "20"),
        ("recruit*", "objective", "6"),
        ("recruitments", "objective", "6"),
        ("detencion", "objective", "13"),
        ("smuggling", "objective", "9"),
        ("12,480", "activity", "valley-returnees"),
        ("Upper Valley", "activity", "valley-returnees"),
        ("nurses", "activity", "skills-bridge"),
        ("MIN/2023/1", "document", "fair-mobility-plan"),
    ],
)
def test_first_hit(crosswalk: Crosswalk, text: str, kind: str, ref: str) -> None:
    first = search(crosswalk, text).hits[0]
    assert (first.kind, first.ref) == (kind, ref)


@pytest.mark.parametrize("text", ['"freedom of association"', "syndical", "libertad sindical"])
def test_freedom_of_association_in_three_languages(crosswalk: Crosswalk, text: str) -> None:
    first = {hit.ref for hit in search(crosswalk, text).hits[:2]}
    assert first == {"16(e)", "2(d)"}


@pytest.mark.parametrize("character", ["\x00", "\ud800", "\x1b"])
def test_a_character_that_is_no_letter_ends_a_word(crosswalk: Crosswalk, character: str) -> None:
    answer = search(crosswalk, f"remesas{character}")
    assert answer.query == "remesas?"
    assert answer.hits[0].ref == "20"
    with pytest.raises(MalformedQuery):
        search(crosswalk, character)


def test_phrase_is_stricter_than_its_words(crosswalk: Crosswalk) -> None:
    words = {hit.ref for hit in search(crosswalk, "work decent", limit=1000).hits}
    assert words
    assert not [
        hit
        for hit in search(crosswalk, '"work decent"').hits
        if "[work decent]" in hit.snippet.lower()
    ]


def test_hit_is_marked_in_context_and_opened_by_a_command(run: Run) -> None:
    for hit in run("search", "labour", "--limit", "1000", "--json").data["hits"]:
        assert "[" in hit["snippet"], hit
        program, *arguments = shlex.split(hit["command"])
        assert program == "gcmilo"
        assert run(*arguments).code == 0, hit["command"]


def test_the_command_of_a_hit_is_one_for_a_shell_whatever_the_id(run: Run, plan: Path) -> None:
    edit(plan / "activities.yaml", 'id: "valley-returnees"', 'id: "x$(touch f); y"')
    hits = run("search", "returnees", "--plan", str(plan), "--json").data["hits"]
    (command,) = [hit["command"] for hit in hits if hit["kind"] == "activity"]
    assert shlex.split(command)[:3] == ["gcmilo", "activity", "x$(touch f); y"]


def test_only_the_command_line_knows_commands(crosswalk: Crosswalk) -> None:
    assert {hit.command for hit in search(crosswalk, "labour").hits} == {None}


def test_the_command_of_a_hit_asks_about_the_same_plan(run: Run, plan: Path) -> None:
    edit(plan / "plan.yaml", "MIN/2024/7(Rev.)", "Paper 7")
    mine = plan.rename(plan.with_name("it's mine; $HOME"))
    for arguments in (
        ["--plan", str(mine), "search", "labour"],
        ["search", "labour", "--plan", str(mine)],
    ):
        command = run(*arguments, "--json").data["hits"][0]["command"]
        surroundings = {
            **os.environ,
            "PATH": f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}",
        }
        opened = subprocess.run(
            ["sh", "-c", command], env=surroundings, capture_output=True, check=True, timeout=60
        )
        assert b"Source: Paper 7" in opened.stdout
    assert "--plan" not in run("search", "labour", GCMILO_PLAN=str(mine)).text


def test_the_command_of_a_hit_shows_no_control_character(run: Run, plan: Path) -> None:
    strange = plan.rename(plan.with_name("\x1b[31m"))
    assert "?[31m" in run("search", "labour", "--plan", str(strange)).text


def test_every_kind_is_found(crosswalk: Crosswalk) -> None:
    kinds = {hit.kind for hit in search(crosswalk, "recruitment", limit=1000).hits}
    assert kinds == {
        "objective",
        "action",
        "plan_point",
        "paragraph",
        "linkage",
        "activity",
        "document",
        "tension",
    }


def test_any_word_will_do_where_nothing_has_all(crosswalk: Crosswalk) -> None:
    assert search(crosswalk, "remesas xylophone").hits[0].ref == "20"
    assert search(crosswalk, "xylophone").hits == ()


@pytest.mark.parametrize("text", ["", "--", '""', "*", "( ) :"])
def test_no_word_is_an_error(crosswalk: Crosswalk, text: str) -> None:
    with pytest.raises(MalformedQuery):
        search(crosswalk, text)


@pytest.mark.parametrize(
    "text", ["a AND", "NEAR(", 'un"balanced', "title:x", "x' OR 1", "-x", "^x", "{x}"]
)
def test_syntax_of_the_engine_is_only_text(crosswalk: Crosswalk, text: str) -> None:
    assert isinstance(search(crosswalk, text).hits, tuple)


def test_limit(run: Run) -> None:
    assert len(run("search", "migrants", "--limit", "3", "--json").data["hits"]) == 3
    nothing = run("search", "xylophone")
    assert (nothing.code, nothing.said) == (0, "Nothing meets these conditions.\n")
