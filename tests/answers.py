"""An answer of every kind, by the command line that asks for it."""

from collections.abc import Callable

import gcmilo
from gcmilo import Crosswalk
from gcmilo.model import ActivityKind, Basis, Stance, Status, TensionKind, TreeBy

ANSWERS: dict[str, Callable[[Crosswalk], object]] = {
    "objective 6": lambda c: gcmilo.objective(c, "6"),
    "objective 6l": lambda c: gcmilo.objective(c, "6l"),
    "objective 9": lambda c: gcmilo.objective(c, "9"),
    "objective 20": lambda c: gcmilo.objective(c, "20"),
    "objectives": gcmilo.objectives,
    "objectives --status not-addressed": lambda c: gcmilo.objectives(
        c, status=Status.NOT_ADDRESSED
    ),
    "plan-point 2d": lambda c: gcmilo.plan_point(c, "2d"),
    "plan-point 5": lambda c: gcmilo.plan_point(c, "5"),
    "plan-points": gcmilo.plan_points,
    "paragraph 3": lambda c: gcmilo.paragraph(c, "3"),
    "paragraph 11": lambda c: gcmilo.paragraph(c, "11"),
    "paragraphs": gcmilo.paragraphs,
    "linkages": gcmilo.linkages,
    "linkages --basis contextual --stance supports": lambda c: gcmilo.linkages(
        c, basis=Basis.CONTEXTUAL, stance=Stance.SUPPORTS
    ),
    "linkages --paragraph 11": lambda c: gcmilo.linkages(c, paragraph="11"),
    "activities": gcmilo.activities,
    "activities --kind award": lambda c: gcmilo.activities(c, kind=ActivityKind.AWARD),
    "activity valley-returnees": lambda c: gcmilo.activity(c, "valley-returnees"),
    "documents": gcmilo.documents,
    "gaps": gcmilo.gaps,
    "coverage": gcmilo.coverage,
    "tensions": gcmilo.tensions,
    "tensions --kind partial-coverage": lambda c: gcmilo.tensions(
        c, kind=TensionKind.PARTIAL_COVERAGE
    ),
    "matrix": gcmilo.matrix,
    "tree": gcmilo.tree,
    "tree --by plan-point": lambda c: gcmilo.tree(c, TreeBy.PLAN_POINT),
}

ONE_OF_EACH = list({command.split()[0]: command for command in reversed(ANSWERS)}.values())
"""The first question to each command."""
