"""The crosswalk as statements of RDF: SKOS for what is linked, PROV and Dublin Core for where it is said.

Turtle and JSON-LD both write these statements, so that they say the same. No node is blank.
"""

from collections.abc import Iterator

from gcmilo.export.names import Names, is_match
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
)
from gcmilo.refs import ActionRef


@frozen
class Iri:
    """The IRI of something."""

    text: str


@frozen
class Literal:
    """A text, in a language or of a type of XML Schema where it has one."""

    text: str
    language: str | None = None
    type: str | None = None


Value = Iri | Literal
Statement = tuple[str, str, Value]
"""The IRI of the subject, the short form of the predicate (``skos:prefLabel``), the value."""


def number(value: int) -> Literal:
    """Return a whole number as a value."""
    return Literal(str(value), type="integer")


def english(text: str) -> Literal:
    """Return an English text as a value."""
    return Literal(text, "en")


def known(subject: str, predicate: str, text: str | None) -> Iterator[Statement]:
    """Yield the statement of a plain text, none where there is no text."""
    if text is not None:
        yield subject, predicate, Literal(text)


def typed(names: Names, subject: str, *types: str) -> Iterator[Statement]:
    """Yield what kinds of thing a subject is, by the short forms of their classes."""
    for type in types:
        prefix, _, local = type.partition(":")
        yield subject, "rdf:type", Iri(names.prefixes[prefix] + local)


def crosswalk_statements(names: Names) -> Iterator[Statement]:
    """Yield the statements on both sides, their linkages, and the vocabulary that is used."""
    yield from _vocabulary(names)
    yield from _compact(names)
    yield from _plan(names)
    yield from _collections(names)
    for linkage in names.crosswalk.linkages:
        yield from _linkage(names, linkage)


def _vocabulary(names: Names) -> Iterator[Statement]:
    for type, terms in (("rdfs:Class", CLASSES), ("rdf:Property", PROPERTIES)):
        for term, about in terms.items():
            iri = names.prefixes["voc"] + term
            yield from typed(names, iri, type)
            yield iri, "rdfs:label", english(term)
            yield iri, "rdfs:comment", english(about)


def _compact(names: Names) -> Iterator[Statement]:
    scheme = names.compact
    yield from typed(names, scheme, "skos:ConceptScheme")
    yield scheme, "rdfs:label", english(COMPACT.title)
    yield from _document(scheme, COMPACT)
    for objective in names.crosswalk.objectives:
        yield scheme, "skos:hasTopConcept", Iri(names.subject(objective.ref))
    for objective in names.crosswalk.objectives:
        yield from _objective(names, objective)


def _document(subject: str, document: Source) -> Iterator[Statement]:
    yield subject, "dct:title", english(document.title)
    yield subject, "dct:identifier", Literal(document.symbol)
    yield from known(subject, "dct:creator", document.author)
    yield from known(subject, "dct:date", document.date)
    yield from address(subject, document.address)


def address(subject: str, text: str | None) -> Iterator[Statement]:
    """Yield where a document is found, as a text: addresses are copied from the source, and may be no good IRIs."""
    yield from known(subject, "voc:address", text)


def _objective(names: Names, objective: Objective) -> Iterator[Statement]:
    subject = names.subject(objective.ref)
    coverage = names.crosswalk.coverage_of(objective.ref)
    yield from typed(names, subject, "skos:Concept", "voc:Objective")
    yield subject, "skos:inScheme", Iri(names.compact)
    yield subject, "skos:topConceptOf", Iri(names.compact)
    yield from _labels(subject, objective)
    yield subject, "skos:notation", Literal(str(objective.ref))
    yield subject, "dct:bibliographicCitation", Literal(f"{COMPACT.symbol}, annex, para. {objective.ref.gcm_paragraph}")
    yield subject, "voc:roundTable", number(objective.round_table)
    for target in objective.sdg_targets:
        yield subject, "voc:sdgTarget", Literal(target)
    yield from known(subject, "voc:status", coverage.status)
    yield from known(subject, "voc:channel", coverage.channel)
    yield from (((subject, "skos:editorialNote", english(coverage.note)),) if coverage.note else ())
    for ref, action in objective.actions_by_ref.items():
        yield from _action(names, ref, action.label)


def _labels(subject: str, objective: Objective) -> Iterator[Statement]:
    for predicate, text in (("skos:prefLabel", objective.title), ("skos:altLabel", objective.label)):
        yield from _in_languages(subject, predicate, text)


