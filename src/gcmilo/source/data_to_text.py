"""From the data to the text: everything that the data says is found where it says so."""

import re
from collections.abc import Iterable

from gcmilo.dates import MONTHS
from gcmilo.model import Activity, Basis, Document, Figure, Linkage, Means, PlanPoint, Status
from gcmilo.refs import Place, PlanPointRef, Ref, label_parts
from gcmilo.source.ledger import Ledger
from gcmilo.source.passage import LONG, STEM, Passage, words_of
from gcmilo.source.split import TableRow
from gcmilo.source.stances import stance_of

_GOES_ON = 3
"""How many paragraphs an objective may be back that a paragraph goes on about."""
_SHORTLY = 4
"""How many words after a number what it counts is to be found."""
_REFERENCE_WORDS = {"objective", "objectives", "point", "points", "paragraph"}
"""What a number after it is no figure but part of a reference."""
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
_MEANS = {
    Means.KNOWLEDGE: ("knowledge development",),
    Means.CAPACITY: ("capacity building",),
    Means.STANDARDS: ("promoting international labour standards", "promotion of standards"),
    Means.PARTNERSHIPS: ("partnerships",),
    Means.REVIEW: ("reviews", "review"),
    Means.MONITORING: ("monitoring",),
}
_NUMBERS = dict(enumerate("zero one two three four five six seven eight nine ten eleven twelve".split()))  # noqa: SIM905


def check(ledger: Ledger) -> None:
    """Check that what the data says stands in the text."""
    _titles(ledger)
    _source(ledger)
    _coverage(ledger)
    _sections(ledger)
    for point in ledger.crosswalk.plan_points:
        _plan_point(ledger, point)
    _uncited(ledger)
    for linkage in ledger.crosswalk.linkages:
        _linkage(ledger, linkage)
    for activity in ledger.crosswalk.activities:
        _activity(ledger, activity)
    _documents(ledger)
    _quotes(ledger)


def _titles(ledger: Ledger) -> None:
    """The English titles stand in the box and in the rows of the appendix."""
    for objective in ledger.crosswalk.objectives:
        title, number = objective.title.en, objective.number
        boxed = ledger.text.box.get(number, Passage(""))
        ledger.check(boxed.words == words_of(title), "titles", None, f"The box has no “{number}. {title}”.")
        row = ledger.text.rows.get(number)
        told = row is not None and _cell(row, title) is not None
        ledger.check(told, "titles", None, f"Row {number} of the appendix has no “{title}”.")


def _source(ledger: Ledger) -> None:
    """The symbols and titles of the plan and of the source stand in the text."""
    text = ledger.text
    everywhere = Passage(
        " ".join([text.front.text, *(p.text for p in (*text.paragraphs.values(), *text.footnotes.values()))])
    )
    plan, source = ledger.crosswalk.plan, ledger.crosswalk.source
    ledger.check(text.front.holds(source.title), "source", None, f"The front matter has no title “{source.title}”.")
    if plan.symbol:
        ledger.check(everywhere.holds(plan.symbol), "source", None, f"The symbol {plan.symbol} is not in the text.")
    if plan.period:
        ledger.check(everywhere.holds(plan.period), "source", None, f"The period {plan.period} is not in the text.")


def _coverage(ledger: Ledger) -> None:
    """The mark of each row stands in the column, and the channel in the cell, that the data has."""
    columns = [row.cell_at for row in ledger.text.rows.values() if row.cell_at is not None]
    apart = bool(columns) and min(columns) < max(columns)
    ledger.check(apart, "coverage", None, "The columns of the appendix cannot be told apart in this text.")
    for coded in ledger.crosswalk.coverage if apart else ():
        row = ledger.text.rows.get(coded.objective.number)
        title = ledger.crosswalk.objective(coded.objective).title.en
        said = _said_in(row, title, (min(columns) + max(columns)) / 2) if row else None
        agree = said == (coded.status, words_of(coded.channel or ""))
        expected = _in_words(coded.status, coded.channel or "")
        actual = _in_words(said[0], " ".join(said[1])) if said else "no such row"
        text = f"Row {coded.objective} of the appendix: the data has {expected}, the text has {actual}."
        ledger.check(agree, "coverage", None, text)


