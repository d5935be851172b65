"""Citations for any style: the place of a thing, and the document that it is in."""

from collections.abc import Iterable, Iterator, Sequence
from typing import ClassVar

from gcmilo.crosswalk import Crosswalk
from gcmilo.errors import UnknownReference
from gcmilo.frozen import frozen
from gcmilo.model import (
    COMPACT,
    Activity,
    CitationStyle,
    Document,
    Source,
    Tension,
    cite_compact,
)
from gcmilo.query.basis import places_citing, places_of
from gcmilo.query.resolve import Reading, resolve
from gcmilo.references import RefKind
from gcmilo.refs import ActionRef, ObjectiveRef, Place, PlanPointRef, name_places
from gcmilo.text import fold, joined, nearest, shown, words


@frozen
class Cited:
    """A document as a bibliography lists it. ``date`` is an ISO date, month or year."""

    id: str
    title: str
    author: str | None
    symbol: str | None
    date: str | None
    address: str | None
    event: str | None = None


@frozen
class Citation:
    """The citation of a reference, as a text and by its parts.

    ``place`` is the place in the document, or None for the whole.
    """

    ref: str
    text: str
    place: str | None
    document: Cited


@frozen
class CiteAnswer:
    """Citations in the order asked for.

    ``notes`` are sentences on what was chosen where a reference has several readings.
    """

    question: ClassVar[str] = "cite"

    style: CitationStyle
    citations: tuple[Citation, ...]
    notes: tuple[str, ...]


def cite(
    crosswalk: Crosswalk, refs: Sequence[str], style: CitationStyle = CitationStyle.TEXT
) -> CiteAnswer:
    """Return the citation of each reference, each once.

    A reference is to an objective, an action, a plan point or a paragraph, is the id of an
    activity, a document or a tension, or is a place in words that a linkage has. Where it has
    several readings, a letter is a plan point's before an action's, a number alone an objective's,
    and a paragraph the source's before the Compact's; ``notes`` say so.

    Raises:
        UnknownReference: a reference is to nothing that can be cited.

    >>> from gcmilo import load
    >>> [citation.text for citation in cite(load(), ["6l", "para 12"]).citations]
    ['A/RES/73/195, annex, para. 22 (l)', 'GB.335/POL/1(Rev.), para. 12']
    """
    citations: list[Citation] = []
    notes: list[str] = []
    for text in refs:
        evidence = _evidence(crosswalk, text) or _place_in_words(crosswalk, text)
        if evidence:
            citations.append(evidence)
            continue
        for written, readings in _citable(crosswalk, text):
            citations.append(_citation(crosswalk, readings[0]))
            if len(readings) > 1:
                notes.append(_note(written, readings))
    return CiteAnswer(style, tuple(dict.fromkeys(citations)), tuple(dict.fromkeys(notes)))


def bibliography(crosswalk: Crosswalk) -> tuple[Citation, ...]:
    """Return the citations of the source, the Compact, the plan and every cited document.

    A cited document that is one of the first three is not listed twice.

    >>> from gcmilo import load
    >>> [citation.document.id for citation in bibliography(load())][:4]
    ['source', 'gcm', 'plan', 'conference-106-report-iv']
    """
    main = main_documents(crosswalk)
    citations = [Citation(document.id, document.title, None, document) for document in main]
    others = other_documents(main, crosswalk.documents)
    citations += [cite_document(crosswalk, document) for document in others]
    return tuple(citations)


def _citable(crosswalk: Crosswalk, text: str) -> Iterator[tuple[str, list[Reading]]]:
    """Each reference in a text as it is written, with its citable readings, the likeliest first."""
    references = resolve(crosswalk, text).references
    if not references:
        raise _not_citable(crosswalk, text)
    for reference in references:
        written = reference.matched if len(references) > 1 else text
        readings = [
            reading for reading in reference.readings if reading.kind is not RefKind.SDG_TARGET
        ]
        if not readings:
            raise _not_citable(crosswalk, written)
        # The sort is stable: actions go last, and the others keep the order of ``resolve``.
        yield written, sorted(readings, key=lambda reading: reading.kind is RefKind.ACTION)


def _note(written: str, readings: Sequence[Reading]) -> str:
    """The sentence on which of several readings was cited."""
    cited, *others = [f"{words(reading.kind)} {reading.ref}" for reading in readings]
    return f"{shown(written)} is cited as {cited}; it may also mean {joined(others, 'or')}."


