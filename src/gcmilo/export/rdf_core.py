"""The crosswalk as statements of RDF.

SKOS is for what is linked, PROV and Dublin Core are for where the source says so. Turtle and
JSON-LD both write these statements, so that they say the same. No node is blank.
"""

from collections.abc import Iterator

from gcmilo.export.iris import Iris
from gcmilo.export.sssom import is_match
from gcmilo.export.vocabulary import CLASSES, PROPERTIES
from gcmilo.frozen import frozen
from gcmilo.model import (
    COMPACT,
    LANGUAGES,
    Linkage,
    Objective,
    PlanPoint,
    Source,
    Status,
    Trilingual,
    cite_compact,
)
from gcmilo.refs import ActionRef
from gcmilo.text import words


@frozen
class Iri:
    """An IRI as a value."""

    text: str


@frozen
class Literal:
    """A text, in a language or of a type of XML Schema where it has one."""

    text: str
    language: str | None = None
    type: str | None = None


Value = Iri | Literal
Statement = tuple[str, str, Value]
"""The IRI of the subject, the short form of the predicate (``skos:prefLabel``), and the value."""


def number(value: int) -> Literal:
    """Return a whole number as a value."""
    return Literal(str(value), type="integer")


def english(text: str) -> Literal:
    """Return an English text as a value."""
    return Literal(text, "en")


def optional(subject: str, predicate: str, text: str | None) -> Iterator[Statement]:
    """Yield the statement of a plain text, none for None."""
    if text is not None:
        yield subject, predicate, Literal(text)


def typed(iris: Iris, subject: str, *types: str) -> Iterator[Statement]:
    """Yield what kinds of thing a subject is, by the short forms of their classes."""
    for type in types:
        prefix, _, local = type.partition(":")
        yield subject, "rdf:type", Iri(iris.prefixes[prefix] + local)


def crosswalk_statements(iris: Iris) -> Iterator[Statement]:
    """Yield the statements on both sides, their linkages, and the vocabulary that is used."""
    yield from _vocabulary(iris)
    yield from _compact(iris)
    yield from _plan(iris)
    yield from _collections(iris)
    for linkage in iris.crosswalk.linkages:
        yield from _linkage(iris, linkage)


def _vocabulary(iris: Iris) -> Iterator[Statement]:
    for type, terms in (("rdfs:Class", CLASSES), ("rdf:Property", PROPERTIES)):
        for term, about in terms.items():
            iri = iris.prefixes["voc"] + term
            yield from typed(iris, iri, type)
            yield iri, "rdfs:label", english(term)
            yield iri, "rdfs:comment", english(about)


def _compact(iris: Iris) -> Iterator[Statement]:
    scheme = iris.compact
    yield from typed(iris, scheme, "skos:ConceptScheme")
    yield scheme, "rdfs:label", english(COMPACT.title)
    yield from _document(scheme, COMPACT)
    for objective in iris.crosswalk.objectives:
        yield scheme, "skos:hasTopConcept", Iri(iris.subject(objective.ref))
    for objective in iris.crosswalk.objectives:
        yield from _objective(iris, objective)


def _document(subject: str, document: Source) -> Iterator[Statement]:
    yield subject, "dct:title", english(document.title)
    yield subject, "dct:identifier", Literal(document.symbol)
    yield from optional(subject, "dct:creator", document.author)
    yield from optional(subject, "dct:date", document.date)
    yield from address(subject, document.address)


def address(subject: str, text: str | None) -> Iterator[Statement]:
    """Yield the address of a document as a text, as one copied from the source may be no IRI."""
    yield from optional(subject, "voc:address", text)


def _objective(iris: Iris, objective: Objective) -> Iterator[Statement]:
    subject = iris.subject(objective.ref)
    coverage = iris.crosswalk.coverage_of(objective.ref)
    yield from typed(iris, subject, "skos:Concept", "voc:Objective")
    yield subject, "skos:inScheme", Iri(iris.compact)
    yield subject, "skos:topConceptOf", Iri(iris.compact)
    yield from _in_languages(subject, "skos:prefLabel", objective.title)
    yield from _in_languages(subject, "skos:altLabel", objective.label)
    yield subject, "skos:notation", Literal(str(objective.ref))
    yield subject, "dct:bibliographicCitation", Literal(cite_compact(objective.ref))
    yield subject, "voc:roundTable", number(objective.round_table)
    for target in objective.sdg_targets:
        yield subject, "voc:sdgTarget", Literal(target)
    yield from optional(subject, "voc:status", coverage.status)
    yield from optional(subject, "voc:channel", coverage.channel)
    if coverage.note:
        yield subject, "skos:editorialNote", english(coverage.note)
    for ref, action in objective.actions_by_ref.items():
        yield from _action(iris, ref, action.label)


