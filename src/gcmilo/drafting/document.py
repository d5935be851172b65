"""A draft from a document: its points by its own labels, and what its sentences and rows tie."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import chain

from gcmilo.crosswalk import Crosswalk
from gcmilo.drafting.draft import Draft, Undecided
from gcmilo.drafting.labels import OwnLabels
from gcmilo.drafting.rows import (
    MOST_OF_SUBJECT,
    TO_REPLACE,
    PlanRow,
    PlanTable,
    coverage_name,
    coverage_of,
    labels_among,
    listed_in,
    plan_table,
    points_of_rows,
    with_labels,
)
from gcmilo.drafting.sentences import Passage, SentenceReader, first_words, in_one_line, is_heading
from gcmilo.drafting.ties import ties_of
from gcmilo.drafting.titles import not_read, title_of
from gcmilo.errors import InputError
from gcmilo.model import Coverage, Linkage, Paragraph, PlanPoint
from gcmilo.reader import Block, Document
from gcmilo.received.reader import CellReader
from gcmilo.received.rows import read_rows
from gcmilo.received.titles import Titles
from gcmilo.references import Scanner
from gcmilo.refs import PlanPointRef


def draft_of_document(compact: Crosswalk, document: Document) -> Draft:
    """Return the draft of the plan that a document tells of."""
    tables = list(_plan_tables(compact, document))
    labels = _labels_of(document, tables)
    reader = SentenceReader(Scanner(compact), labels)
    passages = list(_passages(document, reader))
    rows = [with_labels(table, labels) for table in tables]
    rows.append(list(_other_rows(document, tables, reader)))
    points = _points_of_document(passages, rows)
    ties = ties_of(passages, [point.ref for point in points])
    linkages = [*ties.linkages]
    for of_table in rows:
        linkages += _not_said(listed_in(row for row in of_table if row.points), linkages)
    coverage, coverage_table, open_statuses = _coverage(document, tables)
    paragraphs, missing = _paragraphs(document)
    undecided = [*not_read(document), *ties.undecided, *_without_point(rows), *open_statuses]
    return Draft(
        title_of(document),
        document,
        None,
        tuple(_cited(point, linkages) for point in points),
        tuple(linkages),
        tuple(dict.fromkeys([*undecided, *missing])),
        tuple(coverage),
        coverage_table,
        tuple(paragraphs),
    )


def _coverage(
    document: Document, tables: Iterable[PlanTable]
) -> tuple[list[Coverage], str | None, list[Undecided]]:
    """The coverage that the first table with statuses gives, what it is called, what is open."""
    for table in tables:
        coverage, undecided = coverage_of(table)
        if coverage:
            return coverage, coverage_name(document, table), undecided
    return [], None, []


def _other_rows(
    document: Document, tables: Iterable[PlanTable], reader: SentenceReader
) -> Iterator[PlanRow]:
    """The rows of tables whose columns tell no objectives, each read as a sentence."""
    read = [table.table.table for table in tables]
    for table in document.tables:
        for row in () if table in read else table.rows:
            sentence = reader.sentence(" | ".join(filter(None, row.cells)), row.place)
            subjects, points = tuple(sentence.subjects), tuple(sentence.points)
            yield PlanRow(row, subjects, points, "", "", "")


def _without_point(tables: Iterable[Iterable[PlanRow]]) -> Iterator[Undecided]:
    """The rows that name objectives, and neither a point nor a status."""
    for row in chain.from_iterable(tables):
        if row.subjects and not row.points and not row.status:
            refs = ", ".join(map(str, row.subjects))
            yield Undecided(row.place, f"{refs}: no point is named in the row")


def _plan_tables(compact: Crosswalk, document: Document) -> Iterator[PlanTable]:
    """The tables of a document that are about objectives."""
    reader = CellReader(Scanner(compact), Titles(compact))
    for table in document.tables:
        try:
            read = read_rows(reader, table)
        except InputError:
            continue
        if read.references:
            yield plan_table(read, {})


def _labels_of(document: Document, tables: Iterable[PlanTable]) -> OwnLabels:
    """The labels of the document's own points: those in a column of points may have no noun."""
    return labels_among([block.text for block in document.blocks], tables)


