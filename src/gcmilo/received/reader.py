"""What the cells of a column say, by the grammar of references and by the titles of objectives."""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from functools import cached_property

from gcmilo.frozen import frozen
from gcmilo.received.cells import (
    CellKind,
    NumberedText,
    begins_with_all,
    kind_of,
    may_list_letters,
    numbered_texts,
)
from gcmilo.received.titles import TitleMatch, Titles
from gcmilo.references import Mention, Named, RefKind, Scan, Scanner, Unread
from gcmilo.refs import ActionRef, ObjectiveRef

_DECIMAL = re.compile(r"(\d{1,2})[.,]0+")
_NAMES_NOTHING = re.compile(
    r"(?!(?:and|et|ou|or|to|through|al)\b)(?:(?!obj|gcm|pmm|para|p[áa]rr|action|mesure|acci)"
    r"[^\W\d_]{2,}(?:[\s,.-]+|$))+",
    re.IGNORECASE,
)
"""Words without a number, a letter alone, or a noun of references."""
_LONGEST = 2_000
"""A longer cell is a document, and no reference or title."""
_IN_LINES = re.compile(r"\d{1,2}(?: \d{1,2})+")
"""Numbers that stood one below the other in a cell."""
_PARAGRAPH = r"(?:\b(?:paragraph(?:e|s|es)?|paras?|p[áa]rr(?:afos?)?)\b\.?|§+)\s*(?=\d)"
_PART = re.compile(
    rf"(?P<paragraph>{_PARAGRAPH})|\b(?:objectives?|objectifs?|objetivos?|obj)\b", re.IGNORECASE
)
"""Where a cell goes over to paragraphs of the Compact, or back to objectives."""


@frozen
class CellReading:
    """What a cell says: what kind it is, what it names, and what of it was not understood.

    ``titles`` are the titles in it, each as it matches those of the Compact, with its words.
    """

    kind: CellKind
    mentions: tuple[Mention, ...] = ()
    unread: tuple[str, ...] = ()
    titles: tuple[tuple[str, TitleMatch], ...] = ()

    @cached_property
    def objectives(self) -> tuple[int, ...]:
        """The objectives that the cell gives, those of its actions included."""
        refs = [ref_of(mention) or mention.objective for mention in self.mentions]
        return tuple(dict.fromkeys(ref.objective.number for ref in refs if ref))


def ref_of(mention: Mention) -> ObjectiveRef | ActionRef | None:
    """Return the objective or action that a mention is to, None where there is no such thing."""
    for named in mention.readings:
        if isinstance(named.ref, ObjectiveRef | ActionRef):
            return named.ref
    return None


_SDG_NOUN = re.compile(r"\b(?:SDGs?|ODDs?|ODS)\s*(?:targets?|cibles?|metas?)?\s*$", re.IGNORECASE)
_BETWEEN_TARGETS = re.compile(r"\s*[,;&]?\s*(?:(?:and|et|y)\s+)?", re.IGNORECASE)


