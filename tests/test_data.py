"""The bundled data is what the rules of docs/data.md make of the source, and stands in the source."""

import csv
import re
from collections import Counter
from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path

import pytest

from conftest import DATA, ROOT, Run
from gcmilo import Crosswalk, gaps, matrix, objective, search
from gcmilo.model import Basis, Linkage, MeansBasis, Stance, Status, TensionKind
from gcmilo.query.gaps import Gap

EXPLICIT, CONTEXTUAL = Basis.EXPLICIT, Basis.CONTEXTUAL

ACTION_COUNTS = {
    1: 11, 2: 12, 3: 5, 4: 7, 5: 10, 6: 12, 7: 12, 8: 6, 9: 6, 10: 10, 11: 7, 12: 5,
    13: 8, 14: 6, 15: 6, 16: 9, 17: 7, 18: 12, 19: 10, 20: 9, 21: 9, 22: 3, 23: 5,
}  # fmt: skip
"""As two full copies of the Compact and A/RES/73/195 itself have them."""

EXPLICIT_PAIRS = {
    ("1", "13(e)"), ("1", "14(b)"), ("5", "13(a)"), ("7(d)", "12(d)"), ("7(d)", "12(f)"), ("7(d)", "14(d)"),
    ("16", "12(d)"), ("19", "13(c)"), ("21", "13(c)"), ("22", "12(c)"), ("22", "13(f)"), ("22", "14(c)"),
}  # fmt: skip


Beside = Callable[[str], Path]


def pair(linkage: Linkage) -> tuple[str, str]:
    return str(linkage.subject), str(linkage.plan_point or "-")


def pairs(bundled: Crosswalk, **wanted: object) -> set[tuple[str, str]]:
    """Subject and plan point of the linkages with the fields that are wanted."""
    return {
        pair(linkage)
        for linkage in bundled.linkages
        if all(getattr(linkage, name) == value for name, value in wanted.items())
    }


def texts(bundled: Crosswalk) -> Iterator[tuple[str, str]]:
    """Every note and summary in the project's own words, with where it stands."""
    for row in bundled.coverage:
        yield f"coverage {row.objective}", row.note or ""
    for linkage in bundled.linkages:
        yield (
            f"linkage {linkage.subject} {linkage.plan_point} {linkage.paragraph}",
            linkage.note or "",
        )
    for point in bundled.plan_points:
        yield f"plan point {point.ref}", point.summary or ""
    for paragraph in bundled.paragraphs:
        yield f"paragraph {paragraph.number}", paragraph.summary
    for activity in bundled.activities:
        yield f"activity {activity.id}", activity.summary
    for tension in bundled.tensions:
        for side in tension.sides:
            yield f"tension {tension.id}", side.text


# Counts


def test_there_are_23_objectives_with_187_actions(bundled: Crosswalk) -> None:
    assert {
        objective.number: len(objective.actions) for objective in bundled.objectives
    } == ACTION_COUNTS
    assert sum(ACTION_COUNTS.values()) == 187


def test_labels_of_actions_have_at_most_14_words(bundled: Crosswalk) -> None:
    labels = [action.label for objective in bundled.objectives for action in objective.actions]
    assert len(set(labels)) > 180
    assert [label for label in labels if len(label.split()) > 14] == []


def test_there_are_17_cited_points_and_3_uncited_letters(bundled: Crosswalk) -> None:
    assert " ".join(str(point.ref) for point in bundled.plan_points) == (
        "12(a) 12(c) 12(d) 12(f) 13(a) 13(c) 13(d) 13(e) 13(f) 14(a) 14(b) 14(c) 14(d) 15 16 17 18"
    )
    assert [str(ref) for ref in bundled.uncited] == ["12(b)", "12(e)", "13(b)"]


def test_each_point_has_the_paragraphs_that_cite_it(bundled: Crosswalk) -> None:
    assert {str(point.ref): point.paragraphs for point in bundled.plan_points} == {
        "12(a)": (12,), "12(c)": (16,), "12(d)": (13, 17), "12(f)": (13,), "13(a)": (9,), "13(c)": (19,),
        "13(d)": (12,), "13(e)": (8,), "13(f)": (16,), "14(a)": (12,), "14(b)": (8,), "14(c)": (16,),
        "14(d)": (13,), "15": (21,), "16": (21, 24), "17": (1,), "18": (1,),
    }  # fmt: skip


