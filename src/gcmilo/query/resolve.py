"""Every reference in a text as people write it, with all that it may mean."""

from collections.abc import Sequence
from typing import ClassVar

from gcmilo.crosswalk import Crosswalk
from gcmilo.frozen import frozen
from gcmilo.references import Named, RefKind, Scanner
from gcmilo.refs import ActionRef, ObjectiveRef, PlanPointRef, Ref


@frozen
class Reading:
    """Something that a reference may mean.

    ``ref`` is the number of a paragraph, and the text of an SDG target.
    """

    kind: RefKind
    ref: Ref | int | str
    title: str


@frozen
class ResolvedReference:
    """A reference in a text: the characters, the index of the first, and the readings.

    There are no readings where there is no such thing, or where a list goes on in a way that is
    not understood.
    """

    matched: str
    start: int
    readings: tuple[Reading, ...]


@frozen
class ResolveAnswer:
    """The references in a text, in order."""

    question: ClassVar[str] = "resolve"

    text: str
    references: tuple[ResolvedReference, ...]

    def __len__(self) -> int:
        return len(self.references)


def resolve(crosswalk: Crosswalk, text: str) -> ResolveAnswer:
    """Return every reference in a text with all that it may mean.

    A number alone is a reference only where it is the whole text.

    >>> from gcmilo import load
    >>> found = resolve(load(), "see objectives 5(c) and (e), and point 13(a)").references
    >>> [(reference.matched, str(reference.readings[0].ref)) for reference in found]
    [('5(c)', '5(c)'), ('(e)', '5(e)'), ('13(a)', '13(a)')]
    """
    scan = Scanner(crosswalk).scan(text)
    found = [(one.start, one.end, one.readings) for one in scan.mentions]
    found += [(one.start, one.end, ()) for one in scan.unread]
    references = [
        ResolvedReference(text[start:end], start, _readings(crosswalk, named))
        for start, end, named in sorted(found, key=lambda part: part[0])
    ]
    return ResolveAnswer(text, tuple(references))


def _readings(crosswalk: Crosswalk, named: Sequence[Named]) -> tuple[Reading, ...]:
    return tuple(Reading(one.kind, one.ref, _title(crosswalk, one.ref)) for one in named)


def _title(crosswalk: Crosswalk, ref: Ref | int | str) -> str:
    """The title of what is named, or what a paragraph or SDG target is about."""
    match ref:
        case ObjectiveRef():
            return crosswalk.objective(ref).title.en
        case ActionRef():
            return crosswalk.action(ref).label
        case PlanPointRef():
            return crosswalk.plan_point(ref).subject
        case int():
            citation = crosswalk.source.cite_paragraphs(ref)
            return f"{citation}: {crosswalk.paragraphs[ref - 1].summary}"
    listed = [str(one.ref) for one in crosswalk.objectives if one.lists_sdg(ref)]
    return f"listed under objective {', '.join(listed)}" if listed else "listed under no objective"