def _passages(document: Document, reader: SentenceReader) -> Iterator[Passage]:
    """The passages of a document; a table ends what a list or a paragraph goes on with."""
    blocks: list[Block] = []
    for part in document.parts:
        if isinstance(part, Block):
            blocks.append(part)
            continue
        yield from reader.passages(blocks)
        blocks = []
    yield from reader.passages(blocks)


def _not_said(listed: Iterable[Linkage], said: Sequence[Linkage]) -> list[Linkage]:
    """The linkages of rows that no sentence ties; one of an action speaks for its objective."""
    pairs = {(linkage.objective, linkage.plan_point) for linkage in said}
    exact = {(linkage.subject, linkage.plan_point) for linkage in said}
    return [
        one
        for one in listed
        if (one.subject, one.plan_point) not in exact
        and (one.action is not None or (one.objective, one.plan_point) not in pairs)
    ]


def _points_of_document(
    passages: Iterable[Passage], tables: Iterable[Sequence[PlanRow]]
) -> list[PlanPoint]:
    """The points of a document, with the paragraphs that cite them and a first subject."""
    subjects: dict[PlanPointRef, str] = {}
    cited: dict[PlanPointRef, list[int]] = {}
    for passage in passages:
        number = _paragraph_number(passage.place)
        for sentence in passage.sentences:
            for point in sentence.points:
                cited.setdefault(point, [])
                subjects.setdefault(point, _subject_in(sentence.text, point))
                if number is not None and number not in cited[point]:
                    cited[point].append(number)
    for rows in tables:
        for listed in points_of_rows(rows):
            cited.setdefault(listed.ref, [])
            subjects[listed.ref] = subjects.get(listed.ref) or listed.subject
    ordered = _in_order(cited)
    return [
        PlanPoint(ref, subjects[ref] or TO_REPLACE, paragraphs=tuple(cited[ref])) for ref in ordered
    ]


def _cited(point: PlanPoint, linkages: Iterable[Linkage]) -> PlanPoint:
    """A point with the paragraphs that cite it: those that go on about it included."""
    own = {one.paragraph for one in linkages if one.plan_point == point.ref and one.paragraph}
    return replace(point, paragraphs=tuple(sorted(own | set(point.paragraphs))))


def _in_order(refs: Iterable[PlanPointRef]) -> list[PlanPointRef]:
    """Points in the order of their labels, numbers by their size."""
    return sorted(refs, key=lambda ref: [_order(part) for part in re.findall(r"\d+|\D+", str(ref))])


def _order(part: str) -> tuple[int, int, str]:
    return (0, int(part), "") if part.isdecimal() else (1, 0, part)


def _subject_in(sentence: str, point: PlanPointRef) -> str:
    """The first words after a label, or those before it where it stands in parentheses."""
    label = re.escape(str(point).split()[-1])
    found = re.search(rf"(?<!\w){label}(?!\w)", sentence)
    if found is None:
        return ""
    before, after = sentence[: found.start()], sentence[found.end() :]
    if after.startswith(")") and "(" in before:
        text = before.rpartition("(")[0]
    else:
        text = re.split(r"[.;:()]", after.lstrip(" ,:(–-"))[0]
    return first_words(text.strip(" ,"), MOST_OF_SUBJECT)


def _paragraph_number(place: str) -> int | None:
    found = re.fullmatch(r"para\. (\d+)", place)
    return int(found[1]) if found else None


def _paragraphs(document: Document) -> tuple[list[Paragraph], list[Undecided]]:
    """The numbered paragraphs, with their section and first words.

    A number that was not found keeps its place, because numbers run without a gap.
    """
    title = title_of(document)
    section = title
    found: dict[int, Paragraph] = {}
    for block in document.blocks:
        number = _paragraph_number(block.place)
        if number is None and is_heading(block.text):
            section = in_one_line(block.text) or title
        elif number is not None and number not in found:
            summary = first_words(block.text) or TO_REPLACE
            found[number] = Paragraph(number, section, summary)
    if not found or min(found) != 1 or max(found) > len(found) * 2:
        return [], []
    missing = [number for number in range(1, max(found)) if number not in found]
    for number in missing:
        found[number] = Paragraph(number, title, "This paragraph was not found in the file.")
    undecided = [Undecided(f"para. {n}", "this paragraph was not found") for n in missing]
    return [found[number] for number in sorted(found)], undecided
