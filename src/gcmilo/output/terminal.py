"""Pages for a terminal, drawn by Rich to its width, with no markup or highlighting in texts."""

from io import StringIO

from rich import box
from rich.cells import set_cell_size
from rich.console import Console, Group, RenderableType
from rich.padding import Padding
from rich.table import Table as RichTable
from rich.text import Text
from rich.tree import Tree

from gcmilo.output.page import Facts, Grid, Heading, Item, Outline, Page, Part, Table, Verbatim
from gcmilo.output.plain import text_lines
from gcmilo.text import status_words

NARROWEST = 20
_STYLES = {
    "addressed": "green",
    "indirect": "yellow",
    "not addressed": "red",
    "no plan point": "yellow",
    "contextual only": "yellow",
    "no objective": "yellow",
    "explicit": "bold",
    "contextual": "dim",
    "named": "bold",
}
_BASIS_MARKS = {"explicit": "●", "contextual": "○", None: "·"}
_STATUS_MARKS = {"addressed": "+", "indirect": "~", "not addressed": "-", "": "?"}
_FOLDED_TO = 14
"""The width below which a folding column is hard to read."""
_TWO_COLUMNS = 60
"""The width from which facts are shown in two columns."""


def render(page: Page, width: int, colour: bool) -> str:
    """Return the page as text of at most ``width`` columns, with escape codes where in colour."""
    console = Console(
        file=StringIO(),
        width=max(width, NARROWEST),
        force_terminal=colour,
        color_system="standard" if colour else None,
        no_color=not colour,
        legacy_windows=False,
        markup=False,
        highlight=False,
        emoji=False,
        _environ={},
    )
    title = [Text(page.title, style="bold")] if page.title else []
    source = [Text(f"Source: {page.source}", style="dim")] if page.source else []
    blocks = [*title, *(_drawn(part, console.width) for part in page.parts), *source]
    spaced = [line for block in blocks for line in (Text(), block)][1:]
    console.print(Group(*spaced), soft_wrap=not (title or source))
    return _without_trailing_space(console.file.getvalue())  # type: ignore[attr-defined]


def one_line(text: str, width: int) -> str:
    """Return the text cut, or filled up with spaces, to just as many columns."""
    return set_cell_size(text, width)


def _without_trailing_space(text: str) -> str:
    return "\n".join(line.rstrip() for line in text.splitlines()) + "\n"


def _drawn(part: Part, width: int) -> RenderableType:
    if isinstance(part, Facts):
        return _facts(part, width)
    if isinstance(part, Table):
        body = _columns(part) if _fits(part, width) else _cards(part)
        return Group(Text(part.title, style="bold"), body) if part.title else body
    if isinstance(part, Verbatim):
        return Text(part.text)
    if isinstance(part, Outline):
        return Group(*(_tree(item) for item in part.items))
    if isinstance(part, Grid):
        return _grid(part, width)
    return Text("\n".join(text_lines(part)), style="bold" if isinstance(part, Heading) else "")


def _facts(facts: Facts, width: int) -> RenderableType:
    if width < _TWO_COLUMNS:
        return Group(
            *(Text.assemble((f"{name}: ", "dim"), _cell(value)) for name, value in facts.pairs)
        )
    grid = RichTable.grid(padding=(0, 2, 0, 0))
    grid.add_column(no_wrap=True, style="dim")
    grid.add_column(overflow="fold")
    for name, value in facts.pairs:
        grid.add_row(name, _cell(value))
    return grid


def _cell(text: str) -> Text:
    return Text(text, style=_STYLES.get(text, ""))


def _fits(table: Table, width: int) -> bool:
    needed = 0
    for number, column in enumerate(table.columns):
        widest = max(len(text) for text in (column.name, *(row[number] for row in table.rows)))
        needed += 2 + (widest if column.whole else min(widest, max(_FOLDED_TO, len(column.name))))
    return needed <= width