def _in_languages(subject: str, predicate: str, text: Trilingual) -> Iterator[Statement]:
    for language in LANGUAGES:
        yield subject, predicate, Literal(text[language], language)


def _action(iris: Iris, ref: ActionRef, label: str) -> Iterator[Statement]:
    subject, objective = iris.subject(ref), iris.subject(ref.objective)
    yield from typed(iris, subject, "skos:Concept", "voc:Action")
    yield subject, "skos:inScheme", Iri(iris.compact)
    yield subject, "skos:prefLabel", english(label)
    yield subject, "skos:notation", Literal(str(ref))
    yield subject, "skos:broader", Iri(objective)
    yield objective, "skos:narrower", Iri(subject)


def _plan(iris: Iris) -> Iterator[Statement]:
    plan = iris.crosswalk.plan
    scheme, whole = iris.plan, iris.point(None)
    yield from typed(iris, scheme, "skos:ConceptScheme")
    yield scheme, "rdfs:label", english(plan.title)
    yield scheme, "dct:title", english(plan.title)
    yield scheme, "dct:creator", Literal(plan.organisation)
    yield from optional(scheme, "dct:identifier", plan.symbol)
    yield from optional(scheme, "dct:temporal", plan.period)
    if iris.publication.licence:
        yield scheme, "dct:license", Iri(iris.publication.licence)
    yield scheme, "skos:hasTopConcept", Iri(whole)
    yield from typed(iris, whole, "skos:Concept", "voc:Plan")
    yield whole, "skos:inScheme", Iri(scheme)
    yield whole, "skos:topConceptOf", Iri(scheme)
    yield whole, "skos:prefLabel", english(plan.title)
    for point in iris.crosswalk.plan_points:
        yield from _point(iris, point)


def _point(iris: Iris, point: PlanPoint) -> Iterator[Statement]:
    subject, whole = iris.point(point.ref), iris.point(None)
    yield from typed(iris, subject, "skos:Concept", "voc:PlanPoint")
    yield subject, "skos:inScheme", Iri(iris.plan)
    yield subject, "skos:prefLabel", english(f"{point.ref} {point.subject}")
    yield subject, "skos:notation", Literal(str(point.ref))
    if point.summary:
        yield subject, "skos:scopeNote", english(point.summary)
    for means in point.means or ():
        yield subject, "voc:means", Literal(means)
    for paragraph in point.paragraphs:
        yield subject, "dct:isReferencedBy", Iri(iris.paragraph(paragraph))
    yield subject, "skos:broader", Iri(whole)
    yield whole, "skos:narrower", Iri(subject)


def _collections(iris: Iris) -> Iterator[Statement]:
    """The objectives by their status and by their round table; not yet assessed is no status."""
    crosswalk = iris.crosswalk
    for status in Status:
        members = [o for o in crosswalk.objectives if crosswalk.coverage_of(o.ref).status is status]
        subject = f"{iris.plan}/coverage/{status}"
        title = f"Objectives with the status {words(status)}"
        yield from _collection(iris, subject, title, members)
    for table in sorted({o.round_table for o in crosswalk.objectives}):
        members = [o for o in crosswalk.objectives if o.round_table == table]
        subject = f"{iris.compact}/round-table/{table}"
        yield from _collection(iris, subject, f"Round table {table}", members)


def _collection(
    iris: Iris, subject: str, title: str, members: list[Objective]
) -> Iterator[Statement]:
    if members:
        yield from typed(iris, subject, "skos:Collection")
        yield subject, "skos:prefLabel", english(title)
    for member in members:
        yield subject, "skos:member", Iri(iris.subject(member.ref))


def _linkage(iris: Iris, linkage: Linkage) -> Iterator[Statement]:
    subject, source = iris.linkage(linkage), iris.crosswalk.source
    objective, point = iris.subject(linkage.subject), iris.point(linkage.plan_point)
    yield from typed(iris, subject, "voc:Linkage")
    yield subject, "voc:objective", Iri(objective)
    yield subject, "voc:planPoint", Iri(point)
    yield subject, "voc:basis", Literal(linkage.basis)
    yield subject, "voc:stance", Literal(linkage.stance)
    yield from optional(subject, "voc:wording", linkage.wording)
    if linkage.note:
        yield subject, "dct:description", english(linkage.note)
    for place in linkage.at:
        yield subject, "prov:hadPrimarySource", Iri(iris.place(place))
    yield from optional(subject, "voc:place", linkage.place)
    yield subject, "dct:bibliographicCitation", Literal(source.cite(*linkage.at))
    if is_match(iris.crosswalk, linkage):
        yield objective, "skos:relatedMatch", Iri(point)
