"""How the matrix of objectives and plan points is shown."""

from gcmilo.model import Basis, Source, Status
from gcmilo.output.forms import Forms
from gcmilo.output.page import Grid, GridRow, Page
from gcmilo.query.matrix import MatrixAnswer
from gcmilo.shapes import OBJECTIVE, TEXT, TEXTS, Data, answer, many, maybe, record, word_of
from gcmilo.text import words

_CELL = record(plan_point=TEXT, basis=maybe(word_of(Basis)))
_ROW = record(
    **OBJECTIVE.within("objective", "number", "label"),
    status=maybe(word_of(Status)),
    cells=many(_CELL),
)
_MATRIX = answer("matrix", plan_points=TEXTS, objectives=many(_ROW).of("rows"))


def _page(answer: MatrixAnswer, source: Source, language: str) -> Page:
    rows = []
    for row in answer.rows:
        bases = tuple(cell.basis.value if cell.basis else None for cell in row.cells)
        label = row.objective.label[language]
        rows.append(GridRow(str(row.objective.number), label, words(row.status), bases))
    grid = Grid(tuple(str(ref) for ref in answer.plan_points), tuple(rows))
    return Page("Objectives by plan points", (grid,), source.symbol)


def _rows(answer: MatrixAnswer, source: Source) -> list[Data]:
    """A row for each objective, with a column for each plan point."""
    rows = []
    for row in _MATRIX.to_json(answer, source)["objectives"]:
        cells = {cell["plan_point"]: cell["basis"] for cell in row.pop("cells")}
        rows.append(row | cells)
    return rows


FORMS = {MatrixAnswer: Forms(_MATRIX, _page, _rows)}
