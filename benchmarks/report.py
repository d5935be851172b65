"""The tables of a run, as text or as Markdown."""

import os
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path

from benchmarks.measure import Case, Usage

Table = list[tuple[str, ...]]
"""The head, and the rows."""

LINEAR = 1.1
"""Growth may be a tenth more than that of the data: the more is held, the less of it fits the processor's caches."""
_MEGABYTE = 1_000_000


def costs(
    cases: Sequence[Case], measured: Mapping[Case, Usage], yardstick: Case, floor: float
) -> Table:
    """Return the table of what each command cost, as measured and as a ratio to the yardstick.

    ``floor`` is the peak memory of the measuring process; what needs no more than that is shown as less.
    """
    table: Table = [
        ("linkages", "command", "CPU s", "wall s", "peak MB", "times hello", "budget", "")
    ]
    for case in cases:
        size = "bundled" if case.linkages is None else f"{case.linkages:,}"
        used = measured.get(case)
        if used is None:
            table.append((size, case.name, "not installed", "", "", "", "", ""))
            continue
        times = round(used.cpu / measured[yardstick].cpu, 2)  # what is printed is what is judged
        budget = "" if case.budget is None else f"{case.budget:g}"
        peak = (
            f"< {floor / _MEGABYTE:.0f}" if used.peak <= floor else f"{used.peak / _MEGABYTE:.0f}"
        )
        numbers = (f"{used.cpu:.3f}", f"{used.wall:.3f}", peak, f"{times:.2f}")
        table.append((size, case.name, *numbers, budget, verdict(times, case.budget)))
    return table


def growth(cases: Sequence[Case], measured: Mapping[Case, Usage]) -> Table:
    """Return the table of how many times time and memory grow from one size of a plan to the next."""
    table: Table = [("command", "from", "to", "data", "CPU", "peak", "budget", "")]
    sized = [case for case in cases if case.linkages is not None and case in measured]
    for larger in sized:
        smaller = max(
            (c for c in sized if c.name == larger.name and _size(c) < _size(larger)),
            key=_size,
            default=None,
        )
        if smaller is not None:
            data = _size(larger) / _size(smaller)
            cpu, _, peak = (
                round(b / a, 2) for a, b in zip(measured[smaller], measured[larger], strict=True)
            )
            ours = larger.name.startswith("gcmilo")
            judged = (
                (f"{data * LINEAR:.3g}", verdict(max(cpu, peak), data * LINEAR))
                if ours
                else ("", "")
            )
            ends = (f"{_size(smaller):,}", f"{_size(larger):,}", f"x {data:.3g}")
            table.append((larger.name, *ends, f"x {cpu:.2f}", f"x {peak:.2f}", *judged))
    return table


def _size(case: Case) -> int:
    return case.linkages or 0


def verdict(found: float, budget: float | None) -> str:
    """Return whether a number is within its budget, nothing where there is none."""
    return "" if budget is None else "within" if found <= budget else "over"


def circumstances(rounds: int, of_plans: int) -> list[str]:
    """Return the sentences that say when, where and how often was measured."""
    import platform  # all of them here, after the measuring, because they raise the floor of the memory
    from datetime import UTC, datetime
    from importlib.metadata import version

    from gcmilo import bundled

    compiled = (bundled.data_directory() / bundled.COMPILED).exists()
    data = (
        "compiled by the build"
        if compiled
        else "read from its files: install the wheel for times that count"
    )
    versions = ", ".join(
        f"{name} {version(name)}" for name in ("gcmilo", "typer", "rich", "pyyaml")
    )
    return [
        f"{datetime.now(tz=UTC):%Y-%m-%d}, {_processor()}, {os.cpu_count()} cores, {platform.platform()}.",
        f"Python {platform.python_version()}, {versions}. The bundled data is {data}.",
        f"Medians of the rounds: {rounds}, and {of_plans} for the plans.",
    ]


def _processor() -> str:
    """The model of the processor, as well as the system tells."""
    information = Path("/proc/cpuinfo")
    lines = information.read_text(encoding="utf-8").splitlines() if information.exists() else []
    models = [line.partition(":")[2].strip() for line in lines if line.startswith("model name")]
    return models[0] if models else sys.platform


def as_text(table: Table) -> str:
    """Return a table in columns."""
    widths = [max(len(row[column]) for row in table) for column in range(len(table[0]))]
    lines = (
        "  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True))
        for row in table
    )
    return "\n".join(line.rstrip() for line in lines)


def as_markdown(table: Table) -> str:
    """Return a table in Markdown."""
    head, *rows = (f"| {' | '.join(row)} |" for row in table)
    return "\n".join([head, f"|{'---|' * len(table[0])}", *rows])
