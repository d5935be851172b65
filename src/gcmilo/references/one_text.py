"""One text read from its first word to its last."""

import re
from collections.abc import Iterator, Sequence

from gcmilo.references import words
from gcmilo.references.folded import Folded
from gcmilo.references.lists import ListReader
from gcmilo.references.member import ListOf, Member, Numbering
from gcmilo.references.mention import Mention, Named, RefKind, Scan, Unread
from gcmilo.references.names import Namer, Names
from gcmilo.references.owners import Owners, names_compact, names_other_owner
from gcmilo.references.pattern import Pattern
from gcmilo.refs import FIRST_GCM_PARAGRAPH, ObjectiveRef, PlanPointRef

_S = words.SPACE
_SIGN = words.NUMBER_SIGN
_BULLET = r"\n\s*[-*•·]\s+"
_ORDINAL_FIGURE = r"\d{1,2}\s?(?:\.?\s?[oa]\.?|st|nd|rd|th|e|er|ere|eme|ieme|nde?)"
_ORDINAL = rf"(?:{_ORDINAL_FIGURE}(?![\w'])|{words.spelled(words.ORDINALS)})"

_PATTERNS = {
    "sdg": rf"{words.SDG}{_S}(?:\({_S}(?:sdgs?|odds?|ods)\){_S})?(?:{words.TARGET}{_S})?[:,]?{_S}"
    rf"(?={_SIGN}\d)",
    "target": rf"{words.TARGET}{_S}(?={_SIGN}\d)",
    "ordinal": rf"(?<!\.){_ORDINAL}(?:{_S}(?:,|and|et|y|&){_S}(?:le\s|el\s|the\s)?{_ORDINAL})*"
    rf"{_S}(?:{words.COMPACT}{_S})?(?:{words.OBJECTIVE}|{words.GOAL})(?!\w)",
    "letters": rf"{words.ACTION}(?![^\W\d_]){_S}(?={_SIGN}\(?{_S}[a-z](?![\w']))",
    "numbered_action": rf"(?:actions?|measures?|mesures?|medidas?|accion|acciones){_S}"
    rf"(?={_SIGN}\d{{1,2}}{_S}\(?[a-z](?!\w))",
    "paragraph": rf"{words.PARAGRAPH}{_S}(?={_SIGN}\d)",
    "point": rf"{words.POINT}(?![^\W\d_]){_S}(?={_SIGN}\w)",
    "objective": rf"{words.OBJECTIVE}(?![^\W\d])",
    "goal": rf"{words.GOAL}{_S}(?={_SIGN}\d)",
    "compact": rf"(?:gcm|pmm){_S}[-:]?{_S}o?(?={_SIGN}\d)",
    "lettered": rf"(?<![./])\d{{1,2}}(?:{_S}(?:\({_S}[a-z]{_S}\)|[a-z]\))|\.[a-z](?![\w)']))",
}
"""What a reference begins with; the method ``_read_NAME`` reads on from there."""
_NAMED = "|".join(f"(?P<{name}>{pattern})" for name, pattern in _PATTERNS.items())
_BEGINNINGS = Pattern(rf"(?<!\w)(?=[a-z\d§])(?:{_NAMED})")

