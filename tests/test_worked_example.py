"""The worked example in docs/own-plan.md runs as it is printed, and docs/verify.md tells what the
tests measure.
"""

import re
import shlex
import shutil
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

import gcmilo
from conftest import ROOT, Run, edit
from source_document import REAL, needs_real_source
from test_source_mutations import CAUGHT

DOCS = ROOT / "docs"
EXAMPLES = DOCS / "examples"
LEFT_OUT, CUT = "...", "…"
"""A line of nothing but dots stands for lines that are left out; a line that ends in this sign was
cut there.
"""

pytestmark = pytest.mark.skipif(
    not DOCS.is_dir(), reason="the documentation is not beside the tests"
)


@dataclass(frozen=True)
class Step:
    """A block of the page: a command with the lines shown of its output, or the edit of a file."""

    command: str | None
    shown: tuple[str, ...]
    code: int


_BLOCK = re.compile(
    r"^```(?P<kind>\w*)\n(?P<text>.*?)^```$(?:\n\nExit code (?P<code>\d+)\b)?",
    re.DOTALL | re.MULTILINE,
)


def page() -> str:
    return (DOCS / "own-plan.md").read_text(encoding="utf-8") if DOCS.is_dir() else ""


def steps(section: str) -> Iterator[Step]:
    for block in _BLOCK.finditer(section):
        lines = tuple(block["text"].rstrip("\n").split("\n"))
        if block["kind"] == "console":
            yield Step(lines[0].removeprefix("$ "), lines[1:], int(block["code"] or 0))
        elif block["kind"] == "diff":
            yield Step(None, lines, 0)


def sections() -> dict[str, list[Step]]:
    """The steps under each heading of the page that has any."""
    _, *parts = re.split(r"^## (.+)$", page(), flags=re.MULTILINE)
    found = {title: list(steps(text)) for title, text in zip(parts[::2], parts[1::2], strict=True)}
    return {title: steps for title, steps in found.items() if steps}


def missing_line(shown: tuple[str, ...], output: str) -> str | None:
    """Return the first shown line that the output does not have after the line shown before it.

    Lines that nothing is left out between must follow each other, and the output ends with the last
    of them.
    """
    printed, place, gap = output.rstrip("\n").split("\n"), 0, False
    for line in shown:
        if line == LEFT_OUT:
            gap = True
            continue
        candidates = range(place, len(printed) if gap else min(place + 1, len(printed)))
        found = next((number for number in candidates if is_shown_as(printed[number], line)), None)
        if found is None:
            return line
        place, gap = found + 1, False
    return None if gap or place == len(printed) else f"(the end; {printed[place]!r} follows)"


def is_shown_as(printed: str, line: str) -> bool:
    if line.endswith(CUT) and not printed.endswith(CUT):
        return printed.startswith(line.removesuffix(CUT).rstrip())
    return printed.rstrip() == line.rstrip()


def perform_edit(lines: tuple[str, ...]) -> None:
    """Do what a diff shows: ``+++ file``, then a line that goes and the one that comes in its
    place.
    """
    (name,) = (line.removeprefix("+++ ") for line in lines if line.startswith("+++ "))
    (old,) = (line[1:] for line in lines if line.startswith("-"))
    (new,) = (line[1:] for line in lines if line.startswith("+") and not line.startswith("+++ "))
    edit(Path(name), f"{old}\n", f"{new}\n")


