"""The picture of the matrix: objectives by plan points, a mark for each linkage."""

from collections.abc import Sequence

from gcmilo.frozen import frozen
from gcmilo.model import Basis, Source, Status
from gcmilo.output.matrix import grid
from gcmilo.output.page import Grid, GridEnd, has_status
from gcmilo.output.svg.canvas import MARGIN, STATUS_COLOURS, Canvas, sentence, width_of, wrapped
from gcmilo.output.svg.picture import basis_key, headed, status_key
from gcmilo.query.basis import bases_to_show
from gcmilo.query.matrix import MatrixAnswer, MatrixRow
from gcmilo.text import status_words

_ROW, _COLUMN, _LINE, _HEAD_LINE = 26, 42, 17, 14
_LONGEST_NAME = 340
"""The width from which the name of a row goes on in another line."""
_HIGHEST_HEAD = 260
"""The height from which the name of a column is cut; the hint of every mark has all of it."""
_MOST_HEAD_LINES = 2
_TITLE = "Objectives by plan points"
_STATUSES = {status_words(status): status for status in (*Status, None)}


@frozen
class _Left:
    """Where the parts of a row begin, from the left."""

    names: float
    statuses: float
    cells: float


def draw(answer: MatrixAnswer, source: Source, language: str) -> str:
    """Return the picture as an SVG document."""
    drawn = grid(answer, language)
    canvas = Canvas("gcmilo-matrix", f"{_TITLE}, {source.symbol}", _in_words(answer, language))
    y = headed(canvas, _TITLE, source)
    statuses = list(dict.fromkeys(row.status for row in answer.rows))
    bases = bases_to_show(Basis(cell) for cells in drawn.cells for cell in cells if cell)
    keys = status_key(canvas, basis_key(canvas, MARGIN, y + 16, bases) + 16, y + 16, statuses)
    left = _left(drawn)
    right = max(left.cells + _COLUMN * len(drawn.columns), keys)
    y = _heads(canvas, drawn.columns, left.cells, y + 40)
    for number, row in enumerate(drawn.rows):
        height = _ROW + _LINE * (len(_name_lines(row)) - 1)
        if number % 2 == 0:
            canvas.box(MARGIN, y, right - MARGIN, height, "f-band")
        _row_head(canvas, row, left, y)
        for place, cell in enumerate(drawn.cells[number]):
            hint = f"{row.full}, {drawn.columns[place].full}: {cell}" if cell else ""
            basis = Basis(cell) if cell else None
            canvas.basis(left.cells + (place + 0.5) * _COLUMN, y + _ROW / 2, basis, hint)
        y += height
    return canvas.written(right + MARGIN, y + MARGIN)


def _left(drawn: Grid) -> _Left:
    labels = max(width_of(row.label) for row in drawn.rows) * 1.1  # they are bold
    names = MARGIN + max(24, labels + 4) + 10
    lines = [line for row in drawn.rows for line in _name_lines(row)]
    statuses = names + max(width_of(line) for line in lines) + 16
    if not has_status(drawn.rows):
        return _Left(names, statuses, statuses)
    widest = max(width_of(row.status or "") for row in drawn.rows)
    return _Left(names, statuses, statuses + 20 + widest + 12)


def _name_lines(row: GridEnd) -> list[str]:
    return wrapped(row.name, _LONGEST_NAME)


def _row_head(canvas: Canvas, row: GridEnd, left: _Left, y: float) -> None:
    """What stands before the marks of a row."""
    canvas.text(left.names - 10, y + 17.5, row.label, "bold", anchor="end")
    for place, line in enumerate(_name_lines(row)):
        canvas.text(left.names, y + 17.5 + place * _LINE, line)
    if row.status:
        status = _STATUSES[row.status]
        canvas.status(left.statuses + 6, y + _ROW / 2, status)
        colour = STATUS_COLOURS[status]
        canvas.text(left.statuses + 20, y + 17.5, row.status, colour=colour)


def _heads(canvas: Canvas, columns: Sequence[GridEnd], x: float, y: float) -> float:
    """The labels of the columns, and their names turned over them; returns where the rows begin."""
    room = _head_room(columns)
    heads = [_turned_lines(column, room) for column in columns]
    bottom = y + max(width_of(line, 12) for head in heads for line in head) + 4
    for place, (column, lines) in enumerate(zip(columns, heads, strict=True)):
        middle = x + (place + 0.5) * _COLUMN
        right = middle + 4 - (len(lines) - 1) * _HEAD_LINE / 2
        for number, line in enumerate(lines):
            canvas.text(right + number * _HEAD_LINE, bottom, line, "small", turn=-90)
        if _is_short(column):
            canvas.text(middle, bottom + 18, column.label, "small bold", anchor="middle")
        if column.status:
            canvas.status(middle, bottom + 32, _STATUSES[column.status])
    return bottom + (44 if has_status(columns) else 28)


def _is_short(column: GridEnd) -> bool:
    """Whether the label has room over the marks; a longer one is turned, before the name."""
    return width_of(column.label, 12) * 1.1 <= _COLUMN  # it is bold


def _turned(column: GridEnd) -> str:
    return column.name if _is_short(column) else column.full


def _head_room(columns: Sequence[GridEnd]) -> float:
    """The least height at which everything that is turned has room in its lines."""
    texts = [_turned(column) for column in columns]
    for height in range(60, _HIGHEST_HEAD, 10):
        if all(len(wrapped(text, height, 12)) <= _MOST_HEAD_LINES for text in texts):
            return height
    return _HIGHEST_HEAD


def _turned_lines(column: GridEnd, room: float) -> list[str]:
    """The lines of what is turned; what has no room is cut."""
    lines = wrapped(_turned(column), room, 12)
    if len(lines) > _MOST_HEAD_LINES:
        lines = [*lines[: _MOST_HEAD_LINES - 1], f"{lines[_MOST_HEAD_LINES - 1]} …"]
    return lines


def _in_words(answer: MatrixAnswer, language: str) -> str:
    return " ".join(_row_in_words(row, language) for row in answer.rows)


def _row_in_words(row: MatrixRow, language: str) -> str:
    linked = [f"{cell.plan_point} {cell.basis.value}" for cell in row.cells if cell.basis]
    if row.without_point:
        linked.append(f"without a plan point {row.without_point.value}")
    name = f"Objective {row.objective.number}, {row.objective.label[language]}"
    return f"{name}, {status_words(row.status)}: {sentence(linked or ['nothing'])}"
