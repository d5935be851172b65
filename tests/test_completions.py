"""What completion offers: for every value what the program accepts, as a shell takes it, of the
plan asked about.
"""

import re
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
import typer

from conftest import Run, edit
from docs_blocks import commands
from gcmilo import bundled, load
from gcmilo.cli import completions
from gcmilo.cli.app import app
from gcmilo.refs import PlanPointRef
from processes import environment

COMMANDS = commands()
FREE = {"text", "place", "partner", "year", "limit", "column", "base", "sheet", "table"}
"""The parameters that take what no list can hold."""
FILES = "files"
PARAMETERS = [
    (name, parameter)
    for name, command in [("", typer.main.get_command(app)), *COMMANDS.items()]
    for parameter in command.params
    if not getattr(parameter, "is_flag", False)
]


def offered(run: Run, *words: str, **environment: str) -> list[str] | str:
    """The words that are offered for the last one, or FILES where the shell is to complete it."""
    done = run("complete", "--", *words, **environment)
    assert done.said == ""
    if done.code == 1:
        assert done.text == ""
        return FILES
    assert done.code == 0
    return [line.partition("\t")[0] for line in done.text.splitlines()]


def ids(parameter: Any) -> str:
    return parameter if isinstance(parameter, str) else str(parameter.name)


@pytest.mark.parametrize(("name", "parameter"), PARAMETERS, ids=ids)
def test_every_value_is_offered_or_left_to_the_shell(run: Run, name: str, parameter: Any) -> None:
    before = [name] if name else []
    if parameter.param_type_name == "option":
        before.append(parameter.opts[0])
    if name == "compare" and parameter.name == "second":
        before.append("one")
    found = offered(run, *before, "")
    if parameter.name in FREE:
        assert found == []
    elif parameter.type.name == "path":
        assert found == FILES
    else:
        assert len(found) > 1
        assert found != FILES


@pytest.mark.parametrize("command", COMMANDS)
def test_commands_are_offered_and_their_options(run: Run, command: str) -> None:
    assert command in offered(run, command[:2])
    assert "--help" in offered(run, command, "--")


def test_a_command_is_offered_with_its_whole_first_sentence(run: Run) -> None:
    assert run("complete", "--", "compare").text == (
        "compare\tA plan beside the ILO's, or two plans, objective by objective;"
        " what changed between two versions of one.\n"
    )


@pytest.mark.parametrize("begun", ["", "6", "2", "c"])
def test_an_offer_stands_bare_and_is_accepted_where_it_is_offered(run: Run, begun: str) -> None:
    for command in (
        "objective",
        "plan-point",
        "paragraph",
        "activity",
        "documents",
        "tensions",
        "cite",
        "brief",
    ):
        for word in offered(run, command, begun)[::6]:
            assert re.fullmatch(r"\w[\w.-]*", word)
            assert run(command, word, "--json").code == 0, (command, word)


@pytest.mark.parametrize(
    ("label", "word"),
    [
        ("13(d)", "13d"),
        ("1.2", "1.2"),
        ("II.4(b)", "II.4b"),
        ("A-1", "A-1"),
        ("3/4", "3-4"),
        ("1(2)", "1-2"),
        ("5 bis", "5bis"),
        ("Zone É", "zone-e"),
    ],
)
def test_a_label_is_offered_as_it_stands_bare_and_means_the_point(
    plan: Path, label: str, word: str
) -> None:
    points = f"- {{ref: '{label}', subject: one}}\n- {{ref: '99', subject: another}}\n"
    for file in plan.glob("*.yaml"):
        if file.name not in ("plan.yaml", "plan_points.yaml"):
            file.unlink()
    (plan / "plan_points.yaml").write_text(f"plan_points:\n{points}", encoding="utf-8")
    crosswalk = load(plan)
    assert next(completions.plan_points(crosswalk, "")) == (word, "one")
    assert crosswalk.find_plan_point(word) == PlanPointRef(label)