_PLURAL = Pattern(r"(?:s\)?|objs?\.)$|^objs")
_AFTER_NOUN = Pattern(
    rf"{_S}(?:{words.COMPACT}{_S})?(?:\n(?= *\d)|(?!\(\d+\))[(\[]{_S}|(?::|->|→|=){_S})?"
    rf"(?:(?:from|between|entre|desde|numbered)\s+)?(?:{_BULLET})?"
)
_EXAMPLES = Pattern(
    rf"(?:[^.;:\d\n]|\n(?!\n)){{0,90}}?\b{words.EXAMPLES}{_S}[:,]?{_S}{words.ARTICLE}{_S}"
    rf"(?=\d|{words.spelled(words.CARDINALS)})"
)
_ARE = r"\b(?:are|were|sont|etaient|son|eran)"
_LISTED_BELOW = Pattern(
    rf"[^.;:()\d\n]{{1,60}}[:(]{_S}(?:{_BULLET})?(?=\d)"
    rf"|{_S}{_ARE}\s+(?:the\s+|les?\s+|el\s+|los\s+)?(?=\d)"
    rf"|{_S}\?\s*(?:the|le|el|numbers?|numeros?)\s+(?=\d)"
    r"|[ \t]*\n[ \t]*(?=\d{1,2}[ \t]*\n[ \t]*\d{1,2}[ \t]*(?:\n|$))"
)
_VERB = Pattern(rf"{_ARE}\s")
_NOT_LISTED = Pattern(
    rf"{_S}(?::|->|→){_S}(?P<rest>[^\n.;]{{0,40}}?\d(?!\d?[.)]\s)[^\n.;]{{0,40}})"
)
_ENUMERATED = Pattern(r"[.)]\s+[^\W\d_]")
_NOUN_AFTER = Pattern(rf"{_S}(?:{words.COUNTED}|{words.OBJECTIVE}\b)")
_FURTHER_LIST = Pattern(
    rf"{_S},?{_S}{words.CONJUNCTION}{_S}{words.ARTICLE}{words.OBJECTIVE}{_S}(?=\d)"
)
_RESPECTIVELY = Pattern(r"[^.;]{0,20}?\b(?:respectively|respectivement|respectivamente)\b")
_PLAIN_ORDINAL = 6
"""From here on an ordinal is the Compact's; the first objective of a text is mostly its own."""
_ORDINALS = Pattern(_ORDINAL)
_NEXT_ORDINAL = Pattern(
    rf"[^.;\d]{{0,80}}?(?:[,;]|\b(?:and|et|y)\b){_S}(?:the|le|el)\s+({_ORDINAL})"
    r"(?=\s*[,.;:)]|\s*$|\s+(?:the|le|la|les|el|los|las|a|aux?|al|is|are|on|sur|sobre)\b)"
)
_OF_NUMBER = Pattern(
    rf"{_S},?{_S}(?:{words.OF}{_S})?{words.ARTICLE}"
    rf"(?:{words.COMPACT}(?:'s)?{_S},?{_S})?"
    rf"(?P<noun>(?P<paragraph>{words.PARAGRAPH})|{words.OBJECTIVE}){_S}{_SIGN}(?P<number>\d{{1,2}})(?!\d)"
)
_LABEL_SEPARATOR = Pattern(
    rf"{_S}(?:(?P<to>-|to\b|a\b|al\b|through\b)|[,;/&]{_S}(?:{words.CONJUNCTION}\s)?"
    rf"|{words.CONJUNCTION}\s){_S}"
)
_NUMBER_FIRST = Pattern(rf"{words.ARTICLE}{_SIGN}(?:\(?\d|[ivx]{{2,}}(?![^\W\d_]))")
_LETTERS_FIRST = Pattern(rf"\s*(?:{words.ACTION}\b)?\s*")
_WORD = Pattern(r"[^\W_]")
_GLUE = Pattern(
    rf"(?:[\W_]|\b(?:{words.OBJECTIVE}|{words.COMPACT}|{words.PARAGRAPH}|{words.ACTION}"
    rf"|{words.CONJUNCTION}|{words.OF}|{words.SDG}|{words.TARGET}"
    r"|the|le|la|les|el|los|las|l|d|n|no|global|mondial|mundial|for|pour|para|safe|orderly|regular"
    r"|migrations?|migracion(?:es)?)\b)*"
)
"""Words of a cell that say what its numbers are, and are no words of their own."""
_TRIMMED = Pattern(r"[^\W_](?:.*[^\W_])?", re.DOTALL)


def _ordinal_number(written: str) -> int:
    digits = re.match(r"\d+", written)
    return int(digits[0]) if digits else words.number_of(written, words.ORDINALS)


