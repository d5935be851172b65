"""What lists are made of."""

from dataclasses import dataclass, field
from enum import Enum

from gcmilo.frozen import frozen


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
