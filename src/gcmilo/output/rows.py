"""Rows as text with delimiters, for csv and tsv."""

import csv
from io import StringIO
from typing import Any

from gcmilo.shapes import Data


def delimited(rows: list[Data], delimiter: str) -> str:
    """Return rows as lines of cells under a line of column names; nothing where there are no rows."""
    flat_rows = [flat(row) for row in rows]
    text = StringIO()
    if flat_rows:
        writer = csv.DictWriter(text, list(flat_rows[0]), delimiter=delimiter, lineterminator="\n")
        writer.writeheader()
        writer.writerows(flat_rows)
    return text.getvalue()


def flat(row: Data) -> dict[str, str]:
    """Return a row with one text a column: mappings spread over columns, lists joined by semicolons."""
    columns: dict[str, str] = {}
    for key, value in row.items():
        if isinstance(value, dict):
            columns |= {f"{key}_{inner}": text for inner, text in flat(value).items()}
        else:
            columns[key] = _cell(value)
    return columns


def _cell(value: Any) -> str:
    if isinstance(value, list):
        return "; ".join(_cell(item) for item in value)
    if isinstance(value, dict):
        return " ".join(_cell(item) for item in value.values() if item is not None)
    return "" if value is None else str(value)
