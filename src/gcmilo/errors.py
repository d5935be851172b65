"""The named errors. Each carries one sentence for a person; the command line maps each kind to an exit code."""

from collections.abc import Sequence

from gcmilo.frozen import frozen


@frozen
class Fault:
    """One fault in a data file: where it is, which key, what is wrong, and what was probably meant."""

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
"""How many faults of one kind of reading are listed, so that a hostile file cannot ask for endless work."""


class GcmiloError(Exception):
    """What every error of this package is."""


class MalformedReference(GcmiloError):
    """The text is no reference of the kind that was asked for."""


class UnknownReference(GcmiloError):
    """The reference is well formed, and nothing is behind it.

    ``sought`` is a text to search for, where nothing is near it.
    """

    def __init__(self, sentence: str, sought: str | None = None) -> None:
        self.sought = sought
        super().__init__(sentence)


class MalformedQuery(GcmiloError):
    """The text is nothing that can be searched for."""


class DataError(GcmiloError):
    """A data directory is wrong; ``faults`` holds every fault that was found in it."""

    def __init__(self, faults: Sequence[Fault]) -> None:
        self.faults = tuple(faults)
        super().__init__("\n".join(str(fault) for fault in self.faults))


class NoPicture(GcmiloError):
    """The answer can be shown in other formats, and not as a picture."""


class OutputError(GcmiloError):
    """The answer could not be written."""


class InputError(GcmiloError):
    """A document cannot be read."""
