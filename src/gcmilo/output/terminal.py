"""Pages for a terminal, drawn by Rich to its width, with no markup or highlighting in texts."""

from collections.abc import Iterator
from io import StringIO
from textwrap import wrap

from rich import box
from rich.cells import set_cell_size
from rich.console import Console, Group, RenderableType
from rich.padding import Padding
from rich.table import Table as RichTable
from rich.text import Text
from rich.tree import Tree

from gcmilo.output.page import (
    Entries,
    Facts,
    Grid,
    GridEnd,
    Heading,
    Item,
    Outline,
    Page,
    Part,
    Prose,
    Quote,
    Quotes,
    References,
    Table,
    Verbatim,
    has_status,
    marked,
)
from gcmilo.output.plain import text_lines

_NARROWEST = 20
"""The width that a page is drawn to in a terminal that is narrower still."""
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
"""The style of a cell that is one of these words."""
_BASIS_MARKS = {"explicit": "●", "listed": "◐", "contextual": "○", None: "·"}
_STATUS_MARKS = {"addressed": "+", "indirect": "~", "not addressed": "-", "not assessed": "?"}
_FOLDED_TO = 14
"""The width below which a folding column is hard to read."""
_TWO_COLUMNS = 60
"""The width from which facts are shown in two columns."""


def render(page: Page, width: int, colour: bool) -> str:
    """Return the page as text of at most ``width`` columns, with escape codes where in colour.

    A page with neither title nor source is not wrapped. No line ends in spaces.
    """
    width = max(width, _NARROWEST)
    blocks: list[RenderableType] = []
    if page.title:
        blocks += [Text(page.title, style="bold"), Text()]
    for part in page.parts:
        blocks += [_drawn(part, width), Text()]
    if page.source:
        blocks += [Text(f"Source: {page.source}", style="dim"), Text()]
    drawn = StringIO()
    # What is pasted as it is has neither title nor source; a line break put into it would be too.
    wrap = bool(page.title or page.source)
    _console(drawn, width, colour).print(Group(*blocks[:-1]), soft_wrap=not wrap)
    return "\n".join(line.rstrip() for line in drawn.getvalue().splitlines()) + "\n"


def _console(file: StringIO, width: int, colour: bool) -> Console:
    return Console(
        file=file,
        width=width,
        force_terminal=colour,
        color_system="standard" if colour else None,
        no_color=not colour,
        legacy_windows=False,
        markup=False,
        highlight=False,
        emoji=False,
        _environ={},  # in which TERM=dumb, say, would overrule the width that is given here
    )


def one_line(text: str, width: int) -> str:
    """Return the text cut, or filled up with spaces, to as many columns as ``width`` says."""
    return set_cell_size(text, width)


def _drawn(part: Part, width: int) -> RenderableType:
    if isinstance(part, Facts):
        return _facts(part, width)
    if isinstance(part, Table):
        return _table(part, width)
    if isinstance(part, Outline):
        return Group(*(_tree(item) for item in part.items))
    if isinstance(part, Grid):
        return _grid(part, width)
    return _text(part)


def _text(part: Verbatim | Heading | Prose | Entries | Quotes | References) -> Text:
    if isinstance(part, Verbatim):
        return Text(part.text)
    if isinstance(part, Quotes):
        return Text("\n\n").join([_quote(quote) for quote in part.items])
    style = "bold" if isinstance(part, Heading) else ""
    return Text("\n".join(text_lines(part)), style=style)


def _quote(quote: Quote) -> Text:
    drawn = Text(f"{quote.place}: ", style="dim")
    words = Text()
    for text, is_marked in quote.pieces:
        words.append(marked(text) if is_marked else text, "bold" if is_marked else "")
    return Text.assemble(drawn, words)


def _facts(facts: Facts, width: int) -> RenderableType:
    if width < _TWO_COLUMNS:
        return Group(*(_fact(name, value) for name, value in facts.pairs))
    grid = RichTable.grid(padding=(0, 2, 0, 0))
    grid.add_column(no_wrap=True, style="dim")
    grid.add_column(overflow="fold")
    for name, value in facts.pairs:
        grid.add_row(name, _cell(value))
    return grid


def _fact(name: str, value: str) -> Text:
    return Text.assemble((f"{name}: ", "dim"), _cell(value))