def _in_words(status: Status | None, channel: str) -> str:
    return f"{status} “{channel}”" if channel else f"{status}"


def _said_in(row: TableRow, title: str, middle: float) -> tuple[Status, tuple[str, ...]] | None:
    """The status that a row shows and the words of its channel; ``middle`` is between the two columns."""
    cell = _cell(row, title)
    if not cell or row.cell_at is None:
        return None
    if cell[0] != "x":
        return Status.INDIRECT, cell
    return Status.ADDRESSED if row.cell_at < middle else Status.NOT_ADDRESSED, cell[1:]


def _cell(row: TableRow, title: str) -> tuple[str, ...] | None:
    """The words of a row that are not its title's, None where the title's are not all there, in order."""
    wanted = list(words_of(title))
    rest = []
    for word in row.passage.words:
        if wanted and word == wanted[0]:
            wanted.pop(0)
        else:
            rest.append(word)
    return None if wanted else tuple(rest)


def _sections(ledger: Ledger) -> None:
    """Each section's heading stands before its first paragraph, and no heading of another stands between."""
    before, section = ledger.text.front, ""
    headings = {paragraph.section for paragraph in ledger.crosswalk.paragraphs}
    for paragraph in ledger.crosswalk.paragraphs:
        found = next((heading for heading in headings if before.ends_with(heading)), section)
        text = f"Paragraph {paragraph.number} stands under “{found}”, not under “{paragraph.section}”."
        ledger.check(found == paragraph.section, "sections", paragraph.number, text)
        section = found
        before = ledger.paragraph(paragraph.number)


def _plan_point(ledger: Ledger, point: PlanPoint) -> None:
    """The paragraphs of a point name it, and one of them names its means."""
    for number in point.paragraphs:
        text = f"Point {point.ref} is said to be cited in paragraph {number}, which does not name it."
        ledger.check(ledger.names(point.ref, number), "plan_points", number, text)
    for means in point.means or ():
        held = any(ledger.paragraph(number).holds(words) for number in point.paragraphs for words in _MEANS[means])
        text = f"Point {point.ref}: no paragraph that cites it names {means} as means."
        ledger.check(held, "plan_points", point.paragraphs[0] if point.paragraphs else None, text)


def _uncited(ledger: Ledger) -> None:
    """The uncited letters are those that the numbering of the cited ones implies, and none is cited."""
    letters: dict[str, set[str]] = {}
    for point in ledger.crosswalk.plan_points:
        if point.ref.label_pattern == ("number", "letter"):
            number, letter = label_parts(point.ref.label)
            letters.setdefault(number, set()).add(letter)
    implied = {
        PlanPointRef(f"{number}({chr(code)})")
        for number, cited in letters.items()
        for code in range(ord("a"), ord(max(cited)))
        if chr(code) not in cited
    }
    for ref in sorted({*implied, *ledger.crosswalk.uncited}, key=str):
        agree = ref in implied and ref in ledger.crosswalk.uncited
        ledger.check(agree, "plan_points", None, f"Point {ref} is not implied and uncited in text and data alike.")


def _linkage(ledger: Ledger, linkage: Linkage) -> None:
    """What a linkage says stands in its paragraph: the objective, the words of strength, the basis, the stance."""
    number, subject = linkage.paragraph, linkage.subject
    name = f"The linkage of objective {subject} and {linkage.plan_point or 'no point'}"
    named = ledger.names(subject, number) or _goes_on(ledger, linkage)
    ledger.check(named, "linkages", number, f"{name}: paragraph {number} does not name the objective.")
    stance = stance_of(linkage.wording or "")
    said = f"“{linkage.wording}” reads" if linkage.wording else "no words of strength read"
    text = f"{name}: {said} as {stance}, the data has {linkage.stance}."
    ledger.check(stance is linkage.stance, "stances", number, text)
    if not linkage.wording:
        return
    held = ledger.paragraph(number).holds(linkage.wording)
    ledger.check(held, "wordings", number, f"{name}: “{linkage.wording}” is not in paragraph {number}.")
    if linkage.plan_point is None and held:
        in_sentence = any(
            found.sentence.holds(linkage.wording) for found in ledger.mentions[number or 0] if subject in found.subjects
        )
        expected = Basis.EXPLICIT if in_sentence else Basis.CONTEXTUAL
        text = f"{name}: the basis is {expected} in the text, {linkage.basis} in the data."
        ledger.check(expected is linkage.basis, "basis", number, text)


