"""What completion offers for a value.

The words need no quotes in a shell. Each has the name of its record as help.
"""

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
"""A word, and its help."""


class LeftToTheShell(Exception):
    """The value is a file or a directory, which every shell completes by itself."""


def files(incomplete: str) -> list[str]:
    """Leave a value to the shell.

    Raises:
        LeftToTheShell: always.
    """
    raise LeftToTheShell(incomplete)


def of_plan(offers: Callable[[Crosswalk, str], Iterable[Offer]]) -> Callable[..., list[Offer]]:
    """Return the function that Typer asks for the offers of the plan on the command line.

    A plan that does not load has nothing to offer, and a command about one reference is offered no
    second one.
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
    """The plan's directory, named after or before the command; None for the bundled plan."""
    named = ctx.params.get("plan")
    if not named and ctx.parent:
        named = ctx.parent.params.get("plan")
    if not named:
        return None
    # The shell leaves a tilde to the program here. Path.expanduser raises if there is no such home.
    expanded: str = os.path.expanduser(named)  # noqa: PTH111
    return expanded


def objectives(crosswalk: Crosswalk, incomplete: str) -> Iterator[Offer]:
    """Yield the objectives."""
    for objective in crosswalk.objectives:
        yield objective.ref.key, objective.label.en


def actions(crosswalk: Crosswalk, incomplete: str) -> Iterator[Offer]:
    """Yield the actions of the objective that is begun: all 187 would be too many."""
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
    """The label without characters that mean something to a shell, or else the key."""
    word = re.sub(r"[^\w.-]", "", ref.label)
    # Without its punctuation, the label in a user's own plan may be that of another point.
    return word if PlanPointRef(word).key == ref.key else ref.key


def paragraphs(crosswalk: Crosswalk, incomplete: str) -> Iterator[Offer]:
    """Yield the paragraphs of the source."""
    for paragraph in crosswalk.paragraphs:
        yield str(paragraph.number), paragraph.summary


def activities(crosswalk: Crosswalk, incomplete: str) -> Iterator[Offer]:
    """Yield the activities by their ids."""
    for activity in crosswalk.activities:
        if _is_one_word(activity.id):
            yield activity.id, activity.name


def documents(crosswalk: Crosswalk, incomplete: str) -> Iterator[Offer]:
    """Yield the documents by their ids."""
    for document in crosswalk.documents:
        if _is_one_word(document.id):
            yield document.id, document.title


def tensions(crosswalk: Crosswalk, incomplete: str) -> Iterator[Offer]:
    """Yield the tensions by their ids."""
    for tension in crosswalk.tensions:
        if _is_one_word(tension.id):
            yield tension.id, tension.title


def _is_one_word(id: str) -> bool:
    """Whether every shell takes an id for one plain word. A user's own plan may have other ids."""
    return re.fullmatch(r"\w[\w.-]*", id) is not None


def citable(crosswalk: Crosswalk, incomplete: str) -> list[Offer]:
    """Return all that can be cited. A word with two meanings has the one that ``cite`` gives it."""
    helps: dict[str, str] = {}
    # The order is that of preference in cite: 13d is the plan point before it is the action.
    for offers in (objectives, plan_points, actions, activities, documents, tensions):
        for word, help in offers(crosswalk, incomplete):
            helps.setdefault(word, help)
    return list(helps.items())


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
        noun = "objectives" if len(tally.objectives) > 1 else "objective"
        yield tally.name, f"{noun} {joined(tally.objectives)}"
