"""Objectives by plan points, with the strongest basis of each pair."""

from typing import ClassVar

from gcmilo.crosswalk import Crosswalk
from gcmilo.frozen import frozen
from gcmilo.model import Basis, Objective, Status
from gcmilo.query.basis import points_behind
from gcmilo.refs import PlanPointRef


@frozen
class MatrixCell:
    """The strongest basis on which a plan point serves an objective, None where it does not."""

    plan_point: PlanPointRef
    basis: Basis | None


@frozen
class MatrixRow:
    """An objective, its status, and a cell for each plan point, in the order of the points."""

    objective: Objective
    status: Status | None
    cells: tuple[MatrixCell, ...]


@frozen
class MatrixAnswer:
    """Objectives by plan points."""

    question: ClassVar[str] = "matrix"

    plan_points: tuple[PlanPointRef, ...]
    rows: tuple[MatrixRow, ...]


def matrix(crosswalk: Crosswalk) -> MatrixAnswer:
    """Return the strongest basis for every pair of an objective and a plan point."""
    refs = tuple(point.ref for point in crosswalk.plan_points)
    rows = []
    for objective in crosswalk.objectives:
        linkages = crosswalk.linkages_of(objective.ref)
        bases = {point.ref: point.basis for point in points_behind(crosswalk, linkages)}
        status = crosswalk.coverage_of(objective.ref).status
        cells = tuple(MatrixCell(ref, bases.get(ref)) for ref in refs)
        rows.append(MatrixRow(objective, status, cells))
    return MatrixAnswer(refs, tuple(rows))