@pytest.fixture
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A directory with the examples in it, where the commands of the page are run."""
    shutil.copytree(EXAMPLES, tmp_path / "desk")
    monkeypatch.chdir(tmp_path / "desk")
    return tmp_path / "desk"


@pytest.mark.parametrize("title", sections())
@pytest.mark.usefixtures("desk")
def test_commands_of_the_page_print_what_it_shows(run: Run, title: str) -> None:
    for step in sections()[title]:
        if step.command is None:
            perform_edit(step.shown)
            continue
        program, *arguments = shlex.split(step.command)
        assert program == "gcmilo"
        done = run(*arguments, bundled=True)
        output = done.text + done.said
        assert done.code == step.code, f"$ {step.command}\n{output}"
        missing = missing_line(step.shown, output)
        assert missing is None, (
            f"$ {step.command}\nnot printed where it is shown: {missing}\n{output}"
        )


@pytest.mark.parametrize(
    ("shown", "missing"),
    [
        (("one", "two", "three"), None),
        (("...", "three"), None),
        (("one", "..."), None),
        (("one", "...", "thr…"), None),
        (("one", "three"), "three"),
        (("three", "...", "one"), "three"),
        (("one", "two"), "(the end; 'three' follows)"),
        (("one", "...", "thrice"), "thrice"),
        (("one", "...", "thri…"), "thri…"),
    ],
)
def test_a_line_that_is_not_printed_is_found(shown: tuple[str, ...], missing: str | None) -> None:
    assert missing_line(shown, "one\ntwo\nthree\n") == missing


@pytest.mark.parametrize(
    "command", ["init", "validate", "gaps", "plan-point", "objective", "compare", "check", "brief"]
)
def test_the_page_shows_every_step(command: str) -> None:
    commands = [step.command for found in sections().values() for step in found if step.command]
    assert any(command in shlex.split(line) for line in commands)


def test_records_on_the_page_stand_in_the_example() -> None:
    files = [path.read_text(encoding="utf-8") for path in sorted(EXAMPLES.rglob("*.yaml"))]
    records = [block["text"] for block in _BLOCK.finditer(page()) if block["kind"] == "yaml"]
    assert records
    assert [record for record in records if not any(record in text for text in files)] == []


@pytest.mark.parametrize("name", ["national-plan", "national-plan-2"])
def test_example_plans_load_with_honest_warnings(run: Run, name: str) -> None:
    plan = gcmilo.load(EXAMPLES / name)
    assert "invented" in plan.plan.organisation
    assert len(plan.coverage) == len(plan.objectives)
    assert all(row.status for row in plan.coverage)
    data = run("validate", str(EXAMPLES / name), "--json").data
    assert (data["ok"], data["problems"]) == (True, [])
    assert 0 < len(data["warnings"]) <= 5


def test_example_plan_shows_what_a_plan_can_hold() -> None:
    plan = gcmilo.load(EXAMPLES / "national-plan")
    assert {row.status for row in plan.coverage} == set(gcmilo.model.Status)
    assert all(row.channel for row in plan.coverage if row.status is gcmilo.model.Status.INDIRECT)
    assert {link.basis for link in plan.linkages} == set(gcmilo.model.Basis)
    assert len({link.stance for link in plan.linkages}) > 3
    assert len(plan.plan_points) == 21
    assert str(plan.find_plan_point("a1")) == "A-1"


def test_shares_of_changed_records_on_the_page_are_those_measured() -> None:
    text = (DOCS / "verify.md").read_text(encoding="utf-8")
    rows = re.findall(r"^\| (\w+) \| ([^|]+) \| (\d+) of (\d+) \|$", text, re.MULTILINE)
    assert {
        f"{table}: {change}": (int(caught), int(tried)) for table, change, caught, tried in rows
    } == CAUGHT
    assert len(rows) == len(CAUGHT)
    total = f"{sum(caught for caught, _ in CAUGHT.values()):,} of {sum(tried for _, tried in CAUGHT.values()):,}"
    assert total in text


@needs_real_source
def test_verifications_on_the_page_are_what_the_program_prints(run: Run, tmp_path: Path) -> None:
    altered = tmp_path / "altered.txt"
    shutil.copy(REAL, altered)
    edit(altered, "points 12(a), 13(d)", "points 12(b), 13(d)")
    edit(altered, "13,753", "13,735")
    agrees, disagrees = steps((DOCS / "verify.md").read_text(encoding="utf-8"))
    for step, path, code in ((agrees, REAL, 0), (disagrees, altered, 1)):
        done = run("verify", str(path), bundled=True)
        assert (done.code, missing_line(step.shown, done.text)) == (code, None)


def test_every_kind_of_check_is_explained() -> None:
    text = (DOCS / "verify.md").read_text(encoding="utf-8")
    sources = [
        path.read_text(encoding="utf-8")
        for path in sorted(Path(gcmilo.source.__file__).parent.glob("*.py"))
    ]
    kinds = {
        kind
        for source in sources
        for kind in re.findall(r'(?:check|note)\([^"]*?"(\w+)", (?!\w*")', source)
    }
    assert {"paragraphs", "linkages", "quotes", "basis"} <= kinds
    assert [kind for kind in sorted(kinds) if f"| {kind.replace('_', ' ')} |" not in text] == []
