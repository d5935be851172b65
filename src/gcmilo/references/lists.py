"""Lists of numbers and letters as people write them: ``8 (save lives), 5 and 16(e)–(g)``."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from enum import Enum

from gcmilo.frozen import frozen
from gcmilo.references import words
from gcmilo.references.folded import Folded

_S = words.SPACE
_DIGITS = re.compile(r"(?<!\d)(\d{1,4})(?!\d)")
_DECIMAL = re.compile(r"(\d{1,2})\.(\d{1,2}|[a-z](?![\w)]))(?!\d|\.\d)")
_WORD = re.compile(words.spelled(words.CARDINALS))
_ROMAN = re.compile(r"[ivx]{1,6}\b(?!')")
_ROMAN_VALUES = {"i": 1, "v": 5, "x": 10}
_FIRST_YEAR, _LAST_YEAR = 1945, 2100

# What follows the digits of a date, a count, a year or a part of a longer number.
_NO_MEMBER = re.compile(
    rf"[./]\d{{1,2}}[./](?:\d{{4}}|0\d|2[4-9]|[3-9]\d)\b|\.\d|[, ]\d{{3}}\b|:\d\d|(?:st|nd|rd|th|er|eme|ieme)\b|{_S}%|{_S}°"
    rf"|\s?h\s?\d{{2}}\b|{_S}(?:de\s+|of\s+)?{words.MONTH}\b\.?(?!')|\s?(?:km|kg|m2|bn|mds?)\b"
)
_COUNTED = re.compile(rf"{_S}{words.COUNTED}")
_COUNTING_WORD = re.compile(rf"\s+(?!{words.FUNCTION_WORD})[^\W\d_]{{2,}}")
_HOUR = re.compile(r"\s?h\b")
_NOT_UNDERSTOOD = re.compile(r"\d[\w./-]*\w|\d")

_SEPARATOR = re.compile(
    rf"{_S}(?:(?P<mark>[,;/+&|]|-(?={_S}{words.CONJUNCTION}[\s,])|\n\s*[-*•·]\s|\n(?=[ \t]*\d{{1,2}}[ \t]*(?:\n|$)))(?:{_S}(?P<both>{words.CONJUNCTION})(?=[\s,]))?"
    rf"|(?P<word>{words.CONJUNCTION})(?=[\s,]))"
    rf"(?:{_S},?{_S}{words.FILLER}\b,?|{_S},\s[^,;.:()\d]{{1,60}},)?{_S}"
)
_TO = re.compile(
    rf"(?!\s*\n\s*-\s){_S}(?:-+|to\b|through\b|thru\b|until\b|al?\b|aux?\b|jusqu'(?:a|au)\b|hasta\b)(?:{_S}\be[lt]\b)?{_S}"
)
_PAREN_GLOSS = re.compile(r"\s*[(\[](?:[^()\[\]]|\([^()]*\)){0,300}[)\]]")
_QUOTED_GLOSS = re.compile(r'\s*,?\s*"[^"]{0,300}"')
_OF_THE_COMPACT = re.compile(rf"\s+{words.OF}\s+(?:the\s+|la\s+|el\s+)?{words.COMPACT}")
_WORD_GLOSS = re.compile(
    rf"\s+-\s+[^.;:\d\n]{{1,90}}?\s+-\s*(?:,?\s*{words.CONJUNCTION}\s+)?"
    rf"|\s*,\s*(?P<aside>{words.TOPIC})\s[^.;:()\d]{{1,90}}?,\s*(?:{words.CONJUNCTION}\s+)?"
    rf"|\s+(?P<topic>{words.TOPIC})\s[^.;:()\d]{{1,90}}?(?:\s*[,;]\s*(?:{words.CONJUNCTION}\s+)?|\s{words.CONJUNCTION}\s+)"
    rf"|\s*:\s*[^.;\d]{{1,120}};\s*(?:{words.CONJUNCTION}\s+)?"
)
_GLOSSES = (_PAREN_GLOSS, _QUOTED_GLOSS, _OF_THE_COMPACT)
_FOLLOWED = re.compile(
    r"[^.;:()\d\n]{0,60}?\b(?:followed\s+by|suivis?\s+(?:de|du|des|par)|seguid[oa]s?\s+(?:del?|por))\s+"
)
_AFTER_GLOSSED = re.compile(rf"{_S}(?:[,;.:)\]]|$|-\s|\(|{words.CONJUNCTION}\s)")
_OPEN_END = re.compile(
    rf"{_S},?{_S}(?:(?:and|et|y)\s+(?:others?|so\s+on|the\s+rest|autres|otr[oa]s)\b|etc\b\.?|inter\s+alia\b)"
)

_PAREN_NUMBER = re.compile(r"\(\s?(\d{1,2})\s?\)")
_PAREN_LETTER = re.compile(r"\s?:?\s?\(\s?([a-z])\s?\)")
_HALF_LETTER = re.compile(r"\s?([a-z])\)")
_PAREN_LETTERS = re.compile(
    r"\s?\(\s?([a-z](?:\s?(?:,|;|/|&|-|\band\b|\bor\b|\bto\b|\bet\b|\bou\b|\ba\b|\by\b|\be\b|\bo\b)+\s?[a-z]\b)+)\s?\)"
)
_GLUED_LETTER = re.compile(r"[.\-/:]?([a-z])(?![\w'(])")
_SPACED_LETTER = re.compile(r"[ ]([b-df-hj-n])(?![\w'.])")
_LAST_LETTER = re.compile(r"\s([a-z])(?=\s*$)")
_BARE_LETTER = re.compile(r"\(?\s?([a-z])(?![\w'])(?:\s?\))?")
# The e of "c, e and l" is a letter, that of "c e l" a conjunction.
_LETTER_MARK = re.compile(rf"{_S}[,;/&+]{_S}(?=\(?[a-z](?![\w'])(?!\s+(?![yeou]\b)[a-z](?![\w'])))")
_LETTER_SEPARATOR = re.compile(
    rf"{_S}(?:(?:[,;/&+]{_S})?(?:{words.CONJUNCTION}(?=[\s(]))|[,;/&+])?{_S}"
)
_LETTER_TO = re.compile(rf"{_S}(?:-+|to\b|through\b|al?\b|aux?\b|hasta\b){_S}")
_ACTION_NOUN = re.compile(
    rf"{_S}[,:(]?{_S}(?:(?:{words.EXAMPLES}|{words.CONJUNCTION}|its|ses|sus|under|is|are|est|sont|es|son){_S})*(?:{words.ARTICLE})"
    rf"\b{words.ACTION}{_S}(?={words.NUMBER_SIGN}\(?[a-z](?![\w']))"
)

_OF_ANOTHER_NUMBER = re.compile(
    rf"{_S}{words.OF}{_S}{words.ARTICLE}(?:{words.COMPACT}{_S})?{words.OBJECTIVE}{_S}(?=\d)"
)


class Numbering(Enum):
    """What the numbers of a list are, because of the noun before it."""

    OBJECTIVE = "objective"
    TARGET = "target"
    PARAGRAPH = "paragraph"
    POINT = "point"


@frozen
class Member:
    """A member of a list: a number, a number with a letter, or a number with decimals.

    ``reaches`` says that it ends a range, which the member before it begins.
    """

    start: int
    end: int
    number: int
    letter: str = ""
    decimal: str = ""
    reaches: bool = False

    def of(self, number: int) -> "Member":
        """Return the same letter of another number."""
        return Member(self.start, self.end, number, self.letter, reaches=self.reaches)


@dataclass
class ListOf:
    """The members of a list, where it ends, and what in it is not understood."""

    end: int
    members: list[Member] = field(default_factory=list)
    unread: list[tuple[int, int]] = field(default_factory=list)


class ListReader:
    """Reads the lists of one text.

    ``last`` is the number of the last objective: a longer number may have a footnote's behind it.
    """

    def __init__(self, folded: Folded, last: int) -> None:
        self.folded = folded
        self.plain = folded.plain
        self.last = last

    def read(
        self, at: int, numbering: Numbering, *, plural: bool, noun: str = "", first: bool = True
    ) -> ListOf:
        """Return the list that begins at a character; it has no members where there is none.

        ``plural`` says that the noun before it stands for several, ``noun`` is the pattern of it,
        which may be repeated in a range.
        """
        opened = re.compile(rf"{words.ARTICLE}{words.NUMBER_SIGN}").match(self.plain, at)
        found = ListOf(at)
        start = opened.end() if opened else at
        if not self._item(start, numbering, found, plural=plural, is_first=first):
            return found
        while self._next(numbering, found, plural=plural, noun=noun):
            pass
        open_end = _OPEN_END.match(self.plain, found.end)
        if open_end and plural:
            found.unread.append((_inked(open_end), open_end.end()))
            found.end = open_end.end()
        return found

    def _next(self, numbering: Numbering, found: ListOf, *, plural: bool, noun: str) -> bool:
        """Read one more member, or what is in its place; False where the list ends."""
        if self._range(numbering, found, plural=plural, noun=noun):
            return True
        for after in self._after_glosses(found.end):
            separator = _SEPARATOR.match(self.plain, after)
            if separator and self._member_after(separator, numbering, found, plural=plural):
                return True
            if after != found.end and self._range(
                numbering, found, plural=plural, noun=noun, at=after
            ):
                return True
        followed = _FOLLOWED.match(self.plain, found.end)
        if followed and self._member_after(followed, numbering, found, plural=plural):
            return True
        return plural and self._after_topic(numbering, found)

    def _after_glosses(self, at: int) -> Iterator[int]:
        """Where a list may go on: at once, or after parentheses or quotation marks."""
        yield at
        while gloss := next(filter(None, (one.match(self.plain, at) for one in _GLOSSES)), None):
            at = gloss.end()
            yield at

    def _member_after(
        self, separator: re.Match[str], numbering: Numbering, found: ListOf, *, plural: bool
    ) -> bool:
        start = self._skip(rf"{words.ARTICLE}{words.NUMBER_SIGN}", separator.end())
        is_marked = "mark" in separator.groupdict() and separator["mark"]
        if not plural and is_marked and self._counts(start):
            return False
        if self._item(start, numbering, found, plural=plural, is_first=False):
            return True
        odd = _NOT_UNDERSTOOD.match(self.plain, start)
        if odd is None or not plural or self._is_no_member(start):
            return False
        found.unread.append((start, odd.end()))
        found.end = odd.end()
        return True

    def _range(
        self, numbering: Numbering, found: ListOf, *, plural: bool, noun: str, at: int | None = None
    ) -> bool:
        at = found.end if at is None else at
        to = _TO.match(self.plain, at)
        if to is None or (not plural and self._is_verb(to)):
            return False
        if not plural and to[0].strip().isalpha() and self._counts(to.end()):
            return False
        repeated = rf"(?:{noun}{_S})?" if noun else ""
        start = self._skip(rf"{words.ARTICLE}{repeated}{words.NUMBER_SIGN}", to.end())
        return self._item(start, numbering, found, plural=plural, is_first=False, reaches=True)

    def _counts(self, at: int) -> bool:
        """Whether the number at a place counts something: ``objective 18, 2 speakers``."""
        digits = _DIGITS.match(self.plain, at)
        return digits is not None and bool(_COUNTING_WORD.match(self.plain, digits.end()))

    def _is_verb(self, to: re.Match[str]) -> bool:
        """Whether what may join a range is the French verb of ``l'objectif 5 a``."""
        return to[0].strip() == "a" and "à" not in self.folded.written(*to.span()).lower()

    def _after_topic(self, numbering: Numbering, found: ListOf) -> bool:
        """Read the 21 of ``19 on diasporas and 21 on return``."""
        gloss = _WORD_GLOSS.match(self.plain, found.end)
        if gloss is None:
            return False
        start = self._skip(rf"{words.ARTICLE}{words.NUMBER_SIGN}", gloss.end())
        ahead = ListOf(start)
        if not self._item(start, numbering, ahead, plural=True, is_first=False):
            return False
        topic = gloss["topic"] or gloss["aside"]
        goes_on = topic and re.compile(rf"{_S}{topic}\b").match(self.plain, ahead.end)
        if not goes_on and not _AFTER_GLOSSED.match(self.plain, ahead.end):
            return False
        found.members += ahead.members
        found.end = ahead.end
        return True

    def _skip(self, pattern: str, at: int) -> int:
        match = re.compile(pattern).match(self.plain, at)
        return match.end() if match else at

    # ------------------------------------------------------------ one member

    def _item(
        self,
        at: int,
        numbering: Numbering,
        found: ListOf,
        *,
        plural: bool,
        is_first: bool,
        reaches: bool = False,
    ) -> bool:
        """Read a number with its letters, and add what it names; False where there is none."""
        if self._decimal(at, numbering, found, reaches=reaches):
            return True
        number = self._number(at, numbering, found, plural=plural)
        if number is None:
            return False
        value, end = number
        if not is_first and _COUNTED.match(self.plain, end):
            return False
        letters = [] if numbering is Numbering.TARGET else list(self._letters(end, value))
        if not letters:
            found.members.append(Member(at, end, value, reaches=reaches))
            found.end = end
            return True
        # The first letter belongs to the characters of its number; a letter after it stands alone.
        first, *others = letters
        found.members.append(Member(at, first.end, value, first.letter, reaches=reaches))
        found.members += others
        found.end = letters[-1].end
        return True

    def _decimal(self, at: int, numbering: Numbering, found: ListOf, *, reaches: bool) -> bool:
        match = _DECIMAL.match(self.plain, at)
        if match is None or numbering is Numbering.PARAGRAPH:
            return False
        if numbering is not Numbering.TARGET and match[2].isalpha():
            return False
        if any(one.match(self.plain, match.end()) for one in (_COUNTED, _NO_MEMBER, _HOUR)):
            return False
        found.members.append(
            Member(at, match.end(), int(match[1]), decimal=match[0], reaches=reaches)
        )
        found.end = match.end()
        return True

    def _number(
        self, at: int, numbering: Numbering, found: ListOf, *, plural: bool
    ) -> tuple[int, int] | None:
        """The number at a character and where it ends, or None where there is no member."""
        enclosed = _PAREN_NUMBER.match(self.plain, at)
        if enclosed:
            return int(enclosed[1]), enclosed.end()
        digits = _DIGITS.match(self.plain, at)
        if digits:
            if self._is_no_member(at):
                return None
            return self._without_footnote(digits, numbering)
        if numbering is not Numbering.OBJECTIVE:
            return None
        # "objective 2, three of which": after a figure a word counts
        last = found.members[-1] if found.members else None
        if last and self.plain[last.start].isdigit():
            return None
        return self._spelled(at, plural=plural) or self._roman(at, is_first=last is None)

    def _is_no_member(self, at: int) -> bool:
        """Whether the digits at a character are of a date, a count, a year or a longer number."""
        digits = _DIGITS.match(self.plain, at)
        if digits is None:
            return False
        is_year = _FIRST_YEAR <= int(digits[1]) <= _LAST_YEAR
        return is_year or bool(_NO_MEMBER.match(self.plain, digits.end()))

    def _without_footnote(
        self, digits: re.Match[str], numbering: Numbering
    ) -> tuple[int, int] | None:
        """A number without the number of a footnote that is printed right behind it: 6 of 612."""
        end = digits.end()
        following = self.plain[end : end + 2]
        if following[:1].isalpha() and following[1:2].isalnum():
            return None
        number = int(digits[1])
        if numbering is not Numbering.OBJECTIVE or len(digits[1]) <= 2:
            return number, end
        cuts = [
            cut
            for cut in (1, 2)
            if 1 <= int(digits[1][:cut]) <= self.last and digits[1][cut] != "0"
        ]
        # Of 123, nothing says whether it is 1 with note 23 or 12 with note 3.
        likely = [cut for cut in cuts if len(digits[1]) - cut == 2] if len(cuts) > 1 else cuts
        if len(cuts) > 1 and len(digits[1]) == 3:
            return number, end
        return (int(digits[1][: likely[0]]), end) if likely else (number, end)

    def _spelled(self, at: int, *, plural: bool) -> tuple[int, int] | None:
        match = _WORD.match(self.plain, at)
        if match is None:
            return None
        number = words.number_of(match[0], words.CARDINALS)
        # "objectives one can reach", "l'objectif un peu"
        followed = re.compile(r"\s*(?:[,;.:()]|$|is\b|est\b|es\b|and\b|et\b|y\b)")
        if number == 1 and (plural or not followed.match(self.plain, match.end())):
            return None
        return number, match.end()

    def _roman(self, at: int, *, is_first: bool) -> tuple[int, int] | None:
        match = _ROMAN.match(self.plain, at)
        if match is None or not self.folded.written(*match.span()).isupper():
            return None
        values = [_ROMAN_VALUES[char] for char in match[0]]
        number = sum(
            -value if value < following else value
            for value, following in zip(values, [*values[1:], 0], strict=True)
        )
        # "I" is a word, and one letter may be the letter of an action or of a list.
        if len(match[0]) == 1 and not (number > 1 and is_first):
            return None
        return number, match.end()

    # ------------------------------------------------------------ letters

    def _letters(self, at: int, number: int) -> Iterator[Member]:
        """The letters behind a number."""
        grouped = _PAREN_LETTERS.match(self.plain, at)
        if grouped:
            yield from self.bare_letters(grouped.start(1), grouped.end(1), number, grouped.end())
            return
        noun = _ACTION_NOUN.match(self.plain, at)
        if noun:
            letters = list(self.letters(noun.end(), number, bare=True))
            # "objective 6 and action (e) of objective 5"
            if not (letters and _OF_ANOTHER_NUMBER.match(self.plain, letters[-1].end)):
                yield from letters
            return
        yield from self.letters(at, number, bare=False)

    def bare_letters(self, at: int, end: int, number: int, close: int) -> Iterator[Member]:
        """The letters within one pair of parentheses, the last of which ends with them."""
        found = [one for one in self.letters(at, number, bare=True) if one.end <= end + 1]
        if found:
            last = found[-1]
            found[-1] = Member(last.start, close, number, last.letter, reaches=last.reaches)
        yield from found

    def letters(self, at: int, number: int, *, bare: bool) -> Iterator[Member]:
        """Yield the letters of a list that begins at a character; ``bare`` ones need no mark."""
        first = self._first_letter(at, bare=bare)
        if first is None:
            return
        glued = not bare and not first[0].rstrip().endswith(")")
        end = first.end()
        yield Member(_inked(first), end, number, first[1])
        while not glued:
            to = _LETTER_TO.match(self.plain, end)
            separator = _LETTER_MARK.match(self.plain, end) or _LETTER_SEPARATOR.match(
                self.plain, end
            )
            following = to and self._other_letter(to.end(), bare=bare)
            reaches = following is not None
            if following is None and separator:
                following = self._other_letter(separator.end(), bare=bare)
                if following and not separator[0].strip() and not following[0].endswith(")"):
                    return
            if following is None:
                return
            end = following.end()
            yield Member(_inked(following), end, number, following[1], reaches=reaches)

    def _first_letter(self, at: int, *, bare: bool) -> re.Match[str] | None:
        if bare:
            start = self._skip(rf"{_S}{words.NUMBER_SIGN}", at)
            return _BARE_LETTER.match(self.plain, start)
        found = self._marked_letter(at)
        if found:
            return found
        glued = _GLUED_LETTER.match(self.plain, at)
        if glued and not self._is_ordinal(glued):
            return glued
        spaced = _SPACED_LETTER.match(self.plain, at)
        if spaced:
            return spaced
        is_alone = re.fullmatch(r"\s*\d{1,2}", self.plain[:at])
        return _LAST_LETTER.match(self.plain, at) if is_alone else None

    def _is_ordinal(self, glued: re.Match[str]) -> bool:
        """Whether the letter is the mark of an ordinal, as in 6.º or 1o."""
        return glued[1] in "ao" and self.folded.written(*glued.span(1)) in "ºª°o"

    def _marked_letter(self, at: int) -> re.Match[str] | None:
        """A letter in parentheses that does not begin an item of a list: ``\\n(b) Objective 5``."""
        found = _PAREN_LETTER.match(self.plain, at) or _HALF_LETTER.match(self.plain, at)
        if found is None:
            return None
        begins_line = "\n" in self.plain[at : _inked(found)] or self.plain[at - 1 : at] == "\n"
        following = re.compile(r"\s+[^\W\d_]").match(self.plain, found.end())
        if begins_line and following and self.folded.written(*following.span())[-1].isupper():
            return None
        return found

    def _other_letter(self, at: int, *, bare: bool) -> re.Match[str] | None:
        found = self._marked_letter(at)
        if found or not bare:
            return found
        letter = _BARE_LETTER.match(self.plain, at)
        # "mesures b) et c), et à titre secondaire"
        if letter and _COUNTING_WORD.match(self.plain, letter.end()):
            return None
        return letter


def _inked(match: re.Match[str]) -> int:
    """Where the first character of a match is that is no white space."""
    return match.end() - len(match[0].lstrip())