def test_actions_are_those_of_the_objective_that_is_begun(run: Run) -> None:
    assert offered(run, "objective", "") == [str(number) for number in range(1, 24)]
    assert offered(run, "objective", "6l") == ["6l"]
    assert [word for word in offered(run, "objective", "2") if word.startswith("20")] == ["20"]
    assert "2a" in offered(run, "objective", "2")


def test_of_a_word_with_two_meanings_the_help_tells_the_one_that_is_cited(run: Run) -> None:
    lines = [
        line
        for begun in ("1", "4")
        for line in run("complete", "--", "cite", begun).text.splitlines()
    ]
    assert "1b\tinspection of recruiters" in lines
    assert "4\tLegal identity and documentation" in lines
    assert "point 1(b)" in run("cite", "1b").text
    assert "A/RES/73/195" in run("cite", "4").text


def test_a_second_reference_is_offered_where_several_are_taken(run: Run) -> None:
    assert "7" in offered(run, "brief", "6", "")
    assert offered(run, "objective", "6", "") == []


def test_words_after_an_equals_sign_however_the_shell_splits_them(run: Run) -> None:
    assert offered(run, "objectives", "--status=n") == ["--status=not-addressed"]
    assert offered(run, "objectives", "--status", "=", "n") == ["not-addressed"]
    assert offered(run, "objectives", "--plan=x") == FILES


# The plan


def test_the_plan_is_that_of_the_command_line_or_the_environment(run: Run, plan: Path) -> None:
    edit(plan / "plan_points.yaml", '"fair recruitment"', '"recrutement"')
    for words, variables in [
        (["--plan", str(plan), "plan-point", "1a"], {}),
        (["plan-point", "--plan", str(plan), "1a"], {}),
        (["plan-point", "1a"], {"GCMILO_PLAN": str(plan)}),
        (["--plan", str(plan), "plan-point", "1a"], {"GCMILO_PLAN": "/nowhere"}),
        (["--plan", "~/plan", "plan-point", "1a"], {"HOME": str(plan.parent)}),
    ]:
        assert run("complete", "--", *words, **variables).text == "1a\trecrutement\n"


def test_a_plan_that_does_not_load_offers_nothing_and_says_nothing(run: Run, plan: Path) -> None:
    (plan / "plan_points.yaml").write_text("plan_points: [", encoding="utf-8")
    for broken in (plan, plan / "nowhere", plan / "plan.yaml", Path("~nobody-of-this-name")):
        assert offered(run, "plan-point", "--plan", str(broken), "1") == []
        assert "json" in offered(run, "gaps", "--plan", str(broken), "--format", "")


def test_an_id_that_would_need_quotes_is_not_offered(run: Run, plan: Path) -> None:
    assert offered(run, "activity", "--plan", str(plan), "cro") == ["crossing-scheme"]
    shutil.copy(plan / "activities.yaml", plan / "copy")
    for id in ("has space", "$(ls)", "semi;colon", "-leading"):
        shutil.copy(plan / "copy", plan / "activities.yaml")
        edit(plan / "activities.yaml", 'id: "crossing-scheme"\n', f'id: "{id}"\n')
        assert "crossing-scheme" not in offered(run, "activity", "--plan", str(plan), "cro")
        assert id not in offered(run, "activity", "--plan", str(plan), id[:2])


# What it costs


def test_an_offer_leaves_out_what_it_does_not_need() -> None:
    """Yaml too, where the data was compiled as the package was built."""
    compiled = bundled.compiled() is not None
    unwanted = {"rich", "pydantic", "sqlite3", "gcmilo.output.forms"} | (
        {"yaml"} if compiled else set()
    )
    code = (
        "import sys; from gcmilo.cli.main import run; code = run(['complete', '--', 'plan-point', '']);"
        f" sys.stderr.write(' '.join({unwanted!r} & set(sys.modules))); sys.exit(code)"
    )
    command = [sys.executable, "-c", code]
    done = subprocess.run(
        command, env=environment(), capture_output=True, encoding="utf-8", check=False
    )
    assert (done.returncode, done.stderr) == (0, "")
    assert [line.partition("\t")[2] for line in done.stdout.splitlines()] == [
        p.subject for p in load().plan_points
    ]