def test_16_objectives_are_addressed_4_indirectly_and_3_not(bundled: Crosswalk) -> None:
    by_status = {
        status: [r.objective.number for r in bundled.coverage if r.status is status]
        for status in Status
    }
    assert by_status == {
        Status.ADDRESSED: [1, 2, 3, 5, 6, 7, 10, 14, 16, 17, 18, 19, 20, 21, 22, 23],
        Status.INDIRECT: [4, 8, 12, 15],
        Status.NOT_ADDRESSED: [9, 11, 13],
    }


def test_three_addressed_and_all_indirect_rows_have_a_channel(bundled: Crosswalk) -> None:
    channels = {row.objective.number: row.channel for row in bundled.coverage if row.channel}
    assert sorted(channels) == [2, 4, 8, 10, 12, 14, 15]
    assert channels[10] == "through the ILO’s Fair Recruitment Initiative"
    assert all(channels[number].startswith("Indirect link through ") for number in (4, 8, 12, 15))


def test_the_reading_of_a_bare_mark_is_named_as_a_decision(bundled: Crosswalk) -> None:
    notes = [row.note or "" for row in bundled.coverage if row.status is Status.NOT_ADDRESSED]
    assert len(notes) == 3
    assert all("our decision" in note and "paragraph 17" in note for note in notes)


def test_there_are_26_paragraphs(bundled: Crosswalk) -> None:
    assert [paragraph.number for paragraph in bundled.paragraphs] == list(range(1, 27))


def test_linkages_per_paragraph(bundled: Crosswalk) -> None:
    assert Counter(linkage.paragraph for linkage in bundled.linkages) == {
        8: 3, 9: 5, 10: 1, 11: 6, 12: 15, 13: 3, 14: 1, 15: 1, 16: 9, 17: 17, 18: 1, 19: 5, 21: 2, 24: 1,
    }  # fmt: skip


def test_means_are_stated_for_these_points_only(bundled: Crosswalk) -> None:
    stated = {str(point.ref): point.means_basis for point in bundled.plan_points if point.means}
    group = MeansBasis.STATED_FOR_GROUP
    assert stated == {
        "12(c)": group, "12(d)": group, "13(a)": MeansBasis.STATED, "13(e)": group, "13(f)": group, "14(b)": group,
        "14(c)": group, "14(d)": group, "16": MeansBasis.STATED, "17": group, "18": group,
    }  # fmt: skip


def test_the_figures_of_ethiopia_are_three_and_exact(bundled: Crosswalk) -> None:
    (found,) = [activity for activity in bundled.activities if activity.places == ("Ethiopia",)]
    assert found.id == "ethiopia-returnees"
    assert [figure.value for figure in found.figures] == [13753, 11201, 2962]
    assert found.dates == ("2015/2019",)
    assert found.paragraphs == (19,)
    assert str(found.objectives[0].ref) == "21(h)"


def test_these_documents_are_cited(bundled: Crosswalk) -> None:
    symbols = {document.symbol for document in bundled.documents}
    assert {"GB.331/INS/4/1(Rev.)", "A/CONF.231/3", "Report IV", "GB.335/INS/14/2"} <= symbols


# The ten decisions


def test_decision_1_a_pronoun_link_is_explicit_and_there_are_12_explicit_pairs(
    bundled: Crosswalk,
) -> None:
    explicit = [
        link for link in bundled.linkages if link.basis is Basis.EXPLICIT and link.plan_point
    ]
    assert {pair(link) for link in explicit} == EXPLICIT_PAIRS
    assert len(explicit) == len(EXPLICIT_PAIRS) == 12


