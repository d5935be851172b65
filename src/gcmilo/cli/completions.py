"""What completion offers for a value: words that a shell takes as they stand, with the records' own names as help."""

import os
import re
from collections.abc import Callable, Iterable, Iterator
from typing import TYPE_CHECKING

import typer

from gcmilo.crosswalk import Crosswalk
from gcmilo.errors import GcmiloError
from gcmilo.load import load
from gcmilo.refs import PlanPointRef
from gcmilo.text import joined

if TYPE_CHECKING:
    from gcmilo.query.coverage import Tally

Offer = tuple[str, str]
"""A word, and what it stands for."""


class LeftToTheShell(Exception):
    """The value is a file or a directory, which every shell completes by itself."""


def files(incomplete: str) -> list[str]:
    """Leave a value to the shell.

    Raises:
        LeftToTheShell: always.
    """
    raise LeftToTheShell(incomplete)


def of_plan(offers: Callable[[Crosswalk, str], Iterable[Offer]]) -> Callable[..., list[Offer]]:
    """Return what Typer asks for the offers of the plan that the command line is about.

    A plan that does not load has nothing to offer. A command about one reference is offered no second one.
    """

    def complete(ctx: typer.Context, incomplete: str) -> list[Offer]:
        if ctx.params.get("ref"):
            return []
        try:
            return list(offers(load(_plan(ctx)), incomplete))
        except GcmiloError:
            return []

    return complete


def _plan(ctx: typer.Context) -> str | None:
    """The directory named before or after the command; of a word that is completed the shell expands no tilde."""
    named = ctx.params.get("plan") or (ctx.parent.params.get("plan") if ctx.parent else None)
    return os.path.expanduser(named) if named else None  # noqa: PTH111 - Path's own raises where there is no such home


def objectives(crosswalk: Crosswalk, incomplete: str) -> Iterator[Offer]:
    """Yield the objectives."""
    for objective in crosswalk.objectives:
        yield objective.ref.key, objective.label.en


def actions(crosswalk: Crosswalk, incomplete: str) -> Iterator[Offer]:
    """Yield the actions of the objective that is begun: all 187 would be too many to choose from."""
    for objective in crosswalk.objectives:
        if re.fullmatch(rf"{objective.ref.key}[a-z]?", incomplete):
            for ref, action in objective.actions_by_ref.items():
                yield ref.key, action.label


def objectives_and_actions(crosswalk: Crosswalk, incomplete: str) -> Iterator[Offer]:
    """Yield the objectives, and the actions of the one that is begun."""
    yield from objectives(crosswalk, incomplete)
    yield from actions(crosswalk, incomplete)


def plan_points(crosswalk: Crosswalk, incomplete: str) -> Iterator[Offer]:
    """Yield the points that the source cites."""
    for point in crosswalk.plan_points:
        yield _unquoted(point.ref), point.subject


def _unquoted(ref: PlanPointRef) -> str:
    """The label without what a shell would take for its own, the key where that would be another label."""
    word = re.sub(r"[^\w.-]", "", ref.label)
    return word if PlanPointRef(word).key == ref.key else ref.key


def paragraphs(crosswalk: Crosswalk, incomplete: str) -> Iterator[Offer]:
    """Yield the paragraphs of the source."""
    for paragraph in crosswalk.paragraphs:
        yield str(paragraph.number), paragraph.summary


def activities(crosswalk: Crosswalk, incomplete: str) -> Iterator[Offer]:
    """Yield the activities by their ids."""
    yield from ((found.id, found.name) for found in crosswalk.activities if is_shell_safe(found.id))


def documents(crosswalk: Crosswalk, incomplete: str) -> Iterator[Offer]:
    """Yield the documents by their ids."""
    yield from ((found.id, found.title) for found in crosswalk.documents if is_shell_safe(found.id))


def tensions(crosswalk: Crosswalk, incomplete: str) -> Iterator[Offer]:
    """Yield the tensions by their ids."""
    yield from ((found.id, found.title) for found in crosswalk.tensions if is_shell_safe(found.id))


def is_shell_safe(id: str) -> bool:
    """Return whether every shell takes an id for one word; somebody's own plan may have others."""
    return re.fullmatch(r"\w[\w.-]*", id) is not None


def citable(crosswalk: Crosswalk, incomplete: str) -> list[Offer]:
    """Return all that can be cited; of a word with two meanings the one that ``cite`` takes it for."""
    offers: dict[str, str] = {}
    for kind in (objectives, plan_points, actions, activities, documents, tensions):
        for word, help in kind(crosswalk, incomplete):
            offers.setdefault(word, help)
    return list(offers.items())


def round_tables(crosswalk: Crosswalk, incomplete: str) -> Iterator[Offer]:
    """Yield the round tables."""
    from gcmilo.query.coverage import coverage

    yield from _tallied(coverage(crosswalk).round_tables)


def sdg_targets(crosswalk: Crosswalk, incomplete: str) -> Iterator[Offer]:
    """Yield the SDG targets that objectives have."""
    from gcmilo.query.coverage import coverage

    yield from _tallied(coverage(crosswalk).sdg_targets)


def _tallied(tallies: Iterable["Tally"]) -> Iterator[Offer]:
    for tally in tallies:
        yield tally.name, f"objective{'s' * (len(tally.objectives) > 1)} {joined(tally.objectives)}"
