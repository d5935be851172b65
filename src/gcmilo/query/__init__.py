"""The questions, a module each: pure functions from a crosswalk to a frozen answer."""

from typing import ClassVar, Protocol


class Answer(Protocol):
    """What a question gives back.

    ``question`` is its name: that of the command, and of the JSON Schema. An answer to be held
    against something says by ``ok`` whether all is well, and may say by ``notes`` what was chosen.
    """

    question: ClassVar[str]
