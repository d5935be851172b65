"""References that a user gives to a question, in any spelling that the grammar reads.

The usual spellings are read by the crosswalk alone; the grammar is asked for others, because it
takes longer to load than most answers.
"""

from collections.abc import Iterator, Sequence

from gcmilo.crosswalk import Crosswalk
from gcmilo.errors import MalformedReference
from gcmilo.references.mention import Mention, RefKind
from gcmilo.refs import ActionRef, ObjectiveRef, PlanPointRef, Ref
from gcmilo.text import joined, shown


def find_objectives(
    crosswalk: Crosswalk, texts: Sequence[str]
) -> tuple[ObjectiveRef | ActionRef, ...]:
    """Return the objectives and actions that texts mean, each once; a text may be a list or range.

    ``6 to 9`` may come as three texts.

    Raises:
        MalformedReference: a text is no such reference.
        UnknownReference: there is no such objective or action.
    """
    try:
        found = [ref for text in texts for ref in _objectives(crosswalk, text)]
    except MalformedReference:
        together = " ".join(texts)
        found = _scanned(crosswalk, together)
        if not found:
            raise
    return tuple(dict.fromkeys(found))


def find_objective(crosswalk: Crosswalk, text: str) -> ObjectiveRef | ActionRef:
    """Return the one objective or action that a text means.

    Raises:
        MalformedReference: the text is no such reference, or names several.
        UnknownReference: there is no such objective or action.
    """
    found = _objectives(crosswalk, text)
    if len(found) > 1:
        raise MalformedReference(f"{shown(text)} names {joined(found)}; only one is taken here.")
    return found[0]


def find_plan_point(crosswalk: Crosswalk, text: str) -> PlanPointRef:
    """Return the plan point that a text means.

    Raises:
        MalformedReference: the text is no such reference, or may mean several points.
        UnknownReference: the plan has, or the source cites, no such point.
    """
    try:
        return crosswalk.find_plan_point(text)
    except MalformedReference:
        refs = list(_of_kind(crosswalk, text, RefKind.PLAN_POINT))
        if len(refs) != 1 or not isinstance(refs[0], PlanPointRef):
            raise
        return refs[0]


def find_paragraph(crosswalk: Crosswalk, text: str) -> int:
    """Return the number of the paragraph of the source that a text means.

    Raises:
        MalformedReference: the text is no such reference.
        UnknownReference: the source has no such paragraph.
    """
    try:
        return crosswalk.find_paragraph(text)
    except MalformedReference:
        numbers = list(_of_kind(crosswalk, text, RefKind.PARAGRAPH))
        if len(numbers) != 1 or not isinstance(numbers[0], int):
            raise
        return numbers[0]


def _objectives(crosswalk: Crosswalk, text: str) -> list[ObjectiveRef | ActionRef]:
    try:
        return [crosswalk.find_objective(text)]
    except MalformedReference:
        found = _scanned(crosswalk, text)
        if not found:
            raise
        return found


def _scanned(crosswalk: Crosswalk, text: str) -> list[ObjectiveRef | ActionRef]:
    """The objectives and actions that a text is a list of; none where it is more or less than that.

    Raises:
        UnknownReference: one of them does not exist.
    """
    from gcmilo.references.scanner import Scanner

    scan = Scanner(crosswalk).scan_as(text, RefKind.OBJECTIVE)
    if scan.unread:
        return []
    found = []
    for mention in scan.mentions:
        refs = [named.ref for named in mention.readings if isinstance(named.ref, _SUBJECT)]
        # What is not there is named by the error of the crosswalk.
        found.append(refs[0] if refs else crosswalk.find_objective(_written(text, mention)))
    return found


_SUBJECT = (ObjectiveRef, ActionRef)


def _written(text: str, mention: Mention) -> str:
    return text[mention.start : mention.end]


def _of_kind(crosswalk: Crosswalk, text: str, kind: RefKind) -> Iterator[Ref | int | str]:
    """What a text names, if all of it may be of one kind."""
    from gcmilo.references.scanner import Scanner

    for mention in Scanner(crosswalk).scan(text).mentions:
        yield from [named.ref for named in mention.readings if named.kind is kind]
