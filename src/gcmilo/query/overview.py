"""The whole at a glance: coverage by status, round table and SDG target, the matrix, the tree."""

from collections import defaultdict
from collections.abc import Sequence

from gcmilo.crosswalk import Crosswalk
from gcmilo.frozen import frozen
from gcmilo.model import Basis, Coverage, Objective, PlanPoint, Status, TreeBy, Trilingual
from gcmilo.query.basis import by_point, objectives_served, paragraphs_of, points_behind, strongest
from gcmilo.refs import ObjectiveRef, PlanPointRef


@frozen
class Tally:
    """Objectives that share a round table or an SDG target, by their status.

    The statuses are those of all tallies of an answer; None, for an objective not assessed, is there where one is not.
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

    rows: tuple[CoverageLine, ...]
    whole: Tally
    round_tables: tuple[Tally, ...]
    sdg_targets: tuple[Tally, ...]


@frozen
class MatrixRow:
    """An objective, and for each plan point the strongest basis, None where no linkage serves it."""

    objective: Objective
    status: Status | None
    cells: tuple[Basis | None, ...]


@frozen
class MatrixAnswer:
    """Objectives by plan points; the cells of a row stand in the order of the points."""

    plan_points: tuple[PlanPointRef, ...]
    rows: tuple[MatrixRow, ...]


@frozen
class Twig:
    """One end of a linkage under the other: what, how firmly, in which paragraphs. None: work without a plan point."""

    ref: ObjectiveRef | PlanPointRef | None
    name: str | Trilingual
    basis: Basis | None
    paragraphs: tuple[int, ...]


@frozen
class Branch:
    """An objective or plan point and what is linked with it."""

    ref: ObjectiveRef | PlanPointRef
    name: str | Trilingual
    status: Status | None
    twigs: tuple[Twig, ...]


@frozen
class TreeAnswer:
    """The linkages as a tree, from the side that was asked for."""

    by: TreeBy
    branches: tuple[Branch, ...]


def coverage(crosswalk: Crosswalk) -> CoverageAnswer:
    """Return how the coverage table treats the objectives, tallied by status, round table and SDG target.

    >>> from gcmilo import load
    >>> {status.value: len(refs) for status, refs in coverage(load()).whole.by_status.items()}
    {'addressed': 16, 'indirect': 4, 'not_addressed': 3}
    """
    rows = tuple(CoverageLine(objective, crosswalk.coverage_of(objective.ref)) for objective in crosswalk.objectives)
    tables: defaultdict[str, list[CoverageLine]] = defaultdict(list)
    targets: defaultdict[str, list[CoverageLine]] = defaultdict(list)
    for row in rows:
        tables[str(row.objective.round_table)].append(row)
        for target in row.objective.sdg_targets:
            targets[target].append(row)
    statuses = [*Status, *([None] if any(row.coverage.status is None for row in rows) else [])]
    return CoverageAnswer(
        rows=rows,
        whole=_tally("all", rows, statuses),
        round_tables=tuple(_tally(name, tables[name], statuses) for name in sorted(tables)),
        sdg_targets=tuple(_tally(name, targets[name], statuses) for name in sorted(targets, key=_sdg_order)),
    )


def _tally(name: str, rows: Sequence[CoverageLine], statuses: Sequence[Status | None]) -> Tally:
    return Tally(name, {s: tuple(row.objective.ref for row in rows if row.coverage.status is s) for s in statuses})


def _sdg_order(target: str) -> tuple[int, int, str]:
    goal, _, rest = target.partition(".")
    return (int(goal) if goal.isdigit() else 0, int(rest) if rest.isdigit() else 99, rest)


def matrix(crosswalk: Crosswalk) -> MatrixAnswer:
    """Return the strongest basis for every pair of an objective and a plan point."""
    refs = tuple(point.ref for point in crosswalk.plan_points)
    rows = []
    for objective in crosswalk.objectives:
        linkages = crosswalk.linkages_of(objective.ref)
        bases = {behind.ref: behind.basis for behind in points_behind(crosswalk, linkages)}
        status = crosswalk.coverage_of(objective.ref).status
        rows.append(MatrixRow(objective, status, tuple(bases.get(ref) for ref in refs)))
    return MatrixAnswer(refs, tuple(rows))


def tree(crosswalk: Crosswalk, by: TreeBy = TreeBy.OBJECTIVE) -> TreeAnswer:
    """Return the linkages as a tree: points under objectives, or objectives under points.

    Work that the source ties to an objective without naming a point hangs under the objective as a twig without ref.

    >>> from gcmilo import load
    >>> [str(twig.ref) for twig in tree(load()).branches[18].twigs]
    ['13(c)', 'None']
    """
    if by is TreeBy.PLAN_POINT:
        branches = tuple(_point_branch(crosswalk, point) for point in crosswalk.plan_points)
    else:
        branches = tuple(_objective_branch(crosswalk, objective) for objective in crosswalk.objectives)
    return TreeAnswer(by, branches)


def _objective_branch(crosswalk: Crosswalk, objective: Objective) -> Branch:
    linkages = crosswalk.linkages_of(objective.ref)
    groups = by_point(linkages)
    twigs = []
    for behind in points_behind(crosswalk, linkages):
        paragraphs = paragraphs_of(groups[behind.ref])
        twigs.append(Twig(behind.ref, behind.subject, behind.basis, paragraphs))
    if rest := groups.get(None):
        stances = ", ".join(dict.fromkeys(linkage.stance.value.replace("_", " ") for linkage in rest))
        twigs.append(Twig(None, f"no plan point ({stances})", strongest(rest), paragraphs_of(rest)))
    return Branch(objective.ref, objective.label, crosswalk.coverage_of(objective.ref).status, tuple(twigs))


def _point_branch(crosswalk: Crosswalk, point: PlanPoint) -> Branch:
    linkages = crosswalk.linkages_of(point.ref)
    twigs = []
    for served in objectives_served(crosswalk, linkages):
        paragraphs = paragraphs_of(linkage for linkage in linkages if linkage.objective == served.ref)
        twigs.append(Twig(served.ref, served.label, served.basis, paragraphs))
    return Branch(point.ref, point.subject, None, tuple(twigs))
