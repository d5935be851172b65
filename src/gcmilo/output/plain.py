"""Pages for a pipe: plain text, unwrapped, one record a line."""

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
    Quote,
    Quotes,
    References,
    Table,
    Verbatim,
    marked,
)


def render(page: Page) -> str:
    """Return the page as lines for grep, cut and awk; columns are aligned by spaces."""
    parts = ["\n".join(_lines(part)) for part in page.parts]
    title = [page.title] if page.title else []
    source = [f"Source: {page.source}"] if page.source else []
    return "\n\n".join([*title, *parts, *source]) + "\n"


def _lines(part: Part) -> Iterator[str]:
    if isinstance(part, Facts):
        yield from (f"{name}: {value}" for name, value in part.pairs)
    elif isinstance(part, Verbatim):
        yield part.text
    elif isinstance(part, Outline):
        for item in part.items:
            yield from _outline(item, 0)
    elif isinstance(part, Table):
        yield from _table(part)
    elif isinstance(part, Grid):
        yield from _table(part.as_table(named=False))
        yield ""
        yield from _table(part.column_key())
    else:
        yield from text_lines(part)


def text_lines(part: Heading | Prose | Entries | Quotes | References) -> Iterator[str]:
    """Yield the lines of a text, none of them wrapped."""
    if isinstance(part, Heading | Prose):
        yield part.text
    elif isinstance(part, Entries):
        yield from (f"- {lead} {text}" if lead else f"- {text}" for lead, text in part.items)
    elif isinstance(part, Quotes):
        yield from (_quote(quote) for quote in part.items)
    else:
        for number, (text, address) in enumerate(part.items, 1):
            yield f"{number}. {text} {address}" if address else f"{number}. {text}"


def _quote(quote: Quote) -> str:
    words = [marked(text) if is_marked else text for text, is_marked in quote.pieces]
    return f"{quote.place}: {''.join(words)}"


def _outline(item: Item, depth: int) -> Iterator[str]:
    yield f"{'  ' * depth}{item.text}"
    for inner in item.items:
        yield from _outline(inner, depth + 1)


def _table(table: Table) -> Iterator[str]:
    if table.title:
        yield table.title
    names = tuple(column.name for column in table.columns)
    widths = [table.width_of(place) for place in range(len(names))]
    for row in (names, *table.rows):
        cells = [text.ljust(width) for text, width in zip(row, widths, strict=True)]
        yield "  ".join(cells).rstrip()
