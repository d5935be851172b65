"""The benchmarks: that they run, that their arithmetic is right, and that the plans they invent are
sound. No times.
"""

import re
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from benchmarks import __main__ as benchmarks
from benchmarks import cases, report
from benchmarks.measure import Case, Failed, Usage, medians, usage
from benchmarks.plan import write_plan
from conftest import ROOT
from gcmilo.examine import examine
from gcmilo.load import load
from gcmilo.query.objectives import objective

Table = list[dict[str, str]]

HELLO = Case("hello", ("hello",))
ASKED = Case("gcmilo asked", ("gcmilo",), budget=2.0)
SMALL, LARGE = (Case("gcmilo small", ("gcmilo",), linkages) for linkages in (100, 1_000))


def python(code: str, name: str = "a case", *, terminal: bool = False) -> Case:
    return Case(name, (sys.executable, "-c", code), terminal=terminal)


# The plans


@pytest.mark.parametrize("linkages", [1, 50, 1_000])
def test_an_invented_plan_is_sound_and_has_the_linkages_asked_for(
    tmp_path: Path, linkages: int
) -> None:
    write_plan(tmp_path / "plan", linkages)
    examined = examine(tmp_path / "plan")
    assert (examined.faults, examined.warnings) == ((), ())
    assert len(load(tmp_path / "plan").linkages) == linkages


def test_an_invented_plan_reaches_every_objective_and_point(tmp_path: Path) -> None:
    write_plan(tmp_path / "plan", 1_000)
    plan = load(tmp_path / "plan")
    assert {linkage.objective for linkage in plan.linkages} == {
        found.ref for found in plan.objectives
    }
    assert {linkage.plan_point for linkage in plan.linkages} == {
        None,
        *(point.ref for point in plan.plan_points),
    }


def test_the_same_size_gives_the_same_bytes(tmp_path: Path) -> None:
    for name in ("one", "two"):
        subprocess.run(
            [sys.executable, "-m", "benchmarks.plan", tmp_path / name, "100"], check=True, cwd=ROOT
        )
    one, two = (
        {path.name: path.read_bytes() for path in (tmp_path / name).iterdir()}
        for name in ("one", "two")
    )
    assert len(one) == 5
    assert one == two


# Measuring


def test_a_process_is_measured_as_a_whole() -> None:
    used = usage(
        python("import os; os.write(1, b'x' * 10 ** 6); bytearray(os.urandom(8) * 10 ** 7)")
    )
    assert used.cpu > 0
    assert used.wall > 0
    assert used.peak > 80_000_000


def test_a_case_on_a_terminal_writes_to_one() -> None:
    code = "import os, sys; sys.exit(0 if sys.stdout.isatty() and os.get_terminal_size() else print('none') or 3)"
    with pytest.raises(Failed, match="exit code 3"):
        usage(python(code))
    with pytest.raises(
        Failed, match="exit code 0, 0 bytes"
    ):  # it came to the end, and had nothing to say
        usage(python(code, terminal=True))


def test_the_rounds_run_there_and_back_and_the_first_does_not_count(tmp_path: Path) -> None:
    log = tmp_path / "log"
    one, two = (
        python(f"print('{n}', file=open({str(log)!r}, 'a')); print('{n}')", n) for n in "ab"
    )
    assert list(medians([one, two], 2)) == [one, two]
    assert log.read_text(encoding="utf-8").split() == ["a", "b", "b", "a", "a", "b"]


def test_medians_are_of_each_column(monkeypatch: pytest.MonkeyPatch) -> None:
    runs = iter([Usage(99, 99, 99), Usage(1, 6, 3), Usage(2, 4, 9), Usage(3, 5, 6)])
    monkeypatch.setattr("benchmarks.measure.usage", lambda _: next(runs))
    assert medians([HELLO], 3) == {HELLO: Usage(2, 5, 6)}


# The tables


def test_costs_are_ratios_to_the_yardstick() -> None:
    measured = {
        HELLO: Usage(0.05, 0.06, 20e6),
        ASKED: Usage(0.11, 0.12, 30e6),
        SMALL: Usage(0.2, 0.3, 10e6),
    }
    missing = Case("jq", ())
    _, *rows = report.costs([HELLO, ASKED, missing, SMALL], measured, HELLO, floor=15e6)
    assert rows == [
        ("bundled", "hello", "0.050", "0.060", "20", "1.00", "", ""),
        ("bundled", "gcmilo asked", "0.110", "0.120", "30", "2.20", "2", "over"),
        ("bundled", "jq", "not installed", "", "", "", "", ""),
        ("100", "gcmilo small", "0.200", "0.300", "< 15", "4.00", "", ""),
    ]
    on_the_edge = ASKED._replace(budget=2.2)
    _, row = report.costs([on_the_edge], measured | {on_the_edge: Usage(0.1102, 1, 1)}, HELLO, 0)
    assert row[-3:] == ("2.20", "2.2", "within")


