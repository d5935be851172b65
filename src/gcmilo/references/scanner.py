"""The grammar of references, in English, French and Spanish."""

from gcmilo.crosswalk import Crosswalk
from gcmilo.references.mention import RefKind, Scan
from gcmilo.refs import ObjectiveRef


class Scanner:
    """Finds what texts name, by the objectives, actions and labels of a crosswalk."""

    def __init__(self, crosswalk: Crosswalk) -> None:
        self.crosswalk = crosswalk

    def scan(self, text: str) -> Scan:
        """Return what a text names, and the continuations of lists that are not understood."""
        return Scan((), ())

    def scan_as(self, text: str, kind: RefKind) -> Scan:
        """Return what a cell or argument names that is all references of one kind.

        It is read as if the noun of the kind stood before it: ``5-7, 9`` are objectives; a
        paragraph is one of the Compact. What in it is no such reference is unread.
        """
        return Scan((), ())

    def scan_letters(self, text: str, objective: ObjectiveRef) -> Scan:
        """Return the actions of an objective that a cell lists: ``(a), c and f``, ``7(c)``, ``action m``.

        What in it is no such reference is unread.
        """
        return Scan((), ())
