"""An answer of every kind, by the command line that asks for it."""

from collections.abc import Callable

from gcmilo import Crosswalk, query
from gcmilo.model import ActivityKind, Basis, Stance, Status, TensionKind, TreeBy

ANSWERS: dict[str, Callable[[Crosswalk], object]] = {
    "objective 6": lambda c: query.objective(c, "6"),
    "objective 6l": lambda c: query.objective(c, "6l"),
    "objective 9": lambda c: query.objective(c, "9"),
    "objective 20": lambda c: query.objective(c, "20"),
    "objectives": query.objectives,
    "objectives --status not-addressed": lambda c: query.objectives(c, status=Status.NOT_ADDRESSED),
    "plan-point 2d": lambda c: query.plan_point(c, "2d"),
    "plan-point 5": lambda c: query.plan_point(c, "5"),
    "plan-points": query.plan_points,
    "paragraph 3": lambda c: query.paragraph(c, "3"),
    "paragraph 11": lambda c: query.paragraph(c, "11"),
    "paragraphs": query.paragraphs,
    "linkages": query.linkages,
    "linkages --basis contextual --stance supports": lambda c: query.linkages(
        c, basis=Basis.CONTEXTUAL, stance=Stance.SUPPORTS
    ),
    "linkages --paragraph 11": lambda c: query.linkages(c, paragraph="11"),
    "activities": query.activities,
    "activities --kind award": lambda c: query.activities(c, kind=ActivityKind.AWARD),
    "activity valley-returnees": lambda c: query.activity(c, "valley-returnees"),
    "documents": query.documents,
    "gaps": query.gaps,
    "coverage": query.coverage,
    "tensions": query.tensions,
    "tensions --kind partial-coverage": lambda c: query.tensions(c, kind=TensionKind.PARTIAL_COVERAGE),
    "matrix": query.matrix,
    "tree": query.tree,
    "tree --by plan-point": lambda c: query.tree(c, TreeBy.PLAN_POINT),
}

ONE_OF_EACH = list({command.split()[0]: command for command in reversed(ANSWERS)}.values())
"""The first question to each command."""