def test_decision_2_fair_recruitment_ties_four_objectives_to_three_points_by_context(
    bundled: Crosswalk,
) -> None:
    wanted = {(o, p) for o in ("6", "7", "10", "14") for p in ("12(a)", "13(d)", "14(a)")}
    found = {p for p in pairs(bundled, paragraph=12) if p[1] != "-"}
    assert found == wanted
    assert wanted <= pairs(bundled, paragraph=12, basis=Basis.CONTEXTUAL, stance=Stance.SUPPORTS)


def test_decision_3_objective_15_is_tied_to_the_points_of_paragraph_16_by_context(
    bundled: Crosswalk,
) -> None:
    tied = {p for p in pairs(bundled, paragraph=16, basis=Basis.CONTEXTUAL) if p[1] != "-"}
    assert tied == {("15", "12(c)"), ("15", "13(f)"), ("15", "14(c)")}


def test_decision_4_points_15_and_16_support_objective_23_by_context(bundled: Crosswalk) -> None:
    found = [(str(link.plan_point), link.paragraph, link.basis, link.stance) for link in bundled.linkages
             if link.objective.number == 23]  # fmt: skip
    contextual = (Basis.CONTEXTUAL, Stance.SUPPORTS)
    assert found == [("15", 21, *contextual), ("16", 21, *contextual), ("16", 24, *contextual)]


@pytest.mark.parametrize(
    ("action", "point", "paragraph"),
    [("19(e)", "13(c)", 19), ("21(h)", "13(c)", 19), ("16(e)", "12(d)", 17)],
)
def test_decision_5_an_action_inherits_the_point_of_its_paragraph(
    bundled: Crosswalk, action: str, point: str, paragraph: int
) -> None:
    assert (action, point) in pairs(bundled, paragraph=paragraph, basis=Basis.CONTEXTUAL)


@pytest.mark.parametrize(("letters", "paragraph"), [(("5(c)", "5(e)"), 9), (("6(c)", "6(e)"), 11)])
def test_decision_6_letters_given_jointly_are_one_record_each(
    bundled: Crosswalk, letters: tuple[str, str], paragraph: int
) -> None:
    subjects = [str(link.subject) for link in bundled.linkages if link.paragraph == paragraph]
    assert [subjects.count(letter) for letter in letters] == [1, 1]


def test_decision_7_a_list_mentions_each_and_the_box_none(bundled: Crosswalk) -> None:
    listed = pairs(bundled, paragraph=17, wording="are also aligned with")
    assert listed == {("2", "-"), ("3", "-"), ("15", "-"), ("16", "-"), ("19", "-")}
    assert pairs(bundled, paragraph=7) == set()


def test_decision_8_this_goal_is_action_7d(bundled: Crosswalk) -> None:
    assert pairs(bundled, paragraph=13) == {("7(d)", "12(d)"), ("7(d)", "12(f)"), ("7(d)", "14(d)")}


def test_decision_9_what_merely_fits_is_not_coded(bundled: Crosswalk) -> None:
    assert {subject for subject, point in pairs(bundled) if point == "13(a)"} == {"5"}
    assert {point for subject, point in pairs(bundled) if subject.startswith("17")} == {"-"}


def test_decision_10_an_influence_on_the_compact_is_taken_up_and_a_sentence_can_yield_both(
    bundled: Crosswalk,
) -> None:
    taken_up = pairs(bundled, stance=Stance.TAKES_UP)
    assert taken_up == {(subject, "-") for subject in ("5", "5(c)", "5(e)", "6", "6(l)", "22")}
    assert ("5", "-") in pairs(bundled, paragraph=9, stance=Stance.SUPPORTS)


def test_the_other_stances(bundled: Crosswalk) -> None:
    assert pairs(bundled, stance=Stance.LIMITS) == {("6(i)", "-")}
    assert pairs(bundled, stance=Stance.QUALIFIED) == {("20", "-")}
    assert pairs(bundled, stance=Stance.NOT_INCLUDED) == {
        (n, "-") for n in ("4", "8", "9", "11", "12", "13")
    }


# What it answers


