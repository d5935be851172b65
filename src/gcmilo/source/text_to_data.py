"""From the text to the data: everything that the text names is accounted for."""

import re
from collections import defaultdict

from gcmilo.model import Basis
from gcmilo.refs import PlanPointRef
from gcmilo.source.ledger import Ledger
from gcmilo.source.mentions import SentenceMentions, Subject
from gcmilo.source.passage import Passage
from gcmilo.source.stances import stances_in
from gcmilo.text import joined

_DESCRIBES = re.compile(
    r"\bobjective \d+(?:\([a-z]\))? (?:calls for|suggests)\b|\bas expressed in objective\b", re.IGNORECASE
)
"""A sentence that tells what the Compact asks for ties no work to it."""
_SYMBOL = re.compile(r"\b(?:GB\.\d+|A/(?:RES|CONF\.\d+))/[\w/.]+(?:\(\w+\.\))?")
_LARGE_FIGURE = re.compile(r"\b\d{1,3}(?:,\d{3})+\b")


def check(ledger: Ledger) -> None:
    """Check that what the text names, numbers and cites is in the data."""
    _paragraphs(ledger)
    _objectives(ledger)
    _stances(ledger)
    _plan_points(ledger)
    _explicit_pairs(ledger)
    _points_given_jointly(ledger)
    _rows_and_footnotes(ledger)
    _figures_and_symbols(ledger)


def _paragraphs(ledger: Ledger) -> None:
    """The text and the data have the same paragraphs. A missing one is noted here, whatever else is said of it."""
    coded = {paragraph.number for paragraph in ledger.crosswalk.paragraphs}
    for number in sorted(coded | ledger.text.paragraphs.keys()):
        ledger.checked["paragraphs"] += 1
        if number not in ledger.text.paragraphs:
            ledger.note("paragraphs", number, f"Paragraph {number} of the data is not in the text.")
        elif number not in coded:
            ledger.note("paragraphs", number, f"Paragraph {number} of the text is not in the data.")


def _objectives(ledger: Ledger) -> None:
    """Every objective and action that a paragraph names has a linkage there."""
    for number, sentences in ledger.mentions.items():
        there = [linkage for linkage in ledger.crosswalk.linkages if linkage.paragraph == number]
        for sentence in sentences:
            for subject in sentence.objectives:
                linked = [linkage for linkage in there if linkage.subject == subject]
                told = bool(linked) and (not _wants_work(sentence) or any(not link.plan_point for link in linked))
                text = (
                    f"Objective {subject} is named, and the data does not account for it: {_short(sentence.sentence)}"
                )
                ledger.check(told, "mentions", number, text)


def _stances(ledger: Ledger) -> None:
    """Where a sentence's words show that the Compact takes up, limits or leaves out, there is a linkage saying so."""
    for number, sentences in ledger.mentions.items():
        there = {(link.subject, link.stance) for link in ledger.crosswalk.linkages if link.paragraph == number}
        for sentence in sentences:
            for stance in stances_in(sentence.sentence.text) if sentence.objectives else ():
                told = any((subject, stance) in there for subject in sentence.objectives)
                text = f"A sentence reads as {stance}, and no linkage says so: {_short(sentence.sentence)}"
                ledger.check(told, "stances", number, text)


def _wants_work(sentence: SentenceMentions) -> bool:
    """Whether a sentence that names an objective ties work to it without a plan point."""
    return not sentence.points and not _DESCRIBES.search(sentence.sentence.text)


def _plan_points(ledger: Ledger) -> None:
    """Every plan point that a paragraph names is cited there in the data, and linked there if it is linked at all."""
    cited = {point.ref: point.paragraphs for point in ledger.crosswalk.plan_points}
    linked = {(linkage.plan_point, linkage.paragraph) for linkage in ledger.crosswalk.linkages}
    linked_at_all = {point for point, _ in linked}
    for number, sentences in ledger.mentions.items():
        for ref in (ref for sentence in sentences for ref in sentence.points):
            told = number in cited.get(ref, ())
            ledger.check(told, "mentions", number, f"Point {ref} is named, and the data does not cite it there.")
            linked_there = (ref, number) in linked or ref not in linked_at_all or not told
            ledger.check(linked_there, "mentions", number, f"Point {ref} is named, and no linkage there has it.")


