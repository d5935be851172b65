"""Coverage, matrix and tree, worked out by hand."""

from dataclasses import replace

from gcmilo import Crosswalk, coverage, matrix, tree
from gcmilo.model import Basis, Coverage, Status, TreeBy
from gcmilo.query.overview import Tally

E, C = Basis.EXPLICIT, Basis.CONTEXTUAL
CELLS = {
    1: {"13(e)": E, "14(b)": E},
    5: {"13(a)": E},
    6: {"12(a)": C, "13(d)": C, "14(a)": C},
    7: {"12(a)": C, "12(d)": E, "12(f)": E, "13(d)": C, "14(a)": C, "14(d)": E},
    10: {"12(a)": C, "13(d)": C, "14(a)": C},
    14: {"12(a)": C, "13(d)": C, "14(a)": C},
    15: {"12(c)": C, "13(f)": C, "14(c)": C},
    16: {"12(d)": E},
    19: {"13(c)": E},
    21: {"13(c)": E},
    22: {"12(c)": E, "13(f)": E, "14(c)": E},
    23: {"15": C, "16": C},
}


def numbers(tally: Tally) -> dict[str, list[int]]:
    return {str(status): [ref.number for ref in refs] for status, refs in tally.by_status.items()}


def test_coverage_by_status(crosswalk: Crosswalk) -> None:
    assert numbers(coverage(crosswalk).whole) == {
        "addressed": [1, 2, 3, 5, 6, 7, 10, 14, 16, 17, 18, 19, 20, 21, 22, 23],
        "indirect": [4, 8, 12, 15],
        "not_addressed": [9, 11, 13],
    }


def test_coverage_by_round_table(crosswalk: Crosswalk) -> None:
    assert {tally.name: numbers(tally) for tally in coverage(crosswalk).round_tables} == {
        "1": {"addressed": [2, 5, 6, 18], "indirect": [12], "not_addressed": []},
        "2": {"addressed": [10, 21], "indirect": [4, 8], "not_addressed": [9, 11, 13]},
        "3": {"addressed": [14, 16, 19, 20, 22], "indirect": [15], "not_addressed": []},
        "4": {"addressed": [1, 3, 7, 17, 23], "indirect": [], "not_addressed": []},
    }


def test_tallies_have_the_same_statuses_where_one_objective_is_not_assessed(crosswalk: Crosswalk) -> None:
    rows = tuple(Coverage(row.objective) if row.objective.number == 18 else row for row in crosswalk.coverage)
    answer = coverage(replace(crosswalk, coverage=rows))
    assert {tuple(tally.by_status) for tally in (answer.whole, *answer.round_tables, *answer.sdg_targets)} == {
        (*Status, None)
    }
    assert [[ref.number for ref in tally.by_status[None]] for tally in answer.round_tables] == [[18], [], [], []]


def test_coverage_by_sdg_target(crosswalk: Crosswalk) -> None:
    targets = {tally.name: tally for tally in coverage(crosswalk).sdg_targets}
    assert numbers(targets["16.2"]) == {"addressed": [7, 10], "indirect": [8], "not_addressed": [9]}
    assert [ref.number for ref in targets["16.2"].objectives] == [7, 8, 9, 10]
    assert [ref.number for ref in targets["ALL"].objectives] == [2, 19]
    listed = {target for objective in crosswalk.objectives for target in objective.sdg_targets}
    assert set(targets) == listed


def test_sdg_targets_are_in_the_order_of_the_goals(crosswalk: Crosswalk) -> None:
    names = [tally.name for tally in coverage(crosswalk).sdg_targets]
    assert names[:6] == ["ALL", "1.3", "1.4", "3.3", "3.4", "3.7"]
    assert names.index("8.8") < names.index("8.10") < names.index("8.b") < names.index("9.1") < names.index("10.2")
    assert names[-1] == "17.18"


def test_coverage_rows_are_the_23_objectives(crosswalk: Crosswalk) -> None:
    rows = coverage(crosswalk).rows
    assert [row.objective.number for row in rows] == list(range(1, 24))
    assert [row.coverage.objective.number for row in rows] == list(range(1, 24))
    assert rows[8].coverage.status is Status.NOT_ADDRESSED


def test_matrix_has_these_cells_and_no_others(crosswalk: Crosswalk) -> None:
    answer = matrix(crosswalk)
    assert len(answer.plan_points) == 17
    found = {
        row.objective.number: {str(p): b for p, b in zip(answer.plan_points, row.cells, strict=True) if b}
        for row in answer.rows
    }
    assert len(found) == 23
    assert {number: cells for number, cells in found.items() if cells} == CELLS


def test_matrix_has_12_explicit_and_17_contextual_cells(crosswalk: Crosswalk) -> None:
    cells = [cell for row in matrix(crosswalk).rows for cell in row.cells]
    assert (cells.count(E), cells.count(C), cells.count(None)) == (12, 17, 23 * 17 - 29)


def test_tree_by_objective(crosswalk: Crosswalk) -> None:
    answer = tree(crosswalk)
    assert [str(branch.ref) for branch in answer.branches] == [str(n) for n in range(1, 24)]
    twigs = {int(str(b.ref)): {str(t.ref): t.basis for t in b.twigs if t.ref} for b in answer.branches}
    assert {number: found for number, found in twigs.items() if found} == CELLS


def test_work_without_a_point_is_a_twig_of_its_objective(crosswalk: Crosswalk) -> None:
    branches = tree(crosswalk).branches
    (twig,) = branches[8].twigs
    assert (twig.ref, twig.name, twig.basis, twig.paragraphs) == (None, "no plan point (not included)", None, (17,))
    assert branches[5].twigs[-1].name == "no plan point (takes up, supports, limits)"
    assert branches[5].twigs[-1].paragraphs == (11,)


def test_tree_by_plan_point(crosswalk: Crosswalk) -> None:
    answer = tree(crosswalk, TreeBy.PLAN_POINT)
    served = {str(b.ref): {str(t.ref): (t.basis, t.paragraphs) for t in b.twigs} for b in answer.branches}
    assert served["12(d)"] == {"7": (E, (13,)), "16": (E, (17,))}
    assert served["16"] == {"23": (C, (21, 24))}
    assert served["17"] == served["18"] == {}
    assert sum(len(twigs) for twigs in served.values()) == 29
