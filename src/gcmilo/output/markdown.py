"""Pages as Markdown that pandoc carries into a document unchanged."""

import re
from collections.abc import Iterator

from gcmilo.output.page import (
    Entries,
    Facts,
    Grid,
    Heading,
    Item,
    Outline,
    Page,
    Part,
    Prose,
    References,
    Table,
    Verbatim,
)

_SPECIAL = re.compile(r"([\\`*_{}\[\]<>|#~^$@&]|:(?=[\w+-]+:)|=(?==)|(?<==)=)")


def render(page: Page) -> str:
    """Return the page as Markdown with pipe tables."""
    parts = ["\n".join(_lines(part)) for part in page.parts]
    title = [f"# {escaped(page.title)}"] if page.title else []
    source = [f"Source: {escaped(page.source)}"] if page.source else []
    return "\n\n".join([*title, *parts, *source]) + "\n"


def escaped(text: str) -> str:
    """Return the text with every character quoted that Markdown could take for its own."""
    return _SPECIAL.sub(r"\\\1", text)


def _lines(part: Part) -> Iterator[str]:
    if isinstance(part, Facts):
        yield from (f"- **{escaped(name)}:** {escaped(value)}" for name, value in part.pairs)
    elif isinstance(part, Verbatim):
        yield f"```\n{part.text}\n```"
    elif isinstance(part, Outline):
        for item in part.items:
            yield from _outline(item, 0)
    elif isinstance(part, Table | Grid):
        yield from _table(part if isinstance(part, Table) else part.as_table())
    else:
        yield from _text(part)


def _text(part: Heading | Prose | Entries | References) -> Iterator[str]:
    if isinstance(part, Heading):
        yield f"{'#' * part.level} {escaped(part.text)}"
    elif isinstance(part, Prose):
        yield escaped(part.text)
    elif isinstance(part, Entries):
        yield from (
            f"- **{escaped(lead)}** {escaped(text)}" if lead else f"- {escaped(text)}"
            for lead, text in part.items
        )
    else:
        for number, (text, address) in enumerate(part.items, 1):
            yield f"{number}. {escaped(text)}{f' <{address}>' if address else ''}"


def _outline(item: Item, depth: int) -> Iterator[str]:
    yield f"{'  ' * depth}- {escaped(item.text)}"
    for twig in item.items:
        yield from _outline(twig, depth + 1)


def _table(table: Table) -> Iterator[str]:
    if table.title:
        yield f"## {escaped(table.title)}\n"
    yield _row(column.name for column in table.columns)
    yield f"|{''.join('-' * width + '|' for width in _widths(table))}"
    for row in table.rows:
        yield _row(row)


def _widths(table: Table) -> list[int]:
    """The dashes of each column; pandoc divides the width of a page by them."""
    cells = [tuple(column.name for column in table.columns), *table.rows]
    return [
        min(max(3, *(len(row[number]) for row in cells)), 48)
        for number in range(len(table.columns))
    ]


def _row(cells: "Iterator[str] | tuple[str, ...]") -> str:
    return f"| {' | '.join(escaped(cell) for cell in cells)} |"