def _cell(text: str) -> Text:
    return Text(text, style=_STYLES.get(text, ""))


def _table(table: Table, width: int) -> RenderableType:
    body = _columns(table, width) if _fits(table, width) else _cards(table)
    return Group(Text(table.title, style="bold"), body) if table.title else body


def _fits(table: Table, width: int) -> bool:
    # Each column has a gap after it, and Rich draws a space between two columns.
    needed = [_least_width(table, place) + 2 for place in range(len(table.columns))]
    return sum(needed) <= width


def _least_width(table: Table, place: int) -> int:
    """The width below which a column would be cut, or is hard to read."""
    column, widest = table.columns[place], table.width_of(place)
    if column.of_words:
        return table.longest_word(place)
    return widest if column.whole else max(len(column.name), min(widest, _FOLDED_TO))


def _columns(table: Table, width: int) -> RichTable:
    drawn = RichTable(
        box=box.SIMPLE_HEAD, pad_edge=False, padding=0, show_edge=False, header_style="bold"
    )
    for place, column_width in enumerate(_column_widths(table, width)):
        column = table.columns[place]
        head = _spaced(table, place, Text(column.name))
        drawn.add_column(head, no_wrap=column.whole, overflow="fold", width=column_width)
    for row in table.rows:
        drawn.add_row(*(_spaced(table, place, _cell(text)) for place, text in enumerate(row)))
    return drawn


def _spaced(table: Table, place: int, text: Text) -> RenderableType:
    """The text with a gap after it, but in the last column."""
    # A whole column has room for the gap in its width; the text of others would fill it.
    is_last = place == len(table.columns) - 1
    return text if is_last or table.columns[place].whole else Padding(text, (0, 1, 0, 0))


def _column_widths(table: Table, width: int) -> list[int]:
    """The widths of the columns, each with the gap after it.

    Rich would narrow wide columns alike and then find some too narrow: it cut what had no room.
    """
    places = range(len(table.columns))
    gaps = [1 if place < places[-1] else 0 for place in places]
    widths = [_least_width(table, place) + gaps[place] for place in places]
    wanted = [table.width_of(place) + gaps[place] for place in places]
    for _ in range(width - sum(widths) - places[-1]):  # there is a space between two columns
        narrow = [place for place in places if widths[place] < wanted[place]]
        if not narrow:
            break
        widths[min(narrow, key=widths.__getitem__)] += 1
    return widths


def _cards(table: Table) -> Group:
    """One block a row, for a terminal too narrow for the columns."""
    blocks: list[Text] = []
    for row in table.rows:
        if blocks:
            blocks.append(Text())
        for column, text in zip(table.columns, row, strict=True):
            if text:
                blocks.append(_fact(column.name, text))
    return Group(*blocks)


def _tree(item: Item) -> Tree:
    tree = Tree(Text(item.text), guide_style="dim")
    for inner in item.items:
        tree.add(_tree(inner))
    return tree


def _grid(grid: Grid, width: int) -> RenderableType:
    """A mark for each pair, and what the marks mean; names of rows and columns where there is room.

    What is not named in the picture is named in a table under it.
    """
    for is_named, heads, name_width in _grid_layouts(grid, width):
        if _indent(grid, name_width) + _marks_width(heads) <= width:
            body: RenderableType = _grid_picture(grid, heads, name_width)
            keys = [] if is_named else [grid.column_key()]
            keys += [] if name_width else [grid.row_key()]
            break
    else:
        body, keys = _rows_in_words(grid), [grid.column_key()]
    under = [Group(Text(), _table(key, width)) for key in keys]
    return Group(body, *under)


_Heads = list[list[str]]
"""For each column of a grid the lines above its marks."""


def _grid_layouts(grid: Grid, width: int) -> Iterator[tuple[bool, _Heads, int]]:
    """Yield the ways to draw a grid, best first.

    Each is whether columns are named, their heads, and the width of the names of the rows. Columns
    lose their names, and labels are stacked, before names of rows are folded or left out.
    """
    longest = max(len(row.name) for row in grid.rows)
    stacked = [_stacked(column.label) for column in grid.columns]
    yield True, [_named(column) for column in grid.columns], longest
    yield False, [[column.label] for column in grid.columns], longest
    yield False, stacked, longest
    room = width - _indent(grid, 1) + 1 - _marks_width(stacked)
    if _FOLDED_TO <= room < longest:
        yield False, stacked, room
    yield False, stacked, 0


