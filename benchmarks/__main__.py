"""Measure, and print the tables: ``python -m benchmarks [--rounds N] [--quick] [--markdown]``."""

import argparse
import math
import tempfile
from collections.abc import Sequence
from pathlib import Path

from benchmarks import report
from benchmarks.cases import (
    HELLO,
    ROWS_WITH_BUDGET,
    bundled_cases,
    paper_cases,
    plan_cases,
    prepare,
    prepare_received,
    table_cases,
)
from benchmarks.measure import Case, Usage, medians, own_peak

SIZES: tuple[int, ...] = (1_000, 10_000, 100_000)
QUICK_SIZES = (100, 1_000)
ROUNDS = 15
QUICK_ROUNDS = 3


def main(arguments: Sequence[str] | None = None) -> None:
    """Measure, and print the tables. A budget that is missed is reported, and is no failure.

    Raises:
        Failed: a command failed.
        SystemExit: the arguments are wrong, or the help was asked for.
    """
    options = _parser().parse_args(arguments)
    sizes, rounds = SIZES, ROUNDS
    if options.quick:
        sizes, rounds = QUICK_SIZES, QUICK_ROUNDS
    rounds = options.rounds or rounds
    # A question about a large plan takes seconds, so fewer rounds have to do.
    plan_rounds = math.ceil(rounds / 3)
    tables = _tables(sizes, rounds, plan_rounds)
    show = report.as_markdown if options.markdown else report.as_text
    paragraphs = [*report.circumstances(rounds, plan_rounds), *map(show, tables)]
    print("\n\n".join(paragraphs))  # noqa: T201


def _parser() -> argparse.ArgumentParser:
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
    return parser


def _tables(sizes: Sequence[int], rounds: int, plan_rounds: int) -> list[report.Table]:
    """The costs on the bundled data, the costs on the plans, and the growth from plan to plan."""
    with tempfile.TemporaryDirectory() as name:
        directory = Path(name)
        prepare(directory, sizes)
        cases = bundled_cases(directory)
        bundled_costs = report.costs(cases, _measure(cases, rounds), HELLO, own_peak())
        cases = plan_cases(directory, sizes)
        measured = _measure(cases, plan_rounds)
    plan_costs = report.costs(cases, measured, HELLO, own_peak())
    return [
        bundled_costs,
        plan_costs,
        report.growth(cases, measured),
        *_received_tables(sizes, plan_rounds),
    ]


def _received_tables(sizes: Sequence[int], rounds: int) -> list[report.Table]:
    """The costs of checking received tables, their growth, and the costs of reading a paper."""
    with tempfile.TemporaryDirectory() as name:
        directory = Path(name)
        prepare_received(directory, sizes)
        cases, papers = table_cases(directory, sizes), paper_cases(directory)
        checked, read = _measure(cases, rounds), _measure(papers, rounds)
    of_budget = [case for case in cases if case.linkages == ROWS_WITH_BUDGET]
    official = (of_budget or cases)[0]
    return [
        report.costs(cases, checked, official, own_peak(), ("rows", "times official")),
        report.growth(cases, checked),
        report.costs(papers, read, papers[0], own_peak(), ("pages", "times library")),
    ]


def _measure(cases: Sequence[Case], rounds: int) -> dict[Case, Usage]:
    installed = [case for case in cases if case.command]
    return medians(installed, rounds)


def _count(text: str) -> int:
    """A number of rounds, at least one. Argparse makes a message of the error."""
    number = int(text)
    if number < 1:
        raise ValueError
    return number


if __name__ == "__main__":
    main()
