"""The linkages that meet some conditions."""

from typing import ClassVar

from gcmilo.crosswalk import Crosswalk
from gcmilo.frozen import frozen
from gcmilo.model import Basis, Linkage, Stance
from gcmilo.query.basis import concerns
from gcmilo.references.arguments import find_objective, find_paragraph, find_plan_point


@frozen
class LinkagesAnswer:
    """Linkages, in the order of the source."""

    question: ClassVar[str] = "linkages"

    linkages: tuple[Linkage, ...]

    def __len__(self) -> int:
        return len(self.linkages)


def linkages(
    crosswalk: Crosswalk,
    *,
    objective: str | None = None,
    plan_point: str | None = None,
    paragraph: str | None = None,
    basis: Basis | None = None,
    stance: Stance | None = None,
) -> LinkagesAnswer:
    """Return the linkages that meet every condition given, in the order of the source.

    Raises:
        MalformedReference, UnknownReference: a reference is none.

    >>> from gcmilo import load
    >>> limiting = linkages(load(), stance=Stance.LIMITS).linkages
    >>> [(str(link.subject), link.paragraph) for link in limiting]
    [('6(i)', 11)]
    """
    subject = find_objective(crosswalk, objective) if objective is not None else None
    point = find_plan_point(crosswalk, plan_point) if plan_point is not None else None
    number = find_paragraph(crosswalk, paragraph) if paragraph is not None else None
    found = tuple(
        linkage
        for linkage in crosswalk.linkages
        if (subject is None or concerns(linkage.subject, subject))
        and (point is None or linkage.plan_point == point)
        and (number is None or linkage.paragraph == number)
        and (basis is None or linkage.basis is basis)
        and (stance is None or linkage.stance is stance)
    )
    return LinkagesAnswer(found)
