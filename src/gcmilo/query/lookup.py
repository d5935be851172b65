"""One objective, plan point or paragraph, or lists of them, and the linkages between them."""

from collections.abc import Sequence

from gcmilo.crosswalk import Crosswalk
from gcmilo.errors import UnknownReference
from gcmilo.frozen import frozen
from gcmilo.model import (
    Action,
    Activity,
    Basis,
    Coverage,
    Document,
    Linkage,
    Objective,
    Paragraph,
    PlanPoint,
    Stance,
    Status,
    Tension,
)
from gcmilo.query.basis import (
    ObjectiveServed,
    PointBehind,
    concerns,
    objectives_named,
    objectives_served,
    paragraphs_of,
    points_behind,
)
from gcmilo.query.evidence import activities_for, documents_in, tensions_for
from gcmilo.query.gap import Gap, gap_of
from gcmilo.refs import ActionRef, ObjectiveRef, PlanPointRef
from gcmilo.text import joined, nearest, shown


@frozen
class ObjectiveAnswer:
    """An objective, or one action of it, and all that is said of it. ``linked`` are the actions that are named."""

    objective: Objective
    action: Action | None
    coverage: Coverage
    linked: frozenset[ActionRef]
    plan_points: tuple[PointBehind, ...]
    paragraphs: tuple[int, ...]
    linkages: tuple[Linkage, ...]
    activities: tuple[Activity, ...]
    documents: tuple[Document, ...]
    tensions: tuple[Tension, ...]

    @property
    def ref(self) -> ObjectiveRef | ActionRef:
        """What was asked for."""
        return ActionRef(self.objective.ref, self.action.letter) if self.action else self.objective.ref


@frozen
class ObjectiveLine:
    """An objective in a list: its status, what stands behind it, and what is open."""

    objective: Objective
    coverage: Coverage
    plan_points: tuple[PointBehind, ...]
    paragraphs: tuple[int, ...]
    gap: Gap | None


@frozen
class ObjectivesAnswer:
    """Objectives, in order."""

    objectives: tuple[ObjectiveLine, ...]

    def __len__(self) -> int:
        return len(self.objectives)


@frozen
class PlanPointAnswer:
    """A plan point and all that is said of it."""

    plan_point: PlanPoint
    objectives: tuple[ObjectiveServed, ...]
    linkages: tuple[Linkage, ...]
    activities: tuple[Activity, ...]
    documents: tuple[Document, ...]
    tensions: tuple[Tension, ...]


@frozen
class PlanPointLine:
    """A plan point in a list, and the objectives it serves."""

    plan_point: PlanPoint
    objectives: tuple[ObjectiveServed, ...]


@frozen
class PlanPointsAnswer:
    """The cited plan points, and the letters that the numbering implies and the source never cites."""

    plan_points: tuple[PlanPointLine, ...]
    uncited: tuple[PlanPointRef, ...]

    def __len__(self) -> int:
        return len(self.plan_points)


@frozen
class ParagraphAnswer:
    """A paragraph of the source and what it says about what. A basis is None where it serves nothing there."""

    paragraph: Paragraph
    objectives: tuple[ObjectiveServed, ...]
    plan_points: tuple[PointBehind, ...]
    linkages: tuple[Linkage, ...]
    activities: tuple[Activity, ...]
    documents: tuple[Document, ...]


@frozen
class ParagraphsAnswer:
    """The paragraphs of the source, each with what it ties."""

    paragraphs: tuple[ParagraphAnswer, ...]

    def __len__(self) -> int:
        return len(self.paragraphs)


@frozen
class LinkagesAnswer:
    """Linkages, in the order of the source."""

    linkages: tuple[Linkage, ...]

    def __len__(self) -> int:
        return len(self.linkages)


