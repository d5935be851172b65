"""The one place where an answer becomes text in a format."""

import json
from enum import StrEnum

from gcmilo.frozen import frozen
from gcmilo.model import Source
from gcmilo.query import Answer


class Format(StrEnum):
    """The formats that every answer can be had in, and SVG for those that have a picture."""

    TABLE = "table"
    JSON = "json"
    JSONL = "jsonl"
    CSV = "csv"
    TSV = "tsv"
    MARKDOWN = "markdown"
    HTML = "html"
    SVG = "svg"


@frozen
class Screen:
    """A terminal: its width in columns, and whether it shows colour."""

    width: int
    colour: bool


def render(
    answer: Answer, source: Source, form: Format, language: str = "en", screen: Screen | None = None
) -> str:
    """Return the answer as text that ends in a line break.

    A table fits the width of the screen; without a screen it is not wrapped. CSV, TSV and JSON
    lines of an answer without rows are empty.

    Raises:
        NoPicture: the answer has no picture, and SVG was asked for.
    """
    # Forms and renderers are imported where they are used: completion and help do without them.
    if form is Format.JSON:
        from gcmilo.output.forms import to_data

        return _json(to_data(answer, source), indent=2)
    if form in (Format.JSONL, Format.CSV, Format.TSV):
        return _rows(answer, source, form)
    if form is Format.SVG:
        from gcmilo.output.svg import to_picture

        return to_picture(answer, source, language)
    return _page(answer, source, form, language, screen)


def _json(value: object, indent: int | None = None) -> str:
    return json.dumps(value, ensure_ascii=False, indent=indent) + "\n"


def _rows(answer: Answer, source: Source, form: Format) -> str:
    from gcmilo.output.forms import to_rows

    rows = to_rows(answer, source)
    if form is Format.JSONL:
        return "".join(_json(row) for row in rows)
    from gcmilo.output.rows import delimited

    return delimited(rows, "," if form is Format.CSV else "\t")


def _page(
    answer: Answer, source: Source, form: Format, language: str, screen: Screen | None
) -> str:
    from gcmilo.output.forms import to_page

    page = to_page(answer, source, language)
    if form is Format.MARKDOWN:
        from gcmilo.output import markdown

        return markdown.render(page)
    if form is Format.HTML:
        from gcmilo.output import html

        return html.render(page)
    if screen:
        from gcmilo.output import terminal

        return terminal.render(page, screen.width, screen.colour)
    from gcmilo.output import plain

    return plain.render(page)
