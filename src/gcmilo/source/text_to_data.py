"""From the text to the data: everything that the text names is accounted for."""

import itertools
import re
from collections import defaultdict

from gcmilo.model import Basis
from gcmilo.refs import PlanPointRef
from gcmilo.source.ledger import Ledger
from gcmilo.source.named import SentenceMentions, Subject
from gcmilo.source.passage import Passage
from gcmilo.source.stances import stances_in
from gcmilo.text import joined, shown, words

_DESCRIBES = re.compile(
    r"\bobjective \d+(?:\([a-z]\))? (?:calls for|suggests)\b|\bas expressed in objective\b",
    re.IGNORECASE,
)
"""A sentence that says what the Compact asks for ties no work to it."""
_SYMBOL = re.compile(r"\b(?:GB\.\d+|A/(?:RES|CONF\.\d+))/[\w/.]+(?:\(\w+\.\))?")
# Smaller numbers are years, footnotes and references more often than figures.
_LARGE_FIGURE = re.compile(r"\b\d{1,3}(?:,\d{3})+\b")


def check(ledger: Ledger) -> None:
    """Check that what the text names, numbers and cites is in the data."""
    _paragraphs(ledger)
    _objectives(ledger)
    _doubtful(ledger)
    _unknown(ledger)
    _stances(ledger)
    _plan_points(ledger)
    _explicit_pairs(ledger)
    _points_named_together(ledger)
    _rows_and_footnotes(ledger)
    _figures(ledger)
    _symbols(ledger)


def _paragraphs(ledger: Ledger) -> None:
    """The text and the data have the same paragraphs."""
    coded = {paragraph.number for paragraph in ledger.crosswalk.paragraphs}
    for number in sorted(coded | ledger.text.paragraphs.keys()):
        # Not by ``check``, which leaves a paragraph that is missing from the text to this problem.
        ledger.checked["paragraphs"] += 1
        if number not in ledger.text.paragraphs:
            ledger.note("paragraphs", number, f"Paragraph {number} of the data is not in the text.")
        elif number not in coded:
            ledger.note("paragraphs", number, f"Paragraph {number} of the text is not in the data.")


def _objectives(ledger: Ledger) -> None:
    """Every objective and action that a paragraph names has a linkage there."""
    for number, sentences in ledger.mentions.items():
        there = ledger.crosswalk.linkages_of(number)
        for sentence in sentences:
            short = _short(sentence.sentence)
            for subject in sentence.objectives:
                linked = [link for link in there if link.subject == subject]
                if _ties_work_alone(sentence):
                    linked = [link for link in linked if link.plan_point is None]
                message = (
                    f"Objective {subject} is named, and the data does not account for it: {short}"
                )
                ledger.check(bool(linked), "mentions", number, message)


def _doubtful(ledger: Ledger) -> None:
    """A reference that may be of several kinds is at least one that the data has there."""
    for number, sentences in ledger.mentions.items():
        there = ledger.crosswalk.linkages_of(number)
        coded = {link.subject for link in there} | {link.plan_point for link in there}
        for sentence in sentences:
            for readings in sentence.doubtful:
                held = any(named.ref in coded for named in readings)
                named = joined([f"{words(one.kind)} {one.ref}" for one in readings], "or")
                message = f"What may be {named} is named, and the data does not account for it."
                ledger.check(held, "mentions", number, message)


def _unknown(ledger: Ledger) -> None:
    """No paragraph names an objective, action or point that there is not."""
    for number, sentences in ledger.mentions.items():
        for sentence in sentences:
            for written in sentence.unknown:
                short = _short(sentence.sentence)
                message = f"{shown(written)} names nothing that the data has: {short}"
                ledger.check(False, "mentions", number, message)


def _ties_work_alone(sentence: SentenceMentions) -> bool:
    """Whether a sentence that names an objective ties work to it without a plan point."""
    return not sentence.points and not _DESCRIBES.search(sentence.sentence.text)


def _stances(ledger: Ledger) -> None:
    """A sentence that shows another stance than SUPPORTS has a linkage of that stance."""
    for number, sentences in ledger.mentions.items():
        there = {(link.subject, link.stance) for link in ledger.crosswalk.linkages_of(number)}
        for sentence in sentences:
            if not sentence.objectives:
                continue
            short = _short(sentence.sentence)
            for stance in stances_in(sentence.sentence.text):
                linked = any((subject, stance) in there for subject in sentence.objectives)
                message = f"A sentence reads as {stance}, and no linkage says so: {short}"
                ledger.check(linked, "stances", number, message)


