"""The places of a file's pieces, as a citation names them.

A document that numbers its paragraphs is cited by them, else by its numbered headings, else by
what its form has: pages, lines, headings, or the count of its paragraphs.
"""

import re
from collections.abc import Sequence
from itertools import chain

from gcmilo.frozen import frozen
from gcmilo.reader.document import Block, Table
from gcmilo.reader.pieces import Part, Piece
from gcmilo.text import shown

_TYPED = re.compile(r"\s*[¶§]?\s*(\d{1,3})\s?[.)](?![\d.])\s*(?=\S)")
"""A number typed before a paragraph: ``12. `` or ``12) ``."""
_TWO_LEVELS = re.compile(r"\s*(\d{1,2}(?:\.\d{1,2}){1,3})[.)]?\s+(?=\S)")
"""The same of paragraphs that are numbered within their sections."""
_LEAST_OF_TWO_LEVELS = 3
_LABEL = re.compile(r"[(¶§ ]*(\d{1,3})[.) ]*")
"""A number that a word processor prints before a paragraph."""
_SECTION = re.compile(
    r"\s*(?:section|chapter|part|chapitre|partie|sección|capítulo|parte)?\s*"
    r"((?:\d{1,2}|[IVX]{1,5}(?=[.)\s]))(?:\.\d{1,2}){0,4})[.):]?\s+(?=\S)",
    re.IGNORECASE,
)
_MOST_AHEAD = 3
"""How far a number may be ahead of its sequence: a missing part does not end the sequence."""
_MOST_OPEN = 20
"""How many sequences may be going on at once; older ones have ended."""
_LEAST_SHARE = 0.4
"""The share of the text that numbered paragraphs must have; a list within a text has less."""


def placed(parts: Sequence[Part]) -> tuple[Block | Table, ...]:
    """Return the parts with the places of the pieces."""
    chains = _chains(parts)
    paragraphs = paragraph_numbers(parts, chains) or _numbers_of_two_levels(parts)
    items = frozenset(chain.from_iterable(chains)) if paragraphs else frozenset()
    sections = {} if paragraphs else section_numbers(parts)
    here = _Here()
    found: list[Block | Table] = []
    for at, part in enumerate(parts):
        if isinstance(part, Table):
            found.append(part)
            continue
        is_heading = part.is_heading and at not in items
        here = here.at(part, paragraphs.get(at), sections.get(at), is_heading=is_heading)
        text = without_number(part) if at in paragraphs else with_label(part)
        found.append(Block(f"footnote {part.footnote}" if part.footnote else here.place, text))
    return tuple(found)


@frozen
class _Here:
    """The place that has been reached."""

    place: str = ""
    paragraph: str | None = None
    section: str | None = None
    heading: str = ""
    count: int = 0

    def at(
        self, piece: Piece, paragraph: str | None, section: str | None, *, is_heading: bool
    ) -> "_Here":
        """The place of the next piece."""
        if piece.footnote:
            return self
        heading = " ".join(piece.text.split()) if is_heading else self.heading
        if is_heading:
            paragraph_now, section_now = paragraph, section
        else:
            paragraph_now = self.paragraph if paragraph is None else paragraph
            section_now = self.section
        count = self.count + 1
        if paragraph_now is not None:
            place = f"para. {paragraph_now}"
        elif section_now is not None:
            place = f"section {section_now}"
        else:
            place = _fallback(piece, heading, count)
        return _Here(place, paragraph_now, section_now, heading, count)


def _fallback(piece: Piece, heading: str, count: int) -> str:
    if piece.page:
        return f"page {piece.page}"
    if piece.line:
        return f"line {piece.line}"
    if heading:
        return 'section "' + shown(heading)[1:-1] + '"'
    return f"unnumbered paragraph {count}"


def with_label(piece: Piece) -> str:
    """Return the text with what a word processor prints before it."""
    return f"{piece.label} {piece.text}" if piece.label else piece.text


def without_number(piece: Piece) -> str:
    """Return the text of a numbered paragraph without its number, which its place says."""
    if piece.label:
        return piece.text
    pattern = _TYPED if _TYPED.match(piece.text) else _TWO_LEVELS
    return pattern.sub("", piece.text, count=1)


def number_of(piece: Piece) -> int | None:
    """Return the number before a paragraph, typed or printed by a word processor."""
    found = _LABEL.fullmatch(piece.label) if piece.label else _TYPED.match(piece.text)
    return int(found[1]) if found else None


def paragraph_numbers(parts: Sequence[Part], chains: Sequence[dict[int, int]]) -> dict[int, str]:
    """Return the number of each numbered paragraph by its place among the parts.

    It is empty if the document does not number its paragraphs. Lists have sequences of their own;
    the paragraphs' is the longest.
    """
    longest = max(chains, key=len, default={})
    numbers = {at: str(number) for at, number in longest.items()}
    return numbers if _numbers_the_text(numbers, parts) else {}


