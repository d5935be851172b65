"""Numbered paragraphs of the source: what one names and ties, or all of them."""

from typing import ClassVar

from gcmilo.crosswalk import Crosswalk
from gcmilo.frozen import frozen
from gcmilo.model import Activity, Document, Linkage, Paragraph
from gcmilo.query.basis import ObjectiveServed, PointBehind, objectives_named, points_behind
from gcmilo.query.evidence import documents_in
from gcmilo.references.arguments import find_paragraph


@frozen
class ParagraphAnswer:
    """A paragraph of the source, what it names and ties, and the evidence in it.

    The basis of an objective or plan point is None where the paragraph only names it.
    """

    question: ClassVar[str] = "paragraph"

    paragraph: Paragraph
    objectives: tuple[ObjectiveServed, ...]
    plan_points: tuple[PointBehind, ...]
    linkages: tuple[Linkage, ...]
    activities: tuple[Activity, ...]
    documents: tuple[Document, ...]


@frozen
class ParagraphsAnswer:
    """The paragraphs of the source, each with what it ties."""

    question: ClassVar[str] = "paragraphs"

    paragraphs: tuple[ParagraphAnswer, ...]

    def __len__(self) -> int:
        return len(self.paragraphs)


def paragraph(crosswalk: Crosswalk, ref: str) -> ParagraphAnswer:
    """Return what a numbered paragraph of the source names and ties.

    Raises:
        MalformedReference: ``ref`` is no such reference.
        UnknownReference: the source has no such paragraph.

    >>> from gcmilo import load
    >>> paragraph(load(), "§10").paragraph.number
    10
    """
    number = find_paragraph(crosswalk, ref)
    # Paragraphs are numbered from 1 without a gap.
    return _paragraph(crosswalk, crosswalk.paragraphs[number - 1])


def paragraphs(crosswalk: Crosswalk) -> ParagraphsAnswer:
    """Return all numbered paragraphs of the source, each with what it ties."""
    return ParagraphsAnswer(tuple(_paragraph(crosswalk, found) for found in crosswalk.paragraphs))


def _paragraph(crosswalk: Crosswalk, found: Paragraph) -> ParagraphAnswer:
    number = found.number
    linkages = crosswalk.linkages_of(number)
    bases = {point.ref: point.basis for point in points_behind(crosswalk, linkages)}
    # A paragraph may cite a point and tie no objective to it.
    points = [
        PointBehind(point.ref, point.subject, bases.get(point.ref))
        for point in crosswalk.plan_points
        if number in point.paragraphs or point.ref in bases
    ]
    activities = [found for found in crosswalk.activities if number in found.paragraphs]
    return ParagraphAnswer(
        paragraph=found,
        objectives=objectives_named(crosswalk, linkages),
        plan_points=tuple(points),
        linkages=linkages,
        activities=tuple(activities),
        documents=documents_in(crosswalk, [number]),
    )
