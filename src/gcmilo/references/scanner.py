"""The grammar of references, in English, French and Spanish."""

import re
from collections.abc import Callable, Iterator, Sequence
from functools import cached_property

from gcmilo.crosswalk import Crosswalk
from gcmilo.references import words
from gcmilo.references.folded import Folded
from gcmilo.references.lists import ListOf, ListReader, Member, Numbering
from gcmilo.references.mention import Mention, Named, RefKind, Scan, Unread
from gcmilo.refs import (
    FIRST_GCM_PARAGRAPH,
    ActionRef,
    ObjectiveRef,
    PlanPointRef,
    Ref,
    label_parts,
)
from gcmilo.text import fold

_S = words.SPACE
_SIGN = words.NUMBER_SIGN
_START = rf"(?=\d|{words.NUMBER_SIGN}\d)"
_ORDINAL_FIGURE = r"\d{1,2}\s?(?:\.?\s?[oa]\.?|st|nd|rd|th|e|er|ere|eme|ieme|nde?)"
_ORDINAL = rf"(?:{_ORDINAL_FIGURE}(?![\w'])|{words.spelled(words.ORDINALS)})"

_PATTERNS = {
    "sdg": rf"\b{words.SDG}{_S}(?:\({_S}(?:sdgs?|odds?|ods)\){_S})?(?:{words.TARGET}{_S})?[:,]?{_S}(?={_SIGN}\d)",
    "target": rf"\b{words.TARGET}{_S}(?={_SIGN}\d)",
    "ordinal": rf"(?<![\w.]){_ORDINAL}(?:{_S}(?:,|and|et|y|&){_S}(?:le\s|el\s|the\s)?{_ORDINAL})*"
    rf"{_S}(?:{words.COMPACT}{_S})?(?:{words.OBJECTIVE}|{words.GOAL})(?!\w)",
    "letters": rf"\b{words.ACTION}(?![^\W\d_]){_S}(?={_SIGN}\(?{_S}[a-z](?![\w']))",
    "numbered_action": rf"\b(?:actions?|measures?|mesures?|medidas?|accion|acciones){_S}"
    rf"(?={_SIGN}\d{{1,2}}{_S}\(?[a-z](?!\w))",
    "paragraph": rf"(?:\b|(?=§)){words.PARAGRAPH}{_S}(?={_SIGN}\d)",
    "point": rf"\b{words.POINT}(?![^\W\d_]){_S}(?={_SIGN}\w)",
    "objective": rf"\b{words.OBJECTIVE}(?![^\W\d])",
    "goal": rf"\b{words.GOAL}{_S}(?={_SIGN}\d)",
    "compact": rf"\b(?:gcm|pmm){_S}[-:]?{_S}(?={_SIGN}\d)",
    "lettered": rf"(?<![\w./])\d{{1,2}}(?:{_S}(?:\({_S}[a-z]{_S}\)|[a-z]\))|\.[a-z](?![\w)']))",
}
"""What a reference begins with, by the reader of it."""
_ANCHORS = re.compile("|".join(f"(?P<{name}>{pattern})" for name, pattern in _PATTERNS.items()))
_PLURAL = re.compile(r"(?:s\)?|objs?\.)$|^objs")
_AFTER_NOUN = re.compile(
    rf"{_S}(?:{words.COMPACT}{_S})?(?:(?!\(\d+\))[(\[]{_S}|:{_S})?"
    r"(?:(?:from|between|entre|desde|numbered)\s+)?(?:\n\s*[-*•·]\s+)?"
)
_EXAMPLES = re.compile(
    rf"(?:[^.;:\d\n]|\n(?!\n)){{0,90}}?\b{words.EXAMPLES}{_S}[:,]?{_S}{words.ARTICLE}{_S}(?=\d|{words.spelled(words.CARDINALS)})"
)
_ENUMERATED = re.compile(r"[.)]\s+[^\W\d_]")
_BEFORE = 70
_AFTER = 90

