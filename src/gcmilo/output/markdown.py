"""Pages as Markdown that pandoc carries into a document unchanged."""

import re
from collections.abc import Iterable, Iterator

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
    Quote,
    Quotes,
    References,
    Table,
    Verbatim,
    marked,
)

# Beside the signs of Markdown itself, those of pandoc's extensions, as in :emoji: and ==marked==.
_SPECIAL = re.compile(r"([\\`*_{}\[\]<>|#~^$@&]|:(?=[\w+-]+:)|=(?==)|(?<==)=)")


def render(page: Page) -> str:
    """Return the page as Markdown with pipe tables, which ends in a line break."""
    parts = ["\n".join(_lines(part)) for part in page.parts]
    title = [f"# {escaped(page.title)}"] if page.title else []
    source = [f"Source: {escaped(page.source)}"] if page.source else []
    return "\n\n".join([*title, *parts, *source]) + "\n"


def escaped(text: str) -> str:
    """Return the text with a backslash before every character that means something in Markdown."""
    return _SPECIAL.sub(r"\\\1", text)


def _lines(part: Part) -> Iterator[str]:
    if isinstance(part, Facts):
        yield from (f"- **{escaped(name)}:** {escaped(value)}" for name, value in part.pairs)
    elif isinstance(part, Verbatim):
        yield f"```\n{part.text}\n```"
    elif isinstance(part, Outline):
        for item in part.items:
            yield from _outline(item, 0)
    elif isinstance(part, Table):
        yield from _table(part)
    elif isinstance(part, Grid):
        yield from _table(part.as_table(named=True))
    else:
        yield from _text(part)


def _text(part: Heading | Prose | Entries | Quotes | References) -> Iterator[str]:
    if isinstance(part, Heading):
        yield f"{'#' * part.level} {escaped(part.text)}"
    elif isinstance(part, Prose):
        yield escaped(part.text)
    elif isinstance(part, Entries):
        for lead, text in part.items:
            strong = f"**{escaped(lead)}** " if lead else ""
            yield f"- {strong}{escaped(text)}"
    elif isinstance(part, Quotes):
        yield from (f"- **{escaped(quote.place)}** {_quoted(quote)}" for quote in part.items)
    else:
        for number, (text, address) in enumerate(part.items, 1):
            link = f" <{address}>" if address else ""
            yield f"{number}. {escaped(text)}{link}"


def _quoted(quote: Quote) -> str:
    # The stars are within the marks: beside a letter, pandoc would not take them for emphasis.
    return "".join(
        marked(f"**{escaped(text)}**") if is_marked else escaped(text)
        for text, is_marked in quote.pieces
    )


def _outline(item: Item, depth: int) -> Iterator[str]:
    yield f"{'  ' * depth}- {escaped(item.text)}"
    for inner in item.items:
        yield from _outline(inner, depth + 1)


def _table(table: Table) -> Iterator[str]:
    if table.title:
        yield f"## {escaped(table.title)}\n"
    yield _row(column.name for column in table.columns)
    # pandoc divides the width of a page by the dashes, so that one long text must not leave the
    # other columns without room. GitHub asks for three dashes at least.
    widths = [min(max(3, table.width_of(place)), 48) for place in range(len(table.columns))]
    yield f"|{'|'.join('-' * width for width in widths)}|"
    for row in table.rows:
        yield _row(row)


def _row(cells: Iterable[str]) -> str:
    return f"| {' | '.join(escaped(cell) for cell in cells)} |"