def _columns(table: Table) -> RichTable:
    drawn = RichTable(
        box=box.SIMPLE_HEAD, pad_edge=False, padding=0, show_edge=False, header_style="bold"
    )
    for number, column in enumerate(table.columns):
        gap = number < len(table.columns) - 1
        widest = max(len(row[number]) for row in table.rows)
        least = max(len(column.name), widest if column.whole else min(widest, _FOLDED_TO)) + gap
        width = least if column.whole else None  # which Rich then does not measure
        drawn.add_column(
            column.name, no_wrap=column.whole, overflow="fold", width=width, min_width=least
        )
    for row in table.rows:
        *cells, last = (_cell(text) for text in row)
        drawn.add_row(
            *(_before_gap(cell, table.columns[place].whole) for place, cell in enumerate(cells)),
            last,
        )
    return drawn


def _before_gap(cell: Text, whole: bool) -> RenderableType:
    """A cell before another one. The width of a column that is shown whole has room for the gap."""
    return cell if whole else Padding(cell, (0, 1, 0, 0))


def _cards(table: Table) -> Group:
    """One block a row, for a terminal too narrow for the columns."""
    blocks: list[Text] = []
    for row in table.rows:
        lines = [
            Text.assemble((f"{column.name}: ", "dim"), _cell(text))
            for column, text in zip(table.columns, row, strict=True)
            if text
        ]
        blocks += [Text(), *lines] if blocks else lines
    return Group(*blocks)


def _tree(item: Item) -> Tree:
    tree = Tree(Text(item.text), guide_style="dim")
    for inner in item.items:
        tree.add(_tree(inner))
    return tree


def _grid(grid: Grid, width: int) -> RenderableType:
    """A mark for each pair, with whole labels and the names of the rows where there is room."""
    name = max(len(row.name) for row in grid.rows)
    whole = name + 6 + sum(len(label) + 1 for label in grid.columns) <= width
    heads = [[label] if whole else _stacked(label) for label in grid.columns]
    widths = [len(head[0]) for head in heads]
    name = name if name + 5 + sum(widths) + len(widths) <= width else 0
    if 4 + sum(widths) + len(widths) > width:
        return _rows_in_words(grid)
    lines = []
    for depth in range(max((len(head) for head in heads), default=0), 0, -1):
        cells = [head[-depth] if len(head) >= depth else "" for head in heads]
        lines.append(Text(" " * (name + 6 if name else 5)) + _spread(cells, widths, "bold"))
    for row in grid.rows:
        status = Text(f" {_STATUS_MARKS[row.status]} ", style=_STYLES.get(row.status, ""))
        marks = _spread([_BASIS_MARKS[cell] for cell in row.cells], widths, "")
        lines.append(
            Text(f"{row.number:>2}") + status + Text(f"{row.name:<{name}} " if name else "") + marks
        )
    return Group(*lines, Text(), *(Text(line, style="dim") for line in _legend()))


def _legend() -> list[str]:
    """What the marks mean, two to a line, so that it is no wider than the narrowest picture."""
    named = [*_BASIS_MARKS.items(), *_STATUS_MARKS.items()]
    meanings = [f"{mark} {name}" for name, mark in named if name]
    return ["   ".join(meanings[place : place + 2]) for place in range(0, len(meanings), 2)]


def _rows_in_words(grid: Grid) -> Group:
    """One sentence a row, for a terminal too narrow for the picture."""
    rows = []
    for row in grid.rows:
        pairs = zip(grid.columns, row.cells, strict=True)
        linked = ", ".join(f"{column} {basis}" for column, basis in pairs if basis) or "none"
        status = status_words(row.status)
        rows.append(Text(f"{row.number} {row.name} [{status}]: {linked}"))
    return Group(*rows)


def _spread(cells: list[str], widths: list[int], style: str) -> Text:
    centred = [cell.center(width) for cell, width in zip(cells, widths, strict=True)]
    return Text(" ".join(centred), style=style)


def _stacked(label: str) -> list[str]:
    """A label written downwards for a narrow column: 13(d) is 1, 3, d."""
    return [character for character in label if character.isalnum()]
