"""Activities, documents and tensions: what the source names, cites, and says in two ways."""

from collections.abc import Collection, Sequence
from typing import ClassVar, TypeVar

from gcmilo.crosswalk import Crosswalk
from gcmilo.errors import UnknownReference
from gcmilo.frozen import frozen
from gcmilo.model import Activity, ActivityKind, Document, Tension, TensionKind
from gcmilo.query.basis import concerns
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
    """Return the documents that any of the paragraphs cites."""
    return tuple(
        document for document in crosswalk.documents if set(document.paragraphs) & set(paragraphs)
    )


def tensions_for(crosswalk: Crosswalk, ref: Ref) -> tuple[Tension, ...]:
    """Return the tensions that concern an objective, an action or a plan point."""
    return tuple(
        tension
        for tension in crosswalk.tensions
        if any(
            concerns(concerned, ref) for concerned in (*tension.objectives, *tension.plan_points)
        )
    )


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

    ``place``, ``partner`` (the owner counts as one) and ``text`` are looked for without regard to case and accents;
    ``year`` is any year that the dates touch.

    Raises:
        MalformedReference, UnknownReference: ``objective`` or ``plan_point`` is none.

    >>> from gcmilo import load
    >>> [activity.id for activity in activities(load(), place="Ethiopia").activities]
    ['ethiopia-returnees']
    """
    subject = crosswalk.find_objective(objective) if objective is not None else None
    point = crosswalk.find_plan_point(plan_point) if plan_point is not None else None
    return ActivitiesAnswer(
        tuple(
            a
            for a in crosswalk.activities
            if (subject is None or _tied(a, subject))
            and (point is None or _tied(a, point))
            and (kind is None or a.kind is kind)
            and _among(place, a.places)
            and _among(partner, (a.owner, *a.partners))
            and (year is None or any(_touches(date, year) for date in a.dates))
            and _among(
                text,
                (a.name, a.summary, a.owner, *a.partners, *a.places, *(f.of for f in a.figures)),
            )
        )
    )


def _among(wanted: str | None, texts: tuple[str, ...]) -> bool:
    return wanted is None or any(fold(wanted) in fold(text) for text in texts)


def _touches(date: str, year: int) -> bool:
    years = [int(end[:4]) for end in date.split("/")]
    return years[0] <= year <= years[-1]


def activity(crosswalk: Crosswalk, id: str) -> ActivityAnswer:
    """Return the activity of an id.

    Raises:
        UnknownReference: there is none; the sentence names the nearest ids.
    """
    return ActivityAnswer(*_of_ids(crosswalk.activities, [id], "activity"))


def _of_ids(items: tuple[Identified, ...], ids: Sequence[str], name: str) -> tuple[Identified, ...]:
    """Return the items of some ids, in the order of the ids; all of them where there are no ids."""
    by_id = {item.id: item for item in items}
    for id in ids:
        if id not in by_id:
            close = nearest(id, by_id, 3)
            near = f"; nearest: {joined(close)}" if close else ""
            raise UnknownReference(f"There is no {name} {shown(id)}{near}.", None if close else id)
    return tuple(by_id[id] for id in ids) if ids else items


def documents(crosswalk: Crosswalk, ids: Sequence[str] = ()) -> DocumentsAnswer:
    """Return the documents that the source cites, or those of some ids.

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
    """Return the tensions of some ids, or all, that meet every condition given.

    Raises:
        MalformedReference, UnknownReference: a reference is none, or there is no tension of an id.
    """
    named = _of_ids(crosswalk.tensions, ids, "tension")
    found = (
        tensions_for(crosswalk, crosswalk.find_objective(objective))
        if objective is not None
        else crosswalk.tensions
    )
    behind = (
        tensions_for(crosswalk, crosswalk.find_plan_point(plan_point))
        if plan_point is not None
        else crosswalk.tensions
    )
    return TensionsAnswer(
        tuple(t for t in found if t in behind and t in named and (kind is None or t.kind is kind))
    )