class OneText:
    """A text, and what was found in it so far."""

    def __init__(self, names: Names, text: str) -> None:
        self._names = names
        self._folded = Folded(text)
        self._plain = self._folded.plain
        self._owners = Owners(self._folded, names.symbol)
        self._lists = ListReader(self._folded, names.last_objective)
        self._mentions: list[Mention] = []
        self._unread: list[Unread] = []
        self._covered: list[tuple[int, int]] = []
        self._after_objectives = -1
        """Where the last list of objectives ended, -1 where there was none."""

    # ------------------------------------------------------------ three ways to read it

    def as_text(self) -> Scan:
        """Return what a text of words names; one of nothing but numbers may be of anything."""
        if not self._read_numbers_alone():
            self._read_from(0)
        return Scan(tuple(self._mentions), tuple(self._unread))

    def as_cell(self, kind: RefKind) -> Scan:
        """Return what a cell names that has references of one kind, and the rest as unread."""
        start = len(self._plain) - len(self._plain.lstrip())
        end = 0
        if _NUMBER_FIRST.match(self._plain, start):
            numbering, namer = self._numbering_of(kind)
            found = self._lists.read(start, numbering, plural=True)
            if found.members:
                self._add(found, start, namer)
                self._after_objectives = end = found.end
        self._read_from(end)
        self._add_gaps()
        return Scan(tuple(self._mentions), tuple(self._unread))

    def as_letters(self, objective: ObjectiveRef) -> Scan:
        """Return what a cell of letters of an objective names, and the rest as unread."""
        noun = _LETTERS_FIRST.match(self._plain)
        start = noun.end() if noun else 0
        if self._plain[start : start + 1].isdigit():
            return self.as_cell(RefKind.ACTION)
        members = list(self._lists.letters.listed(start, objective.number, bare=True))
        # "A national register" begins with a word, "(a) National register" with a letter.
        is_marked = members and ")" in self._plain[members[0].start : members[0].end]
        if members and (is_marked or not _WORD.search(self._plain, members[-1].end)):
            self._add(ListOf(members[-1].end, members), 0, self._names.objective)
        self._add_gaps()
        return Scan(tuple(self._mentions), tuple(self._unread))

    def _numbering_of(self, kind: RefKind) -> tuple[Numbering, Namer]:
        """How the numbers of a cell are read and what they name, by the kind of its references."""
        match kind:
            case RefKind.PARAGRAPH:
                return Numbering.PARAGRAPH, self._names.compact_paragraph
            case RefKind.SDG_TARGET:
                return Numbering.TARGET, self._names.goal
            case RefKind.PLAN_POINT:
                return Numbering.POINT, self._names.point
        return Numbering.OBJECTIVE, self._names.objective

    def _read_numbers_alone(self) -> bool:
        start = len(self._plain) - len(self._plain.lstrip())
        labels = self._names.own_labels
        is_label = labels is not None and labels.fullmatch(self._plain.strip())
        if is_label or not _NUMBER_FIRST.match(self._plain, start):
            return False
        found = self._lists.read(start, Numbering.POINT, plural=True)
        if not found.members or self._plain[found.end :].strip():
            return False
        self._add(found, start, self._names.bare, is_bare=True)
        return True

    def _read_from(self, at: int) -> None:
        for beginning in self._beginnings(at):
            if beginning.lastgroup is None:
                end = self._read_own_label(beginning)
            else:
                end = getattr(self, f"_read_{beginning.lastgroup}")(beginning)
            self._read_to = max(end, beginning.start() + 1)

    def _beginnings(self, at: int) -> Iterator[re.Match[str]]:
        """What references begin with, in order, each after the end of the one before."""
        labels = self._names.own_labels
        self._read_to = at
        label = labels.search(self._plain, at) if labels else None
        beginning = _BEGINNINGS.search(self._plain, at)
        while beginning or label:
            is_label = label and (beginning is None or label.start() < beginning.start())
            following = label if is_label else beginning
            if following is not None and following.start() >= self._read_to:
                yield following
            if beginning and beginning.start() < self._read_to:
                beginning = _BEGINNINGS.search(self._plain, self._read_to)
            if labels and label and label.start() < self._read_to:
                label = labels.search(self._plain, self._read_to)

    # ------------------------------------------------------------ what a reference begins with

    def _read_sdg(self, noun: re.Match[str]) -> int:
        found = self._lists.read(noun.end(), Numbering.TARGET, plural=True)
        return self._add(found, noun.start(), self._names.goal)

    def _read_target(self, noun: re.Match[str]) -> int:
        found = self._lists.read(noun.end(), Numbering.TARGET, plural=True)
        if not found.members or not found.members[0].decimal:
            return found.end
        return self._add(found, noun.start(), self._names.goal)

    def _read_ordinal(self, ordinals: re.Match[str]) -> int:
        start, end = ordinals.span()
        members = [
            Member(found.start(), found.end(), _ordinal_number(found[0]))
            for found in _ORDINALS.finditer(self._plain, start, end)
        ]
        is_plain = self._after_objectives >= 0 or members[0].number >= _PLAIN_ORDINAL
        is_compacts = is_plain or names_compact(self._owners.sentence(start))
        if not is_compacts or self._owners.are_others_objectives(start, end):
            return end
        # "le sixième objectif vise les recruteurs, le vingt-deuxième les pensions"
        while more := _NEXT_ORDINAL.match(self._plain, end):
            members.append(Member(more.start(1), more.end(1), _ordinal_number(more[1])))
            end = more.end()
        return self._add_objectives(ListOf(end, members), start)

    def _read_letters(self, noun: re.Match[str]) -> int:
        """Read ``actions (a) and (c) of objective 6``."""
        letters = list(self._lists.letters.listed(noun.end(), 0, bare=True))
        of = _OF_NUMBER.match(self._plain, letters[-1].end) if letters else None
        if of is None:
            return noun.end()
        plural = bool(_PLURAL.search(of["noun"]))
        found = self._lists.read(of.start("number"), Numbering.TARGET, plural=plural)
        numbers = self._numbers_of(letters, found)
        if not numbers:
            self._unread.append(Unread(*self._folded.span(letters[0].start, letters[-1].end)))
            return letters[-1].end
        before_first = FIRST_GCM_PARAGRAPH - 1 if of["paragraph"] else 0
        paired = zip(letters, numbers, strict=True)
        members = [letter.of(number - before_first) for letter, number in paired]
        return self._add(ListOf(found.end, members), noun.start(), self._names.objective)

    def _numbers_of(self, letters: Sequence[Member], found: ListOf) -> Sequence[int]:
        """The number of each letter; none where nothing says which of several is whose."""
        numbers = [one.number for one in found.members]
        if len(numbers) == 1:
            return numbers * len(letters)
        is_paired = _RESPECTIVELY.match(self._plain, found.end) and len(numbers) == len(letters)
        return numbers if is_paired else []

    def _read_numbered_action(self, noun: re.Match[str]) -> int:
        found = self._lists.read(noun.end(), Numbering.POINT, plural=True)
        return self._add_lettered(found, noun, is_bare=False)

    def _read_lettered(self, number: re.Match[str]) -> int:
        if self._owners.is_other_numbered(number.start()):
            return number.end()
        found = self._lists.read(number.start(), Numbering.POINT, plural=False)
        if "." in number[0] and not self._is_plainly_lettered(number, found):
            return number.end()
        return self._add_lettered(found, number, is_bare=True)

    def _is_plainly_lettered(self, number: re.Match[str], found: ListOf) -> bool:
        """Whether 6.c is an action, and not a target of an SDG or the end of a sentence."""
        lettered = [one for one in found.members if one.letter]
        return len(lettered) > 1 or self._owners.is_compacts(number.start(), found.end)

    def _add_lettered(self, found: ListOf, beginning: re.Match[str], *, is_bare: bool) -> int:
        """Add the members up to the first that has no letter."""
        plain = [place for place, one in enumerate(found.members) if not one.letter]
        members = found.members[: plain[0]] if plain else found.members
        if not members:
            return beginning.end()
        lettered = ListOf(members[-1].end, members)
        return self._add(lettered, beginning.start(), self._names.lettered, is_bare=is_bare)

    def _read_paragraph(self, noun: re.Match[str]) -> int:
        start = noun.start()
        found = self._lists.read(noun.end(), Numbering.PARAGRAPH, plural=True)
        if self._owners.is_sources(start, found.end):
            return self._add(found, start, self._names.paragraph)
        if self._owners.is_compacts(start, found.end) or self._is_after_objectives(start):
            found.members = list(self._objectives_of(found.members))
            return self._add(found, start, self._names.compact_paragraph)
        if self._owners.are_others_paragraphs(start, found.end):
            return found.end
        return self._add(found, start, self._names.any_paragraph, is_bare=True)

    def _objectives_of(self, paragraphs: Sequence[Member]) -> Iterator[Member]:
        """The paragraphs of the Compact that are objectives; a range may go beyond them."""
        first = FIRST_GCM_PARAGRAPH
        last = first + self._names.last_objective - 1
        before = 0
        following = [one.number if one.reaches else 0 for one in paragraphs[1:]]
        for one, reached in zip(paragraphs, [*following, 0], strict=True):
            within = min(max(one.number, first), last)
            is_first_end = one.number < first <= reached
            is_last_end = one.reaches and before <= last < one.number
            before = one.number
            if one.number == within or is_first_end or is_last_end:
                yield Member(one.start, one.end, within, one.letter, reaches=one.reaches)

    def _is_after_objectives(self, at: int) -> bool:
        """Whether a place comes right after objectives, as in ``objective 3, para. 19``."""
        if not 0 <= self._after_objectives <= at:
            return False
        return not self._plain[self._after_objectives : at].strip(" ,;:([-\n")

    def _read_point(self, noun: re.Match[str]) -> int:
        if self._names.own_labels:
            return self._read_own_labels(noun)
        found = self._lists.read(noun.end(), Numbering.POINT, plural=True)
        # "from this point 12 States" names no point
        found.members = [
            one
            for one in found.members
            if one.letter or one.reaches or any(self._names.point(one.number, ""))
        ]
        return self._add(found, noun.start(), self._names.point) if found.members else noun.end()

    def _read_goal(self, noun: re.Match[str]) -> int:
        """Read ``goals 3 to 5 of the GCM``; goals that nobody's name is by are SDGs."""
        start = noun.start()
        found = self._lists.read(noun.end(), Numbering.OBJECTIVE, plural=True)
        is_compacts = self._owners.is_compact_next(start) or self._owners.is_compacts(
            start, found.end
        )
        return self._add_objectives(found, start) if is_compacts else noun.end()

    def _read_compact(self, noun: re.Match[str]) -> int:
        """Read ``GCM 6``; of ``GCM 2.0`` and ``GCM 23 objectives`` nothing."""
        found = self._lists.read(noun.end(), Numbering.OBJECTIVE, plural=True)
        found.members = [one for one in found.members if not one.decimal]
        if not found.members or _NOUN_AFTER.match(self._plain, found.end):
            return noun.end()
        return self._add_objectives(found, noun.start())

    def _read_objective(self, noun: re.Match[str]) -> int:
        plural = bool(_PLURAL.search(noun[0]))
        for start, between in self._list_starts(noun, plural=plural):
            found = self._lists.read(start, Numbering.OBJECTIVE, plural=plural)
            if not found.members or (between and self._is_enumerated(found.members[0])):
                continue
            is_said = self._owners.is_counted(noun.start()) or _VERB.search(between)
            is_count = len(found.members) == 1 and is_said
            if names_other_owner(between) or (between and is_count):
                return found.end
            if self._are_others(noun.start(), found.end):
                found.members = [one for one in found.members if one.decimal]
            return self._add_objectives(self._respectively(found), noun.start())
        not_listed = _NOT_LISTED.match(self._plain, noun.end()) if plural else None
        if not_listed:
            self._unread.append(Unread(*self._folded.span(*not_listed.span("rest"))))
        return noun.end()

    def _list_starts(self, noun: re.Match[str], *, plural: bool) -> Iterator[tuple[int, str]]:
        """Where the numbers of objectives may begin, and the words before them."""
        after = _AFTER_NOUN.match(self._plain, noun.end())
        start = after.end() if after else noun.end()
        between = self._plain[noun.end() : start]
        yield start, between if ":" in between else ""
        for pattern in (_EXAMPLES, _LISTED_BELOW) if plural else ():
            listed = pattern.match(self._plain, noun.end())
            if listed:
                yield listed.end(), self._plain[noun.end() : listed.end()]

    def _is_enumerated(self, first: Member) -> bool:
        """Whether ``objectives: 1. honest agencies`` begins a list of somebody's own objectives."""
        return not first.letter and bool(_ENUMERATED.match(self._plain, first.end))

    def _are_others(self, start: int, end: int) -> bool:
        """Whether objectives are not the Compact's, which may be said after a further list."""
        if self._owners.are_others_objectives(start, end):
            return True
        further = _FURTHER_LIST.match(self._plain, end)
        if further is None:
            return False
        ahead = self._lists.read(further.end(), Numbering.OBJECTIVE, plural=True)
        return bool(ahead.members) and self._owners.is_owned_by_others(ahead.end)

    def _respectively(self, found: ListOf) -> ListOf:
        """``6 and 16, actions (c) and (d) respectively`` as 6(c) and 16(d)."""
        if not _RESPECTIVELY.match(self._plain, found.end):
            return found
        lettered = [one for one in found.members if one.letter]
        plain = [one for one in found.members if not one.letter]
        numbers = [one.number for one in (*plain, *lettered[:1])]
        if plain and len(numbers) == len(lettered):
            paired = zip(numbers, lettered, strict=True)
            found.members = [letter.of(number) for number, letter in paired]
        return found

    def _add_objectives(self, found: ListOf, start: int) -> int:
        if found.members:
            self._add(found, start, self._names.objective)
            self._after_objectives = found.end
        return found.end

    # ------------------------------------------------------------ labels of the plan's own

    def _read_own_label(self, label: re.Match[str]) -> int:
        self._add_labels([(label, False)], label.start())
        return label.end()

    def _read_own_labels(self, noun: re.Match[str]) -> int:
        """Read the labels that follow the word point."""
        at = noun.end()
        reaches = False
        found: list[tuple[re.Match[str], bool]] = []
        while label := self._names.labels.match(self._plain, at):
            found.append((label, reaches))
            at = label.end()
            separator = _LABEL_SEPARATOR.match(self._plain, at)
            if separator is None:
                break
            reaches = bool(separator["to"])
            at = separator.end()
        self._add_labels(found, noun.start())
        return found[-1][0].end() if found else noun.end()

    def _add_labels(self, labels: Sequence[tuple[re.Match[str], bool]], start: int) -> None:
        """Add the points of labels, each with whether it ends a range."""
        last: PlanPointRef | None = None
        for label, reaches in labels:
            refs = self._names.points_labelled(label[0])
            span = self._folded.span(*label.span())
            if reaches and last and refs:
                for ref in self._names.points_between(last, refs[0]):
                    self._add_points(span, self._names.points_labelled(ref.label))
            self._add_points(span, refs)
            last = refs[0] if refs else None
            self._covered.append((start, label.end()))

    def _add_points(self, span: tuple[int, int], refs: Sequence[PlanPointRef]) -> None:
        readings = tuple(Named(RefKind.PLAN_POINT, ref) for ref in refs)
        self._mentions.append(Mention(*span, readings))

    # ------------------------------------------------------------ members into mentions

    def _add(self, found: ListOf, start: int, namer: Namer, *, is_bare: bool = False) -> int:
        """Add the mentions of a list, and what in it was not understood; return its end."""
        last: Member | None = None
        for member in found.members:
            if member.reaches and last:
                span = self._folded.span(last.start, member.end)
                for number, letter in self._names.numbers_between(last, member, namer):
                    self._mentions.append(Mention(*span, tuple(namer(number, letter)), is_bare))
            span = self._folded.span(member.start, member.end)
            readings = self._readings(member, namer)
            objective = None if readings else self._objective_of(member, namer)
            self._mentions.append(Mention(*span, readings, is_bare, objective))
            last = member
        self._unread += [Unread(*self._folded.span(*span)) for span in found.unread]
        self._covered.append((start, found.end))
        return found.end

    def _objective_of(self, member: Member, namer: Namer) -> ObjectiveRef | None:
        """The objective of a letter that is none of its actions."""
        named = next(namer(member.number, ""), None) if member.letter else None
        return named.ref if named and isinstance(named.ref, ObjectiveRef) else None

    def _readings(self, member: Member, namer: Namer) -> tuple[Named, ...]:
        if not member.decimal:
            return tuple(namer(member.number, member.letter))
        refs = self._names.points_labelled(member.decimal)
        labelled = [Named(RefKind.PLAN_POINT, ref) for ref in refs if ref.label == member.decimal]
        return (*self._names.target(member.number, member.decimal), *labelled)

    def _add_gaps(self) -> None:
        """Add the words of a cell that no reference covers to what was not understood."""
        at = 0
        for start, end in [*sorted(self._covered), (len(self._plain), len(self._plain))]:
            gap = _TRIMMED.search(self._plain, at, start) if at < start else None
            if gap and not _GLUE.fullmatch(self._plain, at, start):
                self._unread.append(Unread(*self._folded.span(*gap.span())))
            at = max(at, end)
        self._unread.sort(key=lambda unread: unread.start)
