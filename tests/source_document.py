"""Documents to verify against: the real one where it is found, and a made-up one that is always
there.
"""

import os
from pathlib import Path

import pytest

from gcmilo import Crosswalk
from gcmilo.model import (
    Activity,
    ActivityKind,
    Basis,
    Coverage,
    Figure,
    Linkage,
    Paragraph,
    Plan,
    PlanPoint,
    Source,
    Stance,
    Status,
)
from gcmilo.refs import ObjectiveRef, PlanPointRef

REAL = Path(
    os.environ.get("GCMILO_SOURCE")
    or Path(__file__).parents[2] / "shared" / "source" / "GB335-POL-1-Rev.txt"
)
"""The text of GB.335/POL/1(Rev.). It is not part of the project; GCMILO_SOURCE says where else it
is.
"""

WITHOUT_SOURCE = (
    "the text of GB.335/POL/1(Rev.) is not there; set GCMILO_SOURCE to its path to run this test"
)
needs_real_source = pytest.mark.skipif(not REAL.is_file(), reason=WITHOUT_SOURCE)

_PARAGRAPHS = """
MINISTRY/2024/7

National plan on fair migration and the Compact

A plan for 2024-28 (MINISTRY/2023/1).

Introduction

1. The Ministry adopted the plan in March 2024. Its point 5 provides for reviews.

Objectives and points

2. GCM objective 6 makes explicit reference to fair recruitment. Work under points 3(a) and
3(c) will support GCM objective 6, and the plan says “so much” of recruit-
ment.

3. Training for 1,250 recruiters started in 2023 in Northland. It can help with
objective 3.

4. Borders (objective 11) are not directly included in the plan.

{box}

5. Nothing else is said.

1 Ministry: ProgressCallback on recruiters, 2022.

https://ministry.example/report

Appendix

Objectives  Addressed  Not addressed

"""


def made_up_text(crosswalk: Crosswalk) -> str:
    """Return the text of a document about a small plan, laid out as the real one is."""
    box = "\n\n".join(f"{o.number}. {o.title.en}" for o in crosswalk.objectives)
    rows = "\n\n".join(
        f"{o.number}  {o.title.en}\n\n{_CELLS.get(coverage.status)}"
        for o, coverage in zip(crosswalk.objectives, _coverage(crosswalk), strict=True)
    )
    return _PARAGRAPHS.format(box=box) + rows + "\n"


_CELLS = {
    Status.ADDRESSED: " X  ",
    Status.NOT_ADDRESSED: "   X",
    Status.INDIRECT: "   Indirect link through services",
}


def _coverage(crosswalk: Crosswalk) -> tuple[Coverage, ...]:
    statuses = {3: Status.INDIRECT, 6: Status.ADDRESSED}
    return tuple(
        Coverage(
            objective.ref,
            statuses.get(objective.number, Status.NOT_ADDRESSED),
            "Indirect link through services" if objective.number == 3 else None,
        )
        for objective in crosswalk.objectives
    )


def made_up_plan(crosswalk: Crosswalk) -> Crosswalk:
    """Return the crosswalk that the made-up document is about."""
    section = "Objectives and points"
    point_a, point_c, point_5 = PlanPointRef("3(a)"), PlanPointRef("3(c)"), PlanPointRef("5")

    def linkage(
        number: int, point: PlanPointRef | None, paragraph: int, stance: Stance, wording: str
    ) -> Linkage:
        return Linkage(
            ObjectiveRef(number), None, point, paragraph, Basis.EXPLICIT, stance, wording, "A note."
        )

    return Crosswalk(
        plan=Plan("National plan", "Ministry", "Ministry", "2024-28", "MINISTRY/2023/1"),
        source=Source("MINISTRY/2024/7", "National plan on fair migration and the Compact"),
        objectives=crosswalk.objectives,
        plan_points=(
            PlanPoint(point_a, "recruitment", paragraphs=(2,)),
            PlanPoint(point_c, "recruitment", paragraphs=(2,)),
            PlanPoint(point_5, "reviews", paragraphs=(1,)),
        ),
        uncited=(PlanPointRef("3(b)"),),
        coverage=_coverage(crosswalk),
        linkages=(
            linkage(6, None, 2, Stance.TAKES_UP, "makes explicit reference to"),
            linkage(6, point_a, 2, Stance.SUPPORTS, "will support"),
            linkage(6, point_c, 2, Stance.SUPPORTS, "will support"),
            linkage(3, None, 3, Stance.SUPPORTS, "can help with"),
            linkage(11, None, 4, Stance.NOT_INCLUDED, "not directly included in"),
        ),
        paragraphs=tuple(
            Paragraph(number, "Introduction" if number == 1 else section, "A summary.")
            for number in range(1, 6)
        ),
        activities=(
            Activity(
                id="training",
                name="Training for recruiters",
                kind=ActivityKind.TRAINING,
                owner="Ministry",
                status=None,
                dates=("2023",),
                figures=(Figure(1250, "recruiters trained"),),
                partners=(),
                places=("Northland",),
                objectives=(),
                plan_points=(),
                paragraphs=(3,),
                summary="A summary.",
            ),
        ),
    )