CELLS = {
    1: {"13(e)": EXPLICIT, "14(b)": EXPLICIT},
    5: {"13(a)": EXPLICIT},
    6: {"12(a)": CONTEXTUAL, "13(d)": CONTEXTUAL, "14(a)": CONTEXTUAL},
    7: {
        "12(a)": CONTEXTUAL, "12(d)": EXPLICIT, "12(f)": EXPLICIT, "13(d)": CONTEXTUAL, "14(a)": CONTEXTUAL,
        "14(d)": EXPLICIT,
    },
    10: {"12(a)": CONTEXTUAL, "13(d)": CONTEXTUAL, "14(a)": CONTEXTUAL},
    14: {"12(a)": CONTEXTUAL, "13(d)": CONTEXTUAL, "14(a)": CONTEXTUAL},
    15: {"12(c)": CONTEXTUAL, "13(f)": CONTEXTUAL, "14(c)": CONTEXTUAL},
    16: {"12(d)": EXPLICIT},
    19: {"13(c)": EXPLICIT},
    21: {"13(c)": EXPLICIT},
    22: {"12(c)": EXPLICIT, "13(f)": EXPLICIT, "14(c)": EXPLICIT},
    23: {"15": CONTEXTUAL, "16": CONTEXTUAL},
}  # fmt: skip


def test_matrix_has_these_cells_and_no_others(bundled: Crosswalk) -> None:
    answer = matrix(bundled)
    found = {
        row.objective.number: {str(cell.plan_point): cell.basis for cell in row.cells if cell.basis}
        for row in answer.rows
    }
    assert {number: cells for number, cells in found.items() if cells} == CELLS


def test_these_objectives_and_points_have_a_gap(bundled: Crosswalk) -> None:
    answer = gaps(bundled)
    assert {
        gap: [o.objective.number for o in answer.objectives if o.gap is gap] for gap in Gap
    } == {
        Gap.NOT_ADDRESSED: [9, 11, 13],
        Gap.INDIRECT: [4, 8, 12, 15],
        Gap.NO_PLAN_POINT: [2, 3, 17, 18, 20],
        Gap.CONTEXTUAL_ONLY: [6, 10, 14, 23],
        Gap.NO_OBJECTIVE: [],
    }
    assert {str(found.plan_point.ref): found.gap for found in answer.plan_points} == {
        "12(a)": Gap.CONTEXTUAL_ONLY, "13(d)": Gap.CONTEXTUAL_ONLY, "14(a)": Gap.CONTEXTUAL_ONLY,
        "15": Gap.CONTEXTUAL_ONLY, "16": Gap.CONTEXTUAL_ONLY, "17": Gap.NO_OBJECTIVE, "18": Gap.NO_OBJECTIVE,
    }  # fmt: skip


def test_objectives_15_and_20_have_tensions(bundled: Crosswalk) -> None:
    kinds = {tension.kind for tension in objective(bundled, "20").tensions}
    assert {TensionKind.APPENDIX_VS_NARRATIVE, TensionKind.PARTIAL_COVERAGE} <= kinds
    assert objective(bundled, "15").tensions


@pytest.mark.parametrize(
    ("text", "kind", "ref"),
    [
        ("remesas", "objective", "20"),
        ("recruit*", "objective", "6"),
        ("detencion", "objective", "13"),
        ("smuggling", "objective", "9"),
        ("13,753", "activity", "ethiopia-returnees"),
        ("Ethiopia", "activity", "ethiopia-returnees"),
        ("GB.331/INS/4/1(Rev.)", "document", "gb-331-ins-4-1-rev"),
    ],
)
def test_first_hit(bundled: Crosswalk, text: str, kind: str, ref: str) -> None:
    first = search(bundled, text).hits[0]
    assert (first.kind, first.ref) == (kind, ref)


@pytest.mark.parametrize("text", ['"freedom of association"', "syndical", "libertad sindical"])
def test_freedom_of_association_in_three_languages(bundled: Crosswalk, text: str) -> None:
    assert {hit.ref for hit in search(bundled, text).hits[:3]} == {"16(e)", "12(d)", "14(d)"}


# Words


