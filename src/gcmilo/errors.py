"""The named errors.

Each carries one sentence for the user; the command line maps each kind to an exit code.
"""

from collections.abc import Sequence

from gcmilo.frozen import frozen


@frozen
class Fault:
    """A fault in a data file: where it is, at which key, what is wrong, what was likely meant.

    ``line`` counts from 1; it is None for a fault of the whole file, as ``key`` is.
    """

    file: str
    line: int | None
    key: str | None
    text: str
    suggestion: str | None = None

    @property
    def place(self) -> str:
        """The file, and the line where there is one: ``mine/linkages.yaml:12``."""
        return self.file if self.line is None else f"{self.file}:{self.line}"

    def __str__(self) -> str:
        key = f" {self.key}:" if self.key else ""
        hint = f"; did you mean {self.suggestion}?" if self.suggestion else ""
        return f"{self.place}:{key} {self.text}{hint}"


MOST_FAULTS = 1_000
"""How many faults one check lists at most, so that a hostile file cannot ask for endless work."""


class GcmiloError(Exception):
    """The base of every error of this package."""


class MalformedReference(GcmiloError):
    """The text is no reference of the kind that was asked for."""


class UnknownReference(GcmiloError):
    """The reference is well formed, but there is no such thing.

    ``sought`` is a text to search for where no known reference resembles the one given, else None.
    """

    def __init__(self, sentence: str, sought: str | None = None) -> None:
        self.sought = sought
        super().__init__(sentence)


class MalformedQuery(GcmiloError):
    """The text has no word to search for."""


class DataError(GcmiloError):
    """A data directory has faults; ``faults`` holds all that were found."""

    def __init__(self, faults: Sequence[Fault]) -> None:
        self.faults = tuple(faults)
        super().__init__("\n".join(str(fault) for fault in self.faults))


class NoPicture(GcmiloError):
    """The answer has no form as a picture."""


class OutputError(GcmiloError):
    """The answer could not be written."""


class InputError(GcmiloError):
    """A file, or stdin, cannot be read."""


class ObjectivesInDoubt(InputError):
    """Two columns, or two tables, could be the ones of the objectives; nothing says which."""
