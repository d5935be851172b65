"""Lines of a page, with the distances between them."""

from collections.abc import Sequence
from typing import NamedTuple

_PITCH = 1.5
"""Lines further apart than this, in heights of a line, have a blank one between them."""
_MOST_BLANK = 3


class Line(NamedTuple):
    """A line: its text with its columns kept, its number in the file, its page.

    ``y`` is how far it is from the top of its page, and ``height`` how high it is, in any unit.
    """

    text: str
    number: int
    page: int
    y: float
    height: float = 1.0

    def with_text(self, text: str) -> "Line":
        """Return a line with another text at the same place."""
        return Line(text, self.number, self.page, self.y, self.height)


def spaced(lines: Sequence[Line]) -> list[Line]:
    """Return the lines with a blank one between those that are apart, and no other blank ones."""
    found: list[Line] = []
    for line in lines:
        if not line.text.strip():
            continue
        if found:
            found.extend([found[-1].with_text("")] * _blank_lines(found[-1], line))
        found.append(line)
    return found


def _blank_lines(above: Line, line: Line) -> int:
    distance, height = line.y - above.y, max(line.height, above.height)
    if height <= 0 or distance < height * _PITCH:
        return 0
    return min(max(round(distance / height) - 1, 1), _MOST_BLANK)


def text_of_lines(lines: Sequence[Line]) -> str:
    """Return the text of lines."""
    return "\n".join(line.text for line in lines)