def _indent(grid: Grid, name_width: int) -> int:
    """The width before the marks of a row: of label, status and name, with a space after each."""
    label_width = _label_width(grid)
    status_width = 2 if has_status(grid.rows) else 0
    return label_width + 1 + status_width + (name_width + 1 if name_width else 0)


def _label_width(grid: Grid) -> int:
    return max(len(row.label) for row in grid.rows)


def _marks_width(heads: _Heads) -> int:
    """The width of the marks of a row, with spaces between them."""
    return sum(_widths(heads)) + len(heads) - 1


def _widths(heads: _Heads) -> list[int]:
    return [max(map(len, head)) for head in heads]


def _grid_picture(grid: Grid, heads: _Heads, name_width: int) -> Group:
    widths = _widths(heads)
    indent = " " * _indent(grid, name_width)
    lines = [Text(indent) + line for line in _grid_heads(heads, widths)]
    if has_status(grid.columns):
        marks = [_STATUS_MARKS[column.status or ""] for column in grid.columns]
        lines.append(Text(indent) + _spread(marks, widths, ""))
    for row, cells in zip(grid.rows, grid.cells, strict=True):
        first, *rest = wrap(row.name, name_width) if name_width and row.name else [""]
        marks = [_BASIS_MARKS[cell] for cell in cells]
        lines.append(_row_head(grid, row, first.ljust(name_width)) + _spread(marks, widths, ""))
        lines += [Text(" " * _indent(grid, 0) + line) for line in rest]
    return Group(*lines, Text(), *(Text(line, style="dim") for line in _legend(grid)))


def _grid_heads(heads: _Heads, widths: list[int]) -> list[Text]:
    """The lines above the marks; all heads end on the last line."""
    depth = max(len(head) for head in heads)
    lines = []
    for above in range(depth, 0, -1):
        cells = [head[-above] if len(head) >= above else "" for head in heads]
        lines.append(_spread(cells, widths, "bold"))
    return lines


def _row_head(grid: Grid, row: GridEnd, name: str) -> Text:
    """What stands before the marks of a row."""
    label = f"{row.label:>{_label_width(grid)}} "
    status = f"{_STATUS_MARKS[row.status]} " if row.status else ""
    style = _STYLES.get(row.status or "", "")
    return Text.assemble(label, (status, style), f"{name} " if name else "")


def _legend(grid: Grid) -> list[str]:
    """What the marks mean, two to a line, so that it is no wider than the narrowest picture."""
    found = {cell for cells in grid.cells for cell in cells}
    bases = {name: mark for name, mark in _BASIS_MARKS.items() if name != "listed" or name in found}
    named = [*bases.items(), *_STATUS_MARKS.items()]
    meanings = [f"{mark} {name}" for name, mark in named if name]
    return ["   ".join(meanings[place : place + 2]) for place in range(0, len(meanings), 2)]


def _rows_in_words(grid: Grid) -> Group:
    """One sentence a row, for a terminal too narrow for the picture."""
    rows = []
    for row, cells in zip(grid.rows, grid.cells, strict=True):
        pairs = zip(grid.columns, cells, strict=True)
        linked = ", ".join(f"{column.label} {basis}" for column, basis in pairs if basis) or "none"
        status = f" [{row.status}]" if row.status else ""
        rows.append(Text(f"{row.full}{status}: {linked}"))
    return Group(*rows)


def _spread(cells: list[str], widths: list[int], style: str) -> Text:
    centred = [cell.center(width) for cell, width in zip(cells, widths, strict=True)]
    return Text(" ".join(centred), style=style)


def _stacked(label: str) -> list[str]:
    """A label written downwards for a narrow column: 13(d) is 1, 3, d."""
    return [character for character in label if character.isalnum()]


def _named(column: GridEnd) -> list[str]:
    """A label and under it the name, in a column as wide as their longest word."""
    widest = max(len(word) for word in [column.label, *column.name.split()])
    return [column.label, *wrap(column.name, widest)]
