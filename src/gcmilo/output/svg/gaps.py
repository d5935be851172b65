"""The picture of the gaps: the objectives, plan points and letters that have one, by kind."""

from collections.abc import Iterable, Mapping, Sequence

from gcmilo.frozen import frozen
from gcmilo.model import Source
from gcmilo.output.svg.canvas import MARGIN, Canvas, width_of
from gcmilo.output.svg.picture import headed
from gcmilo.query.gaps import Gap, GapsAnswer
from gcmilo.text import words

_WIDTH, _CHIP, _LABEL = 940, 26, 170
_MEANINGS = {
    Gap.NOT_ADDRESSED: "said to be not addressed",
    Gap.INDIRECT: "addressed only through a channel",
    Gap.NO_PLAN_POINT: "no plan point is cited for it",
    Gap.CONTEXTUAL_ONLY: "no sentence names a plan point for it",
    Gap.NO_OBJECTIVE: "cited, and no objective is tied to it",
}
_MEANINGS_OF_POINTS = _MEANINGS | {Gap.CONTEXTUAL_ONLY: "no sentence names an objective for it"}
_KINDS = {
    Gap.NOT_ADDRESSED: "s-red dashed",
    Gap.INDIRECT: "s-amber",
    Gap.NO_PLAN_POINT: "s-amber dashed",
    Gap.CONTEXTUAL_ONLY: "s-blue dashed",
    Gap.NO_OBJECTIVE: "s-blue dashed",
}
"""The classes of the chips, which canvas.py has the style of."""

_Chip = tuple[str, str]
"""A reference and a name."""


@frozen
class _Lane:
    """A kind of gap: its name, what it means, the classes of its chips, and what has it."""

    name: str
    meaning: str
    kind: str
    chips: tuple[_Chip, ...]


def draw(answer: GapsAnswer, source: Source, language: str) -> str:
    """Return the picture as an SVG document."""
    parts = _parts(answer, language)
    described = " ".join(_in_words(title, lanes) for title, lanes in parts)
    canvas = Canvas("gcmilo-gaps", f"Gaps, {source.symbol}", described)
    y = headed(canvas, "Gaps", source) + 20
    for title, lanes in parts:
        canvas.text(MARGIN, y, title, "head")
        y += 16
        for lane in lanes:
            y = _draw_lane(canvas, lane, y)
        y += 24
    return canvas.written(_WIDTH, y - 8)


def _parts(answer: GapsAnswer, language: str) -> list[tuple[str, list[_Lane]]]:
    """The parts of the picture that have anything in them: a title and its lanes."""
    objectives = [
        (found.gap, (str(found.objective.number), found.objective.label[language]))
        for found in answer.objectives
    ]
    points = [
        (found.gap, (str(found.plan_point.ref), found.plan_point.subject))
        for found in answer.plan_points
    ]
    uncited = tuple((str(ref), "") for ref in answer.uncited)
    letters = _Lane("never cited", "implied by the numbering", "s-muted dashed", uncited)
    not_assessed = f", not assessed: {answer.not_assessed}" if answer.not_assessed else ""
    parts = [
        (
            f"Objectives with a gap: {len(objectives)} of {answer.objective_count}{not_assessed}",
            _lanes(objectives, _MEANINGS),
        ),
        (f"Plan points with a gap: {len(points)}", _lanes(points, _MEANINGS_OF_POINTS)),
        (f"Letters never cited: {len(uncited)}", [letters] if uncited else []),
    ]
    return [(title, lanes) for title, lanes in parts if lanes]


def _lanes(chips: Iterable[tuple[Gap, _Chip]], meanings: Mapping[Gap, str]) -> list[_Lane]:
    """A lane for each kind of gap that there is."""
    by_gap: dict[Gap, list[_Chip]] = {gap: [] for gap in Gap}
    for gap, chip in chips:
        by_gap[gap].append(chip)
    return [
        _Lane(words(gap), meanings[gap], _KINDS[gap], tuple(found))
        for gap, found in by_gap.items()
        if found
    ]


def _draw_lane(canvas: Canvas, lane: _Lane, y: float) -> float:
    """Draw a lane: its name, count and meaning, and its chips; return where the next one begins."""
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
    sentences = []
    for lane in lanes:
        chips = ", ".join(f"{ref} {name}".strip() for ref, name in lane.chips)
        sentences.append(f"{lane.name.capitalize()}, {lane.meaning}: {chips}.")
    return f"{title}. {' '.join(sentences)}"
