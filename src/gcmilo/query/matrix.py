"""Objectives by plan points, with the strongest basis of each pair."""

from typing import ClassVar

from gcmilo.crosswalk import Crosswalk
from gcmilo.frozen import frozen
from gcmilo.model import Basis, Objective, Status
from gcmilo.query.basis import points_behind, strongest
from gcmilo.refs import PlanPointRef


@frozen
class MatrixCell:
    """The strongest basis on which a plan point serves an objective, None where it does not."""

    plan_point: PlanPointRef
    basis: Basis | None


@frozen
class MatrixRow:
    """An objective, its status, and a cell for each plan point, in the order of the points.

    ``without_point`` is the strongest basis among its linkages that name no plan point.
    """

    objective: Objective
    status: Status | None
    cells: tuple[MatrixCell, ...]
    without_point: Basis | None


@frozen
class MatrixAnswer:
    """Objectives by plan points; ``subjects`` are those of the points, in their order."""

    question: ClassVar[str] = "matrix"

    plan_points: tuple[PlanPointRef, ...]
    subjects: tuple[str, ...]
    rows: tuple[MatrixRow, ...]

    @property
    def is_high(self) -> bool:
        """Whether it is easier to read with the points as rows, since they are the more."""
        return len(self.plan_points) > len(self.rows)


def matrix(crosswalk: Crosswalk) -> MatrixAnswer:
    """Return the strongest basis for every pair of an objective and a plan point.

    >>> from gcmilo import load
    >>> rows = matrix(load()).rows
    >>> rows[1].objective.label.en, rows[1].without_point.value
    ('Minimize adverse drivers', 'explicit')
    """
    refs = tuple(point.ref for point in crosswalk.plan_points)
    rows = []
    for objective in crosswalk.objectives:
        linkages = crosswalk.linkages_of(objective.ref)
        bases = {point.ref: point.basis for point in points_behind(crosswalk, linkages)}
        status = crosswalk.coverage_of(objective.ref).status
        cells = tuple(MatrixCell(ref, bases.get(ref)) for ref in refs)
        without_point = strongest(link for link in linkages if not link.plan_point)
        rows.append(MatrixRow(objective, status, cells, without_point))
    subjects = tuple(point.subject for point in crosswalk.plan_points)
    return MatrixAnswer(refs, subjects, tuple(rows))
