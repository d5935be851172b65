"""Pages as HTML with real tables, which word processors and spreadsheets paste as tables."""

from collections.abc import Iterator
from html import escape

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

_STYLE = (
    ":root{color-scheme:light dark;background:Canvas;color:CanvasText}"
    "body{font-family:sans-serif;line-height:1.45;margin:2rem auto;max-width:70rem;padding:0 1rem}"
    "h1{line-height:1.2}h2{margin-top:2.5rem;border-bottom:1px solid #888;padding-bottom:.25rem}"
    "p,li,h1,h2,h3{max-width:45rem;overflow-wrap:break-word}li{margin:.35rem 0}"
    ".scroll{overflow-x:auto}.scroll:focus-visible{outline:2px solid}"
    "table{border-collapse:collapse}caption,th,td{text-align:left;vertical-align:top}"
    "caption,dt{font-weight:bold}th,td{border:1px solid #888;padding:.25rem .5rem}"
    "@media screen and (prefers-color-scheme:dark){a{color:#9cc2ff}}"
)
_PRINT = (
    "@page{size:A4;margin:20mm 18mm}"
    "@media print{:root{color-scheme:light}body{margin:0;padding:0;max-width:none;font-size:10.5pt}"
    "p,li,h1,h2,h3{max-width:none}p,li{orphans:3;widows:3}"
    "h1,h2,h3,caption{break-after:avoid;break-inside:avoid}"
    "thead{display:table-header-group}tr,li{break-inside:avoid}table{width:100%}"
    ".scroll{overflow:visible}"
    "a{color:inherit;text-decoration:none}}"
)


def render(page: Page) -> str:
    """Return the page as one HTML document that needs no other file, and is printed on A4."""
    title = escape(page.title or "gcmilo")
    head = (
        '<meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">'
        f"<title>{title}</title><style>{_STYLE}{_PRINT}</style>"
    )
    lines = ["<!DOCTYPE html>", '<html lang="en">', f"<head>{head}</head>", "<body>", "<main>"]
    lines.append(f"<h1>{title}</h1>")
    for part in page.parts:
        lines += _lines(part)
    if page.source:
        lines.append(f"<p>Source: {escape(page.source)}</p>")
    lines += ["</main>", "</body>", "</html>", ""]
    return "\n".join(lines)


def _lines(part: Part) -> Iterator[str]:
    if isinstance(part, Facts):
        pairs = "".join(
            f"<dt>{escape(name)}</dt><dd>{escape(value)}</dd>\n" for name, value in part.pairs
        )
        yield f"<dl>\n{pairs}</dl>"
    elif isinstance(part, Verbatim):
        yield f"<pre>{escape(part.text)}</pre>"
    elif isinstance(part, Outline):
        yield _outline(part.items)
    elif isinstance(part, Table):
        yield from _table(part)
    elif isinstance(part, Grid):
        yield from _table(part.as_table(named=True))
    else:
        yield from _text(part)


def _text(part: Heading | Prose | Entries | Quotes | References) -> Iterator[str]:
    if isinstance(part, Heading):
        anchor = f' id="{escape(part.anchor)}"' if part.anchor else ""
        yield f"<h{part.level}{anchor}>{escape(part.text)}</h{part.level}>"
    elif isinstance(part, Prose):
        yield f"<p>{escape(part.text)}</p>"
    elif isinstance(part, Entries):
        yield "<ul>"
        for lead, text in part.items:
            strong = f"<strong>{escape(lead)}</strong> " if lead else ""
            yield f"<li>{strong}{escape(text)}</li>"
        yield "</ul>"
    elif isinstance(part, Quotes):
        yield "<ul>"
        for quote in part.items:
            yield f"<li><strong>{escape(quote.place)}</strong> {_quoted(quote)}</li>"
        yield "</ul>"
    else:
        yield "<ol>"
        for text, address in part.items:
            link = f' <a href="{escape(address)}">{escape(address)}</a>' if address else ""
            yield f"<li>{escape(text)}{link}</li>"
        yield "</ol>"


def _quoted(quote: Quote) -> str:
    return "".join(
        marked(f"<mark>{escape(text)}</mark>") if is_marked else escape(text)
        for text, is_marked in quote.pieces
    )


def _outline(items: tuple[Item, ...]) -> str:
    lines = ["<ul>"]
    for item in items:
        inner = _outline(item.items) if item.items else ""
        lines.append(f"<li>{escape(item.text)}{inner}</li>")
    lines.append("</ul>")
    return "\n".join(lines)


def _table(table: Table) -> Iterator[str]:
    # A wide table scrolls in a box that the keyboard reaches, and a screen reader needs its name.
    names = [column.name for column in table.columns]
    label = table.title or f"Table: {', '.join(names[:3])}"
    yield f'<div class="scroll" role="group" tabindex="0" aria-label="{escape(label)}">'
    yield "<table>"
    if table.title:
        yield f"<caption>{escape(table.title)}</caption>"
    heads = "".join(f'<th scope="col">{escape(name)}</th>' for name in names)
    yield f"<thead><tr>{heads}</tr></thead>\n<tbody>"
    # The first cell says what the row is about, and is its head for a screen reader.
    for first, *rest in table.rows:
        cells = "".join(f"<td>{escape(cell)}</td>" for cell in rest)
        yield f'<tr><th scope="row">{escape(first)}</th>{cells}</tr>'
    yield "</tbody>\n</table>\n</div>"
