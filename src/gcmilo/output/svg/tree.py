"""The picture of the tree: branches at the left, and lines to what is linked with them."""

from collections.abc import Iterable

from gcmilo.model import Basis, Source, TreeBy
from gcmilo.output.svg.canvas import MARGIN, STATUS_COLOURS, Canvas, width_of
from gcmilo.output.svg.picture import basis_key, headed, status_key
from gcmilo.query.basis import bases_to_show
from gcmilo.query.tree import Branch, Leaf, TreeAnswer
from gcmilo.refs import name_places
from gcmilo.text import status_words

_LINE, _GAP = 24, 12
_NOTHING = {
    TreeBy.OBJECTIVE: "nothing is linked with it",
    TreeBy.PLAN_POINT: "no objective is tied to it",
}


def draw(answer: TreeAnswer, source: Source, language: str) -> str:
    """Return the picture as an SVG document."""
    branches = "Plan points" if answer.by is TreeBy.PLAN_POINT else "Objectives"
    title = f"{branches} and what is linked with them"
    described = " ".join(_in_words(branch, language) for branch in answer.branches)
    canvas = Canvas("gcmilo-tree", f"{title}, {source.symbol}", described)
    y = headed(canvas, title, source)
    bases = bases_to_show(leaf.basis for branch in answer.branches for leaf in branch.leaves)
    x = basis_key(canvas, MARGIN, y + 16, bases)
    with_status = answer.by is TreeBy.OBJECTIVE
    if with_status:
        of_branches = list(dict.fromkeys(branch.status for branch in answer.branches))
        x = status_key(canvas, x + 16, y + 16, of_branches)
    names = MARGIN + 12 + _ref_width(branch.ref for branch in answer.branches)
    widest = max(width_of(_name(branch.name, language)) for branch in answer.branches)
    statuses = names + widest + 16
    behind = _ref_width(leaf.ref for branch in answer.branches for leaf in branch.leaves)
    fork = statuses
    if with_status:
        fork += 32 + max(width_of(status_words(branch.status)) for branch in answer.branches)
    y += 36
    right = x
    for branch in answer.branches:
        canvas.line(MARGIN, y, MARGIN, y + _LINE * max(1, len(branch.leaves)), "firm")
        canvas.text(MARGIN + 12, y + 17, str(branch.ref), "bold")
        canvas.text(names, y + 17, _name(branch.name, language))
        if with_status:
            canvas.status(statuses, y + 12.5, branch.status)
            colour = STATUS_COLOURS[branch.status]
            canvas.text(statuses + 12, y + 17, status_words(branch.status), "small", colour=colour)
        if not branch.leaves:
            canvas.text(fork + 60, y + 17, _NOTHING[answer.by], colour="muted")
        right = max(right, _leaves(canvas, branch, language, (fork, behind), y))
        y += _LINE * max(1, len(branch.leaves)) + _GAP
    return canvas.written(right + MARGIN, y + MARGIN - _GAP)


def _name(name: object, language: str) -> str:
    return name if isinstance(name, str) else str(name[language])  # type: ignore[index]


def _ref_width(refs: Iterable[object]) -> float:
    """The width of a column of references, in bold letters."""
    return max((width_of(str(ref)) * 1.1 for ref in refs if ref is not None), default=0) + 10


def _leaves(
    canvas: Canvas, branch: Branch, language: str, columns: tuple[float, float], y: float
) -> float:
    """Draw the leaves of a branch; return how far they reach to the right."""
    fork, behind = columns
    right = fork
    if len(branch.leaves) > 1:
        canvas.line(fork + 10, y + 12.5, fork + 10, y + 12.5 + _LINE * (len(branch.leaves) - 1))
    for leaf in branch.leaves:
        x = fork + 44
        canvas.line(fork, y + 12.5, fork + 10, y + 12.5)
        canvas.line(fork + 10, y + 12.5, x - 8, y + 12.5, _LINES[leaf.basis])
        canvas.basis(x, y + 12.5, leaf.basis)
        ref = "" if leaf.ref is None else str(leaf.ref)
        canvas.text(x + 16, y + 17, ref, "bold")
        x += 16 + (behind if ref else 0)
        name = _name(leaf.name, language)
        canvas.text(x, y + 17, name, colour="ink" if ref else "muted")
        x += width_of(name) + 14
        canvas.text(x, y + 17, _where(leaf), "small", colour="muted")
        right = max(right, x + width_of(_where(leaf), 12))
        y += _LINE
    return right


_LINES = {Basis.EXPLICIT: "firm", Basis.LISTED: "firm", Basis.CONTEXTUAL: "loose", None: "rule"}


def _where(leaf: Leaf) -> str:
    places = name_places(leaf.places)
    return ", ".join(part for part in (leaf.basis.value if leaf.basis else "", places) if part)


def _in_words(branch: Branch, language: str) -> str:
    leaves = []
    for leaf in branch.leaves:
        ref = "" if leaf.ref is None else f"{leaf.ref} "
        leaves.append(f"{ref}{_name(leaf.name, language)} ({_where(leaf)})")
    status = f", {status_words(branch.status)}" if branch.status else ""
    return f"{branch.ref} {_name(branch.name, language)}{status}: {'; '.join(leaves) or 'nothing'}."