def _in_languages(subject: str, predicate: str, text: Trilingual) -> Iterator[Statement]:
    for language in LANGUAGES:
        yield subject, predicate, Literal(text[language], language)


def _action(names: Names, ref: ActionRef, label: str) -> Iterator[Statement]:
    subject, objective = names.subject(ref), names.subject(ref.objective)
    yield from typed(names, subject, "skos:Concept", "voc:Action")
    yield subject, "skos:inScheme", Iri(names.compact)
    yield subject, "skos:prefLabel", english(label)
    yield subject, "skos:notation", Literal(str(ref))
    yield subject, "skos:broader", Iri(objective)
    yield objective, "skos:narrower", Iri(subject)


def _plan(names: Names) -> Iterator[Statement]:
    plan = names.crosswalk.plan
    scheme, whole = names.plan, names.point(None)
    yield from typed(names, scheme, "skos:ConceptScheme")
    yield scheme, "rdfs:label", english(plan.title)
    yield scheme, "dct:title", english(plan.title)
    yield scheme, "dct:creator", Literal(plan.organisation)
    yield from known(scheme, "dct:identifier", plan.symbol)
    yield from known(scheme, "dct:temporal", plan.period)
    if names.publication.licence:
        yield scheme, "dct:license", Iri(names.publication.licence)
    yield scheme, "skos:hasTopConcept", Iri(whole)
    yield from typed(names, whole, "skos:Concept", "voc:Plan")
    yield whole, "skos:inScheme", Iri(scheme)
    yield whole, "skos:topConceptOf", Iri(scheme)
    yield whole, "skos:prefLabel", english(plan.title)
    for point in names.crosswalk.plan_points:
        yield from _point(names, point)


def _point(names: Names, point: PlanPoint) -> Iterator[Statement]:
    subject, whole = names.point(point.ref), names.point(None)
    yield from typed(names, subject, "skos:Concept", "voc:PlanPoint")
    yield subject, "skos:inScheme", Iri(names.plan)
    yield subject, "skos:prefLabel", english(f"{point.ref} {point.subject}")
    yield subject, "skos:notation", Literal(str(point.ref))
    yield from (((subject, "skos:scopeNote", english(point.summary)),) if point.summary else ())
    for means in point.means or ():
        yield subject, "voc:means", Literal(means)
    for paragraph in point.paragraphs:
        yield subject, "dct:isReferencedBy", Iri(names.paragraph(paragraph))
    yield subject, "skos:broader", Iri(whole)
    yield whole, "skos:narrower", Iri(subject)


def _collections(names: Names) -> Iterator[Statement]:
    """The objectives by their status and by their round table."""
    crosswalk = names.crosswalk
    for status in Status:
        members = [o for o in crosswalk.objectives if crosswalk.coverage_of(o.ref).status is status]
        title = f"Objectives with the status {status.replace('_', ' ')}"
        yield from _collection(names, f"{names.plan}/coverage/{status}", title, members)
    for table in sorted({o.round_table for o in crosswalk.objectives}):
        members = [o for o in crosswalk.objectives if o.round_table == table]
        yield from _collection(names, f"{names.compact}/round-table/{table}", f"Round table {table}", members)


def _collection(names: Names, subject: str, title: str, members: list[Objective]) -> Iterator[Statement]:
    if members:
        yield from typed(names, subject, "skos:Collection")
        yield subject, "skos:prefLabel", english(title)
    for member in members:
        yield subject, "skos:member", Iri(names.subject(member.ref))


def _linkage(names: Names, linkage: Linkage) -> Iterator[Statement]:
    subject, source = names.linkage(linkage), names.crosswalk.source
    ends = Iri(names.subject(linkage.subject)), Iri(names.point(linkage.plan_point))
    yield from typed(names, subject, "voc:Linkage")
    yield subject, "voc:objective", ends[0]
    yield subject, "voc:planPoint", ends[1]
    yield subject, "voc:basis", Literal(linkage.basis)
    yield subject, "voc:stance", Literal(linkage.stance)
    yield from known(subject, "voc:wording", linkage.wording)
    yield from (((subject, "dct:description", english(linkage.note)),) if linkage.note else ())
    if linkage.paragraph is not None:
        yield subject, "prov:hadPrimarySource", Iri(names.paragraph(linkage.paragraph))
    yield subject, "dct:bibliographicCitation", Literal(source.cite_paragraphs(linkage.paragraph))
    if is_match(names.crosswalk, linkage):
        yield ends[0].text, "skos:relatedMatch", ends[1]