_COMPACT_BEFORE = re.compile(
    rf"(?:\b{words.COMPACT})[^.;\d]{{0,30}}(?:\([^()]*\))?[\s,:(]*(?:annex[eo]?[\s,]*)?(?:the\s|les?\s|los?\s|el\s|aux?\s|l')?$"
)
_COMPACT_NEXT_BEFORE = re.compile(rf"\b{words.COMPACT}(?:'s)?[\s,:(-]*$")
_COMPACT_AFTER = re.compile(
    rf"{_S},?{_S}(?:{words.OF}{_S}(?:the|le|la|el|l')?{_S}(?:[\w'-]+{_S}){{0,3}}?)?\(?\b{words.COMPACT}"
)
_REFUGEES_BEFORE = re.compile(
    rf"(?:(?:compact|pacte|pacto)[^.;]{{0,30}}{words.REFUGEES}|\bgcr)[\s,:()]*(?:gcr\)[\s,]*)?$"
)
_OTHER_KIND_BEFORE = re.compile(rf"\b(?:{words.OTHER_KIND}|{words.OUR})$")
_ACRONYM_BEFORE = re.compile(r"(?<![\w-])([A-Z][A-Z0-9&-]{1,9})(?:['’]s)?\s+$")
_ACRONYMS_OF_THE_COMPACT = {"GCM", "PMM", "UN", "ONU", "GCM-", "AND", "OR", "OF", "THE"}
_OWNER_AFTER = re.compile(rf"{_S},?{_S}{words.OF}{_S}(?P<owner>[^.;:()\d]{{1,{_AFTER}}})")
_OTHER_OWNER = re.compile(rf"\b(?:{words.OTHER_OWNER}|{words.REFUGEES}|agenda\b)")
_OWNER_BETWEEN = re.compile(
    rf"\b(?:of|du|des?|del)\s+(?:\w+\s+){{0,3}}?(?:{words.OTHER_OWNER}|{words.REFUGEES})"
)
_COMPACT = re.compile(rf"\b{words.COMPACT}")
_OTHER_SYMBOL_BEFORE = re.compile(
    r"[A-Z]{1,5}[/.]\d?[\w/.()]*\d[\w/.()]*[\s,]*(?:annex\w*[\s,]*)?$"
)
_OTHER_NUMBERED_BEFORE = re.compile(
    rf"\b{words.OTHER_NUMBERED}\s*(?:[\d\s,()a-z]{{0,12}}\b(?:and|et|y|to|,)\s*)?\(?$"
)
_ARTICLE_BEFORE = re.compile(r"\b(?:article|articulo|art\.)\s*\d+[\s,]*$")
_OF_ANOTHER = re.compile(
    rf"{_S},?{_S}(?:of|du|de\s+la|de\s+l'|des|del|de\s+los|de\s+las){_S}"
    rf"(?!(?:the|this|present)?{_S}(?:document|paper|note|present)\b)"
)
_SENTENCE = re.compile(r"(?<![\d.][.])[.!?](?=\s+[^\W\d_])|\n\s*\n")