def _not_citable(crosswalk: Crosswalk, text: str) -> UnknownReference:
    ids = [item.id for item in _all_evidence(crosswalk)]
    close = nearest(text, ids, 3)
    hint = f"nearest: {joined(close)}" if close else "write it as 6, 6l, 13d, 'para 12' or an id"
    return UnknownReference(f"There is nothing to cite behind {shown(text)}; {hint}.")


def _citation(crosswalk: Crosswalk, reading: Reading) -> Citation:
    ref = reading.ref
    if isinstance(ref, ObjectiveRef | ActionRef):
        text = cite_compact(ref)
        return Citation(str(ref), text, text.removeprefix(f"{COMPACT.symbol}, "), cited_compact())
    if isinstance(ref, PlanPointRef):
        places = places_citing(crosswalk.plan_point(ref), crosswalk.linkages_of(ref))
        plan = crosswalk.plan.symbol or crosswalk.plan.title
        place = f"point {ref}, as cited in {crosswalk.source.cite(*places)}"
        return Citation(str(ref), f"{plan}, {place}", place, cited_plan(crosswalk))
    return _in_source(crosswalk, f"para. {ref}", Place("paragraph", int(ref)))


def _evidence(crosswalk: Crosswalk, text: str) -> Citation | None:
    """The citation of an activity, a document or a tension, where the text is the id of one."""
    for item in _all_evidence(crosswalk):
        if item.id != text:
            continue
        if isinstance(item, Document):
            return cite_document(crosswalk, item)
        if isinstance(item, Tension):
            return _in_source(crosswalk, item.id, *item.places)
        places = [Place("paragraph", number) for number in item.paragraphs]
        return _in_source(crosswalk, item.id, *places)
    return None


def _place_in_words(crosswalk: Crosswalk, text: str) -> Citation | None:
    """The citation of a place in words, where a linkage has it; case does not matter."""
    for place in places_of(crosswalk.linkages):
        if place.words and fold(place.words) == fold(text):
            return _in_source(crosswalk, place.words, place)
    return None


def cite_document(crosswalk: Crosswalk, item: Document) -> Citation:
    """Return the citation of a document that the source cites, with the paragraphs that cite it."""
    year = str(item.year) if item.year else None
    document = Cited(item.id, item.title, None, item.symbol, year, item.address)
    place = f"as cited in {crosswalk.source.cite_paragraphs(*item.paragraphs)}"
    name = ", ".join(part for part in (item.title, item.symbol, year) if part)
    return Citation(item.id, f"{name}, {place}", place, document)


def _all_evidence(crosswalk: Crosswalk) -> tuple[Activity | Document | Tension, ...]:
    return (*crosswalk.documents, *crosswalk.activities, *crosswalk.tensions)


def _in_source(crosswalk: Crosswalk, ref: str, *places: Place) -> Citation:
    text = crosswalk.source.cite(*places)
    return Citation(ref, text, name_places(places) or None, cited_source(crosswalk))


def main_documents(crosswalk: Crosswalk) -> tuple[Cited, ...]:
    """Return the source, the Compact and the plan, which every bibliography starts with."""
    return (cited_source(crosswalk), cited_compact(), cited_plan(crosswalk))


def other_documents(main: Iterable[Cited], documents: Iterable[Document]) -> list[Document]:
    """Return the documents that are none of the main ones, by their symbols and titles."""
    names: set[str | None] = set()
    for cited in main:
        names |= {cited.symbol, cited.title}
    names.discard(None)  # two documents without a symbol are not the same
    return [
        document
        for document in documents
        if document.symbol not in names and document.title not in names
    ]


def cited_compact() -> Cited:
    """Return the Compact as a bibliography lists it."""
    return _cited("gcm", COMPACT)


def cited_source(crosswalk: Crosswalk) -> Cited:
    """Return the source as a bibliography lists it."""
    return _cited("source", crosswalk.source)


def _cited(id: str, source: Source) -> Cited:
    return Cited(
        id=id,
        title=source.title,
        author=source.author,
        symbol=source.symbol,
        date=source.date,
        address=source.address,
        event=source.session,
    )


def cited_plan(crosswalk: Crosswalk) -> Cited:
    """Return the plan as a bibliography lists it.

    Its year and address are those of the cited document with its symbol, where there is one.
    """
    plan = crosswalk.plan
    year = address = None
    for document in crosswalk.documents:
        if document.symbol == plan.symbol:
            year = str(document.year) if document.year else None
            address = document.address
            break
    return Cited("plan", plan.title, plan.organisation, plan.symbol, year, address)
