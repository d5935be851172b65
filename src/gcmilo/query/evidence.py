"""Activities, documents and tensions: what the source names, cites, and says in two ways."""

from collections.abc import Collection, Iterable, Sequence
from typing import ClassVar, TypeVar

from gcmilo.crosswalk import Crosswalk
from gcmilo.errors import UnknownReference
from gcmilo.frozen import frozen
from gcmilo.model import Activity, ActivityKind, Document, Tension, TensionKind
from gcmilo.query.basis import concerns
from gcmilo.references.arguments import find_objective, find_plan_point
from gcmilo.refs import Ref
from gcmilo.text import fold, joined, nearest, shown

Identified = TypeVar("Identified", Activity, Document, Tension)


@frozen
class ActivitiesAnswer:
    """Activities, in the order of the source."""

    question: ClassVar[str] = "activities"

    activities: tuple[Activity, ...]

    def __len__(self) -> int:
        return len(self.activities)


@frozen
class ActivityAnswer:
    """One activity."""

    question: ClassVar[str] = "activity"

    activity: Activity


@frozen
class DocumentsAnswer:
    """The documents that the source cites."""

    question: ClassVar[str] = "documents"

    documents: tuple[Document, ...]

    def __len__(self) -> int:
        return len(self.documents)


@frozen
class TensionsAnswer:
    """Tensions, by kind."""

    question: ClassVar[str] = "tensions"

    tensions: tuple[Tension, ...]

    def __len__(self) -> int:
        return len(self.tensions)


def activities_for(crosswalk: Crosswalk, ref: Ref) -> tuple[Activity, ...]:
    """Return the activities that the text ties to an objective, an action or a plan point."""
    return tuple(activity for activity in crosswalk.activities if _tied(activity, ref))


def _tied(activity: Activity, ref: Ref) -> bool:
    return any(concerns(tie.ref, ref) for tie in (*activity.objectives, *activity.plan_points))


def documents_in(crosswalk: Crosswalk, paragraphs: Collection[int]) -> tuple[Document, ...]:
    """Return the documents that any of the paragraphs cites, in the order of the crosswalk."""
    return tuple(
        document for document in crosswalk.documents if set(document.paragraphs) & set(paragraphs)
    )


def tensions_for(crosswalk: Crosswalk, ref: Ref) -> tuple[Tension, ...]:
    """Return the tensions that concern an objective, an action or a plan point."""
    return tuple(tension for tension in crosswalk.tensions if _concerned(tension, ref))


def _concerned(tension: Tension, ref: Ref) -> bool:
    return any(concerns(found, ref) for found in (*tension.objectives, *tension.plan_points))


def activities(
    crosswalk: Crosswalk,
    *,
    objective: str | None = None,
    plan_point: str | None = None,
    kind: ActivityKind | None = None,
    place: str | None = None,
    partner: str | None = None,
    year: int | None = None,
    text: str | None = None,
) -> ActivitiesAnswer:
    """Return the activities that meet every condition given.

    ``place``, ``partner`` (the owner is one too) and ``text`` are looked for without regard to
    case and accents; ``year`` is any year within the dates.

    Raises:
        MalformedReference, UnknownReference: ``objective`` or ``plan_point`` is none.

    >>> from gcmilo import load
    >>> [activity.id for activity in activities(load(), place="Ethiopia").activities]
    ['ethiopia-returnees']
    """
    subject = find_objective(crosswalk, objective) if objective is not None else None
    point = find_plan_point(crosswalk, plan_point) if plan_point is not None else None
    found = tuple(
        activity
        for activity in crosswalk.activities
        if (subject is None or _tied(activity, subject))
        and (point is None or _tied(activity, point))
        and (kind is None or activity.kind is kind)
        and (place is None or _in_any(place, activity.places))
        and (partner is None or _in_any(partner, (activity.owner, *activity.partners)))
        and (year is None or _in_year(activity, year))
        and (text is None or _in_any(text, _texts(activity)))
    )
    return ActivitiesAnswer(found)


def _in_any(wanted: str, texts: Iterable[str]) -> bool:
    folded = fold(wanted)
    return any(folded in fold(text) for text in texts)


def _in_year(activity: Activity, year: int) -> bool:
    for date in activity.dates:
        first, _, last = date.partition("/")  # a year or month alone has no last
        if int(first[:4]) <= year <= int((last or first)[:4]):
            return True
    return False


def _texts(activity: Activity) -> list[str]:
    texts = [activity.name, activity.summary, activity.owner]
    texts += [*activity.partners, *activity.places]
    texts += [figure.of for figure in activity.figures]
    return texts


def activity(crosswalk: Crosswalk, id: str) -> ActivityAnswer:
    """Return the activity of an id.

    Raises:
        UnknownReference: there is none; the sentence names the nearest ids.
    """
    (found,) = _of_ids(crosswalk.activities, [id], "activity")
    return ActivityAnswer(found)


def _of_ids(items: tuple[Identified, ...], ids: Sequence[str], name: str) -> tuple[Identified, ...]:
    """Return the items of some ids, in the order of the ids, or all items without ids."""
    by_id = {item.id: item for item in items}
    for id in ids:
        if id not in by_id:
            close = nearest(id, by_id, 3)
            near = f"; nearest: {joined(close)}" if close else ""
            # With no id like it, the text may be a word of a title, which a search would find.
            sought = None if close else id
            raise UnknownReference(f"There is no {name} {shown(id)}{near}.", sought)
    return tuple(by_id[id] for id in ids) if ids else items


def documents(crosswalk: Crosswalk, ids: Sequence[str] = ()) -> DocumentsAnswer:
    """Return the documents of some ids, in their order, or all that the source cites.

    Raises:
        UnknownReference: there is no document of an id.
    """
    return DocumentsAnswer(_of_ids(crosswalk.documents, ids, "document"))


def tensions(
    crosswalk: Crosswalk,
    ids: Sequence[str] = (),
    *,
    objective: str | None = None,
    plan_point: str | None = None,
    kind: TensionKind | None = None,
) -> TensionsAnswer:
    """Return the tensions, of some ids or all, that meet every condition given.

    Raises:
        MalformedReference, UnknownReference: a reference is none, or there is no tension of an id.
    """
    wanted = _of_ids(crosswalk.tensions, ids, "tension")
    subject = find_objective(crosswalk, objective) if objective is not None else None
    point = find_plan_point(crosswalk, plan_point) if plan_point is not None else None
    found = tuple(
        tension
        for tension in crosswalk.tensions
        if tension in wanted
        and (subject is None or _concerned(tension, subject))
        and (point is None or _concerned(tension, point))
        and (kind is None or tension.kind is kind)
    )
    return TensionsAnswer(found)
