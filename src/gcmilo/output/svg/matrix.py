"""The picture of the matrix: objectives by plan points, a mark for each linkage."""

from gcmilo.model import Source
from gcmilo.output.svg.canvas import MARGIN, STATUS_COLOURS, Canvas, sentence, width_of
from gcmilo.output.svg.picture import basis_key, headed, status_key
from gcmilo.query.matrix import MatrixAnswer, MatrixRow
from gcmilo.text import status_words, words

_ROW, _COLUMN = 26, 42
_TITLE = "Objectives by plan points"


def draw(answer: MatrixAnswer, source: Source, language: str) -> str:
    """Return the picture as an SVG document."""
    points = [str(ref) for ref in answer.plan_points]
    canvas = Canvas("gcmilo-matrix", f"{_TITLE}, {source.symbol}", _in_words(answer, language))
    y = headed(canvas, _TITLE, source)
    of_rows = list(dict.fromkeys(row.status for row in answer.rows))
    keys = status_key(canvas, basis_key(canvas, MARGIN, y + 16) + 16, y + 16, of_rows)
    names = MARGIN + 34
    statuses = names + max(width_of(row.objective.label[language]) for row in answer.rows) + 16
    cells = statuses + 20 + max(width_of(status_words(row.status)) for row in answer.rows) + 12
    right = max(cells + _COLUMN * len(points), keys)
    top = _heads(canvas, points, cells, y + 40)
    for number, row in enumerate(answer.rows):
        y = top + number * _ROW
        if number % 2 == 0:
            canvas.box(MARGIN, y, right - MARGIN, _ROW, "f-band")
        canvas.text(names - 10, y + 17.5, str(row.objective.number), "bold", anchor="end")
        canvas.text(names, y + 17.5, row.objective.label[language])
        canvas.status(statuses + 6, y + _ROW / 2, row.status)
        canvas.text(
            statuses + 20, y + 17.5, status_words(row.status), colour=STATUS_COLOURS[row.status]
        )
        for place, cell in enumerate(row.cells):
            pair = f"Objective {row.objective.number}, plan point {cell.plan_point}"
            hint = f"{pair}: {words(cell.basis)}" if cell.basis else ""
            canvas.basis(cells + (place + 0.5) * _COLUMN, y + _ROW / 2, cell.basis, hint)
    return canvas.written(right + MARGIN, top + len(answer.rows) * _ROW + MARGIN)


def _heads(canvas: Canvas, points: list[str], x: float, y: float) -> float:
    """The labels of the columns, turned where one is too long; returns where the rows begin."""
    longest = max((width_of(point) for point in points), default=0)
    turned = longest > _COLUMN
    bottom = y + (longest if turned else 14)
    for place, point in enumerate(points):
        middle = x + (place + 0.5) * _COLUMN
        if turned:
            canvas.text(middle + 4, bottom, point, "small bold", turn=-90)
        else:
            canvas.text(middle, bottom, point, "small bold", anchor="middle")
    return bottom + 10


def _in_words(answer: MatrixAnswer, language: str) -> str:
    return " ".join(_row_in_words(row, language) for row in answer.rows)


def _row_in_words(row: MatrixRow, language: str) -> str:
    linked = [f"{cell.plan_point} {cell.basis.value}" for cell in row.cells if cell.basis]
    name = f"Objective {row.objective.number}, {row.objective.label[language]}"
    return f"{name}, {status_words(row.status)}: {sentence(linked or ['no plan point'])}"
