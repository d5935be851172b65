"""The panel "Analyse": the whole at a glance."""

from typing import Annotated

import gcmilo
from gcmilo.cli.question import question
from gcmilo.cli.values import OptionalObjective, OptionalPoint, TensionIds, option
from gcmilo.crosswalk import Crosswalk
from gcmilo.model import TensionKind, TreeBy
from gcmilo.query import Answer


@question()
def gaps(crosswalk: Crosswalk) -> Answer:
    """What is open on both sides, and why.

    Objectives: not addressed; indirect; no plan point (addressed, and no point is cited for it);
    contextual only (no sentence or row names a point for it). Plan points: no objective; contextual only.
    And the letters never cited. Each with reasons, citations and tensions.

    \b
    Example:
      $ gcmilo gaps
      ...
      18     no objective     Cited for review and monitoring; no objective is tied to it.             para. 1
      ...
    """  # noqa: E501 - the example has the lines of the answer
    return gcmilo.gaps(crosswalk)


@question()
def coverage(crosswalk: Crosswalk) -> Answer:
    """How the source's table treats the objectives: by status, round table and SDG target.

    \b
    Example:
      $ gcmilo coverage
      ...
      indirect       4      4, 8, 12, 15
      not addressed  3      9, 11, 13
      ...
    """
    return gcmilo.coverage(crosswalk)


@question()
def tensions(
    crosswalk: Crosswalk,
    ids: TensionIds = None,
    objective: OptionalObjective = None,
    plan_point: OptionalPoint = None,
    kind: Annotated[TensionKind | None, option(TensionKind, "Only of this kind")] = None,
) -> Answer:
    """Where the source disagrees with itself, or claims more in one place than in another.

    Both sides are given with their places. A tension is a reading aid and takes no side.

    \b
    Example:
      $ gcmilo tensions --objective 20
      ...
      Objective 20: financial inclusion covered, the transfer of remittances not (partial coverage)
      ...
    """
    return gcmilo.tensions(
        crosswalk, ids or [], objective=objective, plan_point=plan_point, kind=kind
    )


@question()
def matrix(crosswalk: Crosswalk) -> Answer:
    """A picture of which plan points stand behind which objectives, and on what basis.

    On a terminal, a filled mark is an explicit linkage, a half filled one a listed linkage, an open
    one a contextual linkage. What is linked without a point has the last column. Where there are
    more points than objectives, the points are the rows.

    \b
    Example:
      $ gcmilo matrix --format csv
      number,label,status,12(a),12(c),12(d),12(f),13(a),13(c),13(d),13(e),13(f),14(a),14(b),14(c),14(d),15,16,17,18,without_point
      1,Data,addressed,,,,,,,,explicit,,,explicit,,,,,,,explicit
      ...
    """
    return gcmilo.matrix(crosswalk)


@question()
def tree(
    crosswalk: Crosswalk,
    by: Annotated[TreeBy, option(TreeBy, "What the branches are")] = TreeBy.OBJECTIVE,
) -> Answer:
    """The linkages as a tree: plan points under objectives, or objectives under plan points.

    \b
    Example:
      $ gcmilo tree --by plan-point
      ...
      Plan point 13(c): enterprise development and self-employment
        19: Migrant and diaspora contributions (explicit, para. 19)
      ...
    """
    return gcmilo.tree(crosswalk, by)
