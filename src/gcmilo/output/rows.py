"""Rows as text with delimiters, for csv and tsv."""

import csv
from io import StringIO
from typing import Any

from gcmilo.shapes import Data


def delimited(rows: list[Data], delimiter: str) -> str:
    """Return rows as lines of cells under a line of column names, or an empty text of no rows."""
    if not rows:
        return ""
    flat_rows = [_flat(row) for row in rows]
    text = StringIO()
    # By default the writer ends lines as Windows does, and cut and awk would keep the extra sign.
    writer = csv.DictWriter(text, list(flat_rows[0]), delimiter=delimiter, lineterminator="\n")
    writer.writeheader()
    writer.writerows(flat_rows)
    return text.getvalue()


def _flat(row: Data) -> dict[str, str]:
    """A row with one text a column: the values of an object have columns of their own."""
    columns: dict[str, str] = {}
    for key, value in row.items():
        if isinstance(value, dict):
            columns |= {f"{key}_{inner}": text for inner, text in _flat(value).items()}
        else:
            columns[key] = _cell(value)
    return columns


def _cell(value: Any) -> str:
    """A value as text: the items of a list with semicolons, an object in it without its keys."""
    if isinstance(value, list):
        return "; ".join(_cell(item) for item in value)
    if isinstance(value, dict):
        return " ".join(_cell(item) for item in value.values() if item is not None)
    return "" if value is None else str(value)
