"""How the coverage table treats the objectives: by status, round table and SDG target."""

from collections import defaultdict
from collections.abc import Sequence
from typing import ClassVar

from gcmilo.crosswalk import Crosswalk
from gcmilo.frozen import frozen
from gcmilo.model import Coverage, Objective, Status
from gcmilo.refs import ObjectiveRef


@frozen
class Tally:
    """Objectives that share a round table or an SDG target, by their status.

    All tallies of an answer have the same statuses. None, which is not assessed, is one of them
    if any objective is not assessed.
    """

    name: str
    by_status: dict[Status | None, tuple[ObjectiveRef, ...]]

    @property
    def objectives(self) -> tuple[ObjectiveRef, ...]:
        """All of them, in order."""
        return tuple(sorted(ref for refs in self.by_status.values() for ref in refs))


@frozen
class CoverageLine:
    """An objective and its row of the coverage table."""

    objective: Objective
    coverage: Coverage


@frozen
class CoverageAnswer:
    """The coverage table, and its tallies by status, round table and SDG target."""

    question: ClassVar[str] = "coverage"

    rows: tuple[CoverageLine, ...]
    whole: Tally
    round_tables: tuple[Tally, ...]
    sdg_targets: tuple[Tally, ...]


def coverage(crosswalk: Crosswalk) -> CoverageAnswer:
    """Return how the coverage table treats the objectives.

    They are tallied by status, round table and SDG target.

    >>> from gcmilo import load
    >>> {status.value: len(refs) for status, refs in coverage(load()).whole.by_status.items()}
    {'addressed': 16, 'indirect': 4, 'not_addressed': 3}
    """
    rows = tuple(
        CoverageLine(objective, crosswalk.coverage_of(objective.ref))
        for objective in crosswalk.objectives
    )
    tables: defaultdict[str, list[CoverageLine]] = defaultdict(list)
    targets: defaultdict[str, list[CoverageLine]] = defaultdict(list)
    for row in rows:
        tables[str(row.objective.round_table)].append(row)
        for target in row.objective.sdg_targets:
            targets[target].append(row)
    statuses: list[Status | None] = list(Status)
    if any(row.coverage.status is None for row in rows):
        statuses.append(None)
    return CoverageAnswer(
        rows=rows,
        whole=_tally("all", rows, statuses),
        round_tables=tuple(_tally(name, tables[name], statuses) for name in sorted(tables)),
        sdg_targets=tuple(
            _tally(name, targets[name], statuses) for name in sorted(targets, key=_sdg_order)
        ),
    )


def _tally(name: str, rows: Sequence[CoverageLine], statuses: Sequence[Status | None]) -> Tally:
    groups: dict[Status | None, list[ObjectiveRef]] = {status: [] for status in statuses}
    for row in rows:
        groups[row.coverage.status].append(row.objective.ref)
    return Tally(name, {status: tuple(refs) for status, refs in groups.items()})


def _sdg_order(target: str) -> tuple[int, int, str]:
    """What targets are ordered by: ``ALL``, then goals by number, 8.10 after 8.8 and before 8.a."""
    goal, _, rest = target.partition(".")
    goal_number = int(goal) if goal.isdigit() else 0
    target_number = int(rest) if rest.isdigit() else 99
    return (goal_number, target_number, rest)