class Scanner:
    """Finds what texts name, by the objectives, actions and labels of a crosswalk."""

    def __init__(self, crosswalk: Crosswalk) -> None:
        self.crosswalk = crosswalk
        self._last = len(crosswalk.objectives)
        self._actions = [ref for one in crosswalk.objectives for ref in one.actions_by_ref]
        self._points = sorted(
            {*(point.ref for point in crosswalk.plan_points), *crosswalk.uncited},
            key=lambda ref: [(len(part), part) for part in label_parts(ref.label)],
        )

    def scan(self, text: str) -> Scan:
        """Return what a text names, and the continuations of lists that are not understood."""
        return _Pass(self, text).run()

    def scan_as(self, text: str, kind: RefKind) -> Scan:
        """Return what a cell or argument names that is all references of one kind.

        It is read as if the noun of the kind stood before it: ``5-7, 9`` are objectives; a
        paragraph is one of the Compact. What in it is no such reference is unread.
        """
        return _Pass(self, text).run_as(kind)

    def scan_letters(self, text: str, objective: ObjectiveRef) -> Scan:
        """Return the actions of an objective that a cell lists, as ``(a), c and f``.

        A letter with a number of its own, as 7(c), is that objective's. What in the cell is no
        such reference is unread.
        """
        return _Pass(self, text).run_letters(objective)

    @cached_property
    def own_labels(self) -> re.Pattern[str] | None:
        """The labels of a plan that numbers its points in a way of its own, bare in a text."""
        refs = [ref for ref in self._points if ref.label_pattern not in _ORDINARY_LABELS]
        if not refs:
            return None
        return re.compile(rf"(?<![\w.(])(?:{_any_label(refs)})(?![\w(]|\.\d)")

    @cached_property
    def labels(self) -> re.Pattern[str] | None:
        """Every label of the plan, as it may follow the word point."""
        return re.compile(rf"(?:{_any_label(self._points)})(?!\w|\.\d)") if self._points else None

    @cached_property
    def symbol(self) -> str:
        """The pattern of the source's symbol, the end of which may be left out."""
        first, *others = re.findall(r"[a-z]+|\d+", fold(self.crosswalk.source.symbol))
        second = others[0] if others else ""
        rest = "".join(rf"(?:[\s./()]*{part}" for part in others[1:])
        return rf"\b{first}[\s./]*{second}{rest}" + r"[\s.)]*)?" * len(others[1:])

    # ------------------------------------------------------------ what numbers name

    def objective(self, number: int, letter: str) -> Iterator[Named]:
        """Yield the objective or action with a number and a letter, if there is one."""
        objective = ObjectiveRef(number)
        if letter and self.crosswalk.has(ActionRef(objective, letter)):
            yield Named(RefKind.ACTION, ActionRef(objective, letter))
        elif not letter and self.crosswalk.has(objective):
            yield Named(RefKind.OBJECTIVE, objective)

    def compact_paragraph(self, number: int, letter: str) -> Iterator[Named]:
        """Yield the objective or action that a paragraph of the Compact is, if it is one."""
        yield from self.objective(number - FIRST_GCM_PARAGRAPH + 1, letter)

    def paragraph(self, number: int, _letter: str) -> Iterator[Named]:
        """Yield a paragraph of the source; the letters of one are not in the data."""
        if 1 <= number <= len(self.crosswalk.paragraphs):
            yield Named(RefKind.PARAGRAPH, number)

    def any_paragraph(self, number: int, letter: str) -> Iterator[Named]:
        """Yield what a paragraph may be if nothing says of what it is."""
        if not letter:
            yield from self.paragraph(number, letter)
        yield from self.compact_paragraph(number, letter)

    def point(self, number: int, letter: str) -> Iterator[Named]:
        """Yield the plan point with a number and a letter, if there is one."""
        ref = PlanPointRef(f"{number}({letter})" if letter else str(number))
        if self.crosswalk.has(ref):
            yield Named(RefKind.PLAN_POINT, ref)

    def lettered(self, number: int, letter: str) -> Iterator[Named]:
        """Yield all that a number with a letter may be if no noun says what it is."""
        yield from self.objective(number, letter)
        yield from self.point(number, letter)
        yield from self.compact_paragraph(number, letter)

    def bare(self, number: int, letter: str) -> Iterator[Named]:
        """Yield all that a text may be that is nothing but a number."""
        yield from self.objective(number, letter)
        yield from self.point(number, letter)
        yield from self.any_paragraph(number, letter)

    def points_between(self, first: PlanPointRef, last: PlanPointRef) -> Iterator[PlanPointRef]:
        """Yield the points, the uncited ones included, between two of the plan."""
        order = {ref: place for place, ref in enumerate(self._points)}
        if first in order and last in order:
            yield from self._points[order[first] + 1 : order[last]]

    def numbered_between(self, first: Member, last: Member, *, of_plan: bool) -> Iterator[Ref]:
        """Yield the points of the plan, or the actions, between two of other numbers."""
        known = self._points if of_plan else self._actions
        low, high = (first.number, first.letter), (last.number, last.letter)
        for ref in known:
            match = _NUMBER_AND_LETTER.fullmatch(str(ref))
            if match and low < (int(match[1]), match[2] or "") < high:
                yield ref

    def goal(self, number: int, _letter: str) -> Iterator[Named]:
        """Yield the whole SDG that has a number, if there is one."""
        yield from self.target(number, str(number))

    def target(self, number: int, text: str) -> Iterator[Named]:
        """Yield the SDG target ``text`` of a goal, if there is such a goal."""
        if 1 <= number <= _SDGS and not text.endswith(".0"):
            yield Named(RefKind.SDG_TARGET, text)


_SDGS = 17
_ORDINARY_LABELS = {("number",), ("number", "letter")}
"""The patterns of the labels that lists of numbers and letters find."""


def _any_label(refs: Sequence[PlanPointRef]) -> str:
    """The pattern of all labels, whatever their punctuation."""
    spellings = [r"[\s.\-/:()]*".join(label_parts(ref.label)) + r"\)?" for ref in refs]
    # The longest first, because 1.2 would else be found in 1.2.3.
    return "|".join(sorted(spellings, key=len, reverse=True))


