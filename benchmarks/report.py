"""The tables of a run, as text or as Markdown."""

import os
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path

from benchmarks.measure import Case, Usage

Table = list[tuple[str, ...]]
"""The head, and the rows."""

LINEAR = 1.1
"""How much faster than the data time and memory may grow.

The more data there is, the less of it fits the caches of the processor.
"""
_MEGABYTE = 1_000_000


def costs(
    cases: Sequence[Case],
    measured: Mapping[Case, Usage],
    baseline: Case,
    floor: float,
    heads: tuple[str, str] = ("linkages", "times hello"),
) -> Table:
    """Return the table of what each command cost, as measured and as a ratio to the baseline.

    ``floor`` is the peak memory of the measuring process in bytes: no smaller peak can be measured,
    so the table shows one that is not above it as less than it. ``heads`` are those of the size and
    of the ratio.
    """
    size_head, ratio_head = heads
    table: Table = [(size_head, "command", "CPU s", "wall s", "peak MB", ratio_head, "budget", "")]
    for case in cases:
        size = "bundled" if case.linkages is None else f"{case.linkages:,}"
        if case in measured:
            cells = _cost_cells(case, measured[case], measured[baseline], floor)
        else:
            cells = ("not installed", "", "", "", "", "")
        table.append((size, case.name, *cells))
    return table


def _cost_cells(case: Case, used: Usage, baseline: Usage, floor: float) -> tuple[str, ...]:
    ratio = round(used.cpu / baseline.cpu, 2)  # the verdict is on the number that is printed
    peak = f"{used.peak / _MEGABYTE:.0f}"
    if used.peak <= floor:
        peak = f"< {floor / _MEGABYTE:.0f}"
    budget = "" if case.budget is None else f"{case.budget:g}"
    verdict = _verdict(ratio, case.budget)
    return (f"{used.cpu:.3f}", f"{used.wall:.3f}", peak, f"{ratio:.2f}", budget, verdict)


def growth(cases: Sequence[Case], measured: Mapping[Case, Usage]) -> Table:
    """Return the table of the factors by which time and memory grow from one plan to the next.

    Only the growth of gcmilo has a budget.
    """
    table: Table = [("command", "from", "to", "data", "CPU", "peak", "budget", "")]
    sized = [case for case in cases if case.linkages is not None and case in measured]
    for case in sized:
        namesakes = [other for other in sized if other.name == case.name]
        smaller = [other for other in namesakes if _size(other) < _size(case)]
        if smaller:
            table.append(_growth_row(max(smaller, key=_size), case, measured))
    return table


def _growth_row(before: Case, after: Case, measured: Mapping[Case, Usage]) -> tuple[str, ...]:
    data = _size(after) / _size(before)
    cpu = round(measured[after].cpu / measured[before].cpu, 2)
    peak = round(measured[after].peak / measured[before].peak, 2)
    budget = data * LINEAR if after.name.startswith("gcmilo") else None
    return (
        after.name,
        f"{_size(before):,}",
        f"{_size(after):,}",
        f"x {data:.3g}",
        f"x {cpu:.2f}",
        f"x {peak:.2f}",
        "" if budget is None else f"{budget:.3g}",
        _verdict(max(cpu, peak), budget),
    )


def _size(case: Case) -> int:
    return case.linkages or 0


def _verdict(number: float, budget: float | None) -> str:
    if budget is None:
        return ""
    return "within" if number <= budget else "over"


def circumstances(rounds: int, plan_rounds: int) -> list[str]:
    """Return the sentences that say when and where was measured, and in how many rounds."""
    # Imported here, after the measuring, because a child is measured with the peak of this process.
    import platform
    from datetime import UTC, datetime
    from importlib.metadata import version

    from gcmilo import bundled

    today = f"{datetime.now(tz=UTC):%Y-%m-%d}"
    packages = ("gcmilo", "typer", "rich", "pyyaml")
    versions = ", ".join(f"{name} {version(name)}" for name in packages)
    data = "read from its files: install the wheel for times that count"
    if (bundled.data_directory() / bundled.COMPILED).exists():
        data = "compiled by the build"
    return [
        f"{today}, {_processor()}, {os.cpu_count()} cores, {platform.platform()}.",
        f"Python {platform.python_version()}, {versions}. The bundled data is {data}.",
        f"Medians of the rounds: {rounds}, and {plan_rounds} for the plans.",
    ]


def _processor() -> str:
    """The model of the processor, or else the name of the system: only Linux has the file."""
    information = Path("/proc/cpuinfo")
    if information.exists():
        for line in information.read_text(encoding="utf-8").splitlines():
            if line.startswith("model name"):
                return line.partition(":")[2].strip()
    return sys.platform


def as_text(table: Table) -> str:
    """Return a table in columns, one row a line, without a line break at the end."""
    widths = [max(map(len, column)) for column in zip(*table, strict=True)]
    lines = []
    for row in table:
        cells = [cell.ljust(width) for cell, width in zip(row, widths, strict=True)]
        lines.append("  ".join(cells).rstrip())
    return "\n".join(lines)


def as_markdown(table: Table) -> str:
    """Return a table in Markdown, one row a line, without a line break at the end."""
    head, *rows = [f"| {' | '.join(row)} |" for row in table]
    rule = "|" + "---|" * len(table[0])
    return "\n".join([head, rule, *rows])