class CellReader:
    """Reads cells, and remembers what it read, because the cells of a table repeat."""

    def __init__(self, scanner: Scanner, titles: Titles) -> None:
        self.scanner = scanner
        self.titles = titles
        self._read: dict[tuple[object, ...], CellReading] = {}
        self._numbers: dict[str, Scan] = {}

    def objectives(self, cell: str) -> CellReading:
        """Return what a cell in a column of objectives says."""
        return self._once(self._objectives, cell)

    def paragraphs(self, cell: str) -> CellReading:
        """Return what a cell says of paragraphs of the Compact, with or without their noun."""
        return self._once(self._paragraphs, cell)

    def targets(self, cell: str) -> CellReading:
        """Return what a cell in a column of SDG targets says."""
        return self._once(self._as, cell, RefKind.SDG_TARGET)

    def title(self, cell: str) -> CellReading:
        """Return what a cell in a column of titles says."""
        return self._once(self._title, cell)

    def actions(self, cell: str, objectives: Sequence[int]) -> CellReading:
        """Return what a cell in a column of actions says, in a row about some objectives."""
        return self._once(self._actions, cell, tuple(objectives))

    def _once(self, read: Callable[..., CellReading], cell: str, *more: object) -> CellReading:
        key = (read.__name__, cell, *more)
        if key not in self._read:
            self._read[key] = self._first(read, cell, *more)
        return self._read[key]

    def _first(self, read: Callable[..., CellReading], cell: str, *more: object) -> CellReading:
        if len(cell) > _LONGEST:
            return CellReading(CellKind.TEXT, unread=(cell,))
        kind = kind_of(cell)
        return read(cell, *more) if kind is CellKind.TEXT else CellReading(kind)

    def _objectives(self, cell: str) -> CellReading:
        decimal = _DECIMAL.fullmatch(cell)
        if decimal:
            cell = decimal[1]
        elif _IN_LINES.fullmatch(cell):
            cell = cell.replace(" ", ",")
        if begins_with_all(cell):  # but not all: "All but 9"
            return CellReading(CellKind.TEXT, unread=(cell,))
        return self._numbers_and_words(cell)

    def _numbers_and_words(self, cell: str) -> CellReading:
        """A cell of references, of titles, or of both."""
        numbered = numbered_texts(cell)
        matches = [self.titles.match(one.text) for one in numbered]
        if len(numbered) > 1 or (numbered and matches[0].nearest):
            return self._numbered(cell, numbered, matches)
        if numbered and _NAMES_NOTHING.fullmatch(numbered[0].text):
            # The grammar need not read a title of the plan's own.
            words = (numbered[0].text,)
            return replace(self._numbered(cell, numbered, matches), unread=words)
        scan = self._segments(cell, RefKind.OBJECTIVE)
        if not scan.mentions and names_paragraph(cell):  # which is read as a paragraph
            return CellReading(CellKind.TEXT)
        if not scan.mentions:
            match = self.titles.match(cell)
            mentions = self._title_mentions(cell, match)
            return CellReading(
                CellKind.TEXT, mentions, () if mentions else (cell,), ((cell, match),)
            )
        if len(numbered) == 1 and len(scan.mentions) == 1 and scan.unread:
            titles = ((numbered[0].text, matches[0]),)
            unread = _texts(cell, scan.unread)
            return CellReading(CellKind.TEXT, scan.mentions, unread, titles)
        return CellReading(CellKind.TEXT, scan.mentions, _texts(cell, scan.unread))

    def _numbered(
        self, cell: str, numbered: Sequence[NumberedText], matches: Sequence[TitleMatch]
    ) -> CellReading:
        """A cell of numbers with their titles."""
        mentions: list[Mention] = []
        start = 0
        for one in numbered:
            start = cell.index(one.reference, start)
            scan = self._number(one.reference)
            mentions += _moved(scan.mentions, start)
            start += len(one.reference)
        titles = [(one.text, match) for one, match in zip(numbered, matches, strict=True)]
        return CellReading(CellKind.TEXT, tuple(mentions), (), tuple(titles))

    def _number(self, reference: str) -> Scan:
        if reference not in self._numbers:
            self._numbers[reference] = self.scanner.scan_as(reference, RefKind.OBJECTIVE)
        return self._numbers[reference]

    def _paragraphs(self, cell: str) -> CellReading:
        if not names_paragraph(cell):
            return self._as(cell, RefKind.PARAGRAPH)
        scan = self._segments(cell, RefKind.PARAGRAPH)
        return CellReading(CellKind.TEXT, scan.mentions, _texts(cell, scan.unread))

    def _segments(self, cell: str, kind: RefKind) -> Scan:
        """What a cell names of one kind, in the parts of it that are about this kind.

        ``Objective 3, para. 19(b)`` has a part about objectives and one about paragraphs.
        """
        mentions: list[Mention] = []
        unread: list[Unread] = []
        for of, start, end in _parts(cell):
            if of is kind and cell[start:end].strip(" ,;:()"):
                scan = self.scanner.scan_as(cell[start:end], kind)
                mentions += _moved(scan.mentions, start)
                unread += [Unread(one.start + start, one.end + start) for one in scan.unread]
        return _of_the_compact(Scan(tuple(mentions), tuple(unread)), cell)

    def _as(self, cell: str, kind: RefKind) -> CellReading:
        scan = self.scanner.scan_as(cell, kind)
        if kind is not RefKind.SDG_TARGET:
            scan = _of_the_compact(scan, cell)
        return CellReading(CellKind.TEXT, scan.mentions, _texts(cell, scan.unread))

    def _title(self, cell: str) -> CellReading:
        numbered = numbered_texts(cell)
        text = numbered[0].text if len(numbered) == 1 else cell
        match = self.titles.match(text)
        mentions = self._title_mentions(cell, match)
        return CellReading(CellKind.TEXT, mentions, (), ((text, match),))

    def _title_mentions(self, cell: str, match: TitleMatch) -> tuple[Mention, ...]:
        """The mention that a title is, if it is one."""
        if match.same is None:
            return ()
        named = Named(RefKind.OBJECTIVE, ObjectiveRef(match.same))
        return (Mention(0, len(cell), (named,)),)

    def _actions(self, cell: str, objectives: tuple[int, ...]) -> CellReading:
        if not may_list_letters(cell):
            return CellReading(CellKind.TEXT, unread=(cell,))
        if not objectives:
            return self._as(cell, RefKind.OBJECTIVE)
        scans = [
            _of_the_compact(self.scanner.scan_letters(cell, ObjectiveRef(number)), cell)
            for number in objectives
        ]
        # Nothing says which of several objectives has the actions: one that has them all, if any.
        scan = next((one for one in scans if all(map(ref_of, one.mentions))), scans[0])
        return CellReading(CellKind.TEXT, scan.mentions, _texts(cell, scan.unread))


