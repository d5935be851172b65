"""A brief: what objectives ask, how the plan serves each, on what basis, and what is open."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import ClassVar

from gcmilo.crosswalk import Crosswalk
from gcmilo.frozen import frozen
from gcmilo.model import Basis, Document, Linkage, Plan, PlanPoint, Source, Stance, Status
from gcmilo.query.basis import by_point, places_of
from gcmilo.query.cite import Cited, cite_document, main_documents, other_documents
from gcmilo.query.gaps import Gap, ObjectiveGap, Reason, gaps
from gcmilo.query.objectives import ObjectiveAnswer, objective, objectives
from gcmilo.references.arguments import find_objectives
from gcmilo.refs import ActionRef, ObjectiveRef, Place, PlanPointRef


@frozen
class Statement:
    """Something that the source says at a place: linkages that differ in nothing but their ends.

    ``plan_points`` is empty for work without a plan point.
    """

    subjects: tuple[ObjectiveRef | ActionRef, ...]
    plan_points: tuple[PlanPointRef, ...]
    at: tuple[Place, ...]
    basis: Basis
    stance: Stance
    wording: str | None
    note: str | None


@frozen
class BriefPoint:
    """A plan point that serves an objective, its strongest basis and where they are tied."""

    plan_point: PlanPoint
    basis: Basis | None
    places: tuple[Place, ...]


@frozen
class BriefSection:
    """What a brief says of an objective, or of one action of it.

    ``reasons`` are those of the objective's gap. ``row`` names its row in the coverage table, or is
    "" where the table has no name. ``numbered`` says whether all that is said is in numbered
    paragraphs.
    """

    found: ObjectiveAnswer
    plan_points: tuple[BriefPoint, ...]
    statements: tuple[Statement, ...]
    gap: Gap | None
    reasons: tuple[Reason, ...]
    row: str
    numbered: bool


@frozen
class BriefAnswer:
    """A section for each objective or action, the conditions they met, the documents to cite."""

    question: ClassVar[str] = "brief"

    plan: Plan
    source: Source
    refs: tuple[ObjectiveRef | ActionRef, ...]
    status: Status | None
    round_table: int | None
    sdg: str | None
    sections: tuple[BriefSection, ...]
    references: tuple[Cited, ...]

    def __len__(self) -> int:
        return len(self.sections)


def brief(
    crosswalk: Crosswalk,
    refs: Sequence[str] = (),
    *,
    status: Status | None = None,
    round_table: int | None = None,
    sdg: str | None = None,
) -> BriefAnswer:
    """Return a brief on the objectives and actions that meet every condition given.

    Without conditions, it is on all objectives. An action in ``refs`` has a section of its own,
    with its own linkages; the conditions apply to its objective.

    Raises:
        MalformedReference, UnknownReference: a reference is none.

    >>> from gcmilo import load
    >>> [str(section.found.ref) for section in brief(load(), ["6", "20", "6l"]).sections]
    ['6', '20', '6(l)']
    """
    wanted = find_objectives(crosswalk, refs)
    lines = objectives(crosswalk, refs, status=status, round_table=round_table, sdg=sdg).objectives
    numbers = [line.objective.ref for line in lines]
    kept = [ref for ref in wanted if ref.objective in numbers] if wanted else numbers
    gaps_by_objective = {gap.ref: gap for gap in gaps(crosswalk).objectives}
    sections = [_section(crosswalk, ref, gaps_by_objective.get(ref.objective)) for ref in kept]
    return BriefAnswer(
        plan=crosswalk.plan,
        source=crosswalk.source,
        refs=wanted,
        status=status,
        round_table=round_table,
        sdg=sdg,
        sections=tuple(sections),
        references=_references(crosswalk, sections),
    )


def _section(
    crosswalk: Crosswalk, ref: ObjectiveRef | ActionRef, gap: ObjectiveGap | None
) -> BriefSection:
    """The section on an objective or action; ``gap`` is the objective's."""
    found = objective(crosswalk, str(ref))
    groups = by_point(found.linkages)
    points = []
    for serving in found.plan_points:
        point = crosswalk.plan_point(serving.ref)
        points.append(BriefPoint(point, serving.basis, places_of(groups[serving.ref])))
    return BriefSection(
        found=found,
        plan_points=tuple(points),
        statements=statements(found.linkages),
        gap=gap.gap if gap else None,
        reasons=gap.reasons if gap else (),
        row=crosswalk.source.row(found.objective.ref),
        numbered=not any(linkage.place for linkage in crosswalk.linkages),
    )


def statements(linkages: Iterable[Linkage]) -> tuple[Statement, ...]:
    """Return the linkages as statements, so that what the source says is said once.

    First, linkages of one subject that differ by their plan points alone become one statement;
    then, statements that differ by their subjects alone do.
    """
    points: dict[tuple[ObjectiveRef | ActionRef, Statement], list[PlanPointRef]] = {}
    for link in linkages:
        said = Statement((), (), link.at, link.basis, link.stance, link.wording, link.note)
        refs = points.setdefault((link.subject, said), [])
        if link.plan_point:
            refs.append(link.plan_point)
    subjects: dict[Statement, list[ObjectiveRef | ActionRef]] = {}
    for (subject, said), refs in points.items():
        of_points = replace(said, plan_points=tuple(refs))
        subjects.setdefault(of_points, []).append(subject)
    return tuple(replace(said, subjects=tuple(named)) for said, named in subjects.items())


def _references(crosswalk: Crosswalk, sections: Iterable[BriefSection]) -> tuple[Cited, ...]:
    """The main documents, then those of the sections, in the order of the crosswalk."""
    in_sections: set[Document] = set()
    for section in sections:
        in_sections.update(section.found.documents)
    documents = [document for document in crosswalk.documents if document in in_sections]
    main = main_documents(crosswalk)
    others = other_documents(main, documents)
    return (*main, *(cite_document(crosswalk, document).document for document in others))
