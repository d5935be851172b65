"""Two plans beside each other, and what became of a plan that was numbered anew."""

from collections import Counter
from dataclasses import replace

import pytest

from gcmilo import Crosswalk, compare
from gcmilo.model import Linkage, Paragraph, Side
from gcmilo.output.render import Format, Screen, render
from gcmilo.query.changes import RecordChange
from gcmilo.refs import Place


def with_a_paragraph_before(crosswalk: Crosswalk, number: int) -> Crosswalk:
    """The same plan with another paragraph of this number: those from it on are one further."""

    def later(old: int) -> int:
        return old + (old >= number)

    def side_later(side: Side) -> Side:
        at = [
            Place(at.kind, later(at.number)) if at.kind == "paragraph" and at.number else at
            for at in side.at
        ]
        return replace(side, at=tuple(at))

    def all_later(records: tuple) -> tuple:  # type: ignore[type-arg]
        return tuple(replace(r, paragraphs=tuple(map(later, r.paragraphs))) for r in records)

    inserted = Paragraph(number, "Introduction", "A paragraph that is new.")
    moved = [replace(found, number=later(found.number)) for found in crosswalk.paragraphs]
    return replace(
        crosswalk,
        paragraphs=tuple(sorted([inserted, *moved], key=lambda found: found.number)),
        linkages=tuple(
            replace(link, paragraph=link.paragraph and later(link.paragraph))
            for link in crosswalk.linkages
        ),
        plan_points=all_later(crosswalk.plan_points),
        activities=all_later(crosswalk.activities),
        documents=all_later(crosswalk.documents),
        tensions=tuple(
            replace(tension, sides=tuple(map(side_later, tension.sides)))
            for tension in crosswalk.tensions
        ),
    )


def changes(one: Crosswalk, other: Crosswalk) -> tuple[RecordChange, ...]:
    found = compare(one, other).changes
    assert found is not None
    return found


def kinds(found: tuple[RecordChange, ...]) -> dict[str, int]:
    return dict(Counter(change.kind.value for change in found))


@pytest.mark.parametrize("number", [1, 4, 8])
def test_what_is_numbered_anew_is_moved(crosswalk: Crosswalk, number: int) -> None:
    newer = with_a_paragraph_before(crosswalk, number)
    found = changes(crosswalk, newer)
    assert set(kinds(found)) == {"added", "moved"}
    assert [change.record for change in found if change.kind == "added"] == [f"para. {number}"]
    later = [link for link in crosswalk.linkages if link.paragraph and link.paragraph >= number]
    moved = [change for change in found if change.table == "linkages"]
    assert len(moved) == len(later)
    for change, link in zip(moved, later, strict=True):
        (field,) = change.fields
        assert link.paragraph
        assert (field.field, field.before, field.after) == (
            "paragraph", str(link.paragraph), str(link.paragraph + 1),
        )  # fmt: skip
    back = changes(newer, crosswalk)
    assert kinds(back) == {"removed": 1, "moved": kinds(found)["moved"]}


def test_without_records_of_paragraphs_linkages_are_known_by_what_they_say(
    crosswalk: Crosswalk,
) -> None:
    newer = replace(with_a_paragraph_before(crosswalk, 1), paragraphs=())
    older = replace(crosswalk, paragraphs=())
    found = [change for change in changes(older, newer) if change.table == "linkages"]
    assert kinds(tuple(found)) == {"moved": len(crosswalk.linkages)}


def test_what_is_numbered_anew_and_rewritten_is_changed(crosswalk: Crosswalk) -> None:
    newer = with_a_paragraph_before(crosswalk, 1)
    linkages = tuple(
        replace(link, note="Rewritten.") if link.objective.number == 22 else link
        for link in newer.linkages
    )
    paragraphs = tuple(
        replace(found, summary="Rewritten.") if found.number == 7 else found
        for found in newer.paragraphs
    )
    newer = replace(newer, linkages=linkages, paragraphs=paragraphs)
    found = [change for change in changes(crosswalk, newer) if change.kind != "moved"]
    assert [(change.record, change.kind, [f.field for f in change.fields]) for change in found] == [
        ("objective 22, 2(c), para. 6, supports", "changed", ["paragraph", "note"]),
        ("para. 6", "changed", ["number", "summary"]),
        ("para. 1", "added", []),
    ]


def test_a_paragraph_that_is_gone_takes_what_it_said_with_it(crosswalk: Crosswalk) -> None:
    def stays(record: Paragraph | Linkage) -> bool:
        return 8 not in (getattr(record, "number", None), getattr(record, "paragraph", None))

    full = with_a_paragraph_before(crosswalk, 8)  # what was in 8 is in 9
    older = with_a_paragraph_before(full, 8)
    newer = replace(full, linkages=full.linkages[:-1])
    found = changes(older, newer)
    assert kinds(found)["removed"] == 2
    assert [change.record for change in found if change.kind == "removed"] == [
        "objective 23, 4, para. 12, supports",
        "para. 9",
    ]
    assert all(map(stays, newer.linkages))


def test_plans_are_named_by_their_own_names(crosswalk: Crosswalk, bundled: Crosswalk) -> None:
    assert compare(crosswalk, bundled).names == ("Northland", "ILO")
    assert compare(crosswalk, crosswalk).names == ("older", "newer")
    twin = replace(crosswalk, plan=replace(crosswalk.plan, title="Another"))
    assert compare(crosswalk, twin).names == ("first", "second")
    text = render(compare(crosswalk, bundled), bundled.source, Format.MARKDOWN)
    assert "| No. | Objective | Northland | Points (Northland) | ILO | Points (ILO) |" in text
    assert "irst" not in text.partition("Covered by one alone")[0]
    csv = render(compare(crosswalk, bundled), bundled.source, Format.CSV).splitlines()
    assert csv[0] == (
        "number,title,first_status,first_plan_points,first_gap,first_plan,"
        "second_status,second_plan_points,second_gap,second_plan,covers,covered_by"
    )
    assert csv[6].endswith(",both,Northland; ILO")


def test_two_plans_are_side_by_side_at_80_columns(crosswalk: Crosswalk, bundled: Crosswalk) -> None:
    lines = render(
        compare(crosswalk, bundled), bundled.source, Format.TABLE, screen=Screen(80, colour=False)
    ).splitlines()
    assert max(map(len, lines)) <= 80
    assert any(line.split()[:3] == ["No.", "Objective", "Northland"] for line in lines)
    (six,) = [line for line in lines if line.startswith("6 ")]
    assert "  addressed      explicit       addressed      contextual" in six
    assert "older          (older)        newer          (newer)" in render(
        compare(crosswalk, crosswalk), crosswalk.source, Format.TABLE, screen=Screen(80, False)
    )


def test_what_moved_stands_apart_from_what_changed(crosswalk: Crosswalk) -> None:
    newer = with_a_paragraph_before(crosswalk, 8)
    text = render(compare(crosswalk, newer), crosswalk.source, Format.TABLE)
    changed, _, moved = text.partition("\nMoved\n")
    assert "added   paragraphs  para. 8" in changed
    assert "objective 18, 3, para. 8, supports" not in changed
    assert "linkages     objective 18, 3, para. 8, supports" in moved
    assert "paragraph: 8 -> 9" in moved