_MOST_NUMBERS = 100
_PLAIN_ORDINAL = 6
_OWNER_WORDS = 6
_WORDS = re.compile(r"[^\W_]")
_NUMBER_AND_LETTER = re.compile(r"(\d+)(?:\(([a-z])\))?")
_ORDINALS = re.compile(_ORDINAL)
_NEXT_ORDINAL = re.compile(
    rf"[^.;\d]{{0,80}}?(?:[,;]|\b(?:and|et|y)\b){_S}(?:the|le|el)\s+({_ORDINAL})"
    r"(?=\s*[,.;:)]|\s*$|\s+(?:the|le|la|les|el|los|las|a|aux?|al|is|are|on|sur|sobre)\b)"
)
_OF_NUMBER = re.compile(
    rf"{_S},?{_S}(?:{words.OF}{_S})?(?:the{_S}|l'|el{_S}|la{_S}|le{_S})?(?:{words.COMPACT}[{chr(39)}s]*{_S},?{_S})?"
    rf"(?:(?P<paragraph>{words.PARAGRAPH})|{words.OBJECTIVE}){_S}{_SIGN}(?P<number>\d{{1,2}})(?!\d)"
)
_LISTED_AFTER = re.compile(
    rf"[^.;:()\d\n]{{1,60}}[:(]{_S}(?:\n\s*[-*•·]\s+)?(?=\d)"
    r"|[ \t]*\n[ \t]*(?=\d{1,2}[ \t]*\n[ \t]*\d{1,2}[ \t]*(?:\n|$))"
)
_NOUN_AFTER = re.compile(rf"{_S}(?:{words.COUNTED}|{words.OBJECTIVE}\b)")
_FURTHER_LIST = re.compile(
    rf"{_S},?{_S}{words.CONJUNCTION}{_S}{words.ARTICLE}{words.OBJECTIVE}{_S}(?=\d)"
)
_COMPACT_PARAGRAPH_BEFORE = re.compile(
    rf"\b{words.COMPACT}(?:[^.;\d]{{0,20}}\([^()]*\))?[\s,:()-]*(?:annex[eo]?[\s,]*)?(?:in\s|au\s|aux\s|les\s|los\s|el\s|en\s)*$"
)
_LABEL_SEPARATOR = re.compile(
    rf"{_S}(?:(?P<to>-|to\b|a\b|al\b|through\b)|[,;/&]{_S}(?:{words.CONJUNCTION}\s)?|{words.CONJUNCTION}\s){_S}"
)
_CELL_KINDS = {
    RefKind.OBJECTIVE: (Numbering.OBJECTIVE, "objective"),
    RefKind.ACTION: (Numbering.OBJECTIVE, "objective"),
    RefKind.PARAGRAPH: (Numbering.PARAGRAPH, "compact_paragraph"),
    RefKind.SDG_TARGET: (Numbering.TARGET, "goal"),
    RefKind.PLAN_POINT: (Numbering.POINT, "point"),
}
"""How the numbers of a cell are read that has references of one kind alone."""
_NUMBER_FIRST = re.compile(rf"{_SIGN}\(?\d")
_GLUE = re.compile(
    rf"(?:[\W_]|\b(?:{words.OBJECTIVE}|{words.COMPACT}|{words.PARAGRAPH}|{words.ACTION}|{words.CONJUNCTION}|{words.OF}|{words.SDG}|{words.TARGET}"
    r"|the|le|la|les|el|los|las|l|d|n|no|global|mondial|mundial|for|pour|para|safe|orderly|regular|migrations?|migracion(?:es)?)\b)*"
)
_TRIMMED = re.compile(r"[^\W_](?:.*[^\W_])?", re.DOTALL)
Namer = Callable[[int, str], Iterator[Named]]


def _ordinal_number(written: str) -> int:
    digits = re.match(r"\d+", written)
    return int(digits[0]) if digits else words.number_of(written, words.ORDINALS)


