"""From the data to the text: activities, the documents that the source cites, and quotations."""

import re
from collections.abc import Iterable, Iterator

from gcmilo.dates import MONTHS
from gcmilo.model import Activity, Document, Figure
from gcmilo.refs import Place, PlanPointRef, Ref
from gcmilo.source.ledger import MOST_BACK, Ledger
from gcmilo.source.passage import Passage, stem, stems_of

_SHORTLY = 4
"""How many words after a number may have what it counts among them."""
_REFERENCE_WORDS = {"objective", "objectives", "point", "points", "paragraph"}
"""A number after one of these is part of a reference, and no figure."""
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
_NUMBER_WORDS = (
    *("zero", "one", "two", "three", "four", "five", "six"),
    *("seven", "eight", "nine", "ten", "eleven", "twelve"),
)
"""The numbers that the source may print as a word."""


def check(ledger: Ledger) -> None:
    """Check that what the data says of activities, documents and tensions is in the text."""
    for activity in ledger.crosswalk.activities:
        _activity(ledger, activity)
    for document in ledger.crosswalk.documents:
        _document(ledger, document)
        _document_details(ledger, document)
    _quotes(ledger)


def _activity(ledger: Ledger, activity: Activity) -> None:
    """Every paragraph of an activity names it, and one of them has each of its details."""
    names = (activity.name, *activity.also)
    for number in activity.paragraphs:
        held = _holds_name(ledger.paragraph(number), names)
        message = f"Activities: {activity.id} is not named in paragraph {number}."
        ledger.check(held, "activities", number, message)
    _figures_and_dates(ledger, activity)
    last = _last(activity)
    for name in (*activity.partners, *activity.places):
        held = any(_holds_name(ledger.paragraph(number), [name]) for number in activity.paragraphs)
        message = f"Activity {activity.id}: {name} is not named there."
        ledger.check(held, "activities", last, message)
    for tie in (*activity.objectives, *activity.plan_points):
        held = any(_is_tied(ledger, tie.ref, number) for number in activity.paragraphs)
        message = f"Activity {activity.id}: the text there does not tie it to {tie.ref}."
        ledger.check(held, "activities", last, message)


def _figures_and_dates(ledger: Ledger, activity: Activity) -> None:
    last = _last(activity)
    for figure in activity.figures:
        held = any(_counts(ledger.paragraph(number), figure) for number in activity.paragraphs)
        message = (
            f"Activity {activity.id}: the figure {figure.value} is not there with what it counts."
        )
        ledger.check(held, "figures", last, message)
    for date in activity.dates:
        ends = [_date_spellings(end) for end in date.split("/")]
        held = all(ledger.any_holds(activity.paragraphs, spellings) for spellings in ends)
        ledger.check(held, "dates", last, f"Activity {activity.id}: the date {date} is not there.")


def _last(activity: Activity) -> int | None:
    """The paragraph that a problem with a detail is reported at."""
    return activity.paragraphs[-1] if activity.paragraphs else None


def _holds_name(passage: Passage, names: Iterable[str]) -> bool:
    """Whether a passage holds one of the names, or most of its longer words.

    A name such as ``Long Name (LN)`` is two: each part of it will do.
    """
    for name in names:
        parts = re.fullmatch(r"(.+) \((.+)\)", name)
        spellings = (name, parts[1], parts[2]) if parts else (name,)
        if any(passage.holds(spelling) for spelling in spellings) or passage.holds_most(name):
            return True
    return False


def _counts(passage: Passage, figure: Figure) -> bool:
    """Whether a number is in a passage shortly before a word of what it counts."""
    counted = set(stems_of(figure.of))
    words = passage.words
    for start, end in _places_of(figure.value, words):
        before = words[start - 1] if start else ""
        after = {stem(word) for word in words[end : end + _SHORTLY]}
        if before not in _REFERENCE_WORDS and counted & after:
            return True
    return False


def _places_of(value: int, words: tuple[str, ...]) -> Iterator[tuple[int, int]]:
    """Where a number begins and ends among words; ``1,250`` is two of them."""
    spellings = [(str(value),), tuple(f"{value:,}".split(","))]
    if value < len(_NUMBER_WORDS):
        spellings.append((_NUMBER_WORDS[value],))
    for start in range(len(words)):
        for spelling in spellings:
            end = start + len(spelling)
            if words[start:end] == spelling:
                yield start, end