def names_paragraph(cell: str) -> bool:
    """Return whether a cell names a paragraph with its noun: ``Objective 3, para. 19(b)``."""
    return any(match["paragraph"] for match in _PART.finditer(cell))


def _parts(cell: str) -> list[tuple[RefKind, int, int]]:
    """The parts of a cell that are about objectives and about paragraphs, from the first on."""
    starts, kinds = [0], [RefKind.OBJECTIVE]
    for match in _PART.finditer(cell):
        kind = RefKind.PARAGRAPH if match["paragraph"] else RefKind.OBJECTIVE
        if kind is not kinds[-1]:
            starts.append(match.start())
            kinds.append(kind)
    return list(zip(kinds, starts, [*starts[1:], len(cell)], strict=True))


def _of_the_compact(scan: Scan, cell: str) -> Scan:
    """What a cell names of the Compact; what it names of something else is not read."""
    others = [one for one in scan.mentions if one.readings and ref_of(one) is None]
    mentions = tuple(one for one in scan.mentions if one not in others)
    return Scan(mentions, (*scan.unread, *_with_their_noun(others, cell)))


def _with_their_noun(targets: Iterable[Mention], cell: str) -> Iterator[Unread]:
    """The characters of SDG targets, each list of them with its noun: ``SDG 8.8 and 10.7``."""
    start = end = 0
    for one in targets:
        if end and _BETWEEN_TARGETS.fullmatch(cell, end, one.start):
            end = one.end
            continue
        if end:
            yield Unread(start, end)
        noun = _SDG_NOUN.search(cell, 0, one.start)
        start, end = noun.start() if noun else one.start, one.end
    if end:
        yield Unread(start, end)


def _moved(mentions: Iterable[Mention], by: int) -> list[Mention]:
    return [replace(one, start=one.start + by, end=one.end + by) for one in mentions]


def _texts(cell: str, unread: Iterable[Unread]) -> tuple[str, ...]:
    texts = [cell[one.start : one.end].strip(" ,;.:()-–") for one in unread]
    return tuple(text for text in texts if text)
