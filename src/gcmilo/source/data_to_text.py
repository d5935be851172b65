"""From the data to the text: titles, coverage, sections, plan points and linkages.

Activities, documents and tensions are checked in ``evidence_to_text``.
"""

from collections import defaultdict

from gcmilo.model import Basis, Coverage, Linkage, Means, PlanPoint, Status
from gcmilo.refs import PlanPointRef, label_parts
from gcmilo.source.ledger import MOST_BACK, Ledger
from gcmilo.source.passage import Passage, words_of
from gcmilo.source.split import TableRow
from gcmilo.source.stances import stance_of

_MEANS = {
    Means.KNOWLEDGE: ("knowledge development",),
    Means.CAPACITY: ("capacity building",),
    Means.STANDARDS: ("promoting international labour standards", "promotion of standards"),
    Means.PARTNERSHIPS: ("partnerships",),
    Means.REVIEW: ("reviews", "review"),
    Means.MONITORING: ("monitoring",),
}
"""The words by which the source names each means."""


def check(ledger: Ledger) -> None:
    """Check that what the data says is in the text."""
    _titles(ledger)
    _source(ledger)
    _coverage(ledger)
    _sections(ledger)
    for point in ledger.crosswalk.plan_points:
        _plan_point(ledger, point)
    _uncited(ledger)
    for linkage in ledger.crosswalk.linkages:
        _linkage(ledger, linkage)


def _titles(ledger: Ledger) -> None:
    """The English titles are in the box and in the rows of the appendix."""
    for objective in ledger.crosswalk.objectives:
        title, number = objective.title.en, objective.number
        boxed = ledger.text.box.get(number, Passage(""))
        in_box = boxed.words == words_of(title)
        ledger.check(in_box, "titles", None, f"The box has no “{number}. {title}”.")
        row = ledger.text.rows.get(number)
        in_row = row is not None and _cell(row, title) is not None
        ledger.check(in_row, "titles", None, f"Row {number} of the appendix has no “{title}”.")


def _source(ledger: Ledger) -> None:
    """The title of the source, and the symbol and period of the plan, are in the text."""
    text, plan, title = ledger.text, ledger.crosswalk.plan, ledger.crosswalk.source.title
    message = f"The front matter has no title “{title}”."
    ledger.check(text.front.holds(title), "source", None, message)
    passages = (text.front, *text.paragraphs.values(), *text.footnotes.values())
    everywhere = Passage(" ".join(passage.text for passage in passages))
    for name, value in (("symbol", plan.symbol), ("period", plan.period)):
        if value:
            message = f"The {name} {value} is not in the text."
            ledger.check(everywhere.holds(value), "source", None, message)


def _coverage(ledger: Ledger) -> None:
    """Each row has the mark in the column, and the channel in the cell, that the data has."""
    rows = ledger.text.rows.values()
    columns = [row.cell_at for row in rows if row.cell_at is not None]
    apart = bool(columns) and min(columns) < max(columns)
    message = "The columns of the appendix cannot be told apart in this text."
    ledger.check(apart, "coverage", None, message)
    if not apart:
        return
    for coded in ledger.crosswalk.coverage:
        _coverage_row(ledger, coded, (min(columns) + max(columns)) / 2)


def _coverage_row(ledger: Ledger, coded: Coverage, middle: float) -> None:
    row = ledger.text.rows.get(coded.objective.number)
    title = ledger.crosswalk.objective(coded.objective).title.en
    found = _read_row(row, title, middle) if row else None
    agree = found == (coded.status, words_of(coded.channel or ""))
    expected = _in_words(coded.status, coded.channel or "")
    actual = _in_words(found[0], " ".join(found[1])) if found else "no such row"
    message = (
        f"Row {coded.objective} of the appendix: the data has {expected}, the text has {actual}."
    )
    ledger.check(agree, "coverage", None, message)


def _in_words(status: Status | None, channel: str) -> str:
    return f"{status} “{channel}”" if channel else f"{status}"


def _read_row(row: TableRow, title: str, middle: float) -> tuple[Status, tuple[str, ...]] | None:
    """The status that a row shows, and the words of its channel; None where it shows neither.

    ``middle`` is between the two columns: addressed on the left, not addressed on the right.
    """
    cell = _cell(row, title)
    if not cell or row.cell_at is None:
        return None
    if cell[0] != "x":
        return Status.INDIRECT, cell
    status = Status.ADDRESSED if row.cell_at < middle else Status.NOT_ADDRESSED
    return status, cell[1:]


def _cell(row: TableRow, title: str) -> tuple[str, ...] | None:
    """The words of a row that are not its title's; None unless all of those are there, in order.

    In the text of a table, the lines of the title and those of the cell may alternate.
    """
    wanted = list(words_of(title))
    rest = []
    for word in row.passage.words:
        if wanted and word == wanted[0]:
            wanted.pop(0)
        else:
            rest.append(word)
    return None if wanted else tuple(rest)