def objective(crosswalk: Crosswalk, ref: str) -> ObjectiveAnswer:
    """Return what stands behind an objective or an action, and what its gaps and tensions are.

    Raises:
        MalformedReference: ``ref`` is no such reference.
        UnknownReference: there is no such objective or action.

    >>> from gcmilo import load
    >>> answer = objective(load(), "objective 6")
    >>> [(str(point.ref), point.basis.value) for point in answer.plan_points]
    [('12(a)', 'contextual'), ('13(d)', 'contextual'), ('14(a)', 'contextual')]
    """
    found = crosswalk.find_objective(ref)
    number = found.objective if isinstance(found, ActionRef) else found
    of_objective = crosswalk.linkages_of(number)
    linkages = tuple(linkage for linkage in of_objective if concerns(linkage.subject, found))
    return ObjectiveAnswer(
        objective=crosswalk.objective(number),
        action=crosswalk.action(found) if isinstance(found, ActionRef) else None,
        coverage=crosswalk.coverage_of(number),
        linked=frozenset(linkage.action for linkage in of_objective if linkage.action),
        plan_points=points_behind(crosswalk, linkages),
        paragraphs=paragraphs_of(linkages),
        linkages=linkages,
        activities=activities_for(crosswalk, found),
        documents=documents_in(crosswalk, paragraphs_of(linkages)),
        tensions=tensions_for(crosswalk, found),
    )


def objectives(
    crosswalk: Crosswalk,
    refs: Sequence[str] = (),
    *,
    status: Status | None = None,
    plan_point: str | None = None,
    paragraph: str | None = None,
    round_table: int | None = None,
    sdg: str | None = None,
) -> ObjectivesAnswer:
    """Return the objectives that meet every condition given, all of them where none is.

    ``refs`` names objectives (an action stands for its objective); ``plan_point`` keeps those that the point serves,
    ``paragraph`` those that it speaks of; ``sdg`` is a target (``8.8``), a whole goal (``8``), or ``ALL``.

    Raises:
        MalformedReference, UnknownReference: a reference is none.

    >>> from gcmilo import load
    >>> [line.objective.number for line in objectives(load(), status=Status.NOT_ADDRESSED).objectives]
    [9, 11, 13]
    """
    wanted = {_objective_of(crosswalk.find_objective(ref)) for ref in refs}
    point = crosswalk.find_plan_point(plan_point) if plan_point is not None else None
    number = crosswalk.find_paragraph(paragraph) if paragraph is not None else None
    target = _sdg_target(crosswalk, sdg) if sdg is not None else None
    lines = []
    for found in crosswalk.objectives:
        line = _objective_line(crosswalk, found)
        if (
            (not wanted or found.ref in wanted)
            and (status is None or line.coverage.status is status)
            and (point is None or point in [behind.ref for behind in line.plan_points])
            and (number is None or number in line.paragraphs)
            and (round_table is None or found.round_table == round_table)
            and (target is None or any(t == target or t.startswith(f"{target}.") for t in found.sdg_targets))
        ):
            lines.append(line)
    return ObjectivesAnswer(tuple(lines))


def _objective_of(ref: ObjectiveRef | ActionRef) -> ObjectiveRef:
    return ref.objective if isinstance(ref, ActionRef) else ref


def _objective_line(crosswalk: Crosswalk, found: Objective) -> ObjectiveLine:
    linkages = crosswalk.linkages_of(found.ref)
    return ObjectiveLine(
        objective=found,
        coverage=crosswalk.coverage_of(found.ref),
        plan_points=points_behind(crosswalk, linkages),
        paragraphs=paragraphs_of(linkages),
        gap=gap_of(crosswalk, found.ref, linkages),
    )


def _sdg_target(crosswalk: Crosswalk, text: str) -> str:
    """Return the SDG target or goal in the spelling of the data."""
    known = {target.casefold(): target for found in crosswalk.objectives for target in found.sdg_targets}
    known |= {target.split(".")[0]: target.split(".")[0] for target in known if "." in target}
    wanted = text.casefold().removeprefix("sdg").strip()
    if wanted not in known:
        raise UnknownReference(
            f"No objective lists SDG {shown(text)}; nearest: {joined(nearest(wanted, known, 3) or ['ALL'])}."
        )
    return known[wanted]


