"""What the pictures have in common: the title and the keys to the marks."""

from collections.abc import Iterable

from gcmilo.model import Basis, Source, Status
from gcmilo.output.svg.canvas import MARGIN, STATUS_COLOURS, Canvas, width_of
from gcmilo.text import status_words


def headed(canvas: Canvas, title: str, source: Source) -> float:
    """Write the title and the source; return the height at which what follows may begin."""
    canvas.text(MARGIN, 42, title, "title")
    canvas.text(MARGIN, 64, f"Source: {source.symbol}", "small", colour="muted")
    return 76


def basis_key(canvas: Canvas, x: float, y: float, bases: Iterable[Basis]) -> float:
    """Draw what the marks of the bases mean; return where the line ends."""
    for basis in bases:
        canvas.basis(x + 7, y - 4.5, basis)
        canvas.text(x + 20, y, basis.value)
        x += 40 + width_of(basis.value)
    return x


def status_key(
    canvas: Canvas, x: float, y: float, statuses: list[Status | None], *, cells: bool = False
) -> float:
    """Draw what the marks, or the cells, of the statuses mean; return where the line ends."""
    for status in statuses:
        if cells:
            canvas.cell(x, y - 14.5, "n", status)
        else:
            canvas.status(x + 6, y - 4.5, status)
        step = 32 if cells else 20
        canvas.text(x + step, y, status_words(status), colour=STATUS_COLOURS[status])
        x += step + 22 + width_of(status_words(status))
    return x