def _goes_on(ledger: Ledger, linkage: Linkage) -> bool:
    """Whether a paragraph goes on about an objective that an earlier one of its section names."""
    if linkage.basis is Basis.EXPLICIT or linkage.paragraph is None:
        return False
    sections = {paragraph.number: paragraph.section for paragraph in ledger.crosswalk.paragraphs}
    section = sections.get(linkage.paragraph)
    earlier = [number for number in sections if number < linkage.paragraph and sections[number] == section]
    return any(ledger.names(linkage.subject, number) for number in earlier[-_GOES_ON:])


def _activity(ledger: Ledger, activity: Activity) -> None:
    """The paragraphs of an activity name it; its figures, dates, partners, places and ties stand in one of them."""
    last = activity.paragraphs[-1] if activity.paragraphs else None
    _named(ledger, "activities", activity.id, (activity.name, *activity.also), activity.paragraphs)
    for figure in activity.figures:
        held = any(_counts(ledger.paragraph(number), figure) for number in activity.paragraphs)
        text = f"Activity {activity.id}: the figure {figure.value} is not there with what it counts."
        ledger.check(held, "figures", last, text)
    for date in activity.dates:
        held = all(_one_holds(ledger, activity.paragraphs, _date_spellings(end)) for end in date.split("/"))
        ledger.check(held, "dates", last, f"Activity {activity.id}: the date {date} is not there.")
    for name in (*activity.partners, *activity.places):
        held = any(_holds_name(ledger.paragraph(number), name) for number in activity.paragraphs)
        ledger.check(held, "activities", last, f"Activity {activity.id}: {name} is not named there.")
    for tie in (*activity.objectives, *activity.plan_points):
        held = any(_tied_there(ledger, tie.ref, number) for number in activity.paragraphs)
        ledger.check(held, "activities", last, f"Activity {activity.id}: the text there does not tie it to {tie.ref}.")


def _tied_there(ledger: Ledger, ref: Ref, number: int) -> bool:
    """Whether a paragraph, or one that it goes on from, serves an objective or cites a point; or a channel serves it.

    That the text names the objective or the point there is checked for the linkages and the points themselves.
    """
    near = range(number - _GOES_ON, number + 1)
    if isinstance(ref, PlanPointRef):
        cited = ledger.crosswalk.plan_point(ref).paragraphs
        return any(other in cited for other in (*near, number + 1))
    rows = {row.objective for row in ledger.crosswalk.coverage if row.channel}
    served = {link.subject for link in ledger.crosswalk.linkages if link.stance.serves and link.paragraph in near}
    next_serves = any(
        link.subject == ref and link.stance.serves and link.paragraph == number + 1
        for link in ledger.crosswalk.linkages
    )
    return ref in rows or ref in served or next_serves


def _named(ledger: Ledger, kind: str, name: str, names: Iterable[str], paragraphs: Iterable[int]) -> None:
    for number in paragraphs:
        held = any(_holds_name(ledger.paragraph(number), one) for one in names)
        ledger.check(held, kind, number, f"{kind.capitalize()}: {name} is not named in paragraph {number}.")


def _holds_name(passage: Passage, name: str) -> bool:
    """Whether a passage holds a name, or one of the two that ``Long Name (LN)`` is, or most of its words."""
    short = re.fullmatch(r"(.+) \((.+)\)", name)
    return any(passage.holds(one) for one in (name, *(short.groups() if short else ()))) or passage.holds_most(name)


