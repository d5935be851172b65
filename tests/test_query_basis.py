"""What linkages amount to: the strongest basis, and that a limit or an exclusion serves nothing."""

from dataclasses import replace

import pytest

from gcmilo import Crosswalk
from gcmilo.model import Basis, Linkage, Stance
from gcmilo.query.basis import (
    concerns,
    objectives_named,
    objectives_served,
    paragraphs_of,
    points_behind,
    strongest,
)
from gcmilo.refs import ActionRef, ObjectiveRef, PlanPointRef

SIX = ObjectiveRef(6)
SIX_L = ActionRef(SIX, "l")
POINT = PlanPointRef("2(c)")


def linkage(
    basis: Basis = Basis.CONTEXTUAL, stance: Stance = Stance.SUPPORTS, paragraph: int | None = 12
) -> Linkage:
    return Linkage(SIX, None, POINT, paragraph, basis, stance)


def test_explicit_comes_before_contextual() -> None:
    assert strongest([linkage(), linkage(Basis.EXPLICIT)]) is Basis.EXPLICIT
    assert strongest([linkage()]) is Basis.CONTEXTUAL
    assert strongest([]) is None


@pytest.mark.parametrize("stance", [Stance.LIMITS, Stance.NOT_INCLUDED])
def test_a_limit_or_an_exclusion_serves_nothing(crosswalk: Crosswalk, stance: Stance) -> None:
    against = [linkage(Basis.EXPLICIT, stance)]
    assert strongest(against) is None
    assert points_behind(crosswalk, against) == ()
    assert objectives_served(crosswalk, against) == ()
    assert [(end.ref, end.basis) for end in objectives_named(crosswalk, against)] == [(SIX, None)]
    assert strongest([*against, linkage()]) is Basis.CONTEXTUAL


@pytest.mark.parametrize("stance", [Stance.SUPPORTS, Stance.TAKES_UP, Stance.QUALIFIED])
def test_the_other_stances_serve(crosswalk: Crosswalk, stance: Stance) -> None:
    found = [linkage(Basis.EXPLICIT, stance)]
    assert [(end.ref, end.basis) for end in points_behind(crosswalk, found)] == [
        (POINT, Basis.EXPLICIT)
    ]
    assert [(end.ref, end.basis) for end in objectives_served(crosswalk, found)] == [
        (SIX, Basis.EXPLICIT)
    ]


def test_points_and_objectives_come_in_their_own_order(crosswalk: Crosswalk) -> None:
    shuffled = list(reversed(crosswalk.linkages))
    refs = [end.ref for end in points_behind(crosswalk, shuffled)]
    assert refs == [point.ref for point in crosswalk.plan_points if point.ref.label != "5"]
    assert [end.ref.number for end in objectives_named(crosswalk, shuffled)] == [
        *(2, 3, 4, 6, 7, 9, 10, 15, 16, 18, 20, 21, 22, 23)
    ]


def test_paragraphs_come_once_in_order_and_a_missing_one_is_left_out() -> None:
    assert paragraphs_of([linkage(), linkage(paragraph=None), linkage(paragraph=9), linkage()]) == (
        9,
        12,
    )


def test_an_action_falls_under_its_objective_and_not_the_other_way_round() -> None:
    assert concerns(SIX_L, SIX)
    assert concerns(SIX, SIX)
    assert not concerns(SIX, SIX_L)
    assert not concerns(SIX_L, ObjectiveRef(5))
    assert not concerns(SIX, POINT)
    assert replace(linkage(), action=SIX_L).subject == SIX_L