def _date_spellings(date: str) -> list[str]:
    """How a year or a month may be printed; the second year of an interval may have two digits."""
    year, _, month = date.partition("-")
    return [f"{MONTHS[int(month) - 1]} {year}"] if month else [year, year[2:]]


def _is_tied(ledger: Ledger, ref: Ref, number: int) -> bool:
    """Whether a paragraph, or one that it may go on from or lead to, serves or cites the reference.

    That the text names the reference there is checked for the linkages and the points themselves.
    """
    near = range(number - MOST_BACK, number + 2)
    if isinstance(ref, PlanPointRef):
        return any(cited in near for cited in ledger.crosswalk.plan_point(ref).paragraphs)
    # A channel serves its objective wherever the text is about the activity.
    if any(row.channel and row.objective == ref for row in ledger.crosswalk.coverage):
        return True
    linkages = [linkage for linkage in ledger.crosswalk.linkages if linkage.subject == ref]
    return any(linkage.stance.serves and linkage.paragraph in near for linkage in linkages)


def _document(ledger: Ledger, document: Document) -> None:
    """The footnote of a document names it; its paragraphs name it, or have the footnote's mark."""
    symbols = [document.symbol] if document.symbol else []
    names = (document.title, *document.also, *symbols)
    if document.footnote:
        message = f"Document {document.id} is not in footnote {document.footnote}."
        ledger.check(_holds_name(_note(ledger, document), names), "documents", None, message)
    for number in document.paragraphs:
        passage = ledger.paragraph(number)
        held = _holds_name(passage, names) or _has_mark(passage, document.footnote)
        message = f"Document {document.id} is not cited in paragraph {number}."
        ledger.check(held, "documents", number, message)


def _document_details(ledger: Ledger, document: Document) -> None:
    """The year and the symbol are in the footnote or a paragraph; a footnote has the address."""
    name = f"Document {document.id}"
    note = _note(ledger, document)
    paragraphs = [ledger.paragraph(number) for number in document.paragraphs]
    if document.year:
        # A footnote with a year has the document's: years in the paragraphs may be of other things.
        places = [note] if _YEAR.search(note.text) else paragraphs
        held = any(place.holds(str(document.year)) for place in places)
        message = f"{name}: the year {document.year} is not there."
        ledger.check(held, "documents", None, message)
    if document.symbol:
        held = any(place.holds(document.symbol) for place in (note, *paragraphs))
        message = f"{name}: the symbol {document.symbol} is not there."
        ledger.check(held, "documents", None, message)
    if document.address:
        # In any footnote, because an extraction lists the addresses of a page in one place.
        notes = ledger.text.footnotes.values()
        held = any(document.address in footnote.text.split() for footnote in notes)
        ledger.check(held, "documents", None, f"{name}: no footnote has the address.")


def _note(ledger: Ledger, document: Document) -> Passage:
    return ledger.text.footnotes.get(document.footnote or 0, Passage(""))


def _has_mark(passage: Passage, footnote: int | None) -> bool:
    """Whether a passage has the mark of a footnote, a number after a stop or comma."""
    if footnote is None:
        return False
    return re.search(rf"[.,;:)\"] ?{footnote}(?= |$)", passage.text) is not None


def _quotes(ledger: Ledger) -> None:
    """Every place that a tension gives is in the text, and has the words quoted from it."""
    for tension in ledger.crosswalk.tensions:
        for side in tension.sides:
            message = f"Tension {tension.id}: “{side.quote or ''}” is not in"
            for place in side.at:
                passage = _passage_at(ledger, place)
                held = passage is not None and (not side.quote or passage.holds(side.quote))
                number = place.number if place.kind == "paragraph" else None
                ledger.check(held, "quotes", number, f"{message} {place}.")


def _passage_at(ledger: Ledger, place: Place) -> Passage | None:
    number = place.number or 0
    if place.kind == "summary":
        return ledger.text.front
    if place.kind == "appendix":
        row = ledger.text.rows.get(number)
        return row.passage if row else None
    if place.kind == "footnote":
        return ledger.text.footnotes.get(number)
    return ledger.text.paragraphs.get(number)
