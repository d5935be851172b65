"""The commands that are measured, and the files that they read."""

import re
import shutil
import subprocess
import sys
from collections.abc import Callable, Sequence
from functools import cache
from pathlib import Path
from typing import NamedTuple

from benchmarks.measure import NOTHING, Case, beside_python

HERE = Path(__file__).resolve().parent
GCMILO = str(beside_python("gcmilo"))
JSON_BUDGET, TABLE_BUDGET, HELP_BUDGET, PLAN_BUDGET = 1.15, 2.0, 1.3, 10.0
PLAN_OF_BUDGET = 10_000
"""The number of linkages that the budget of a plan is for."""

HELLO = Case("hello-world Typer app", (sys.executable, str(HERE / "hello.py")))
_LIMIT = Case(NOTHING, (sys.executable, "-c", "pass"))
_JSON = ("objective 6", "plan-point 13d", "gaps", "coverage", "linkages", "matrix")
_TABLES = ("objective 6", "gaps", "matrix")
_OF_A_PLAN = ("objective 6 --json", "validate", "gaps --json")


class Peer(NamedTuple):
    """Another program that looks one objective up with its linkages, in an export of the same data.

    ``export`` is the form that gcmilo writes for it, ``most`` the number of linkages up to which it is measured.
    """

    program: str
    export: str
    arguments: Callable[[str], tuple[str, ...]]
    most: int = 100_000


_SQL = "SELECT * FROM linkage WHERE objective = 6"
_SSSOM_SQL = "SELECT * FROM df1 WHERE subject_id = 'gcm:6' OR subject_id LIKE 'gcm:6_'"
PEERS = (
    Peer("sqlite3", "sqlite", lambda file: (file, _SQL)),
    Peer("jq", "json", lambda file: ("-c", ".linkages[] | select(.objective == 6)", file)),
    Peer("mlr", "csv", lambda file: ("--icsv", "--ojsonl", "filter", "$objective == 6", file)),
    Peer("sqlite-utils", "sqlite", lambda file: ("query", file, _SQL, "--nl")),
    Peer("sssom", "sssom", lambda file: ("dosql", "-Q", _SSSOM_SQL, file), most=10_000),
)


def prepare(directory: Path, sizes: Sequence[int]) -> None:
    """Write the plans of these sizes, and for each of them and for the bundled data what the peers read."""
    _write_exports(directory / "bundled", [], 0)
    for linkages in sizes:
        plan = directory / f"plan-{linkages}"
        _run([sys.executable, "-m", "benchmarks.plan", str(plan), str(linkages)])
        _write_exports(plan, ["--plan", str(plan)], linkages)


def _write_exports(name: Path, plan: list[str], linkages: int) -> None:
    for export in {peer.export for peer in PEERS if linkages <= peer.most and _found(peer.program)}:
        file = f"{name}.{export}"
        written = ["linkages", "--format", "csv"] if export == "csv" else ["export", export]
        _run([GCMILO, *plan, *written, "-o", file])


def _run(command: list[str]) -> None:
    subprocess.run(command, check=True, cwd=HERE.parent, stdout=subprocess.DEVNULL)  # noqa: S603 - they stand here


def look_ups(directory: Path) -> list[Case]:
    """Return what is asked about the bundled data, and what the peers are asked about it."""
    return [
        HELLO,
        _LIMIT,
        *(_gcmilo(f"{question} --json", JSON_BUDGET) for question in _JSON),
        *(_gcmilo(question, TABLE_BUDGET, terminal=True) for question in _TABLES),
        *(_gcmilo(question, TABLE_BUDGET) for question in _TABLES),
        *(_gcmilo(question, HELP_BUDGET) for question in ("--help", "objective --help")),
        _gcmilo("search recruitment --json", None),
        Case("completion of gcmilo plan-point 1", (GCMILO, "complete", "--", "plan-point", "1")),
        *(_peer(peer, f"{directory}/bundled.{peer.export}", None) for peer in PEERS),
    ]


def _gcmilo(question: str, budget: float | None, *, terminal: bool = False) -> Case:
    table = not question.endswith(("--json", "--help"))
    where = (" (table on a terminal)" if terminal else " (table in a pipe)") if table else ""
    return Case(
        f"gcmilo {question}{where}", (GCMILO, *question.split()), budget=budget, terminal=terminal
    )


def of_plans(directory: Path, sizes: Sequence[int]) -> list[Case]:
    """Return what is asked about the plans of these sizes, and what the peers are asked about them."""
    cases = [HELLO]
    for linkages in sizes:
        plan = f"{directory}/plan-{linkages}"
        budget = PLAN_BUDGET if linkages == PLAN_OF_BUDGET else None
        for question in _OF_A_PLAN:
            command = (GCMILO, "--plan", plan, *question.split())
            cases.append(Case(f"gcmilo --plan DIR {question}", command, linkages, budget))
        cases += [
            _peer(peer, f"{plan}.{peer.export}", linkages)
            for peer in PEERS
            if linkages <= peer.most
        ]
    return cases


def _peer(peer: Peer, file: str, linkages: int | None) -> Case:
    program = _found(peer.program)
    if program is None:
        return Case(peer.program, (), linkages)
    return Case(f"{peer.program} {_version(program)}", (program, *peer.arguments(file)), linkages)


def _found(program: str) -> str | None:
    """Where a program is: beside this Python, or else on the path."""
    return shutil.which(program, path=str(beside_python(program).parent)) or shutil.which(program)


@cache
def _version(program: str) -> str:
    said = subprocess.run([program, "--version"], capture_output=True, text=True, check=True).stdout  # noqa: S603
    found = re.search(r"\d+(\.\d+)+", said)
    return found.group() if found else said.strip()
