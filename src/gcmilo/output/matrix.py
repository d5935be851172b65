"""How the matrix of objectives and plan points is shown."""

from gcmilo.model import Basis, Source, Status
from gcmilo.output.forms import Forms
from gcmilo.output.page import Grid, GridEnd, Page
from gcmilo.query.matrix import MatrixAnswer, MatrixRow
from gcmilo.shapes import OBJECTIVE, TEXT, TEXTS, Data, answer, many, maybe, record, word_of
from gcmilo.text import status_words

_CELL = record(plan_point=TEXT, basis=maybe(word_of(Basis)))
_ROW = record(
    **OBJECTIVE.within("objective", "number", "label"),
    status=maybe(word_of(Status)),
    cells=many(_CELL),
    without_point=maybe(word_of(Basis)),
)
_MATRIX = answer("matrix", plan_points=TEXTS, objectives=many(_ROW).of("rows"), subjects=TEXTS)
_OBJECTIVE_HEADS = ("No.", "Objective")
_POINT_HEADS = ("Point", "Subject")


def _page(answer: MatrixAnswer, source: Source, language: str) -> Page:
    return Page("Objectives by plan points", (grid(answer, language),), source.symbol)


def grid(answer: MatrixAnswer, language: str) -> Grid:
    """Return the matrix as a grid; where the plan points are the more, they are its rows."""
    objectives = tuple(
        GridEnd(str(row.objective.number), row.objective.label[language], status_words(row.status))
        for row in answer.rows
    )
    named = zip(answer.plan_points, answer.subjects, strict=True)
    points = (*(GridEnd(str(ref), subject) for ref, subject in named), GridEnd("no point"))
    cells = tuple(_marks(row) for row in answer.rows)
    if answer.is_high:
        turned = tuple(zip(*cells, strict=True))
        return Grid(_POINT_HEADS, points, _OBJECTIVE_HEADS, objectives, turned)
    return Grid(_OBJECTIVE_HEADS, objectives, _POINT_HEADS, points, cells)


def _marks(row: MatrixRow) -> tuple[str | None, ...]:
    bases = [*(cell.basis for cell in row.cells), row.without_point]
    return tuple(basis and basis.value for basis in bases)


def _rows(answer: MatrixAnswer, source: Source) -> list[Data]:
    """A row for each objective, with a column for each plan point and one for none at last."""
    rows = []
    for row in _MATRIX.to_json(answer, source)["objectives"]:
        cells = {cell["plan_point"]: cell["basis"] for cell in row.pop("cells")}
        without_point = row.pop("without_point")
        rows.append(row | cells | {"without_point": without_point})
    return rows


FORMS = {MatrixAnswer: Forms(_MATRIX, _page, _rows)}
