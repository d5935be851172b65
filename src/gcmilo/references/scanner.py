"""The grammar of references, in English, French and Spanish."""

from gcmilo.crosswalk import Crosswalk
from gcmilo.references.mention import RefKind, Scan
from gcmilo.references.names import Names
from gcmilo.references.one_text import OneText
from gcmilo.refs import ObjectiveRef


class Scanner:
    """Finds what texts name, by the objectives, actions and labels of a crosswalk."""

    def __init__(self, crosswalk: Crosswalk) -> None:
        self.crosswalk = crosswalk
        self._names = Names(crosswalk)

    def scan(self, text: str) -> Scan:
        """Return what a text names, and the continuations of lists that are not understood.

        A number alone is a reference only where it is the whole text.
        """
        return OneText(self._names, text).as_text()

    def scan_as(self, text: str, kind: RefKind) -> Scan:
        """Return what a cell or argument names that is all references of one kind.

        It is read as if the noun of the kind stood before it: ``5-7, 9`` are objectives; a
        paragraph is one of the Compact. What in it is no such reference is unread.
        """
        return OneText(self._names, text).as_cell(kind)

    def scan_letters(self, text: str, objective: ObjectiveRef) -> Scan:
        """Return the actions of an objective that a cell lists, as ``(a), c and f``.

        A letter with a number of its own, as 7(c), is that objective's. What in the cell is no
        such reference is unread.
        """
        return OneText(self._names, text).as_letters(objective)