def test_notes_and_summaries_have_at_most_30_words(bundled: Crosswalk) -> None:
    found = list(texts(bundled))
    assert len(found) > 250
    assert [(place, text) for place, text in found if len(text.split()) > 30] == []


def test_wording_has_2_to_6_words(bundled: Crosswalk) -> None:
    wordings = [linkage.wording for linkage in bundled.linkages if linkage.wording]
    assert len(wordings) > 50
    assert [wording for wording in wordings if not 2 <= len(wording.split()) <= 6] == []


def test_a_tension_quotes_at_most_12_words(bundled: Crosswalk) -> None:
    counts = {
        t.id: sum(len((side.quote or "").split()) for side in t.sides) for t in bundled.tensions
    }
    assert max(counts.values()) > 3
    assert [id for id, count in counts.items() if count > 12] == []


def test_every_kind_of_tension_occurs(bundled: Crosswalk) -> None:
    assert {tension.kind for tension in bundled.tensions} == set(TensionKind)


def test_a_tension_has_two_sides_with_their_places(bundled: Crosswalk) -> None:
    assert len(bundled.tensions) >= 25
    assert [
        t.id for t in bundled.tensions if len(t.sides) < 2 or not all(side.at for side in t.sides)
    ] == []


def test_objective_13_is_about_migration_detention(bundled: Crosswalk) -> None:
    title = bundled.objectives[12].title.en
    assert (
        title
        == "Use migration detention only as a measure of last resort and work towards alternatives"
    )


def test_references_are_quoted_in_the_files() -> None:
    found = 0
    for path in DATA.glob("*.yaml"):
        for line in path.read_text(encoding="utf-8").split("\n"):
            for value in re.findall(
                r"^[ -]*(?:objective|plan_point|paragraph|ref): (.+)$|{ref: ([^,}]+)", line
            ):
                found += 1
                assert re.match(r'"[^"]+"|null', value[0] or value[1]), f"{path.name}: {line}"
    assert found > 250


# Against the source and the reference tables


@cache
def source_paragraphs(path: Path) -> dict[int, str]:
    """The numbered paragraphs of the source, without the box, lines joined; the appendix stands
    under 0.
    """
    text = path.read_text(encoding="utf-8")
    body, appendix = re.split(r"^ Appendix *$", text, flags=re.MULTILINE)
    body = re.sub(
        r"^Objectives of the Global Compact.*?^23\. [^\n]*$",
        "",
        body,
        flags=re.DOTALL | re.MULTILINE,
    )
    found, rest = {0: one_line(appendix)}, body
    for number in range(1, 27):
        before, rest = re.split(rf"^ ?{number}\. (?=[A-Z])", rest, maxsplit=1, flags=re.MULTILINE)
        if number > 1:
            found[number - 1] = one_line(before)
    return found | {26: one_line(rest)}


def one_line(text: str) -> str:
    return re.sub(r"(?<=\w)-\s+(?=\w)", "-", " ".join(text.split()))


def test_every_wording_is_in_its_paragraph(bundled: Crosswalk, beside: Beside) -> None:
    paragraphs = source_paragraphs(beside("source/*.txt"))
    worded = [linkage for linkage in bundled.linkages if linkage.wording]
    assert worded
    missing = [
        (pair(link), link.wording)
        for link in worded
        if link.wording not in paragraphs[link.paragraph or 0]
    ]
    assert missing == []


def test_every_channel_is_in_the_appendix(bundled: Crosswalk, beside: Beside) -> None:
    appendix = source_paragraphs(beside("source/*.txt"))[0]
    assert [
        row.channel for row in bundled.coverage if row.channel and row.channel not in appendix
    ] == []


def test_every_english_title_is_in_the_box(bundled: Crosswalk, beside: Beside) -> None:
    text = one_line(beside("source/*.txt").read_text(encoding="utf-8"))
    missing = [o.number for o in bundled.objectives if f"{o.number}. {o.title.en}" not in text]
    assert missing == []


def test_every_point_is_cited_in_its_paragraphs_and_in_no_other(
    bundled: Crosswalk, beside: Beside
) -> None:
    paragraphs = source_paragraphs(beside("source/*.txt"))
    for point in bundled.plan_points:
        cited = [n for n, text in paragraphs.items() if str(point.ref) in cited_points(text)]
        assert tuple(cited) == point.paragraphs, str(point.ref)


