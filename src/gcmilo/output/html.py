"""Pages as HTML with real tables, which word processors and spreadsheets paste as tables."""

from collections.abc import Iterator
from html import escape

from gcmilo.output.page import Facts, Item, Outline, Page, Part, Table, Verbatim

_STYLE = (
    "body{font-family:sans-serif;line-height:1.4;margin:2rem;max-width:70rem}"
    "table{border-collapse:collapse}caption,th,td{text-align:left;vertical-align:top}caption,dt{font-weight:bold}"
    "th,td{border:1px solid #888;padding:.25rem .5rem}"
)


def render(page: Page) -> str:
    """Return the page as one HTML document that needs nothing from elsewhere."""
    title = escape(page.title or "gcmilo")
    head = f'<meta charset="utf-8"><title>{title}</title><style>{_STYLE}</style>'
    lines = [line for part in page.parts for line in _lines(part)]
    source = [f"<p>Source: {escape(page.source)}</p>"] if page.source else []
    body = "\n".join([f"<h1>{title}</h1>", *lines, *source])
    return f'<!DOCTYPE html>\n<html lang="en">\n<head>{head}</head>\n<body>\n{body}\n</body>\n</html>\n'


def _lines(part: Part) -> Iterator[str]:
    if isinstance(part, Facts):
        pairs = "".join(f"<dt>{escape(name)}</dt><dd>{escape(value)}</dd>\n" for name, value in part.pairs)
        yield f"<dl>\n{pairs}</dl>"
    elif isinstance(part, Verbatim):
        yield f"<pre>{escape(part.text)}</pre>"
    elif isinstance(part, Outline):
        yield _outline(part.items)
    else:
        yield from _table(part if isinstance(part, Table) else part.as_table())


def _outline(items: tuple[Item, ...]) -> str:
    inner = "".join(f"<li>{escape(item.text)}{_outline(item.items) if item.items else ''}</li>\n" for item in items)
    return f"<ul>\n{inner}</ul>"


def _table(table: Table) -> Iterator[str]:
    yield "<table>"
    if table.title:
        yield f"<caption>{escape(table.title)}</caption>"
    heads = "".join(f'<th scope="col">{escape(column.name)}</th>' for column in table.columns)
    yield f"<thead><tr>{heads}</tr></thead>\n<tbody>"
    for first, *rest in table.rows:
        cells = "".join(f"<td>{escape(cell)}</td>" for cell in rest)
        yield f'<tr><th scope="row">{escape(first)}</th>{cells}</tr>'
    yield "</tbody>\n</table>"