class _Pass:
    """One text scanned: what was found in it so far."""

    def __init__(self, scanner: Scanner, text: str) -> None:
        self.scanner = scanner
        self.folded = Folded(text)
        self.plain = self.folded.plain
        self.reader = ListReader(self.folded, len(scanner.crosswalk.objectives))
        self.mentions: list[Mention] = []
        self.unread: list[Unread] = []
        self.covered: list[tuple[int, int]] = []
        self.after_objective = -1
        """Where the last list of objectives ended."""

    # ------------------------------------------------------------ three ways to read a text

    def run(self) -> Scan:
        if not self._whole():
            self._scan_from(0)
        return Scan(tuple(self.mentions), tuple(self.unread))

    def run_as(self, kind: RefKind) -> Scan:
        numbering, namer = _CELL_KINDS[kind]
        start = len(self.plain) - len(self.plain.lstrip())
        end = 0
        if _NUMBER_FIRST.match(self.plain, start):
            found = self.reader.read(start, numbering, plural=True, noun=words.OBJECTIVE)
            if found.members:
                self._add(found, start, getattr(self.scanner, namer))
                self.after_objective = end = found.end
        self._scan_from(end)
        self._add_gaps()
        return Scan(tuple(self.mentions), tuple(self.unread))

    def run_letters(self, objective: ObjectiveRef) -> Scan:
        noun = re.compile(rf"\s*(?:{words.ACTION}\b)?\s*").match(self.plain)
        start = noun.end() if noun else 0
        if self.plain[start : start + 1].isdigit():
            return self.run_as(RefKind.ACTION)
        members = list(self.reader.letters(start, objective.number, bare=True))
        if members:
            is_marked = ")" in self.plain[members[0].start : members[0].end]
            is_all = not _WORDS.search(self.plain, members[-1].end)
            if is_marked or is_all:
                self._add(ListOf(members[-1].end, members), 0, self.scanner.objective)
        self._add_gaps()
        return Scan(tuple(self.mentions), tuple(self.unread))

    def _whole(self) -> bool:
        """Read a text that is nothing but numbers, which may be of anything."""
        start = len(self.plain) - len(self.plain.lstrip())
        if not _NUMBER_FIRST.match(self.plain, start):
            return False
        found = self.reader.read(start, Numbering.POINT, plural=True)
        if not found.members or self.plain[found.end :].strip():
            return False
        label = self.scanner.own_labels and self.scanner.own_labels.fullmatch(self.plain.strip())
        if label:
            return False
        self._add(found, start, self.scanner.bare, is_bare=True)
        return True

    def _scan_from(self, at: int) -> None:
        labels = self.scanner.own_labels
        label = labels.search(self.plain, at) if labels else None
        while anchor := _ANCHORS.search(self.plain, at):
            while label and label.start() < anchor.start():
                at = self._own_label(label)
                label = labels.search(self.plain, at) if labels else None
            if at > anchor.start():
                continue
            kind = str(anchor.lastgroup)
            at = max(getattr(self, f"_read_{kind}")(anchor), anchor.start() + 1)
            if label and label.start() < at:
                label = labels.search(self.plain, at) if labels else None
        while label:
            at = self._own_label(label)
            label = labels.search(self.plain, at) if labels else None

    # ------------------------------------------------------------ one reader an anchor

    def _read_sdg(self, anchor: re.Match[str]) -> int:
        found = self.reader.read(anchor.end(), Numbering.TARGET, plural=True, noun=words.SDG)
        self._add(found, anchor.start(), self.scanner.goal)
        return found.end

    def _read_target(self, anchor: re.Match[str]) -> int:
        found = self.reader.read(anchor.end(), Numbering.TARGET, plural=True, noun=words.TARGET)
        if found.members and found.members[0].decimal:
            self._add(found, anchor.start(), self.scanner.goal)
        return found.end

    def _read_ordinal(self, anchor: re.Match[str]) -> int:
        at = anchor.start()
        end = anchor.end()
        members = [
            Member(found.start(), found.end(), _ordinal_number(found[0]))
            for found in _ORDINALS.finditer(self.plain, at, end)
        ]
        # The first objective of a text is mostly one of its own.
        is_plain = self.after_objective >= 0 or members[0].number >= _PLAIN_ORDINAL
        is_compact = is_plain or _COMPACT.search(self._sentence(at))
        if not is_compact or self._is_others(at, end):
            return end
        # "le sixième objectif vise les recruteurs, le vingt-deuxième les pensions"
        while more := _NEXT_ORDINAL.match(self.plain, end):
            members.append(Member(more.start(1), more.end(1), _ordinal_number(more[1])))
            end = more.end()
        self._add(ListOf(end, members), at, self.scanner.objective)
        self.after_objective = end
        return end

    def _read_letters(self, anchor: re.Match[str]) -> int:
        """Read ``actions (a) and (c) of objective 6``."""
        letters = list(self.reader.letters(anchor.end(), 0, bare=True))
        if not letters:
            return anchor.end()
        of = _OF_NUMBER.match(self.plain, letters[-1].end)
        if of is None:
            return anchor.end()
        number = int(of["number"])
        if of["paragraph"]:
            number -= FIRST_GCM_PARAGRAPH - 1
        members = [
            Member(one.start, one.end, number, one.letter, reaches=one.reaches) for one in letters
        ]
        self._add(ListOf(of.end(), members), anchor.start(), self.scanner.objective)
        return of.end()

    def _read_numbered_action(self, anchor: re.Match[str]) -> int:
        found = self.reader.read(anchor.end(), Numbering.POINT, plural=True)
        return self._add_lettered(found, anchor, is_bare=False)

    def _read_lettered(self, anchor: re.Match[str]) -> int:
        before = self._before(anchor.start())
        if _OTHER_NUMBERED_BEFORE.search(before):
            return anchor.end()
        found = self.reader.read(anchor.start(), Numbering.POINT, plural=False)
        if "." in anchor[0] and not self._is_plainly_lettered(anchor, found):
            return anchor.end()
        return self._add_lettered(found, anchor, is_bare=True)

    def _is_plainly_lettered(self, anchor: re.Match[str], found: ListOf) -> bool:
        """Whether 6.c is an action, and not a target of an SDG or the end of a sentence."""
        lettered = [one for one in found.members if one.letter]
        return len(lettered) > 1 or self._is_of_compact(anchor.start(), found.end)

    def _add_lettered(self, found: ListOf, anchor: re.Match[str], *, is_bare: bool) -> int:
        """Add the members up to the first that has no letter."""
        members = []
        for member in found.members:
            if not member.letter:
                break
            members.append(member)
        if not members:
            return anchor.end()
        end = members[-1].end
        self._add(ListOf(end, members), anchor.start(), self.scanner.lettered, is_bare=is_bare)
        return end

    def _read_paragraph(self, anchor: re.Match[str]) -> int:
        found = self.reader.read(
            anchor.end(), Numbering.PARAGRAPH, plural=True, noun=words.PARAGRAPH
        )
        if not found.members:
            return anchor.end()
        start = anchor.start()
        if self._is_of_source(start, found.end):
            self._add(found, start, self.scanner.paragraph)
        elif self._is_of_compact(start, found.end) or self._is_after_objective(start):
            found.members = list(self._objectives_of(found.members))
            self._add(found, start, self.scanner.compact_paragraph)
        elif not self._is_of_others(start, found.end):
            self._add(found, start, self.scanner.any_paragraph, is_bare=True)
        return found.end

    def _objectives_of(self, paragraphs: Sequence[Member]) -> Iterator[Member]:
        """The paragraphs of the Compact that are objectives; a range ends at the last of them."""
        last = FIRST_GCM_PARAGRAPH + len(self.scanner.crosswalk.objectives) - 1
        is_open = False
        for one in paragraphs:
            is_objective = FIRST_GCM_PARAGRAPH <= one.number <= last
            if is_objective:
                yield one
            elif one.reaches and is_open:
                yield Member(one.start, one.end, last, reaches=True)
            is_open = is_objective

    def _is_after_objective(self, at: int) -> bool:
        between = self.plain[self.after_objective : at] if 0 <= self.after_objective <= at else "x"
        return not between.strip(" ,;:([-\n")

    def _read_point(self, anchor: re.Match[str]) -> int:
        if self.scanner.own_labels:
            return self._own_labels_after(anchor)
        found = self.reader.read(anchor.end(), Numbering.POINT, plural=True, noun=words.POINT)
        # "from this point 12 States" names no point
        found.members = [
            one
            for one in found.members
            if one.letter or one.reaches or any(self.scanner.point(one.number, ""))
        ]
        if not found.members:
            return anchor.end()
        self._add(found, anchor.start(), self.scanner.point)
        return found.end

    def _read_goal(self, anchor: re.Match[str]) -> int:
        found = self.reader.read(anchor.end(), Numbering.OBJECTIVE, plural=True, noun=words.GOAL)
        start = anchor.start()
        before = _COMPACT_NEXT_BEFORE.search(self._before(start))
        if not found.members or not (before or self._is_of_compact(start, found.end)):
            return anchor.end()
        self._add(found, start, self.scanner.objective)
        self.after_objective = found.end
        return found.end

    def _read_compact(self, anchor: re.Match[str]) -> int:
        found = self.reader.read(anchor.end(), Numbering.OBJECTIVE, plural=True)
        found.members = [one for one in found.members if not one.decimal]
        if not found.members or _NOUN_AFTER.match(self.plain, found.end):
            return anchor.end()
        self._add(found, anchor.start(), self.scanner.objective)
        self.after_objective = found.end
        return found.end

    def _read_objective(self, anchor: re.Match[str]) -> int:
        plural = bool(_PLURAL.search(anchor[0].strip()))
        for start, between in self._list_starts(anchor, plural=plural):
            found = self.reader.read(
                start, Numbering.OBJECTIVE, plural=plural, noun=words.OBJECTIVE
            )
            if not found.members or (between and not self._is_list_of_examples(start, found)):
                continue
            if _OWNER_BETWEEN.search(between) and not _COMPACT.search(between):
                return found.end
            if self._is_others(anchor.start(), found.end):
                found.members = [one for one in found.members if one.decimal]
            if found.members:
                self._add(found, anchor.start(), self.scanner.objective)
                self.after_objective = found.end
            return found.end
        return anchor.end()

    def _list_starts(self, anchor: re.Match[str], *, plural: bool) -> Iterator[tuple[int, str]]:
        """Where the numbers of objectives may begin, and the words before them."""
        after = _AFTER_NOUN.match(self.plain, anchor.end())
        start = after.end() if after else anchor.end()
        between = self.plain[anchor.end() : start]
        yield start, between if ":" in between else ""
        if plural:
            for pattern in (_EXAMPLES, _LISTED_AFTER):
                examples = pattern.match(self.plain, anchor.end())
                if examples:
                    yield examples.end(), self.plain[anchor.end() : examples.end()]

    def _is_list_of_examples(self, start: int, found: ListOf) -> bool:
        """Whether numbers after a colon or ``such as`` are not those of a list of their own."""
        first = found.members[0]
        return not _ENUMERATED.match(self.plain, first.end) or bool(first.letter)

    # ------------------------------------------------------------ whose it is

    def _before(self, at: int) -> str:
        return self.plain[max(at - _BEFORE, 0) : at]

    def _sentence(self, at: int) -> str:
        """The sentence around a place."""
        starts = [found.end() for found in _SENTENCE.finditer(self.plain, max(at - 400, 0), at)]
        end = _SENTENCE.search(self.plain, at)
        return self.plain[starts[-1] if starts else max(at - 400, 0) : end.start() if end else None]

    def _is_others(self, start: int, end: int) -> bool:
        """Whether the objectives between two places are not the Compact's."""
        before = self._before(start)
        if not _COMPACT_NEXT_BEFORE.search(before):
            written = self.folded.written(max(start - _BEFORE, 0), start)
            acronym = _ACRONYM_BEFORE.search(written)
            is_other_acronym = (
                acronym is not None
                and acronym[1] not in _ACRONYMS_OF_THE_COMPACT
                and not written.isupper()
            )
            if (
                is_other_acronym
                or _OTHER_KIND_BEFORE.search(before)
                or _REFUGEES_BEFORE.search(before)
            ):
                return True
        return self._is_owned_by_others(end)

    def _is_owned_by_others(self, end: int) -> bool:
        """Whether what follows says whose it is, and that is not the Compact."""
        further = _FURTHER_LIST.match(self.plain, end)
        if further:
            ahead = self.reader.read(further.end(), Numbering.OBJECTIVE, plural=True)
            if ahead.members:
                end = ahead.end
        owner = _OWNER_AFTER.match(self.plain, end)
        if owner is None:
            return False
        other = _OTHER_OWNER.search(owner["owner"])
        ours = _COMPACT.search(owner["owner"])
        if other is None:
            return False
        if ours is None:
            return len(owner["owner"][: other.start()].split()) <= _OWNER_WORDS
        return other.start() < ours.start()

    def _is_of_compact(self, start: int, end: int) -> bool:
        return bool(
            _COMPACT_PARAGRAPH_BEFORE.search(self._before(start))
            or _COMPACT_AFTER.match(self.plain, end)
        )

    def _is_of_source(self, start: int, end: int) -> bool:
        symbol = self.scanner.symbol
        return bool(
            re.search(rf"{symbol}[\s,:(]*$", self._before(start))
            or re.match(
                rf"{_S},?{_S}(?:{words.OF}{_S}(?:the\s|le\s|el\s|l')?{_S})?(?:document\w*{_S})?{symbol}",
                self.plain[end : end + _AFTER],
            )
        )

    def _is_of_others(self, start: int, end: int) -> bool:
        """Whether paragraphs are those of another paper."""
        before = self.folded.written(max(start - _BEFORE, 0), start)
        return bool(
            _ARTICLE_BEFORE.search(self._before(start))
            or _OF_ANOTHER.match(self.plain, end)
            or _OTHER_SYMBOL_BEFORE.search(before)
            or _REFUGEES_BEFORE.search(self._before(start))
            or self._is_owned_by_others(end)
        )

    # ------------------------------------------------------------ labels of the plan's own

    def _own_label(self, label: re.Match[str]) -> int:
        self._add_labels(ListOf(label.end()), [(label, False)], label.start())
        return label.end()

    def _own_labels_after(self, anchor: re.Match[str]) -> int:
        """Read the labels that follow the word point."""
        labels = self.scanner.labels
        at = anchor.end()
        found: list[tuple[re.Match[str], bool]] = []
        reaches = False
        while labels and (label := labels.match(self.plain, at)):
            found.append((label, reaches))
            at = label.end()
            separator = _LABEL_SEPARATOR.match(self.plain, at)
            if separator is None:
                break
            reaches = bool(separator["to"])
            at = separator.end()
        if not found:
            return anchor.end()
        end = found[-1][0].end()
        self._add_labels(ListOf(end), found, anchor.start())
        return end

    def _add_labels(
        self, found: ListOf, labels: Sequence[tuple[re.Match[str], bool]], start: int
    ) -> None:
        crosswalk = self.scanner.crosswalk
        last: PlanPointRef | None = None
        for label, reaches in labels:
            meant = crosswalk.points_spelled(label[0])
            span = self.folded.span(*label.span())
            if reaches and last and meant:
                for ref in self.scanner.points_between(last, meant[0]):
                    self.mentions.append(self._point_mention(span, [ref]))
            self.mentions.append(self._point_mention(span, meant))
            last = meant[0] if meant else None
        self.covered.append((start, found.end))

    def _point_mention(self, span: tuple[int, int], refs: Sequence[PlanPointRef]) -> Mention:
        there = [ref for ref in refs if self.scanner.crosswalk.has(ref)]
        return Mention(*span, tuple(Named(RefKind.PLAN_POINT, ref) for ref in there))

    # ------------------------------------------------------------ members into mentions

    def _add(self, found: ListOf, start: int, namer: Namer, *, is_bare: bool = False) -> None:
        """Add the mentions of a list, and what in it was not understood."""
        last: Member | None = None
        for member in found.members:
            if member.reaches and last:
                span = self.folded.span(last.start, member.end)
                for number, letter in self._between(last, member, namer):
                    self.mentions.append(Mention(*span, tuple(namer(number, letter)), is_bare))
            span = self.folded.span(member.start, member.end)
            self.mentions.append(Mention(*span, self._readings(member, namer), is_bare))
            last = member
        self.unread += [Unread(*self.folded.span(*span)) for span in found.unread]
        self.covered.append((start, found.end))

    def _readings(self, member: Member, namer: Namer) -> tuple[Named, ...]:
        if member.decimal:
            labelled = [
                Named(RefKind.PLAN_POINT, ref)
                for ref in self.scanner.crosswalk.points_spelled(member.decimal)
                if self.scanner.crosswalk.has(ref) and ref.label == member.decimal
            ]
            return (*self.scanner.target(member.number, member.decimal), *labelled)
        return tuple(namer(member.number, member.letter))

    def _between(self, first: Member, last: Member, namer: Namer) -> Iterator[tuple[int, str]]:
        """The numbers and letters within a range, without its ends."""
        if not first.letter and not last.letter:
            for number in range(first.number + 1, min(last.number, _MOST_NUMBERS)):
                yield number, ""
        elif first.number == last.number:
            for code in range(ord(first.letter or "`") + 1, ord(last.letter or "`")):
                yield first.number, chr(code)
        else:
            of_plan = namer == self.scanner.point
            for ref in self.scanner.numbered_between(first, last, of_plan=of_plan):
                number, letter = _NUMBER_AND_LETTER.fullmatch(str(ref)).groups("")
                yield int(number), letter

    def _add_gaps(self) -> None:
        """Add the words of a cell that no reference covers to what was not understood."""
        at = 0
        for start, end in [*sorted(self.covered), (len(self.plain), len(self.plain))]:
            if at < start and not _GLUE.fullmatch(self.plain[at:start]):
                gap = _TRIMMED.search(self.plain, at, start)
                if gap:
                    self.unread.append(Unread(*self.folded.span(*gap.span())))
            at = max(at, end)
        self.unread.sort(key=lambda unread: unread.start)
