"""The JSON shapes of coverage, matrix and tree."""

from gcmilo import query
from gcmilo.model import Source, Status
from gcmilo.output.data.parts import Data, name_in, schema, shape
from gcmilo.query.overview import Branch


@shape.register
def _coverage(answer: query.CoverageAnswer, source: Source) -> Data:
    return schema("coverage") | {
        "objectives": len(answer.rows),
        "statuses": [
            {"status": status, "count": len(refs), "objectives": [ref.number for ref in refs]}
            for status, refs in answer.whole.by_status.items()
        ],
        "round_tables": [
            {"round_table": int(tally.name)}
            | {status.value: [ref.number for ref in tally.by_status[status]] for status in Status}
            for tally in answer.round_tables
        ],
        "sdg_targets": [
            {"target": tally.name, "objectives": [ref.number for ref in tally.objectives]}
            | {status.value: len(tally.by_status[status]) for status in Status}
            for tally in answer.sdg_targets
        ],
    }


@shape.register
def _matrix(answer: query.MatrixAnswer, source: Source) -> Data:
    points = [str(ref) for ref in answer.plan_points]
    return schema("matrix") | {
        "plan_points": points,
        "objectives": [
            {
                "number": row.objective.number,
                "label": row.objective.label.en,
                "status": row.status,
                "cells": [{"plan_point": p, "basis": basis} for p, basis in zip(points, row.cells, strict=True)],
            }
            for row in answer.rows
        ],
    }


@shape.register
def _tree(answer: query.TreeAnswer, source: Source) -> Data:
    return schema("tree") | {"by": answer.by, "branches": [_branch(branch) for branch in answer.branches]}


def _branch(branch: Branch) -> Data:
    return {
        "ref": str(branch.ref),
        "name": name_in(branch.name, "en"),
        "status": branch.status,
        "twigs": [
            {
                "ref": None if twig.ref is None else str(twig.ref),
                "name": name_in(twig.name, "en"),
                "basis": twig.basis,
                "paragraphs": list(twig.paragraphs),
            }
            for twig in branch.twigs
        ],
    }