@pytest.mark.parametrize(
    ("cpu", "peak", "verdict"), [(1.1, 1.1e6, "within"), (1.11, 1e6, "over"), (1.0, 1.11e6, "over")]
)
def test_growth_is_judged_in_time_and_in_memory(cpu: float, peak: float, verdict: str) -> None:
    large = LARGE._replace(name=SMALL.name)
    measured = {SMALL: Usage(0.1, 1, 1e5), large: Usage(cpu, 1, peak)}
    _, row = report.growth([HELLO, SMALL, large], measured)
    assert row == (
        "gcmilo small",
        "100",
        "1,000",
        "x 10",
        f"x {cpu * 10:.2f}",
        f"x {peak / 1e5:.2f}",
        "11",
        verdict,
    )


def test_tables_in_text_and_in_markdown() -> None:
    table: report.Table = [("command", "CPU s"), ("gcmilo gaps", "0.1")]
    assert report.as_text(table) == "command      CPU s\ngcmilo gaps  0.1"
    assert report.as_markdown(table) == "| command | CPU s |\n|---|---|\n| gcmilo gaps | 0.1 |"


def test_the_number_of_rounds_is_positive(capsys: pytest.CaptureFixture[str]) -> None:
    for rounds in ("0", "-1", "many"):
        with pytest.raises(SystemExit):
            benchmarks.main(["--rounds", rounds])
        assert "--rounds" in capsys.readouterr().err


# All of it


@pytest.fixture(scope="module")
def directory(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("benchmarks")
    cases.prepare(path, [100])
    return path


@pytest.mark.slow
@pytest.mark.parametrize("peer", cases.PEERS, ids=lambda peer: peer.program)
def test_a_peer_finds_the_linkages_that_gcmilo_finds(
    peer: cases.Peer, directory: Path, require: Callable[[str], str]
) -> None:
    found = objective(load(directory / "plan-100"), "6").linkages
    arguments = peer.arguments(str(directory / f"plan-100.{peer.export}"))
    done = subprocess.run(
        [require(peer.program), *arguments], capture_output=True, text=True, check=True
    )
    lines = [line for line in done.stdout.splitlines() if not line.startswith(("#", "subject_id"))]
    assert len(lines) == len(found) > 1


@pytest.mark.slow
def test_the_command_prints_every_case_with_its_ratio_and_verdict() -> None:
    command = [sys.executable, "-m", "benchmarks", "--quick", "--rounds", "1", "--markdown"]
    done = subprocess.run(command, capture_output=True, text=True, check=True, cwd=ROOT)
    look_ups, plans, growth, checks, growth_of_checks, papers = (
        _table(text) for text in re.findall(r"(?:^\|.*\n?)+", done.stdout, re.MULTILINE)
    )
    assert [row["command"].split()[0] for row in growth[:3]] == ["gcmilo"] * 3
    questions = {row["command"] for row in look_ups}
    assert {
        "hello-world Typer app",
        "python -c pass",
        "gcmilo gaps --json",
        "gcmilo --help",
    } < questions
    assert {row["command"].split()[0] for row in look_ups} >= {peer.program for peer in cases.PEERS}
    assert {row["linkages"] for row in plans} == {"bundled", "100", "1,000"}
    assert [row["command"] for row in checks[:2]] == [
        "gcmilo check, official titles",
        "gcmilo check, own titles",
    ]
    assert {row["times official"] for row in checks[:1]} == {"1.00"}
    assert len(growth_of_checks) == 2
    assert [row["times library"] for row in papers[:1]] == ["1.00"]
    assert [row["budget"] for row in papers] == ["", "1.5"]
    for table in (look_ups, plans):
        for row in table:
            _check_ratio(row, float(table[0]["CPU s"]))


def _table(text: str) -> Table:
    head, _, *rows = (
        [cell.strip() for cell in line.strip("|").split("|")] for line in text.strip().splitlines()
    )
    return [dict(zip([name or "verdict" for name in head], row, strict=True)) for row in rows]


def _check_ratio(row: dict[str, str], hello: float) -> None:
    """Hold a ratio to the times beside it, as far as they are printed, and the verdict to the
    ratio.
    """
    if row["CPU s"] == "not installed":
        assert not row["times hello"]
        return
    cpu, times = float(row["CPU s"]), float(row["times hello"])
    assert (
        (cpu - 0.0005) / (hello + 0.0005) - 0.005
        <= times
        <= (cpu + 0.0005) / (hello - 0.0005) + 0.005
    )
    if row["budget"]:
        assert row["verdict"] == ("within" if times <= float(row["budget"]) else "over")
    else:
        assert row["verdict"] == ""
