"""Lists and ranges as people write them: ``8 (save lives), 5 and 16(e)–(g)``."""

import re
from collections.abc import Iterator

from gcmilo.references import words
from gcmilo.references.folded import Folded
from gcmilo.references.letters import LetterReader
from gcmilo.references.member import ListOf, Member, Numbering
from gcmilo.references.numbers import NumberReader
from gcmilo.references.pattern import Pattern

_S = words.SPACE
_CONJUNCTION = words.CONJUNCTION
_OPENING = Pattern(rf"{words.ARTICLE}{words.NUMBER_SIGN}")
_REPEATED = {
    Numbering.OBJECTIVE: Pattern(
        rf"{words.ARTICLE}(?:(?:{words.OBJECTIVE}|{words.GOAL}){_S})?{words.NUMBER_SIGN}"
    ),
    Numbering.TARGET: Pattern(
        rf"{words.ARTICLE}(?:(?:{words.SDG}|{words.TARGET}){_S})?{words.NUMBER_SIGN}"
    ),
    Numbering.PARAGRAPH: Pattern(rf"{words.ARTICLE}(?:{words.PARAGRAPH}{_S})?{words.NUMBER_SIGN}"),
    Numbering.POINT: Pattern(rf"{words.ARTICLE}(?:{words.POINT}{_S})?{words.NUMBER_SIGN}"),
}
"""What may come before the end of a range: ``objective 9 to objective 11``."""

_SEPARATOR = Pattern(
    rf"{_S}(?:(?P<mark>[,;/+&|]|-(?={_S}{_CONJUNCTION}[\s,])|\n\s*[-*•·]\s|\n(?= *\d))"
    rf"(?:{_S}{_CONJUNCTION}(?=[\s,]))?|{_CONJUNCTION}(?=[\s,]))"
    rf"(?:{_S},?{_S}{words.FILLER}\b,?|(?P<aside>{_S},\s[^,;.:()]{{1,60}},))?{_S}"
)
_FOLLOWED_BY = Pattern(
    r"(?P<mark>[^.;:()\d\n]{0,60}?)\b(?:followed\s+by|suivis?\s+(?:de|du|des|par)"
    r"|seguid[oa]s?\s+(?:del?|por))\s+"
)
_TO = Pattern(
    rf"{_S}(?:-+|to\b|through\b|thru\b|until\b|al?\b|aux?\b|jusqu'(?:a|au)\b|hasta\b)"
    rf"(?:{_S}\be[lt]\b)?{_S}"
)
_GLOSSES = (
    Pattern(words.GLOSS),
    Pattern(r'\s*,?\s*"[^"]{0,300}"'),
    Pattern(rf"\s+{words.OF}\s+(?:the\s+|la\s+|el\s+)?{words.COMPACT}"),
)
"""What may stand behind a member before the list goes on."""
_TOPIC = Pattern(
    rf"\s+-\s+[^.;:\d\n]{{1,90}}?\s+-\s*(?:,?\s*{_CONJUNCTION}\s+)?"
    rf"|\s*,\s*(?P<aside>{words.TOPIC})\s[^.;:()\d]{{1,90}}?,\s*(?:{_CONJUNCTION}\s+)?"
    rf"|\s+(?P<topic>{words.TOPIC})\s[^.;:()\d]{{1,90}}?"
    rf"(?:\s*[,;]\s*(?:{_CONJUNCTION}\s+)?|\s{_CONJUNCTION}\s+)"
    rf"|\s*:\s*[^.;\d]{{1,120}};\s*(?:{_CONJUNCTION}\s+)?"
)
"""A few words on a member, up to the next: `` on diasporas and ``."""
_AFTER_TOPIC = Pattern(rf"{_S}(?:[,;.:)\]]|$|-\s|\(|{_CONJUNCTION}\s)")
_OPEN_END = Pattern(
    rf"{_S},?{_S}(?:(?:-\s*)?(?:\(\s*)?(?:all\s+)?{words.EXCEPT}\b[^.;\d\n]{{0,30}}\d{{1,2}}"
    r"|(?:and|et|y)\s+(?:others?|so\s+on|the\s+rest|autres|otr[oa]s)\b|etc\b\.?"
    r"|inter\s+alia\b)"
)
_WORD = Pattern(r"[^\W_]")
_NOT_UNDERSTOOD = Pattern(r"\d[\w./-]*\w|\d")


class ListReader:
    """Reads the lists of one text; ``last`` is the number of the last objective."""

    def __init__(self, folded: Folded, last: int) -> None:
        self.folded = folded
        self.numbers = NumberReader(folded, last)
        self.letters = LetterReader(folded)

    def read(self, at: int, numbering: Numbering, *, plural: bool) -> ListOf:
        """Return the list that begins at a place; it has no members where there is none.

        ``plural`` says that the noun before it stands for several: ``objective 6 and 7 States``
        has one member, ``objectives 6 and 7`` two.
        """
        return _OneList(self, at, numbering, plural=plural).read()


