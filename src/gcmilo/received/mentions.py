"""What documents name: each mention with its place and sentence, and how often each is named."""

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable, Iterator
from typing import ClassVar

from gcmilo.crosswalk import Crosswalk
from gcmilo.frozen import frozen
from gcmilo.model import Objective, PlanPoint
from gcmilo.progress import ProgressCallback, no_progress
from gcmilo.reader import Block, Document, Row, Table
from gcmilo.received.rows import scan_table
from gcmilo.references import Mention, RefKind, Scanner
from gcmilo.references.sentences import sentence_spans
from gcmilo.refs import ActionRef, ObjectiveRef, PlanPointRef, Ref
from gcmilo.text import printable

_BETWEEN_CELLS = " | "
"""What stands between the cells of a row that is given as a sentence."""


@frozen
class Passage:
    """A sentence, or the cells of a row, in one line, and where in it the words in question are."""

    sentence: str
    start: int
    end: int

    @property
    def words(self) -> str:
        """The words in question."""
        return self.sentence[self.start : self.end]


@frozen
class Found:
    """Something that a document names.

    ``ref`` is the number of a paragraph of the source, and the text of an SDG target.
    """

    file: str
    kind: RefKind
    ref: Ref | int | str
    place: str
    passage: Passage


@frozen
class Unread:
    """Something in a document that was not read, or not understood: where, and why."""

    file: str
    place: str
    text: str


@frozen
class Count:
    """How often something is named."""

    kind: RefKind
    ref: Ref | int | str
    count: int


@frozen
class ObjectiveCount:
    """How often an objective or an action of it is named, and how often each of its actions."""

    objective: Objective
    count: int
    actions: tuple[Count, ...]


@frozen
class PointCount:
    """How often a plan point is named."""

    point: PlanPoint
    count: int


@frozen
class MentionsAnswer:
    """What documents name, in their order, and what of them was not read.

    ``only`` is what the mentions were narrowed to, empty for all. ``counts`` are of the mentions
    that are listed. ``objectives`` are all of the Compact's, those that are never named included,
    ``points`` those that are named.
    """

    question: ClassVar[str] = "mentions"

    only: tuple[Ref, ...]
    files: tuple[Document, ...]
    mentions: tuple[Found, ...]
    counts: tuple[Count, ...]
    objectives: tuple[ObjectiveCount, ...]
    points: tuple[PointCount, ...]
    not_read: tuple[Unread, ...]

    @property
    def notes(self) -> tuple[str, ...]:
        """The sentences about what a reader of the mentions alone would miss."""
        notes = []
        if not self.mentions:
            notes.append(_NOTHING_OF_IT if self.only else _NOTHING)
        if self.not_read:
            number = len(self.not_read)
            places = "1 place was" if number == 1 else f"{number} places were"
            notes.append(f"{places} not read or not understood; the table and --json list all.")
        return tuple(notes)


_NOTHING = "No objective, action, SDG target, plan point or paragraph is named."
_NOTHING_OF_IT = "Nothing of what was asked for is named."


def mentions(
    crosswalk: Crosswalk,
    documents: Iterable[Document],
    *,
    objective: str | None = None,
    plan_point: str | None = None,
    report: ProgressCallback = no_progress,
) -> MentionsAnswer:
    """Return everything that documents name, by the likeliest reading of each mention.

    With an objective, only mentions of it and of its actions are kept, with an action only those of
    the action; with a plan point, only those of the point; with both, those of either.

    Raises:
        MalformedReference, UnknownReference: a reference is none.
    """
    only = _asked_for(crosswalk, objective, plan_point)
    scanner = Scanner(crosswalk)
    files = []
    found: list[Found] = []
    not_read: list[Unread] = []
    for document in documents:
        files.append(document)
        not_read += [Unread(document.name, part.place, part.text) for part in document.not_read]
        for told in _told_by(document, scanner, report):
            if isinstance(told, Unread):
                not_read.append(told)
            elif _is_wanted(told, only):
                found.append(told)
    counts = _counts(crosswalk, found)
    return MentionsAnswer(
        only,
        tuple(files),
        tuple(found),
        counts,
        _by_objective(crosswalk, counts),
        _by_point(crosswalk, counts),
        tuple(dict.fromkeys(not_read)),
    )


def _asked_for(
    crosswalk: Crosswalk, objective: str | None, plan_point: str | None
) -> tuple[Ref, ...]:
    refs: list[Ref] = []
    if objective is not None:
        refs.append(crosswalk.find_objective(objective))
    if plan_point is not None:
        refs.append(crosswalk.find_plan_point(plan_point))
    return tuple(refs)


def _is_wanted(found: Found, only: tuple[Ref, ...]) -> bool:
    """Whether a mention is to be listed; that of a whole SDG, which is no target, never is."""
    is_goal = found.kind is RefKind.SDG_TARGET and "." not in str(found.ref)
    return not is_goal and (not only or _is_of(found.ref, only))


def _is_of(ref: Ref | int | str, wanted: tuple[Ref, ...]) -> bool:
    """Whether a reference is among the wanted ones, or is an action of one of them."""
    return ref in wanted or (isinstance(ref, ActionRef) and ref.objective in wanted)


def _told_by(
    document: Document, scanner: Scanner, report: ProgressCallback
) -> Iterator[Found | Unread]:
    """What the parts of a document name, and what in them is not understood."""
    for done, part in enumerate(document.parts):
        report(f"Looking through {document.name}", done, len(document.parts))
        if isinstance(part, Block):
            yield from _told_by_block(document.name, part, scanner)
        else:
            yield from _once_a_row(_told_by_table(document.name, part, scanner))


