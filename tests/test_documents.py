"""Files of every form, read into blocks and tables with their places."""

import json
from pathlib import Path
from typing import Any

import pytest

from gcmilo.documents import Document, Table, read_document

CASES = Path(__file__).parent / "cases"
TABLES = sorted(CASES.glob("tables/*.expect.json"))
DOCUMENTS = sorted(CASES.glob("documents/*.expect.json"))


def case(expect: Path) -> tuple[Document, Any]:
    """Read the file of a case, and what is expected of it."""
    name = expect.name.removesuffix(".expect.json")
    return read_document(expect.with_name(name)), json.loads(expect.read_text(encoding="utf-8"))


def headings_of(expected: Any) -> set[str]:
    """The headings that a case names, of which a matrix has several for one role."""
    found: set[str] = set()
    for heading in expected["columns"].values():
        found.update([heading] if isinstance(heading, str) else heading)
    return found


def words(text: str) -> str:
    """A text in one line, without the hyphens at line ends and with plain apostrophes."""
    return " ".join(text.replace("-\n", "").replace("’", "'").split())


@pytest.mark.parametrize("expect", TABLES, ids=lambda path: path.name.split("_")[0])
def test_table_of_a_case_has_its_heading_and_rows(expect: Path) -> None:
    document, expected = case(expect)
    table = next(one for one in document.tables if one.name == expected["sheet_or_table"])
    rows = {row.number: row for row in table.rows}
    assert headings_of(expected) <= set(rows[expected["heading_row"]].cells)
    assert {row["row"] for row in expected["rows"]} <= set(rows)


@pytest.mark.parametrize("expect", DOCUMENTS, ids=lambda path: path.name.split("_")[0])
def test_document_of_a_case_has_its_sentences_at_their_places(expect: Path) -> None:
    document, expected = case(expect)
    rows = {row.place for table in document.tables for row in table.rows}
    for mention in expected["mentions"]:
        begins, place = mention["sentence_begins"], mention["place"]
        if begins is None:
            assert place in rows
        else:
            at = [block.place for block in document.blocks if begins in words(block.text)]
            assert at == [place], begins


def only_table(document: Document) -> Table:
    (table,) = document.tables
    return table
