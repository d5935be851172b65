"""Coverage, matrix and tree, worked out by hand."""

from dataclasses import replace

from gcmilo import Crosswalk, coverage, matrix, tree
from gcmilo.model import Basis, Coverage, Status, TreeBy
from gcmilo.query.coverage import Tally

E, C = Basis.EXPLICIT, Basis.CONTEXTUAL
CELLS = {
    6: {"1(a)": E, "1(b)": C},
    7: {"2(d)": E},
    10: {"1(b)": C},
    15: {"2(c)": C},
    16: {"2(d)": E},
    18: {"3": E},
    22: {"2(c)": E},
    23: {"4": C},
}


def numbers(tally: Tally) -> dict[str, list[int]]:
    return {str(status): [ref.number for ref in refs] for status, refs in tally.by_status.items()}


def test_coverage_by_status(crosswalk: Crosswalk) -> None:
    assert numbers(coverage(crosswalk).whole) == {
        "addressed": [2, 3, 6, 7, 10, 16, 18, 20, 22, 23],
        "indirect": [4, 15, 21],
        "not_addressed": [1, 5, 8, 9, 11, 12, 13, 14, 17, 19],
    }


def test_coverage_by_round_table(crosswalk: Crosswalk) -> None:
    assert {tally.name: numbers(tally) for tally in coverage(crosswalk).round_tables} == {
        "1": {"addressed": [2, 6, 18], "indirect": [], "not_addressed": [5, 12]},
        "2": {"addressed": [10], "indirect": [4, 21], "not_addressed": [8, 9, 11, 13]},
        "3": {"addressed": [16, 20, 22], "indirect": [15], "not_addressed": [14, 19]},
        "4": {"addressed": [3, 7, 23], "indirect": [], "not_addressed": [1, 17]},
    }


def test_tallies_have_the_same_statuses_where_one_objective_is_not_assessed(
    crosswalk: Crosswalk,
) -> None:
    rows = tuple(
        Coverage(row.objective) if row.objective.number == 18 else row for row in crosswalk.coverage
    )
    answer = coverage(replace(crosswalk, coverage=rows))
    assert {
        tuple(tally.by_status)
        for tally in (answer.whole, *answer.round_tables, *answer.sdg_targets)
    } == {(*Status, None)}
    assert [[ref.number for ref in tally.by_status[None]] for tally in answer.round_tables] == [
        [18],
        [],
        [],
        [],
    ]


def test_coverage_by_sdg_target(crosswalk: Crosswalk) -> None:
    targets = {tally.name: tally for tally in coverage(crosswalk).sdg_targets}
    assert numbers(targets["16.2"]) == {
        "addressed": [7, 10],
        "indirect": [],
        "not_addressed": [8, 9],
    }
    assert numbers(targets["16.b"]) == {
        "addressed": [16],
        "indirect": [15, 21],
        "not_addressed": [17],
    }
    assert [ref.number for ref in targets["16.2"].objectives] == [7, 8, 9, 10]
    assert [ref.number for ref in targets["ALL"].objectives] == [2, 19]
    listed = {target for objective in crosswalk.objectives for target in objective.sdg_targets}
    assert set(targets) == listed


def test_sdg_targets_are_in_the_order_of_the_goals(crosswalk: Crosswalk) -> None:
    names = [tally.name for tally in coverage(crosswalk).sdg_targets]
    assert names[:6] == ["ALL", "1.3", "1.4", "3.3", "3.4", "3.7"]
    assert (
        names.index("8.8")
        < names.index("8.10")
        < names.index("8.b")
        < names.index("9.1")
        < names.index("10.2")
    )
    assert names[-1] == "17.18"


def test_coverage_rows_are_the_23_objectives(crosswalk: Crosswalk) -> None:
    rows = coverage(crosswalk).rows
    assert [row.objective.number for row in rows] == list(range(1, 24))
    assert [row.coverage.objective.number for row in rows] == list(range(1, 24))
    assert rows[8].coverage.status is Status.NOT_ADDRESSED


def test_matrix_has_these_cells_and_no_others(crosswalk: Crosswalk) -> None:
    answer = matrix(crosswalk)
    assert [str(point) for point in answer.plan_points] == [
        "1(a)",
        "1(b)",
        "2(c)",
        "2(d)",
        "3",
        "4",
        "5",
    ]
    found = {
        row.objective.number: {str(cell.plan_point): cell.basis for cell in row.cells if cell.basis}
        for row in answer.rows
    }
    assert len(found) == 23
    assert {number: cells for number, cells in found.items() if cells} == CELLS


def test_matrix_has_the_linkages_without_a_point_that_serve(crosswalk: Crosswalk) -> None:
    found = {row.objective.number: row.without_point for row in matrix(crosswalk).rows}
    assert {number: basis for number, basis in found.items() if basis} == {2: E, 3: C, 6: E, 20: E}


def test_matrix_has_5_explicit_and_4_contextual_cells(crosswalk: Crosswalk) -> None:
    cells = [cell.basis for row in matrix(crosswalk).rows for cell in row.cells]
    assert (cells.count(E), cells.count(C), cells.count(None)) == (5, 4, 23 * 7 - 9)


def test_tree_by_objective(crosswalk: Crosswalk) -> None:
    answer = tree(crosswalk)
    assert [str(branch.ref) for branch in answer.branches] == [str(n) for n in range(1, 24)]
    leaves = {
        int(str(b.ref)): {str(t.ref): t.basis for t in b.leaves if t.ref} for b in answer.branches
    }
    assert {number: found for number, found in leaves.items() if found} == CELLS


def test_work_without_a_point_is_a_leaf_of_its_objective(crosswalk: Crosswalk) -> None:
    branches = tree(crosswalk).branches
    (leaf,) = branches[8].leaves
    assert (leaf.ref, leaf.name, leaf.basis, leaf.paragraphs) == (
        None,
        "no plan point (not included)",
        None,
        (7,),
    )
    assert branches[5].leaves[-1].name == "no plan point (takes up, limits)"
    assert branches[5].leaves[-1].paragraphs == (3,)


def test_tree_by_plan_point(crosswalk: Crosswalk) -> None:
    answer = tree(crosswalk, TreeBy.PLAN_POINT)
    served = {
        str(b.ref): {str(t.ref): (t.basis, t.paragraphs) for t in b.leaves} for b in answer.branches
    }
    assert served["2(d)"] == {"7": (E, (5,)), "16": (E, (5,))}
    assert served["4"] == {"23": (C, (9, 10))}
    assert served["5"] == {}
    assert sum(len(twigs) for twigs in served.values()) == 9