def _sections(ledger: Ledger) -> None:
    """A section's heading ends what is before its first paragraph; no other heading follows."""
    before, section = ledger.text.front, ""
    headings = {paragraph.section for paragraph in ledger.crosswalk.paragraphs}
    for paragraph in ledger.crosswalk.paragraphs:
        # The longest, because a heading may end with the words of another.
        last = [heading for heading in headings if before.ends_with(heading)]
        found = max(last, key=len, default=section)
        message = (
            f"Paragraph {paragraph.number} stands under “{found}”, not under “{paragraph.section}”."
        )
        ledger.check(found == paragraph.section, "sections", paragraph.number, message)
        section = found
        before = ledger.paragraph(paragraph.number)


def _plan_point(ledger: Ledger, point: PlanPoint) -> None:
    """The paragraphs of a point name it, and one of them names its means."""
    for number in point.paragraphs:
        message = (
            f"Point {point.ref} is said to be cited in paragraph {number}, which does not name it."
        )
        ledger.check(ledger.names(point.ref, number), "plan_points", number, message)
    first = point.paragraphs[0] if point.paragraphs else None
    for means in point.means or ():
        held = ledger.any_holds(point.paragraphs, _MEANS[means])
        message = f"Point {point.ref}: no paragraph that cites it names {means} as means."
        ledger.check(held, "plan_points", first, message)


def _uncited(ledger: Ledger) -> None:
    """The uncited points are those that the letters of the cited ones imply."""
    uncited = set(ledger.crosswalk.uncited)
    implied = _implied(ledger)
    for ref in sorted(implied | uncited, key=str):
        message = f"Point {ref} is not implied and uncited in text and data alike."
        ledger.check(ref in implied & uncited, "plan_points", None, message)


def _implied(ledger: Ledger) -> set[PlanPointRef]:
    """The points that no paragraph cites, but a later letter does: 3(b) where 3(c) is cited."""
    letters: defaultdict[str, set[str]] = defaultdict(set)
    for point in ledger.crosswalk.plan_points:
        if point.ref.label_pattern == ("number", "letter"):
            number, letter = label_parts(point.ref.label)
            letters[number].add(letter)
    implied = set()
    for number, cited in letters.items():
        up_to_last = {chr(code) for code in range(ord("a"), ord(max(cited)))}
        implied |= {PlanPointRef(f"{number}({letter})") for letter in up_to_last - cited}
    return implied


def _linkage(ledger: Ledger, linkage: Linkage) -> None:
    """The paragraph of a linkage names the objective, and the words of strength show its stance.

    Nothing is asked of a linkage that is at a place in words. The row of a table is at such a
    place, and never in a numbered paragraph.
    """
    number, wording = linkage.paragraph, linkage.wording
    if linkage.place:
        return
    name = _name(linkage)
    if linkage.basis is Basis.LISTED:
        message = f"{name} is said to be in a row of a table, and to be in paragraph {number}."
        ledger.check(False, "basis", number, message)
        return
    named = ledger.names(linkage.subject, number) or _is_carried_on(ledger, linkage)
    message = f"{name}: paragraph {number} does not name the objective."
    ledger.check(named, "linkages", number, message)
    stance = stance_of(wording or "")
    reading = f"“{wording}” reads" if wording else "no words of strength read"
    message = f"{name}: {reading} as {stance}, the data has {linkage.stance}."
    ledger.check(stance is linkage.stance, "stances", number, message)
    if wording:
        _wording(ledger, linkage, wording)


def _name(linkage: Linkage) -> str:
    point = linkage.plan_point or "no point"
    return f"The linkage of objective {linkage.subject} and {point}"


def _wording(ledger: Ledger, linkage: Linkage, wording: str) -> None:
    """The words of strength are in the paragraph, and where they are there shows the basis.

    Without a plan point, a linkage is explicit if a sentence with the words names the objective;
    with one, the basis is checked by the pairs that sentences tie.
    """
    number = linkage.paragraph
    held = ledger.paragraph(number).holds(wording)
    message = f"{_name(linkage)}: “{wording}” is not in paragraph {number}."
    ledger.check(held, "wordings", number, message)
    if linkage.plan_point is not None or not held:
        return
    named_in = [
        found for found in ledger.mentions[number or 0] if linkage.subject in found.subjects
    ]
    in_sentence = any(found.sentence.holds(wording) for found in named_in)
    basis = Basis.EXPLICIT if in_sentence else Basis.CONTEXTUAL
    message = f"{_name(linkage)}: the basis is {basis} in the text, {linkage.basis} in the data."
    ledger.check(basis is linkage.basis, "basis", number, message)


def _is_carried_on(ledger: Ledger, linkage: Linkage) -> bool:
    """Whether a paragraph is still about an objective that an earlier one of its section names."""
    if linkage.basis is Basis.EXPLICIT or linkage.paragraph is None:
        return False
    sections = {paragraph.number: paragraph.section for paragraph in ledger.crosswalk.paragraphs}
    section = sections.get(linkage.paragraph)
    earlier = [
        number
        for number, other in sections.items()
        if number < linkage.paragraph and other == section
    ]
    return any(ledger.names(linkage.subject, number) for number in earlier[-MOST_BACK:])
