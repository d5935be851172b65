"""The letters of actions as people write them: ``(a)``, ``a)``, ``6l``, ``actions c, e and f``."""

import re
from collections.abc import Iterator

from gcmilo.references import words
from gcmilo.references.folded import Folded
from gcmilo.references.member import Member
from gcmilo.references.pattern import Pattern

_S = words.SPACE
_IN_PARENTHESES = Pattern(r" ?:? ?\( ?([a-z]) ?\)")
_BEFORE_PARENTHESIS = Pattern(r" ?([a-z])\)")
_GROUP = Pattern(r" ?\( ?([a-z](?: ?(?:[,;/&-]|\b(?:and|or|to|et|ou|a|y|e|o)\b)+ ?[a-z]\b)+) ?\)")
"""Several letters in one pair of parentheses."""
_GLUED = Pattern(r"[.\-/:]?([a-z])(?![\w'(])")
_SPACED = Pattern(r" ([b-df-hj-n])(?![\w'.])")
"""A letter that is no word of the three languages."""
_LAST = Pattern(r"\s([a-z])(?=\s*$)")
_BARE = Pattern(r"\(? ?([a-z])(?![\w'])(?: ?\))?")
_SIGN = Pattern(rf"{_S}{words.NUMBER_SIGN}")

_MARK = Pattern(rf"{_S}[,;/&+]{_S}(?=\(?[a-z](?![\w'])(?!\s+(?![yeou]\b)[a-z](?![\w'])))")
"""What separates two letters if the second is not a conjunction, as the e of ``c, e f`` is."""
_SEPARATOR = Pattern(rf"{_S}(?:(?:[,;/&+]{_S})?{words.CONJUNCTION}(?=[ (])|[,;/&+])?{_S}")
_TO = Pattern(rf"{_S}(?:-+|to\b|through\b|al?\b|aux?\b|hasta\b){_S}")
_NOUN = Pattern(
    rf"{_S}[,:(]?{_S}"
    rf"(?:(?:{words.EXAMPLES}|{words.CONJUNCTION}|its|ses|sus|under|is|are|est|sont|es|son){_S})*"
    rf"{words.ARTICLE}\b{words.ACTION}{_S}(?={words.NUMBER_SIGN}\(?[a-z](?![\w']))"
)
"""What stands between a number and its letters: ``, in particular actions``."""
_GLOSS = Pattern(words.GLOSS)
_OF_ANOTHER_NUMBER = Pattern(
    rf"{_S}{words.OF}{_S}{words.ARTICLE}(?:{words.COMPACT}{_S})?{words.OBJECTIVE}{_S}(?=\d)"
)
_A_WORD = Pattern(rf"\s+(?!{words.FUNCTION_WORD})[^\W\d_]{{2,}}")
_NUMBER_AND_SPACE = 5
"""How far into a text a number may reach that is its only one."""


class LetterReader:
    """Reads the letters of actions in one text."""

    def __init__(self, folded: Folded) -> None:
        self._folded = folded
        self._plain = folded.plain

    def behind_number(self, at: int, number: int) -> list[Member]:
        """Return the letters that follow a number."""
        group = _GROUP.match(self._plain, at)
        if group:
            return self._grouped(group, number)
        gloss = _GLOSS.match(self._plain, at)
        noun = _NOUN.match(self._plain, at) or (gloss and _NOUN.match(self._plain, gloss.end()))
        if noun is None:
            return list(self.listed(at, number, bare=False))
        letters = list(self.listed(noun.end(), number, bare=True))
        # Of "objective 6 and action (e) of objective 5" the letter is of the second.
        is_others = letters and _OF_ANOTHER_NUMBER.match(self._plain, letters[-1].end)
        return [] if is_others else letters

    def listed(self, at: int, number: int, *, bare: bool) -> Iterator[Member]:
        """Yield the letters of a list that begins at a place; ``bare`` ones need no parentheses."""
        letter = self._first(at, bare=bare)
        if letter is None:
            return
        yield Member(_inked(letter), letter.end(), number, letter[1])
        is_glued = not bare and not letter[0].endswith(")")
        while not is_glued:
            end = letter.end()
            to = _TO.match(self._plain, end)
            letter = self._other(to.end(), bare=bare) if to else None
            reaches = letter is not None
            letter = letter or self._separated(end, bare=bare)
            if letter is None:
                return
            yield Member(_inked(letter), letter.end(), number, letter[1], reaches=reaches)

    def _grouped(self, group: re.Match[str], number: int) -> list[Member]:
        """The letters within one pair of parentheses, which belong to the last of them."""
        inside = self.listed(group.start(1), number, bare=True)
        *others, last = [letter for letter in inside if letter.start < group.end()]
        return [*others, Member(last.start, group.end(), number, last.letter, reaches=last.reaches)]

    def _first(self, at: int, *, bare: bool) -> re.Match[str] | None:
        if bare:
            sign = _SIGN.match(self._plain, at)
            return _BARE.match(self._plain, sign.end() if sign else at)
        marked = self._marked(at)
        if marked:
            return marked
        glued = _GLUED.match(self._plain, at)
        if glued and not self._is_ordinal(glued):
            return glued
        spaced = _SPACED.match(self._plain, at)
        if spaced or at > _NUMBER_AND_SPACE or not self._plain[:at].strip().isdigit():
            return spaced
        return _LAST.match(self._plain, at)

    def _separated(self, end: int, *, bare: bool) -> re.Match[str] | None:
        """The next letter of a list that is no range."""
        separator = _MARK.match(self._plain, end) or _SEPARATOR.match(self._plain, end)
        if separator is None:
            return None
        letter = self._other(separator.end(), bare=bare)
        # Nothing but white space separates letters only if each is in parentheses: "(c)(d)".
        if letter and not separator[0].strip() and not letter[0].endswith(")"):
            return None
        return letter

    def _other(self, at: int, *, bare: bool) -> re.Match[str] | None:
        marked = self._marked(at)
        if marked or not bare:
            return marked
        letter = _BARE.match(self._plain, at)
        # The "à" of "mesures b) et c), et à titre secondaire" is a word.
        return None if letter and _A_WORD.match(self._plain, letter.end()) else letter

    def _marked(self, at: int) -> re.Match[str] | None:
        return _IN_PARENTHESES.match(self._plain, at) or _BEFORE_PARENTHESIS.match(self._plain, at)

    def _is_ordinal(self, glued: re.Match[str]) -> bool:
        """Whether the letter is the mark of an ordinal, as in 6.º or 1o."""
        return glued[1] in "ao" and self._folded.written(*glued.span(1)) in "ºª°o"


def _inked(match: re.Match[str]) -> int:
    """Where the first character of a match is that is no white space."""
    return match.end() - len(match[0].lstrip())
