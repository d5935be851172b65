"""Citations: where a thing stands, and the document that it stands in, for any style."""

from collections.abc import Iterator, Sequence
from typing import ClassVar

from gcmilo.crosswalk import Crosswalk
from gcmilo.errors import UnknownReference
from gcmilo.frozen import frozen
from gcmilo.model import COMPACT, Activity, CitationStyle, Document, Tension, cite_compact
from gcmilo.query.resolve import Reading, RefKind, resolve
from gcmilo.refs import ActionRef, ObjectiveRef, Place, PlanPointRef, name_places
from gcmilo.text import joined, nearest, shown


@frozen
class Cited:
    """A document as a bibliography knows it. ``date`` is an ISO date, month or year."""

    id: str
    title: str
    author: str | None
    symbol: str | None
    date: str | None
    address: str | None
    event: str | None = None


@frozen
class Citation:
    """A reference, the text that cites it, the place in the document (None for the whole), and the document."""

    ref: str
    text: str
    place: str | None
    document: Cited


@frozen
class CiteAnswer:
    """Citations in the order asked for, and notes on what was chosen where a reference has several readings."""

    question: ClassVar[str] = "cite"

    style: CitationStyle
    citations: tuple[Citation, ...]
    notes: tuple[str, ...]


def cite(
    crosswalk: Crosswalk, refs: Sequence[str], style: CitationStyle = CitationStyle.TEXT
) -> CiteAnswer:
    """Return the citation of each reference, once: objective, action, plan point, paragraph, or id of evidence.

    Where a reference has several readings, a letter is a plan point's before an action's, a number alone an
    objective's, and a paragraph the source's before the Compact's; ``notes`` say so.

    Raises:
        UnknownReference: nothing that can be cited stands behind a reference.

    >>> from gcmilo import load
    >>> [citation.text for citation in cite(load(), ["6l", "para 12"]).citations]
    ['A/RES/73/195, annex, para. 22 (l)', 'GB.335/POL/1(Rev.), para. 12']
    """
    citations: list[Citation] = []
    notes: list[str] = []
    for text in refs:
        evidence = _evidence(crosswalk, text)
        if evidence:
            citations.append(evidence)
            continue
        for written, readings in _written(crosswalk, text):
            citations.append(_citation(crosswalk, readings[0]))
            if len(readings) > 1:
                first, *others = [
                    f"{reading.kind.value.replace('_', ' ')} {reading.ref}" for reading in readings
                ]
                notes.append(
                    f"{shown(written)} is cited as {first}; it may also mean {joined(others, 'or')}."
                )
    return CiteAnswer(style, tuple(dict.fromkeys(citations)), tuple(dict.fromkeys(notes)))


def bibliography(crosswalk: Crosswalk) -> tuple[Citation, ...]:
    """Return the citations of the source, the Compact, the plan, and every document that the source cites.

    A cited document that is one of the first three, by its symbol or title, is not listed twice.

    >>> from gcmilo import load
    >>> [citation.document.id for citation in bibliography(load())][:4]
    ['source', 'gcm', 'plan', 'conference-106-report-iv']
    """
    first = (cited_source(crosswalk), cited_compact(), cited_plan(crosswalk))
    symbols = {document.symbol for document in first if document.symbol}
    titles = {document.title for document in first}
    others = [
        cite_document(crosswalk, document)
        for document in crosswalk.documents
        if document.symbol not in symbols and document.title not in titles
    ]
    return (*(Citation(document.id, document.title, None, document) for document in first), *others)


def _written(crosswalk: Crosswalk, text: str) -> Iterator[tuple[str, list[Reading]]]:
    """Each reference in a text as it is written, with the readings that can be cited, the likeliest first."""
    references = resolve(crosswalk, text).references
    if not references:
        raise _nothing(crosswalk, text)
    for reference in references:
        written = reference.matched if len(references) > 1 else text
        readings = [
            reading for reading in reference.readings if reading.kind is not RefKind.SDG_TARGET
        ]
        if not readings:
            raise _nothing(crosswalk, written)
        yield written, sorted(readings, key=lambda reading: reading.kind is RefKind.ACTION)


