"""The references that are found in a text."""

from enum import StrEnum

from gcmilo.frozen import frozen
from gcmilo.refs import ObjectiveRef, Ref


class RefKind(StrEnum):
    """What a reference is to."""

    OBJECTIVE = "objective"
    ACTION = "action"
    PLAN_POINT = "plan_point"
    PARAGRAPH = "paragraph"
    SDG_TARGET = "sdg_target"


@frozen
class Named:
    """Something that a reference may mean.

    ``ref`` is the number of a paragraph of the source, and the text of an SDG target.
    """

    kind: RefKind
    ref: Ref | int | str


@frozen
class Mention:
    """A reference in a text: its characters there, and what it may mean, the likeliest first.

    There are no readings where there is no such thing, as objective 24. Each member of a list and
    of a range is a mention of its own; those within a range have the characters of the range.
    ``is_bare`` says that no word tells what it is of: ``13(d)``, ``para. 22``. ``objective`` is
    that of an action which does not exist, as 6 of 6(z).
    """

    start: int
    end: int
    readings: tuple[Named, ...]
    is_bare: bool = False
    objective: ObjectiveRef | None = None


@frozen
class Unread:
    """Characters of a text that go on a list, or belong to a cell, and are not understood."""

    start: int
    end: int


@frozen
class Scan:
    """What a text names, in its order, and what in it was not understood."""

    mentions: tuple[Mention, ...]
    unread: tuple[Unread, ...]
