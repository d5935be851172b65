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
from benchmarks.received import write_paper, write_table

HERE = Path(__file__).resolve().parent
GCMILO = str(beside_python("gcmilo"))
# How many times the processor time of hello-world a command may take.
JSON_BUDGET = 1.15
TABLE_BUDGET = 2.0
HELP_BUDGET = 1.3
PLAN_BUDGET = 10.0
PLAN_OF_BUDGET = 10_000
"""The number of linkages of the plan that has a budget."""

HELLO = Case("hello-world Typer app", (sys.executable, str(HERE / "hello.py")))
_BARE_PYTHON = Case(NOTHING, (sys.executable, "-c", "pass"))
_JSON_QUESTIONS = ("objective 6", "plan-point 13d", "gaps", "coverage", "linkages", "matrix")
_TABLE_QUESTIONS = ("objective 6", "gaps", "matrix")
_PLAN_QUESTIONS = ("objective 6 --json", "validate", "gaps --json")


class Peer(NamedTuple):
    """Another program that looks one objective up with its linkages, in an export of the same data.

    ``export`` is the form that gcmilo writes for it, ``arguments`` makes its arguments of the name
    of the export, ``most`` is the number of linkages up to which it is measured.
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
    """Write plans of these numbers of linkages, and exports of them and of the bundled data.

    Raises:
        CalledProcessError: a plan or an export could not be written.
    """
    _write_exports(directory / "bundled", [], 0)
    for linkages in sizes:
        plan = directory / f"plan-{linkages}"
        _run([sys.executable, "-m", "benchmarks.plan", str(plan), str(linkages)])
        _write_exports(plan, ["--plan", str(plan)], linkages)


def _write_exports(path: Path, plan: list[str], linkages: int) -> None:
    """Write what the peers read, beside a path."""
    peers = [peer for peer in PEERS if linkages <= peer.most and _program_path(peer.program)]
    for export in {peer.export for peer in peers}:
        # CSV is no form of the whole crosswalk, only of an answer.
        command = ["linkages", "--format", "csv"] if export == "csv" else ["export", export]
        _run([GCMILO, *plan, *command, "-o", f"{path}.{export}"])


def _run(command: list[str]) -> None:
    # S603 is about untrusted input, and all commands are in this module.
    subprocess.run(command, check=True, cwd=HERE.parent, stdout=subprocess.DEVNULL)  # noqa: S603


def bundled_cases(directory: Path) -> list[Case]:
    """Return the commands of gcmilo and of its peers on the bundled data."""
    return [
        HELLO,
        _BARE_PYTHON,
        *(_gcmilo(f"{question} --json", JSON_BUDGET) for question in _JSON_QUESTIONS),
        *(_gcmilo(question, TABLE_BUDGET, terminal=True) for question in _TABLE_QUESTIONS),
        *(_gcmilo(question, TABLE_BUDGET) for question in _TABLE_QUESTIONS),
        *(_gcmilo(question, HELP_BUDGET) for question in ("--help", "objective --help")),
        _gcmilo("search recruitment --json", None),
        Case("completion of gcmilo plan-point 1", (GCMILO, "complete", "--", "plan-point", "1")),
        *(_peer(peer, f"{directory}/bundled.{peer.export}", None) for peer in PEERS),
    ]


def _gcmilo(question: str, budget: float | None, *, terminal: bool = False) -> Case:
    name = f"gcmilo {question}"
    if not question.endswith(("--json", "--help")):
        name += " (table on a terminal)" if terminal else " (table in a pipe)"
    return Case(name, (GCMILO, *question.split()), budget=budget, terminal=terminal)


def plan_cases(directory: Path, sizes: Sequence[int]) -> list[Case]:
    """Return the commands of gcmilo and of its peers on plans of these numbers of linkages."""
    cases = [HELLO]
    for linkages in sizes:
        plan = f"{directory}/plan-{linkages}"
        budget = PLAN_BUDGET if linkages == PLAN_OF_BUDGET else None
        for question in _PLAN_QUESTIONS:
            command = (GCMILO, "--plan", plan, *question.split())
            cases.append(Case(f"gcmilo --plan DIR {question}", command, linkages, budget))
        peers = [peer for peer in PEERS if linkages <= peer.most]
        cases += [_peer(peer, f"{plan}.{peer.export}", linkages) for peer in peers]
    return cases


ROWS_WITH_BUDGET = 10_000
OWN_TITLES_BUDGET = 3.0
"""How many times the processor time of official titles those of a plan's own may take to check."""
PAPER_PAGES = 300
PAPER_BUDGET = 1.5
"""How many times what its library needs to extract its text the mentions of a paper may take."""


def prepare_received(directory: Path, sizes: Sequence[int]) -> None:
    """Write tables of these numbers of rows, and a paper."""
    for rows in sizes:
        write_table(directory / f"official-{rows}.csv", rows, official=True)
        write_table(directory / f"own-{rows}.csv", rows, official=False)
    write_paper(directory / "paper.pdf", PAPER_PAGES)


def table_cases(directory: Path, sizes: Sequence[int]) -> list[Case]:
    """Return the checks of received tables; the first of 10,000 rows is what others are held to."""
    cases = []
    for rows in sizes:
        budget = OWN_TITLES_BUDGET if rows == ROWS_WITH_BUDGET else None
        for name in ("official", "own"):
            command = (GCMILO, "check", f"{directory}/{name}-{rows}.csv", "--json")
            cases.append(Case(f"gcmilo check, {name} titles", command, rows, budget))
    return cases


def paper_cases(directory: Path) -> list[Case]:
    """Return the extraction of a paper's text by the library alone, and the mentions in it."""
    paper = f"{directory}/paper.pdf"
    library = (sys.executable, "-m", "benchmarks.received", paper)
    mentions = (GCMILO, "mentions", paper, "--json")
    return [
        Case("pypdfium2 alone, text", library, PAPER_PAGES),
        Case("gcmilo mentions --json", mentions, PAPER_PAGES, PAPER_BUDGET),
    ]


def _peer(peer: Peer, file: str, linkages: int | None) -> Case:
    program = _program_path(peer.program)
    if program is None:
        return Case(peer.program, (), linkages)
    return Case(f"{peer.program} {_version(program)}", (program, *peer.arguments(file)), linkages)


def _program_path(program: str) -> str | None:
    """Where a program is: beside this Python, or else on the path; None if it is not installed."""
    environment = str(beside_python(program).parent)
    return shutil.which(program, path=environment) or shutil.which(program)


@cache
def _version(program: str) -> str:
    command = [program, "--version"]
    done = subprocess.run(command, capture_output=True, text=True, check=True)  # noqa: S603
    number = re.search(r"\d+(\.\d+)+", done.stdout)
    return number.group() if number else done.stdout.strip()