def _numbers_of_two_levels(parts: Sequence[Part]) -> dict[int, str]:
    """The numbers of paragraphs that are numbered ``2.3``, within their sections."""
    found: dict[int, str] = {}
    before: list[str] = []
    for at, part in enumerate(parts):
        if isinstance(part, Table) or part.footnote or part.is_heading:
            continue
        number = _TWO_LEVELS.match(f"{part.label} {part.text}" if part.label else part.text)
        if number and _is_next(number[1], before):
            before.append(number[1])
            found[at] = number[1]
    enough = len(found) >= _LEAST_OF_TWO_LEVELS and _numbers_the_text(found, parts)
    return found if enough else {}


def _chains(parts: Sequence[Part]) -> list[dict[int, int]]:
    """The sequences of numbers, each number by its place among the parts.

    A list within a paragraph is ended by the next number of the paragraphs.
    """
    chains: list[dict[int, int]] = []
    still_open: list[dict[int, int]] = []
    for at, part in enumerate(parts):
        if isinstance(part, Table) or part.footnote or (part.is_heading and not part.is_guess):
            continue
        number = number_of(part)
        if number is None:
            continue
        depth = _depth_for(number, part, still_open, parts)
        if depth is not None:
            still_open[depth][at] = number
            del still_open[depth + 1 :]
        elif number == 1 or not chains:  # an extract begins in the middle
            chains.append({at: number})
            still_open.append(chains[-1])
            if len(still_open) > _MOST_OPEN:
                del still_open[_MOST_OPEN // 2]
    return chains


def _depth_for(
    number: int, piece: Piece, still_open: Sequence[dict[int, int]], parts: Sequence[Part]
) -> int | None:
    """Which sequence a number continues: the latest that it follows, or is little ahead of.

    Of two that it follows, a number before a sentence continues the one of sentences.
    """
    for ahead in range(1, _MOST_AHEAD + 1):
        fitting = [
            depth
            for depth, numbers in enumerate(still_open)
            if number == next(reversed(numbers.values())) + ahead
            and (ahead == 1 or len(numbers) > 1)
        ]
        alike = [depth for depth in fitting if _is_alike(piece, still_open[depth], parts)]
        if fitting:
            return max(alike or fitting)
    return None


def _is_alike(piece: Piece, numbers: dict[int, int], parts: Sequence[Part]) -> bool:
    last = parts[next(reversed(numbers))]
    return isinstance(last, Piece) and last.is_heading == piece.is_heading


def _numbers_the_text(numbers: dict[int, str], parts: Sequence[Part]) -> bool:
    """Whether the numbered pieces, and what follows each up to a heading, are most of the text."""
    if len(numbers) < 2 or _are_headings(numbers, parts):  # noqa: PLR2004 - one is no sequence
        return False
    numbered = whole = 0
    within = False
    last = max(numbers)
    for at, part in enumerate(parts):
        if isinstance(part, Table) or part.footnote:
            continue
        within = at in numbers or (within and not part.is_heading and at < last)
        whole += len(part.text)
        numbered += len(part.text) * within
    return numbered >= whole * _LEAST_SHARE


def _are_headings(numbers: dict[int, str], parts: Sequence[Part]) -> bool:
    headings = [at for at, part in enumerate(parts) if isinstance(part, Piece) and part.is_heading]
    return len(numbers.keys() & set(headings)) > len(numbers) / 2


def section_numbers(parts: Sequence[Part]) -> dict[int, str]:
    """Return the number of each numbered heading by its place among the parts.

    It is empty if no two headings are numbered in a plausible order.
    """
    found: dict[int, str] = {}
    for at, part in enumerate(parts):
        if isinstance(part, Table) or not part.is_heading:
            continue
        number = _section_of(part)
        if number and _is_next(number, list(found.values())):
            found[at] = number
    return found if len(found) > 1 and _have_text(found, parts) else {}


def _have_text(headings: dict[int, str], parts: Sequence[Part]) -> bool:
    """Whether half of the headings have text below them; the items of a list have none."""
    with_text = 0
    for at in headings:
        below = parts[at + 1] if at + 1 < len(parts) else None
        with_text += isinstance(below, Table) or (below is not None and not below.is_heading)
    return with_text >= len(headings) / 2


def _section_of(piece: Piece) -> str | None:
    if piece.label:
        found = _SECTION.match(f"{piece.label} x")
        return found[1] if found else None
    match = _SECTION.match(piece.text)
    return match[1] if match else None


def _is_next(number: str, before: Sequence[str]) -> bool:
    """Whether a number can follow those before it: one more, or one deeper."""
    if not before:
        return "." in number or number in {"1", "I", "0"}
    new, old = _values(number), _values(before[-1])
    shared = 0
    while shared < min(len(new), len(old)) and new[shared] == old[shared]:
        shared += 1
    if shared == len(old):
        return new[shared : shared + 1] in ([1], [0]) or len(new) > shared
    if shared == len(new):
        return False
    goes_on = old[shared] < new[shared] <= old[shared] + _MOST_AHEAD
    return goes_on and all(deeper in {0, 1} for deeper in new[shared + 1 :])


_ROMAN = {"I": 1, "V": 5, "X": 10}


def _values(number: str) -> list[int]:
    return [int(part) if part.isdigit() else _roman(part) for part in number.upper().split(".")]


def _roman(letters: str) -> int:
    values = [_ROMAN.get(letter, 0) for letter in letters]
    following = [*values[1:], 0]
    signed = [
        -value if value < after else value for value, after in zip(values, following, strict=True)
    ]
    return sum(signed)
