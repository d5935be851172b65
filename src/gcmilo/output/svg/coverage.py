"""The picture of the coverage: the objectives by status, round table and SDG target."""

from collections.abc import Sequence

from gcmilo.model import Source, Status
from gcmilo.output.svg.canvas import MARGIN, STATUS_COLOURS, Canvas, wrapped
from gcmilo.output.svg.picture import headed, status_key
from gcmilo.query.coverage import CoverageAnswer, Tally
from gcmilo.refs import ObjectiveRef
from gcmilo.text import joined, status_words

_CELL, _LINE, _LABEL = 28, 28, 120
_COLUMNS = 2


def draw(answer: CoverageAnswer, source: Source, language: str) -> str:
    """Return the picture as an SVG document."""
    canvas = Canvas(
        "gcmilo-coverage",
        f"Coverage of the objectives, {source.symbol}",
        _in_words(answer, language),
    )
    y = headed(canvas, "Coverage of the objectives", source)
    statuses = list(answer.whole.by_status)
    keys = status_key(canvas, MARGIN, y + 16, statuses, cells=True)
    of = {row.objective.ref: row.coverage.status for row in answer.rows}
    y = _by_status(canvas, answer, language, y + 56)
    canvas.text(MARGIN, y, "By round table", "head")
    tables = [(f"Round table {tally.name}", tally.objectives) for tally in answer.round_tables]
    y = _rows(canvas, tables, of, MARGIN, y)
    canvas.text(MARGIN, y + 28, "By SDG target", "head")
    rows = [(tally.name, tally.objectives) for tally in answer.sdg_targets]
    half = -(-len(rows) // _COLUMNS)
    second = MARGIN + 56 + _CELL * max(len(refs) for _, refs in rows[:half]) + 24
    ends = [
        _rows(canvas, rows[:half], of, MARGIN, y + 28, label=56),
        _rows(canvas, rows[half:], of, second, y + 28, label=56),
    ]
    widest = second + 56 + _CELL * max((len(refs) for _, refs in rows[half:]), default=0)
    whole = MARGIN + _LABEL + _CELL * max(len(refs) for refs in answer.whole.by_status.values())
    return canvas.written(max(keys, widest, whole) + MARGIN, max(ends))


def _by_status(canvas: Canvas, answer: CoverageAnswer, language: str, y: float) -> float:
    """A line of cells for each status, with the names of the objectives under it."""
    labels = {row.objective.ref: row.objective.label[language] for row in answer.rows}
    canvas.text(MARGIN, y, "By status", "head")
    y += 14
    for status, refs in answer.whole.by_status.items():
        canvas.text(MARGIN, y + 15, status_words(status), "bold", colour=STATUS_COLOURS[status])
        for place, ref in enumerate(refs):
            canvas.cell(MARGIN + _LABEL + place * _CELL, y, str(ref), status)
        canvas.text(MARGIN + _LABEL + len(refs) * _CELL + 6, y + 15, str(len(refs)), "bold")
        y += 36
        named = [f"{ref} {labels[ref]}".replace(" ", "\u00a0") for ref in refs]
        for line in wrapped(" · ".join(named), 700, 12):
            canvas.text(MARGIN + _LABEL, y, line, "small", colour="muted")
            y += 17
        y += 8
    return y + 24


def _rows(
    canvas: Canvas,
    rows: Sequence[tuple[str, Sequence[ObjectiveRef]]],
    of: dict[ObjectiveRef, Status | None],
    x: float,
    y: float,
    *,
    label: float = _LABEL,
) -> float:
    """A line of cells for each row, under a heading at ``y``; returns where the next one may be."""
    y += 14
    for name, refs in rows:
        canvas.text(x, y + 15, name, "bold")
        for place, ref in enumerate(refs):
            canvas.cell(x + label + place * _CELL, y, str(ref), of[ref])
        y += _LINE
    return y + 16


def _in_words(answer: CoverageAnswer, language: str) -> str:
    objectives = [row.objective for row in answer.rows]
    named = {o.ref: f"{o.ref} {o.label[language]}" for o in objectives}
    sentences = []
    for status, refs in answer.whole.by_status.items():
        if refs:
            names = joined([named[ref] for ref in refs])
            sentences.append(f"{status_words(status).capitalize()}, {len(refs)}: {names}.")
    sentences += [_tally_in_words("Round table", tally) for tally in answer.round_tables]
    sentences += [_tally_in_words("SDG target", tally) for tally in answer.sdg_targets]
    return " ".join(sentences)


def _tally_in_words(kind: str, tally: Tally) -> str:
    shares = [
        f"{status_words(status)} {joined(refs)}" for status, refs in tally.by_status.items() if refs
    ]
    return f"{kind} {tally.name}: {'; '.join(shares)}."