def _plan_points(ledger: Ledger) -> None:
    """The data cites every plan point in the paragraphs that name it, and links it there.

    A point that is linked nowhere needs no linkage there either.
    """
    cited = {point.ref: point.paragraphs for point in ledger.crosswalk.plan_points}
    linked = {(link.plan_point, link.paragraph) for link in ledger.crosswalk.linkages}
    linked_anywhere = {point for point, paragraph in linked if paragraph is not None}
    for number, sentences in ledger.mentions.items():
        for ref in [ref for sentence in sentences for ref in sentence.points]:
            cited_there = number in cited.get(ref, ())
            message = f"Point {ref} is named, and the data does not cite it there."
            ledger.check(cited_there, "mentions", number, message)
            # Of a point that is not cited there, the missing citation is problem enough.
            needs_linkage = cited_there and ref in linked_anywhere
            linked_there = (ref, number) in linked
            message = f"Point {ref} is named, and no linkage there has it."
            ledger.check(linked_there or not needs_linkage, "mentions", number, message)


def _explicit_pairs(ledger: Ledger) -> None:
    """The explicit linkages are the pairs of objective and point that a sentence ties.

    Those at a place in words are left out, as no numbered paragraph has their sentences.
    """
    tied: set[tuple[int, Subject, PlanPointRef]] = set()
    for paragraph, sentences in ledger.mentions.items():
        for sentence in sentences:
            tied.update(itertools.product([paragraph], sentence.subjects, sentence.points))
    coded = {
        (link.paragraph, link.subject, link.plan_point)
        for link in ledger.crosswalk.linkages
        if link.plan_point and link.basis is Basis.EXPLICIT and not link.place
    }
    for tie in sorted(tied | coded, key=str):
        number, subject, ref = tie
        pair = f"objective {subject} to point {ref}"
        if tie in coded:
            message = f"No sentence ties {pair}; the data has them explicit."
        else:
            message = f"A sentence ties {pair}; the data has no explicit linkage of them."
        ledger.check(tie in tied & coded, "basis", number, message)


def _points_named_together(ledger: Ledger) -> None:
    """Points that one sentence names together are linked alike in its paragraph."""
    for number, sentences in ledger.mentions.items():
        ends: defaultdict[PlanPointRef | None, set[tuple[Subject, Basis]]] = defaultdict(set)
        for link in ledger.crosswalk.linkages_of(number):
            if link.basis is not Basis.LISTED:  # which is of a row, and no sentence
                ends[link.plan_point].add((link.subject, link.basis))
        for sentence in sentences:
            points = sentence.points
            if points:
                alike = all(ends[point] == ends[points[0]] for point in points)
                message = f"Points {joined(points)} are named together, and linked unlike."
                holds = alike or _are_named_apart(points, sentences)
                ledger.check(holds, "mentions", number, message)


def _are_named_apart(
    points: tuple[PlanPointRef, ...], sentences: tuple[SentenceMentions, ...]
) -> bool:
    """Whether another sentence of the paragraph names only some of the points."""
    shared = [set(points) & set(other.points) for other in sentences]
    return any(0 < len(some) < len(points) for some in shared)


def _rows_and_footnotes(ledger: Ledger) -> None:
    rows = {row.objective.number for row in ledger.crosswalk.coverage}
    for number in ledger.text.rows:
        message = f"Row {number} of the appendix is not in the data."
        ledger.check(number in rows, "coverage", None, message)
    notes = {document.footnote for document in ledger.crosswalk.documents}
    # A plan may come without a list of documents.
    for number in ledger.text.footnotes if notes else ():
        ledger.check(number in notes, "documents", None, f"Footnote {number} is not in the data.")


def _figures(ledger: Ledger) -> None:
    activities = ledger.crosswalk.activities
    figures = {str(figure.value) for activity in activities for figure in activity.figures}
    if not figures:
        return
    for number, passage in ledger.text.paragraphs.items():
        for figure in _LARGE_FIGURE.findall(passage.text):
            held = figure.replace(",", "") in figures
            ledger.check(held, "figures", number, f"The figure {figure} is not in the data.")


def _symbols(ledger: Ledger) -> None:
    known = {document.symbol for document in ledger.crosswalk.documents}
    known.add(ledger.crosswalk.plan.symbol)
    passages = (*ledger.text.paragraphs.values(), *ledger.text.footnotes.values())
    symbols = {found for passage in passages for found in _SYMBOL.findall(passage.text)}
    for symbol in sorted(symbols):
        held = symbol.rstrip(".") in known
        ledger.check(held, "documents", None, f"The symbol {symbol} is not in the data.")


def _short(passage: Passage, most_words: int = 12) -> str:
    """The beginning of a passage, quoted."""
    words = passage.text.split()
    dots = " ..." if len(words) > most_words else ""
    return f"“{' '.join(words[:most_words])}{dots}”"
