"""A brief: what objectives ask, where the plan stands on each, through what, how firmly, and what is open."""

from collections.abc import Iterable, Sequence
from typing import ClassVar

from gcmilo.crosswalk import Crosswalk
from gcmilo.frozen import frozen
from gcmilo.model import Basis, Document, Linkage, Plan, PlanPoint, Source, Stance, Status
from gcmilo.query.basis import by_point, paragraphs_of
from gcmilo.query.cite import Cited, cite_document, cited_compact, cited_plan, cited_source
from gcmilo.query.gaps import Gap, ObjectiveGap, Reason, gaps
from gcmilo.query.objectives import ObjectiveAnswer, objective, objectives
from gcmilo.refs import ActionRef, ObjectiveRef, PlanPointRef


@frozen
class Statement:
    """Something that a paragraph says: linkages that differ by their ends alone. ``plan_points`` may be empty."""

    subjects: tuple[ObjectiveRef | ActionRef, ...]
    plan_points: tuple[PlanPointRef, ...]
    paragraph: int | None
    basis: Basis
    stance: Stance
    wording: str | None
    note: str | None


@frozen
class BriefPoint:
    """A plan point behind an objective, the strongest basis, and the paragraphs that tie them."""

    plan_point: PlanPoint
    basis: Basis | None
    paragraphs: tuple[int, ...]


@frozen
class BriefSection:
    """What a brief says of an objective, or of one action of it.

    ``reasons`` are those of the objective's gap; ``row`` names its row in the coverage table, and may be empty.
    """

    found: ObjectiveAnswer
    plan_points: tuple[BriefPoint, ...]
    statements: tuple[Statement, ...]
    gap: Gap | None
    reasons: tuple[Reason, ...]
    row: str


@frozen
class BriefAnswer:
    """A section for each objective or action, the conditions they met, and the documents that are cited."""

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
    """Return a brief on the objectives and actions that meet every condition given, on all objectives where none is.

    An action in ``refs`` has a section of its own, with its own linkages; the conditions are asked of its objective.

    Raises:
        MalformedReference, UnknownReference: a reference is none.

    >>> from gcmilo import load
    >>> [section.gap.value for section in brief(load(), ["6", "20"]).sections]
    ['contextual_only', 'no_plan_point']
    """
    wanted = tuple(dict.fromkeys(crosswalk.find_objective(ref) for ref in refs))
    lines = objectives(crosswalk, refs, status=status, round_table=round_table, sdg=sdg).objectives
    numbers = [line.objective.ref for line in lines]
    kept = [ref for ref in wanted if ref.objective in numbers] if wanted else numbers
    open_objectives = gaps(crosswalk).objectives
    sections = tuple(_section(crosswalk, ref, open_objectives) for ref in kept)
    return BriefAnswer(
        crosswalk.plan,
        crosswalk.source,
        wanted,
        status,
        round_table,
        sdg,
        sections,
        _references(crosswalk, sections),
    )


def _section(
    crosswalk: Crosswalk, ref: ObjectiveRef | ActionRef, open_objectives: Sequence[ObjectiveGap]
) -> BriefSection:
    found = objective(crosswalk, str(ref))
    groups = by_point(found.linkages)
    points = [
        BriefPoint(
            crosswalk.plan_point(behind.ref), behind.basis, paragraphs_of(groups[behind.ref])
        )
        for behind in found.plan_points
    ]
    gap = next((gap for gap in open_objectives if gap.objective is found.objective), None)
    return BriefSection(
        found=found,
        plan_points=tuple(points),
        statements=statements(found.linkages),
        gap=gap.gap if gap else None,
        reasons=gap.reasons if gap else (),
        row=crosswalk.source.row(found.objective.ref),
    )


def statements(linkages: Iterable[Linkage]) -> tuple[Statement, ...]:
    """Return the linkages as statements, those put together that differ by their points or their subjects alone."""
    points: dict[tuple[object, Statement], list[PlanPointRef]] = {}
    for link in linkages:
        said = Statement((), (), link.paragraph, link.basis, link.stance, link.wording, link.note)
        points.setdefault((link.subject, said), []).extend(
            [link.plan_point] if link.plan_point else []
        )
    subjects: dict[tuple[tuple[PlanPointRef, ...], Statement], list[ObjectiveRef | ActionRef]] = {}
    for (subject, said), refs in points.items():
        subjects.setdefault((tuple(refs), said), []).append(subject)  # type: ignore[arg-type]
    return tuple(
        Statement(
            tuple(named), refs, said.paragraph, said.basis, said.stance, said.wording, said.note
        )
        for (refs, said), named in subjects.items()
    )


def _references(crosswalk: Crosswalk, sections: Iterable[BriefSection]) -> tuple[Cited, ...]:
    """The Compact, the source and the plan; then what the paragraphs cite that are drawn upon."""
    documents = dict.fromkeys(
        document for section in sections for document in section.found.documents
    )
    main = (cited_source(crosswalk), cited_compact(), cited_plan(crosswalk))
    known = {name for cited in main for name in (cited.symbol, cited.title) if name}
    order = {document: number for number, document in enumerate(crosswalk.documents)}
    others = sorted(
        (d for d in documents if not _named(d) & known), key=lambda document: order[document]
    )
    return (*main, *(cite_document(crosswalk, document).document for document in others))


def _named(document: Document) -> set[str]:
    return {document.symbol or document.title, document.title}