def cited_points(text: str) -> set[str]:
    """The labels that stand after the word point or points."""
    runs = re.findall(r"\bpoints? ((?:\d+(?:\([a-z]\))?(?:, | and )?)+)", text)
    return {label for run in runs for label in re.findall(r"\d+(?:\([a-z]\))?", run)}


def test_every_quotation_is_in_its_places(bundled: Crosswalk, beside: Beside) -> None:
    paragraphs = source_paragraphs(beside("source/*.txt"))
    sides = [(t.id, side) for t in bundled.tensions for side in t.sides if side.quote]
    assert len(sides) > 50
    missing = [
        (id, side.quote, str(place))
        for id, side in sides
        for place in side.at
        if place.kind in ("paragraph", "appendix")
        and str(side.quote)
        not in paragraphs[place.number if place.kind == "paragraph" and place.number else 0]
    ]
    assert missing == []


def test_figures_are_in_their_paragraphs(bundled: Crosswalk, beside: Beside) -> None:
    paragraphs = source_paragraphs(beside("source/*.txt"))
    words = {2: "two", 4: "four", 10: "ten"}
    missing = [
        (activity.id, figure.value)
        for activity in bundled.activities
        for figure in activity.figures
        if not any(
            re.search(
                rf"\b({figure.value:,}|{figure.value}|{words.get(figure.value, figure.value)})\b",
                paragraphs[n],
            )
            for n in activity.paragraphs
        )
    ]
    assert missing == []


def rows(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE))


def test_actions_are_those_of_the_reference(bundled: Crosswalk, beside: Beside) -> None:
    wanted = [
        (int(r["objective"]), r["letter"], r["label"])
        for r in rows(beside("reference/actions.tsv"))
    ]
    assert [(o.number, a.letter, a.label) for o in bundled.objectives for a in o.actions] == wanted


def test_sdg_targets_are_those_of_the_reference(bundled: Crosswalk, beside: Beside) -> None:
    wanted = [
        (int(row["objective"]), row["sdg_target"])
        for row in rows(beside("reference/sdg_targets.tsv"))
    ]
    assert [(o.number, target) for o in bundled.objectives for target in o.sdg_targets] == wanted


def test_round_tables_are_those_of_the_reference(bundled: Crosswalk, beside: Beside) -> None:
    wanted = {
        int(row["objective"]): int(row["round_table"])
        for row in rows(beside("reference/round_tables.tsv"))
    }
    assert {o.number: o.round_table for o in bundled.objectives} == wanted


def test_french_and_spanish_titles_and_labels_are_those_of_the_reference(
    bundled: Crosswalk, beside: Beside
) -> None:
    for row in rows(beside("reference/titles.tsv")):
        found = bundled.objectives[int(row["objective"]) - 1]
        language, kind = row["language"], row["kind"]
        assert (found.title if kind == "title" else found.label)[language] == row["text"], row


# What is drawn of it


@pytest.mark.parametrize("name", ["matrix", "tree", "gaps", "coverage"])
def test_the_pictures_in_the_docs_are_what_the_program_makes(run: Run, name: str) -> None:
    committed = (ROOT / "docs" / "img" / f"{name}.svg").read_text(encoding="utf-8")
    assert committed == run(name, "-f", "svg", bundled=True).text


# Names


def test_the_plan_and_its_source_go_by_these_symbols(bundled: Crosswalk) -> None:
    assert (bundled.plan.short, bundled.plan.symbol) == ("ILO", "GB.331/INS/4/1(Rev.)")
    assert bundled.source.symbol == "GB.335/POL/1(Rev.)"


def test_the_compromise_wording_on_recruitment_is_quoted(bundled: Crosswalk) -> None:
    (limiting,) = [linkage for linkage in bundled.linkages if linkage.stance is Stance.LIMITS]
    assert (limiting.paragraph, limiting.wording) == (11, "may limit fundamental rights")
