"""The picture of the gaps: for each kind of gap, the objectives, plan points and letters that have it."""

from collections.abc import Sequence

from gcmilo.frozen import frozen
from gcmilo.model import Source
from gcmilo.output.svg.canvas import MARGIN, Canvas, width_of
from gcmilo.output.svg.picture import headed, words
from gcmilo.query.gaps import Gap, GapsAnswer

_WIDTH, _CHIP, _LABEL = 940, 26, 170
_MEANINGS = {
    Gap.NOT_ADDRESSED: "said to be not addressed",
    Gap.INDIRECT: "addressed only through a channel",
    Gap.NO_PLAN_POINT: "no plan point is cited for it",
    Gap.CONTEXTUAL_ONLY: "no sentence names a plan point for it",
    Gap.NO_OBJECTIVE: "cited, and no objective is tied to it",
}
_KINDS = {Gap.NOT_ADDRESSED: "s-red dashed", Gap.INDIRECT: "s-amber", Gap.NO_PLAN_POINT: "s-amber dashed"}


@frozen
class _Lane:
    """A kind of gap: its name, what it means, and what has it."""

    name: str
    meaning: str
    kind: str
    chips: tuple[tuple[str, str], ...]


def draw(answer: GapsAnswer, source: Source, language: str) -> str:
    """Return the picture as an SVG document."""
    objectives, points = _objectives(answer, language), _points(answer)
    open_ = len(answer.objectives)
    sides = [
        (f"Objectives with a gap: {open_} of {answer.objective_count}", objectives),
        (f"Plan points with a gap: {len(answer.plan_points)}", [lane for lane in points if lane.name != _UNCITED]),
        (f"Letters never cited: {len(answer.uncited)}", [lane for lane in points if lane.name == _UNCITED]),
    ]
    sides = [(title, [lane for lane in lanes if lane.chips]) for title, lanes in sides]
    canvas = Canvas("gcmilo-gaps", f"Gaps, {source.symbol}", " ".join(_in_words(*side) for side in sides if side[1]))
    y = headed(canvas, "Gaps", source) + 20
    for title, lanes in sides:
        if lanes:
            canvas.text(MARGIN, y, title, "head")
            y += 16
            for lane in lanes:
                y = _lane(canvas, lane, y)
            y += 24
    return canvas.written(_WIDTH, y - 8)


_UNCITED = "never cited"


def _objectives(answer: GapsAnswer, language: str) -> list[_Lane]:
    return [
        _Lane(
            words(gap),
            _MEANINGS[gap],
            _KINDS.get(gap, "s-blue dashed"),
            tuple(
                (str(found.objective.number), found.objective.label[language])
                for found in answer.objectives
                if found.gap is gap
            ),
        )
        for gap in Gap
    ]


def _points(answer: GapsAnswer) -> list[_Lane]:
    lanes = []
    for gap in Gap:
        chips = tuple((str(p.plan_point.ref), p.plan_point.subject) for p in answer.plan_points if p.gap is gap)
        meaning = "no sentence names an objective for it" if gap is Gap.CONTEXTUAL_ONLY else _MEANINGS[gap]
        lanes.append(_Lane(words(gap), meaning, _KINDS.get(gap, "s-blue dashed"), chips))
    uncited = tuple((str(ref), "") for ref in answer.uncited)
    return [*lanes, _Lane(_UNCITED, "implied by the numbering", "s-muted dashed", uncited)]


def _lane(canvas: Canvas, lane: _Lane, y: float) -> float:
    """Draw the name, count and meaning of a gap, and a chip for each that has it; return where the next lane begins."""
    canvas.line(MARGIN, y, _WIDTH - MARGIN, y)
    canvas.text(MARGIN, y + 22, lane.name, "bold")
    canvas.text(_WIDTH - MARGIN, y + 22, lane.meaning, "small", colour="muted", anchor="end")
    canvas.text(MARGIN + _LABEL - 24, y + 22, str(len(lane.chips)), "bold", anchor="end")
    x: float = MARGIN + _LABEL
    y += 34
    for ref, name in lane.chips:
        width = 20 + width_of(ref) * 1.1 + (6 + width_of(name) if name else 0)
        if x + width > _WIDTH - MARGIN and x > MARGIN + _LABEL:
            x, y = MARGIN + _LABEL, y + _CHIP + 6
        canvas.box(x, y, width, _CHIP, f"edge {lane.kind}", 4)
        canvas.text(x + 10, y + 17.5, ref, "bold")
        canvas.text(x + 16 + width_of(ref) * 1.1, y + 17.5, name)
        x += width + 8
    return y + _CHIP + 12


def _in_words(title: str, lanes: Sequence[_Lane]) -> str:
    told = [
        f"{lane.name.capitalize()}, {lane.meaning}: {', '.join(f'{ref} {name}'.strip() for ref, name in lane.chips)}."
        for lane in lanes
    ]
    return f"{title}. {' '.join(told)}"