def _explicit_pairs(ledger: Ledger) -> None:
    """The pairs of an objective and a point that a sentence ties are the explicit linkages, neither more nor fewer."""
    tied = {
        (number, subject, ref)
        for number, sentences in ledger.mentions.items()
        for sentence in sentences
        for subject in sentence.subjects
        for ref in sentence.points
    }
    coded = {
        (linkage.paragraph, linkage.subject, linkage.plan_point)
        for linkage in ledger.crosswalk.linkages
        if linkage.plan_point and linkage.basis is Basis.EXPLICIT
    }
    for number, subject, ref in sorted(tied | coded, key=str):
        if (number, subject, ref) not in coded:
            text = f"A sentence ties objective {subject} to point {ref}; the data has no explicit linkage of them."
        else:
            text = f"No sentence ties objective {subject} to point {ref}; the data has them explicit."
        ledger.check((number, subject, ref) in tied & coded, "basis", number, text)


def _points_given_jointly(ledger: Ledger) -> None:
    """Points that one sentence names together are linked alike in its paragraph."""
    for number, sentences in ledger.mentions.items():
        ends: defaultdict[PlanPointRef | None, set[tuple[Subject, Basis]]] = defaultdict(set)
        for linkage in ledger.crosswalk.linkages:
            if linkage.paragraph == number:
                ends[linkage.plan_point].add((linkage.subject, linkage.basis))
        for points in (sentence.points for sentence in sentences if sentence.points):
            alike = all(ends[point] == ends[points[0]] for point in points) or _linked_apart(points, sentences)
            ledger.check(alike, "mentions", number, f"Points {joined(points)} are named together, and linked unlike.")


def _linked_apart(points: tuple[PlanPointRef, ...], sentences: tuple[SentenceMentions, ...]) -> bool:
    """Whether another sentence of the paragraph names some of the points alone."""
    return any(0 < len(set(points) & set(other.points)) < len(points) for other in sentences)


def _rows_and_footnotes(ledger: Ledger) -> None:
    rows = {row.objective.number for row in ledger.crosswalk.coverage}
    for number in ledger.text.rows:
        ledger.check(number in rows, "coverage", None, f"Row {number} of the appendix is not in the data.")
    notes = {document.footnote for document in ledger.crosswalk.documents}
    for number in ledger.text.footnotes if notes else ():
        ledger.check(number in notes, "documents", None, f"Footnote {number} is not in the data.")


def _figures_and_symbols(ledger: Ledger) -> None:
    figures = {str(figure.value) for activity in ledger.crosswalk.activities for figure in activity.figures}
    symbols = {document.symbol for document in ledger.crosswalk.documents} | {ledger.crosswalk.plan.symbol}
    for number, passage in ledger.text.paragraphs.items():
        for figure in _LARGE_FIGURE.findall(passage.text) if figures else ():
            told = figure.replace(",", "") in figures
            ledger.check(told, "figures", number, f"The figure {figure} is not in the data.")
    passages: list[Passage] = [*ledger.text.paragraphs.values(), *ledger.text.footnotes.values()]
    for symbol in {found for passage in passages for found in _SYMBOL.findall(passage.text)} if symbols else ():
        told = symbol.rstrip(".") in symbols
        ledger.check(told, "documents", None, f"The symbol {symbol} is not in the data.")


def _short(passage: Passage, words: int = 12) -> str:
    found = passage.text.split()
    return f"“{' '.join(found[:words])}{' ...' if len(found) > words else ''}”"
