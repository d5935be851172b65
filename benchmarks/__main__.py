"""Measure, and print the tables: ``python -m benchmarks [--rounds N] [--quick] [--markdown]``."""

import argparse
import tempfile
from collections.abc import Sequence
from pathlib import Path

from benchmarks import report
from benchmarks.cases import HELLO, look_ups, of_plans, prepare
from benchmarks.measure import Case, medians, own_peak

SIZES = (1_000, 10_000, 100_000)
QUICK_SIZES = (100, 1_000)
ROUNDS, QUICK_ROUNDS = 15, 3


def main(arguments: Sequence[str] | None = None) -> None:
    """Measure, and print the tables. A budget that is missed is told, and is no failure."""
    parser = argparse.ArgumentParser(
        prog="python -m benchmarks", description="How fast gcmilo is, beside other tools."
    )
    parser.add_argument(
        "--rounds", type=_count, metavar="N", help=f"rounds to take medians of, {ROUNDS} by default"
    )
    parser.add_argument(
        "--quick", action="store_true", help="small plans and few rounds, to see that all runs"
    )
    parser.add_argument("--markdown", action="store_true", help="print the tables as Markdown")
    options = parser.parse_args(arguments)
    rounds = options.rounds or (QUICK_ROUNDS if options.quick else ROUNDS)
    sizes = QUICK_SIZES if options.quick else SIZES
    with tempfile.TemporaryDirectory() as directory:
        prepare(Path(directory), sizes)
        groups = [
            (look_ups(Path(directory)), rounds),
            (of_plans(Path(directory), sizes), -(-rounds // 3)),
        ]
        tables = _measure(groups)
    show = report.as_markdown if options.markdown else report.as_text
    print("\n\n".join([*report.circumstances(*(count for _, count in groups)), *map(show, tables)]))  # noqa: T201


def _measure(groups: Sequence[tuple[Sequence[Case], int]]) -> list[report.Table]:
    tables = []
    for cases, rounds in groups:
        measured = medians([case for case in cases if case.command], rounds)
        tables.append(report.costs(cases, measured, HELLO, own_peak()))
    return [*tables, report.growth(cases, measured)]


def _count(text: str) -> int:
    """Return a number of rounds, at least one."""
    number = int(text)
    if number < 1:
        raise ValueError
    return number


if __name__ == "__main__":
    main()