def _told_by_block(file: str, block: Block, scanner: Scanner) -> Iterator[Found | Unread]:
    scan = scanner.scan(block.text)
    if not scan.mentions and not scan.unread:
        return
    sentences = sentence_spans(block.text)
    for mention in filter(_counts_for_something, scan.mentions):
        passage = _passage(block.text, sentences, mention.start, mention.end)
        yield _told(file, block.place, mention, passage)
    for unread in scan.unread:
        passage = _passage(block.text, sentences, unread.start, unread.end)
        yield _not_understood(file, block.place, passage)


def _told_by_table(file: str, table: Table, scanner: Scanner) -> Iterator[Found | Unread]:
    scan = scan_table(scanner, table)
    for found in scan.mentions:
        mention = found.mention
        if _counts_for_something(mention):
            passage = _row_passage(found.row, found.cell, mention.start, mention.end)
            yield _told(file, found.row.place, mention, passage)
    for left in scan.unread:
        passage = _row_passage(left.row, left.cell, left.unread.start, left.unread.end)
        yield _not_understood(file, left.row.place, passage)


def _once_a_row(told: Iterable[Found | Unread]) -> Iterator[Found | Unread]:
    """Each thing that a row names, once: one cell may have its number, another its title."""
    seen: set[object] = set()
    for one in told:
        key = (one.place, one.ref) if isinstance(one, Found) else one
        if key not in seen:
            seen.add(key)
            yield one


def _counts_for_something(mention: Mention) -> bool:
    """Whether a mention tells what it is of, or has a letter, as 13(d) has.

    A number alone is a page's or an amount, and a paragraph alone the document's own.
    """
    kinds = {named.kind for named in mention.readings[:1]}
    return not mention.is_bare or bool(kinds & {RefKind.ACTION, RefKind.PLAN_POINT})


def _told(file: str, place: str, mention: Mention, passage: Passage) -> Found | Unread:
    if not mention.readings:
        return Unread(
            file, place, f"“{passage.words}” names what does not exist, in: {passage.sentence}"
        )
    meant = mention.readings[0]
    return Found(file, meant.kind, meant.ref, place, passage)


def _not_understood(file: str, place: str, passage: Passage) -> Unread:
    return Unread(file, place, f"“{passage.words}” is not understood, in: {passage.sentence}")


def _passage(text: str, sentences: list[tuple[int, int]], start: int, end: int) -> Passage:
    """The sentence of a text that characters are in; up to their end, if they go on after it."""
    place = bisect_right(sentences, (start, len(text)))
    first, last = sentences[place - 1] if place else (0, len(text))
    return _in_one_line(text[first:start], text[start:end], text[end : max(last, end)])


def _row_passage(row: Row, cell: str, start: int, end: int) -> Passage:
    """The cells of a row that are not blank, and where in them the characters of a cell are.

    A cell that the row goes on from, or the heading that a mark in it is under, comes first.
    """
    cells = list(row.cells) if cell in row.cells else [cell, *row.cells]
    place = cells.index(cell)
    before = "".join(f"{other}{_BETWEEN_CELLS}" for other in cells[:place] if other)
    after = "".join(f"{_BETWEEN_CELLS}{other}" for other in cells[place + 1 :] if other)
    return _in_one_line(before + cell[:start], cell[start:end], cell[end:] + after)


def _in_one_line(before: str, words: str, after: str) -> Passage:
    before = _without_breaks(before).lstrip()
    words = _without_breaks(words)
    after = _without_breaks(after).rstrip()
    return Passage(before + words + after, len(before), len(before) + len(words))


def _without_breaks(text: str) -> str:
    """The text in one line; a hyphen at the end of a line stays, and no space comes after it."""
    joined = re.sub(r"(?<=\w)([-‐\u00ad])\s*\n\s*(?=\w)", r"\1", text)
    return printable(re.sub(r"\s+", " ", joined))


def _counts(crosswalk: Crosswalk, found: Iterable[Found]) -> tuple[Count, ...]:
    """How often each is named: kind by kind, each kind in its own order."""
    tally = Counter((mention.kind, mention.ref) for mention in found)
    counts = [Count(kind, ref, count) for (kind, ref), count in tally.items()]
    kinds = list(RefKind)
    points = {point.ref: place for place, point in enumerate(crosswalk.plan_points)}
    return tuple(
        sorted(counts, key=lambda count: (kinds.index(count.kind), _order(count.ref, points)))
    )


def _order(ref: Ref | int | str, points: dict[PlanPointRef, int]) -> tuple[int, str]:
    """What references of one kind are ordered by; a target's letters come after its numbers."""
    if isinstance(ref, ObjectiveRef):
        return ref.number, ""
    if isinstance(ref, ActionRef):
        return ref.objective.number, ref.letter
    if isinstance(ref, PlanPointRef):
        return points[ref], ""
    if isinstance(ref, int):
        return ref, ""
    goal, _, target = ref.partition(".")
    return len(goal), f"{goal}.{target:0>2}" if target.isdecimal() else ref


def _by_objective(crosswalk: Crosswalk, counts: tuple[Count, ...]) -> tuple[ObjectiveCount, ...]:
    return tuple(_count_of(objective, counts) for objective in crosswalk.objectives)


def _count_of(objective: Objective, counts: tuple[Count, ...]) -> ObjectiveCount:
    own = [count for count in counts if _is_of(count.ref, (objective.ref,))]
    actions = tuple(count for count in own if count.kind is RefKind.ACTION)
    return ObjectiveCount(objective, sum(count.count for count in own), actions)


def _by_point(crosswalk: Crosswalk, counts: tuple[Count, ...]) -> tuple[PointCount, ...]:
    return tuple(
        PointCount(crosswalk.plan_point(count.ref), count.count)
        for count in counts
        if isinstance(count.ref, PlanPointRef)
    )