def plan_point(crosswalk: Crosswalk, ref: str) -> PlanPointAnswer:
    """Return what a plan point serves and where the source says so.

    Raises:
        MalformedReference: ``ref`` is no such reference, or may mean several points.
        UnknownReference: there is no such point, or the source never cites it.

    >>> from gcmilo import load
    >>> [str(served.ref) for served in plan_point(load(), "13 d").objectives]
    ['6', '7', '10', '14']
    """
    found = crosswalk.find_plan_point(ref)
    linkages = crosswalk.linkages_of(found)
    return PlanPointAnswer(
        plan_point=crosswalk.plan_point(found),
        objectives=objectives_served(crosswalk, linkages),
        linkages=linkages,
        activities=activities_for(crosswalk, found),
        documents=documents_in(crosswalk, crosswalk.plan_point(found).paragraphs),
        tensions=tensions_for(crosswalk, found),
    )


def plan_points(crosswalk: Crosswalk) -> PlanPointsAnswer:
    """Return the cited plan points with the objectives they serve, and the letters that are never cited."""
    lines = []
    for point in crosswalk.plan_points:
        linkages = crosswalk.linkages_of(point.ref)
        lines.append(PlanPointLine(point, objectives_served(crosswalk, linkages)))
    return PlanPointsAnswer(tuple(lines), crosswalk.uncited)


def paragraph(crosswalk: Crosswalk, ref: str) -> ParagraphAnswer:
    """Return what a numbered paragraph of the source says about what.

    Raises:
        MalformedReference: ``ref`` is no such reference.
        UnknownReference: the source has no such paragraph.

    >>> from gcmilo import load
    >>> [(str(named.ref), named.basis) for named in paragraph(load(), "10").objectives]
    [('5', <Basis.EXPLICIT: 'explicit'>)]
    """
    number = crosswalk.find_paragraph(ref)
    return _paragraph(crosswalk, crosswalk.paragraphs[number - 1])


def paragraphs(crosswalk: Crosswalk) -> ParagraphsAnswer:
    """Return all numbered paragraphs of the source, each with what it ties."""
    return ParagraphsAnswer(tuple(_paragraph(crosswalk, found) for found in crosswalk.paragraphs))


def _paragraph(crosswalk: Crosswalk, found: Paragraph) -> ParagraphAnswer:
    linkages = crosswalk.linkages_of(found.number)
    bases = {point.ref: point.basis for point in points_behind(crosswalk, linkages)}
    cited = [point for point in crosswalk.plan_points if found.number in point.paragraphs or point.ref in bases]
    return ParagraphAnswer(
        paragraph=found,
        objectives=objectives_named(crosswalk, linkages),
        plan_points=tuple(PointBehind(point.ref, point.subject, bases.get(point.ref)) for point in cited),
        linkages=linkages,
        activities=tuple(activity for activity in crosswalk.activities if found.number in activity.paragraphs),
        documents=documents_in(crosswalk, [found.number]),
    )


def linkages(
    crosswalk: Crosswalk,
    *,
    objective: str | None = None,
    plan_point: str | None = None,
    paragraph: str | None = None,
    basis: Basis | None = None,
    stance: Stance | None = None,
) -> LinkagesAnswer:
    """Return the linkages that meet every condition given, in the order of the source.

    Raises:
        MalformedReference, UnknownReference: a reference is none.

    >>> from gcmilo import load
    >>> explicit = linkages(load(), basis=Basis.EXPLICIT).linkages
    >>> len({(link.subject, link.plan_point) for link in explicit if link.plan_point})
    12
    """
    subject = crosswalk.find_objective(objective) if objective is not None else None
    point = crosswalk.find_plan_point(plan_point) if plan_point is not None else None
    number = crosswalk.find_paragraph(paragraph) if paragraph is not None else None
    found = tuple(
        linkage
        for linkage in crosswalk.linkages
        if (subject is None or concerns(linkage.subject, subject))
        and (point is None or linkage.plan_point == point)
        and (number is None or linkage.paragraph == number)
        and (basis is None or linkage.basis is basis)
        and (stance is None or linkage.stance is stance)
    )
    return LinkagesAnswer(found)
