"""The evidence as statements of RDF: the source and its paragraphs, activities, documents and tensions."""

from collections.abc import Iterator

from gcmilo.export.names import Names
from gcmilo.export.rdf_core import Iri, Literal, Statement, address, english, known, number, typed
from gcmilo.model import Activity, Basis, Document, Side, Tension
from gcmilo.refs import PlanPointRef, Ref


def evidence_statements(names: Names) -> Iterator[Statement]:
    """Yield the statements on the source and on what it names, cites and says in two ways."""
    yield from _source(names)
    for activity in names.crosswalk.activities:
        yield from _activity(names, activity)
    for document in names.crosswalk.documents:
        yield from _document(names, document)
    for tension in names.crosswalk.tensions:
        yield from _tension(names, tension)


def _source(names: Names) -> Iterator[Statement]:
    source, subject = names.crosswalk.source, names.source
    yield from typed(names, subject, "prov:Entity", "dct:BibliographicResource")
    yield subject, "dct:title", english(source.title)
    yield subject, "dct:identifier", Literal(source.symbol)
    yield from known(subject, "dct:creator", source.author)
    yield from known(subject, "dct:date", source.date)
    yield from known(subject, "dct:description", source.edition)
    yield from address(subject, source.address)
    for paragraph in names.crosswalk.paragraphs:
        anchor = names.paragraph(paragraph.number)
        yield from typed(names, anchor, "prov:Entity")
        yield anchor, "dct:isPartOf", Iri(subject)
        yield anchor, "dct:identifier", number(paragraph.number)
        yield anchor, "dct:title", english(paragraph.section)
        yield anchor, "dct:abstract", english(paragraph.summary)


def _referenced(names: Names, subject: str, paragraphs: tuple[int, ...]) -> Iterator[Statement]:
    for paragraph in paragraphs:
        yield subject, "dct:isReferencedBy", Iri(names.paragraph(paragraph))


def _activity(names: Names, activity: Activity) -> Iterator[Statement]:
    subject = names.of_id("activity", activity.id)
    yield from typed(names, subject, "voc:Activity")
    yield subject, "dct:title", english(activity.name)
    yield subject, "dct:type", Literal(activity.kind)
    yield subject, "dct:description", english(activity.summary)
    yield subject, "voc:owner", Literal(activity.owner)
    yield from known(subject, "voc:status", activity.status)
    for predicate, texts in (
        ("dct:alternative", activity.also),
        ("dct:temporal", activity.dates),
        ("dct:spatial", activity.places),
        ("voc:partner", activity.partners),
    ):
        for text in texts:
            yield subject, predicate, Literal(text)
    for tie in (*activity.objectives, *activity.plan_points):
        predicate = "voc:explicitTie" if tie.basis is Basis.EXPLICIT else "voc:contextualTie"
        yield subject, predicate, Iri(_concept(names, tie.ref))
    yield from _referenced(names, subject, activity.paragraphs)
    yield from _figures(names, subject, activity)


def _figures(names: Names, subject: str, activity: Activity) -> Iterator[Statement]:
    for position, figure in enumerate(activity.figures, 1):
        iri = f"{subject}/figure/{position}"
        yield subject, "voc:figure", Iri(iri)
        yield from typed(names, iri, "voc:Figure")
        yield iri, "rdf:value", number(figure.value)
        yield iri, "voc:unit", english(figure.of)


def _concept(names: Names, ref: Ref) -> str:
    return names.point(ref) if isinstance(ref, PlanPointRef) else names.subject(ref)


def _document(names: Names, document: Document) -> Iterator[Statement]:
    subject = names.of_id("document", document.id)
    yield from typed(names, subject, "dct:BibliographicResource")
    yield subject, "dct:title", Literal(document.title)
    yield subject, "dct:type", Literal(document.kind)
    yield from known(subject, "dct:identifier", document.symbol)
    if document.year is not None:
        yield subject, "dct:date", Literal(f"{document.year:04}", type="gYear")
    if document.footnote is not None:
        yield subject, "voc:footnote", number(document.footnote)
    yield from address(subject, document.address)
    for name in document.also:
        yield subject, "dct:alternative", Literal(name)
    yield from _referenced(names, subject, document.paragraphs)


def _tension(names: Names, tension: Tension) -> Iterator[Statement]:
    subject = names.of_id("tension", tension.id)
    yield from typed(names, subject, "voc:Tension")
    yield subject, "dct:title", english(tension.title)
    yield subject, "dct:type", Literal(tension.kind)
    for ref in (*tension.objectives, *tension.plan_points):
        yield subject, "voc:concerns", Iri(_concept(names, ref))
    for position, side in enumerate(tension.sides, 1):
        iri = f"{subject}/side/{position}"
        yield subject, "voc:side", Iri(iri)
        yield from _side(names, iri, side)


def _side(names: Names, subject: str, side: Side) -> Iterator[Statement]:
    yield from typed(names, subject, "voc:Side")
    yield subject, "dct:description", english(side.text)
    yield from known(subject, "voc:quote", side.quote)
    for place in side.at:
        yield subject, "prov:hadPrimarySource", Iri(names.place(place))
