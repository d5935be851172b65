"""The numbers of references: figures, number words and Roman numerals, but no dates and counts."""

from gcmilo.references import words
from gcmilo.references.folded import Folded
from gcmilo.references.member import Member, Numbering
from gcmilo.references.pattern import Pattern

_S = words.SPACE
_FIGURES = Pattern(r"(?<!\d)(\d{1,4})(?!\d)")
_IN_PARENTHESES = Pattern(r"\( ?(\d{1,2}) ?\)")
_DECIMAL = Pattern(r"(\d{1,2})\.(\d{1,2}|[a-z](?![\w)]))(?!\d|\.\d)")
_WORD = Pattern(words.spelled(words.CARDINALS))
_ROMAN = Pattern(r"[ivx]{1,6}\b(?!')")
_ROMAN_VALUES = {"i": 1, "v": 5, "x": 10}
_FIRST_YEAR, _LAST_YEAR = 1945, 2100
_LONGEST_NUMBER = 2
"""How many figures the number of an objective has at most; more are a footnote's."""

_NO_MEMBER = Pattern(
    r"[./]\d{1,2}[./](?:\d{4}|0\d|2[4-9]|[3-9]\d)\b"  # a date
    r"|\.\d|[, ]\d{3}\b|:\d\d|(?:st|nd|rd|th|er|eme|ieme)\b"  # a longer number, an hour, an ordinal
    rf"|{_S}[%°]|\s?h\s?\d{{2}}\b|\s?(?:km|kg|m2|bn|mds?)\b"  # a share, an hour, a measure
    rf"|{_S}(?:de\s+|of\s+)?{words.MONTH}\b\.?(?!')"
)
"""What follows the figures of something else than a reference."""
_COUNTED = Pattern(rf"{_S}{words.COUNTED}")
_HOUR = Pattern(r"\s?h\b")
_A_WORD = Pattern(rf"\s+(?!{words.FUNCTION_WORD})[^\W\d_]{{2,}}")
_AFTER_ONE = Pattern(r"\s*(?:[,;.:()]|$|is\b|est\b|es\b|and\b|et\b|y\b)")


class NumberReader:
    """Reads the numbers of one text; ``last`` is the number of the last objective."""

    def __init__(self, folded: Folded, last: int) -> None:
        self._folded = folded
        self._plain = folded.plain
        self._last = last

    def decimal(self, at: int, numbering: Numbering) -> Member | None:
        """Return the number with decimals, or with the letter of an SDG target, at a place."""
        match = _DECIMAL.match(self._plain, at)
        if match is None or numbering is Numbering.PARAGRAPH:
            return None
        if match[2].isalpha() and numbering is not Numbering.TARGET:
            return None
        end = match.end()
        if any(one.match(self._plain, end) for one in (_COUNTED, _NO_MEMBER, _HOUR)):
            return None
        return Member(at, end, int(match[1]), decimal=match[0])

    def number(
        self, at: int, numbering: Numbering, before: Member | None, *, plural: bool
    ) -> Member | None:
        """Return the number at a place, or None for no number, and for a date, count or year.

        ``before`` is the member of its list before it.
        """
        enclosed = _IN_PARENTHESES.match(self._plain, at)
        if enclosed:
            return Member(at, enclosed.end(), int(enclosed[1]))
        figures = _FIGURES.match(self._plain, at)
        if figures:
            return None if self.is_something_else(at) else self._figures(at, numbering)
        # "objective 2, three of which": after figures a word counts.
        is_after_figures = before is not None and self._plain[before.start].isdigit()
        if numbering is not Numbering.OBJECTIVE or is_after_figures:
            return None
        return self._spelled(at, plural=plural) or self._roman(at, is_first=before is None)

    def is_something_else(self, at: int) -> bool:
        """Return whether the figures at a place are of a date, a year or a longer number."""
        figures = _FIGURES.match(self._plain, at)
        if figures is None:
            return False
        is_year = _FIRST_YEAR <= int(figures[1]) <= _LAST_YEAR
        return is_year or _NO_MEMBER.match(self._plain, figures.end()) is not None

    def is_counted(self, end: int) -> bool:
        """Return whether what follows a number is a thing that is counted."""
        return _COUNTED.match(self._plain, end) is not None

    def may_count(self, at: int) -> bool:
        """Return whether any noun follows the number at a place: ``2 speakers``."""
        figures = _FIGURES.match(self._plain, at)
        return figures is not None and _A_WORD.match(self._plain, figures.end()) is not None

    def _figures(self, at: int, numbering: Numbering) -> Member | None:
        figures = _FIGURES.match(self._plain, at)
        if figures is None:
            return None
        end = figures.end()
        following = self._plain[end : end + 2]
        if following[:1].isalpha() and following[1:].isalnum():  # 7bis
            return None
        number = int(figures[1])
        if numbering is Numbering.OBJECTIVE and len(figures[1]) > _LONGEST_NUMBER:
            number = self._without_footnote(figures[1])
        return Member(at, end, number)

    def _without_footnote(self, figures: str) -> int:
        """The number before that of a footnote that is printed right behind it: 6 of 612.

        Of 123, nothing says whether it is 1 with note 23 or 12 with note 3.
        """
        cuts = [len(figures) - 1, len(figures) - 2]
        numbers = [
            int(figures[:cut])
            for cut in cuts
            if cut <= _LONGEST_NUMBER
            and 1 <= int(figures[:cut]) <= self._last
            and figures[cut] != "0"
        ]
        return numbers[0] if len(numbers) == 1 else int(figures)

    def _spelled(self, at: int, *, plural: bool) -> Member | None:
        word = _WORD.match(self._plain, at)
        if word is None:
            return None
        number = words.number_of(word[0], words.CARDINALS)
        # "objectives one can reach", "l'objectif un peu"
        if number == 1 and (plural or not _AFTER_ONE.match(self._plain, word.end())):
            return None
        return Member(at, word.end(), number)

    def _roman(self, at: int, *, is_first: bool) -> Member | None:
        numeral = _ROMAN.match(self._plain, at)
        if numeral is None or not self._folded.written(*numeral.span()).isupper():
            return None
        values = [_ROMAN_VALUES[char] for char in numeral[0]]
        number = 0
        for value, following in zip(values, [*values[1:], 0], strict=True):
            number += -value if value < following else value
        # "I" is a word, and a letter alone may be that of an action or of a list.
        if len(values) == 1 and not (is_first and number > 1):
            return None
        return Member(at, numeral.end(), number)