def _counts(passage: Passage, figure: Figure) -> bool:
    """Whether a number stands in a passage shortly before a word of what it counts."""
    spellings = {str(figure.value), f"{figure.value:,}".replace(",", " "), _NUMBERS.get(figure.value, "")}
    things = {word[:STEM] for word in words_of(figure.of) if len(word) >= LONG}
    words = passage.words
    return any(
        " ".join(words[start : start + length]) in spellings
        and not set(words[start - 1 : start]) & _REFERENCE_WORDS
        and things & {word[:STEM] for word in words[start + length : start + length + _SHORTLY]}
        for start in range(len(words))
        for length in (1, 2)
    )


def _one_holds(ledger: Ledger, paragraphs: Iterable[int], spellings: Iterable[str]) -> bool:
    return any(ledger.paragraph(number).holds(spelling) for number in paragraphs for spelling in spellings)


def _date_spellings(date: str) -> list[str]:
    """How a year or a month may be printed; an interval's second year may have lost its century."""
    year, _, month = date.partition("-")
    return [f"{MONTHS[int(month) - 1]} {year}"] if month else [year, year[2:]]


def _documents(ledger: Ledger) -> None:
    """A document is named, or its footnote called for, in its paragraphs; its year and address stand with it."""
    for document in ledger.crosswalk.documents:
        note = ledger.text.footnotes.get(document.footnote or 0, Passage(""))
        names = (document.title, *document.also, *([document.symbol] if document.symbol else []))
        if document.footnote:
            text = f"Document {document.id} is not in footnote {document.footnote}."
            ledger.check(any(_holds_name(note, name) for name in names), "documents", None, text)
        for number in document.paragraphs:
            passage = ledger.paragraph(number)
            held = any(_holds_name(passage, name) for name in names) or _calls_for(passage, document.footnote)
            text = f"Document {document.id} is not cited in paragraph {number}."
            ledger.check(held, "documents", number, text)
        _document_details(ledger, document, note)


def _document_details(ledger: Ledger, document: Document, note: Passage) -> None:
    places = [note] if _YEAR.search(note.text) else [ledger.paragraph(number) for number in document.paragraphs]
    if document.year:
        held = any(place.holds(str(document.year)) for place in places)
        ledger.check(held, "documents", None, f"Document {document.id}: the year {document.year} is not there.")
    if document.symbol:
        near = [note, *(ledger.paragraph(number) for number in document.paragraphs)]
        held = any(place.holds(document.symbol) for place in near)
        ledger.check(held, "documents", None, f"Document {document.id}: the symbol {document.symbol} is not there.")
    if document.address:
        held = any(document.address in footnote.text.split() for footnote in ledger.text.footnotes.values())
        ledger.check(held, "documents", None, f"Document {document.id}: no footnote has the address.")


def _calls_for(passage: Passage, footnote: int | None) -> bool:
    """Whether a passage has the mark of a footnote, a number after a stop or comma."""
    return footnote is not None and re.search(rf"[.,;:)\"] ?{footnote}(?= |$)", passage.text) is not None


def _quotes(ledger: Ledger) -> None:
    """Every quoted word stands in every place that it is quoted from, and every place is there."""
    for tension in ledger.crosswalk.tensions:
        for side in tension.sides:
            for place in side.at:
                passage = _passage_at(ledger, place)
                number = place.number if place.kind == "paragraph" else None
                held = passage is not None and (not side.quote or passage.holds(side.quote))
                text = f"Tension {tension.id}: “{side.quote or ''}” is not in {place}."
                ledger.check(held, "quotes", number, text)


def _passage_at(ledger: Ledger, place: Place) -> Passage | None:
    number = place.number or 0
    if place.kind == "appendix":
        row = ledger.text.rows.get(number)
        return row.passage if row else None
    if place.kind == "summary":
        return ledger.text.front
    return (ledger.text.footnotes if place.kind == "footnote" else ledger.text.paragraphs).get(number)
