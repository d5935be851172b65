"""The evidence as statements of RDF: the source, its paragraphs, and what they name and cite."""

from collections.abc import Iterator

from gcmilo.export.iris import Iris
from gcmilo.export.rdf_core import (
    Iri,
    Literal,
    Statement,
    address,
    english,
    number,
    optional,
    typed,
)
from gcmilo.model import Activity, Document, Side, Tension
from gcmilo.query.basis import places_of
from gcmilo.refs import PlanPointRef, Ref


def evidence_statements(iris: Iris) -> Iterator[Statement]:
    """Yield the statements on the source, activities, documents and tensions."""
    yield from _source(iris)
    for activity in iris.crosswalk.activities:
        yield from _activity(iris, activity)
    for document in iris.crosswalk.documents:
        yield from _document(iris, document)
    for tension in iris.crosswalk.tensions:
        yield from _tension(iris, tension)


def _source(iris: Iris) -> Iterator[Statement]:
    source, subject = iris.crosswalk.source, iris.source
    yield from typed(iris, subject, "prov:Entity", "dct:BibliographicResource")
    yield subject, "dct:title", english(source.title)
    yield subject, "dct:identifier", Literal(source.symbol)
    yield from optional(subject, "dct:creator", source.author)
    yield from optional(subject, "dct:date", source.date)
    yield from optional(subject, "dct:description", source.edition)
    yield from address(subject, source.address)
    for paragraph in iris.crosswalk.paragraphs:
        anchor = iris.paragraph(paragraph.number)
        yield from typed(iris, anchor, "prov:Entity")
        yield anchor, "dct:isPartOf", Iri(subject)
        yield anchor, "dct:identifier", number(paragraph.number)
        yield anchor, "dct:title", english(paragraph.section)
        yield anchor, "dct:abstract", english(paragraph.summary)
    for place in places_of(iris.crosswalk.linkages):
        if place.words:
            anchor = iris.place(place)
            yield from typed(iris, anchor, "prov:Entity")
            yield anchor, "dct:isPartOf", Iri(subject)
            yield anchor, "dct:identifier", Literal(place.words)


def _referenced(iris: Iris, subject: str, paragraphs: tuple[int, ...]) -> Iterator[Statement]:
    for paragraph in paragraphs:
        yield subject, "dct:isReferencedBy", Iri(iris.paragraph(paragraph))


def _activity(iris: Iris, activity: Activity) -> Iterator[Statement]:
    subject = iris.of_id("activity", activity.id)
    yield from typed(iris, subject, "voc:Activity")
    yield subject, "dct:title", english(activity.name)
    yield subject, "dct:type", Literal(activity.kind)
    yield subject, "dct:description", english(activity.summary)
    yield subject, "voc:owner", Literal(activity.owner)
    yield from optional(subject, "voc:status", activity.status)
    for predicate, texts in (
        ("dct:alternative", activity.also),
        ("dct:temporal", activity.dates),
        ("dct:spatial", activity.places),
        ("voc:partner", activity.partners),
    ):
        for text in texts:
            yield subject, predicate, Literal(text)
    for tie in (*activity.objectives, *activity.plan_points):
        yield subject, f"voc:{tie.basis}Tie", Iri(_concept(iris, tie.ref))
    yield from _referenced(iris, subject, activity.paragraphs)
    yield from _figures(iris, subject, activity)


def _figures(iris: Iris, subject: str, activity: Activity) -> Iterator[Statement]:
    for position, figure in enumerate(activity.figures, 1):
        # A figure has no id of its own.
        iri = f"{subject}/figure/{position}"
        yield subject, "voc:figure", Iri(iri)
        yield from typed(iris, iri, "voc:Figure")
        yield iri, "rdf:value", number(figure.value)
        yield iri, "voc:unit", english(figure.of)


def _concept(iris: Iris, ref: Ref) -> str:
    return iris.point(ref) if isinstance(ref, PlanPointRef) else iris.subject(ref)


def _document(iris: Iris, document: Document) -> Iterator[Statement]:
    subject = iris.of_id("document", document.id)
    yield from typed(iris, subject, "dct:BibliographicResource")
    # No language is stated: which one the title of a cited document is in is not recorded.
    yield subject, "dct:title", Literal(document.title)
    yield subject, "dct:type", Literal(document.kind)
    yield from optional(subject, "dct:identifier", document.symbol)
    if document.year is not None:
        yield subject, "dct:date", Literal(f"{document.year:04}", type="gYear")
    if document.footnote is not None:
        yield subject, "voc:footnote", number(document.footnote)
    yield from address(subject, document.address)
    for name in document.also:
        yield subject, "dct:alternative", Literal(name)
    yield from _referenced(iris, subject, document.paragraphs)


def _tension(iris: Iris, tension: Tension) -> Iterator[Statement]:
    subject = iris.of_id("tension", tension.id)
    yield from typed(iris, subject, "voc:Tension")
    yield subject, "dct:title", english(tension.title)
    yield subject, "dct:type", Literal(tension.kind)
    for ref in (*tension.objectives, *tension.plan_points):
        yield subject, "voc:concerns", Iri(_concept(iris, ref))
    for position, side in enumerate(tension.sides, 1):
        iri = f"{subject}/side/{position}"
        yield subject, "voc:side", Iri(iri)
        yield from _side(iris, iri, side)


def _side(iris: Iris, subject: str, side: Side) -> Iterator[Statement]:
    yield from typed(iris, subject, "voc:Side")
    yield subject, "dct:description", english(side.text)
    yield from optional(subject, "voc:quote", side.quote)
    for place in side.at:
        yield subject, "prov:hadPrimarySource", Iri(iris.place(place))