class _OneList:
    """A list that is being read."""

    def __init__(self, reader: ListReader, at: int, numbering: Numbering, *, plural: bool) -> None:
        self._folded = reader.folded
        self._plain = reader.folded.plain
        self._numbers = reader.numbers
        self._letters = reader.letters
        self._numbering = numbering
        self._plural = plural
        self._found = ListOf(at)

    def read(self) -> ListOf:
        found = self._found
        if not self._read_member(self._after(_OPENING, found.end)):
            return found
        while self._goes_on():
            pass
        open_end = _OPEN_END.match(self._plain, found.end)
        if open_end and self._plural:
            first = _WORD.search(self._plain, found.end)
            found.unread.append((first.start() if first else found.end, open_end.end()))
            found.end = open_end.end()
        return found

    def _after(self, pattern: Pattern, at: int) -> int:
        match = pattern.match(self._plain, at)
        return match.end() if match else at

    def _goes_on(self) -> bool:
        """Read one more member, or what stands in its place; False where the list ends."""
        for after in self._after_glosses():
            if self._read_range(after):
                return True
            separator = _SEPARATOR.match(self._plain, after)
            if separator and self._read_separated(separator):
                return True
        followed_by = _FOLLOWED_BY.match(self._plain, self._found.end)
        if followed_by and self._read_separated(followed_by):
            return True
        return self._plural and self._read_after_topic()

    def _after_glosses(self) -> Iterator[int]:
        """Where the list may go on: at once, or after what stands behind its last member."""
        at = self._found.end
        yield at
        while True:
            glosses = [gloss for gloss in _GLOSSES if gloss.match(self._plain, at)]
            if not glosses:
                return
            at = self._after(glosses[0], at)
            yield at

    def _read_range(self, at: int) -> bool:
        to = _TO.match(self._plain, at)
        if to is None or not self._is_range(to):
            return False
        return self._read_member(self._after(_REPEATED[self._numbering], to.end()), reaches=True)

    def _is_range(self, to: re.Match[str]) -> bool:
        """Whether a word joins a range: not the verb of ``l'objectif 5 a`` nor ``to 10 funds``."""
        word = to[0].strip()
        if self._plural or not word.isalpha():
            return True
        is_verb = word == "a" and "à" not in self._folded.written(*to.span()).lower()
        return not is_verb and not self._numbers.may_count(to.end())

    def _read_separated(self, separator: re.Match[str]) -> bool:
        """Read the member after a separator, or what stands there and is not understood."""
        start = self._after(_OPENING, separator.end())
        is_loose = separator["mark"] and not self._plural
        if (is_loose or separator.groupdict().get("aside")) and self._numbers.may_count(start):
            return False
        if self._read_member(start):
            return True
        odd = _NOT_UNDERSTOOD.match(self._plain, start)
        if odd is None or not self._plural or self._numbers.is_something_else(start):
            return False
        self._found.unread.append(odd.span())
        self._found.end = odd.end()
        return True

    def _read_after_topic(self) -> bool:
        """Read the 21 of ``19 on diasporas and 21 on return``."""
        topic = _TOPIC.match(self._plain, self._found.end)
        if topic is None:
            return False
        ahead = self._members(self._after(_OPENING, topic.end()))
        if not ahead:
            return False
        word = topic["topic"] or topic["aside"]
        end = ahead[-1].end
        goes_on = word and self._plain.startswith(word, end + 1)
        if not goes_on and not _AFTER_TOPIC.match(self._plain, end):
            return False
        self._add(ahead)
        return True

    def _read_member(self, at: int, *, reaches: bool = False) -> bool:
        """Add the number at a place and its letters; False where there is none."""
        members = self._members(at, reaches=reaches)
        self._add(members)
        return bool(members)

    def _add(self, members: list[Member]) -> None:
        if members:
            self._found.members += members
            self._found.end = members[-1].end

    def _members(self, at: int, *, reaches: bool = False) -> list[Member]:
        """A number with each of its letters, or nothing."""
        before = self._found.members[-1] if self._found.members else None
        number = self._numbers.decimal(at, self._numbering) or self._numbers.number(
            at, self._numbering, before, plural=self._plural
        )
        if number is None or (before and self._numbers.is_counted(number.end)):
            return []
        letters: list[Member] = []
        if not number.decimal and self._numbering is not Numbering.TARGET:
            letters = self._letters.behind_number(number.end, number.number)
        if not letters:
            alone = (number.number, "", number.decimal)
            return [Member(number.start, number.end, *alone, reaches=reaches)]
        # The first letter belongs to the characters of its number; one after it stands alone.
        first, *others = letters
        lettered = Member(number.start, first.end, number.number, first.letter, reaches=reaches)
        return [lettered, *others]