def _nothing(crosswalk: Crosswalk, text: str) -> UnknownReference:
    """The error for a text that nothing to cite stands behind."""
    close = nearest(text, (item.id for item in _evidence_of(crosswalk)), 3)
    hint = f"nearest: {joined(close)}" if close else "write it as 6, 6l, 13d, 'para 12' or an id"
    return UnknownReference(f"There is nothing to cite behind {shown(text)}; {hint}.")


def _citation(crosswalk: Crosswalk, reading: Reading) -> Citation:
    ref = reading.ref
    if isinstance(ref, ObjectiveRef | ActionRef):
        text = cite_compact(ref)
        return Citation(str(ref), text, text.removeprefix(f"{COMPACT.symbol}, "), cited_compact())
    if isinstance(ref, PlanPointRef):
        paragraphs = crosswalk.plan_point(ref).paragraphs
        plan = crosswalk.plan.symbol or crosswalk.plan.title
        place = f"point {ref}, as cited in {crosswalk.source.cite_paragraphs(*paragraphs)}"
        return Citation(str(ref), f"{plan}, {place}", place, cited_plan(crosswalk))
    return _in_source(crosswalk, f"para. {ref}", Place("paragraph", int(ref)))


def _evidence(crosswalk: Crosswalk, text: str) -> Citation | None:
    """The citation of an activity, a document or a tension, where the text is the id of one."""
    for item in _evidence_of(crosswalk):
        if item.id == text and isinstance(item, Tension):
            return _in_source(crosswalk, item.id, *item.places)
        if item.id == text and isinstance(item, Activity):
            return _in_source(
                crosswalk, item.id, *(Place("paragraph", number) for number in item.paragraphs)
            )
        if item.id == text and isinstance(item, Document):
            return cite_document(crosswalk, item)
    return None


def cite_document(crosswalk: Crosswalk, item: Document) -> Citation:
    """Return the citation of a document that the source cites, with the paragraphs that cite it."""
    year = str(item.year) if item.year else None
    document = Cited(item.id, item.title, None, item.symbol, year, item.address)
    place = f"as cited in {crosswalk.source.cite_paragraphs(*item.paragraphs)}"
    name = ", ".join(part for part in (item.title, item.symbol, year) if part)
    return Citation(item.id, f"{name}, {place}", place, document)


def _evidence_of(crosswalk: Crosswalk) -> tuple[Activity | Document | Tension, ...]:
    return (*crosswalk.documents, *crosswalk.activities, *crosswalk.tensions)


def _in_source(crosswalk: Crosswalk, ref: str, *places: Place) -> Citation:
    return Citation(
        ref, crosswalk.source.cite(*places), name_places(places) or None, cited_source(crosswalk)
    )


def cited_compact() -> Cited:
    """Return the Compact as a document."""
    return Cited(
        "gcm", COMPACT.title, COMPACT.author, COMPACT.symbol, COMPACT.date, COMPACT.address
    )


def cited_source(crosswalk: Crosswalk) -> Cited:
    """Return the document that links the plan to the Compact."""
    source = crosswalk.source
    return Cited(
        "source",
        source.title,
        source.author,
        source.symbol,
        source.date,
        source.address,
        source.session,
    )


def cited_plan(crosswalk: Crosswalk) -> Cited:
    """Return the plan as a document, with the year and address by which the source cites it, where it does."""
    plan = crosswalk.plan
    known = next(
        (document for document in crosswalk.documents if document.symbol == plan.symbol), None
    )
    year = str(known.year) if known and known.year else None
    return Cited(
        "plan", plan.title, plan.organisation, plan.symbol, year, known.address if known else None
    )
