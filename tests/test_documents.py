"""Files of every form, read into blocks and tables with their places."""

import json
from pathlib import Path
from typing import Any

import pytest

from gcmilo.documents import Document, Table, read_content, read_document
from gcmilo.errors import MalformedQuery

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


def read(content: str | bytes, name: str = "x.txt", **keywords: Any) -> Document:
    data = content.encode("utf-8") if isinstance(content, str) else content
    return read_content(data, name, **keywords)


def cells(document: Document) -> list[tuple[str, ...]]:
    return [row.cells for row in only_table(document).rows]


def placed(document: Document) -> list[tuple[str, str]]:
    return [(block.place, words(block.text)) for block in document.blocks]


def notes(document: Document) -> list[tuple[str, str]]:
    return [(one.place, one.text) for one in document.not_read]


@pytest.mark.parametrize(
    "coding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "cp1252"]
)
def test_delimited_text_is_read_in_every_usual_coding(coding: str) -> None:
    document = read("Objectif;Été\r\n6;déjà\r\n7;fait\r\n".encode(coding), "x.csv")
    assert cells(document) == [("Objectif", "Été"), ("6", "déjà"), ("7", "fait")]


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_lines_of_delimited_text_end_as_on_any_system(end: str) -> None:
    document = read(end.join(["", "Objective,Title", "", "6,Recruitment", ""]), "x.csv")
    assert [(row.number, row.place) for row in only_table(document).rows] == [
        (2, "line 2"),
        (4, "line 4"),
    ]


@pytest.mark.parametrize("word", ["semicolon", ";"])
def test_delimiter_can_be_given_in_a_word_or_itself(word: str) -> None:
    assert cells(read("a,b;c\n1,2;3\n", "x.csv", delimiter=word)) == [("a,b", "c"), ("1,2", "3")]


def test_unknown_delimiter_is_refused() -> None:
    with pytest.raises(MalformedQuery, match="'hash' is no delimiter"):
        read("a", delimiter="hash")


def test_delimiter_that_is_plainly_wrong_is_said() -> None:
    document = read("a;b\n1;2\n3;4\n", "x.csv", delimiter="comma")
    assert notes(document) == [
        ("line 1", "every row is one cell; the cells are divided by semicolons")
    ]


def test_rows_decide_the_delimiter_and_not_the_heading() -> None:
    document = read("Objectif;Mesures (qui, quoi, quand)\n6;a, b\n7;c\n", "x.csv")
    assert cells(document)[1] == ("6", "a, b")


def test_quoted_cells_hold_delimiters_marks_and_line_breaks() -> None:
    document = read('a,b\n"x, ""y""","1\n2"\n3,4\n', "x.csv")
    assert cells(document) == [("a", "b"), ('x, "y"', "1 2"), ("3", "4")]
    assert [row.number for row in only_table(document).rows] == [1, 2, 4]


@pytest.mark.parametrize(
    "line", ['14,"never closed', '14,a 6" pipe', '14,"closed" here', '"14,never closed']
)
def test_lone_quotation_mark_hides_no_row(line: str) -> None:
    document = read(f'Objective,Notes\n{line}\n24,x\n15,6"\n', "x.csv")
    assert [row.number for row in only_table(document).rows] == [1, 2, 3, 4]
    assert ("24", "x") in cells(document)


def test_row_with_a_lone_quotation_mark_is_said() -> None:
    document = read('Objective,Notes\n14,"never closed\n24,x\n', "x.csv")
    assert notes(document)[0][0] == "line 2"


def test_ragged_rows_are_said_with_their_lines_and_blank_ends_are_no_fault() -> None:
    document = read("a,b,c\n1,2,3,,\n1,2,3,4\n1,2\n1,2,\n", "x.csv")
    assert [place for place, _ in notes(document)] == ["line 3", "line 4"]


def test_preamble_above_the_heading_is_survived() -> None:
    document = read("Ministry of Labour\n\nObjective,Title,Lead\n6,Work,A\n7,Care,B\n", "x.csv")
    assert cells(document)[-1] == ("7", "Care", "B")
    assert not document.not_read


def test_text_that_is_a_table_is_read_as_one_without_its_name() -> None:
    assert read("Objective\tTitle\n6\tWork\n7\tCare\n", "stdin").kind == "csv"


def test_prose_is_no_table_whatever_its_name() -> None:
    text = "The plan supports objective 6, and others.\n\nIt also, in part, serves objective 7.\n\nNo more.\n"
    assert read(text, "x.csv").kind == "text"


def test_markdown_has_tables_by_their_lines_and_headings_for_places() -> None:
    document = read(
        "# Plan\n\n## 1 Work\n\nSee *objective 6*.[^1]\n\n| a | b |\n|---|:-:|\n| x \\| y | **6** |\n\n"
        "## 2 Care\n\n- objective 7\n- objective 8\n\n> quoted\n\n[^1]: Note on 9.\n",
        "x.md",
    )
    row = only_table(document).rows[1]
    assert (row.number, row.place, row.cells) == (9, "table 1, row 2", ("x | y", "6"))
    assert ("section 1", "See objective 6.") in placed(document)
    assert ("section 2", "- objective 7") in placed(document)
    assert ("section 2", "quoted") in placed(document)
    assert ("footnote 1", "Note on 9.") in placed(document)


def test_html_leaves_out_what_a_browser_does_not_show() -> None:
    document = read(
        "<!DOCTYPE html><title>no</title><style>no</style><script>no</script><nav>no</nav>"
        "<template>no</template><p hidden>no<p style='display: none'>no<p>Objective&nbsp;<b>6</b>"
    )
    assert [block.text for block in document.blocks] == ["Objective\u00a06"]


def test_html_cells_go_on_over_rows_and_columns() -> None:
    document = read(
        "<table><tr><th>a<th>b<th>c<tr><td rowspan=2>6<td colspan=2>x<tr><td>y<td>z</table>"
    )
    assert cells(document) == [("a", "b", "c"), ("6", "x", "x"), ("6", "y", "z")]


def test_html_table_in_a_table_is_a_table_of_its_own() -> None:
    document = read("<table><tr><td><table><tr><td>6</table><td>x</table>")
    assert [table.name for table in document.tables] == ["table 1", "table 2"]


def test_html_without_numbers_is_placed_by_its_headings() -> None:
    document = read("<html><body>Top<h2>Protection</h2><p>Objective 7.</p></body></html>")
    assert placed(document)[0] == ("unnumbered paragraph 1", "Top")
    assert placed(document)[-1] == ('section "Protection"', "Objective 7.")


def test_html_is_read_in_the_coding_that_it_says() -> None:
    page = "<html><meta charset='windows-1251'><p>Цель 6".encode("cp1251")
    assert placed(read(page))[0][1] == "Цель 6"


def test_plain_text_without_numbers_is_placed_by_its_lines() -> None:
    document = read("First paragraph\nof two lines.\n\nSecond.\n")
    assert [place for place, _ in placed(document)] == ["line 1", "line 4"]


def test_numbered_headings_are_the_places_of_a_text() -> None:
    text = "1 Purpose\n\nThe town ties its plan.\n\n2 Work\n\n2.1 Jobs\n\nObjective 6 is served.\n"
    assert placed(read(text))[-1] == ("section 2.1", "Objective 6 is served.")


def test_numbered_paragraphs_are_places_and_lists_in_them_are_not() -> None:
    text = (
        "Head\n\n1. First paragraph says this.\n\n2. Second has a list:\n\n1. alpha\n\n2. beta\n\n"
        "3. Third paragraph says that.\n\nIt goes on.\n\n4. Fourth.\n"
    )
    assert placed(read(text))[1:] == [
        ("para. 1", "First paragraph says this."),
        ("para. 2", "Second has a list:"),
        ("para. 2", "1. alpha"),
        ("para. 2", "2. beta"),
        ("para. 3", "Third paragraph says that."),
        ("para. 3", "It goes on."),
        ("para. 4", "Fourth."),
    ]


def test_list_in_a_text_does_not_number_its_paragraphs() -> None:
    prose = "The ministry has written a long paragraph here, and it says much.\n\n" * 6
    document = read(prose + "1. alpha\n2. beta\n3. gamma\n\n" + prose)
    assert all(place.startswith("line") for place, _ in placed(document))


def test_sentence_over_a_page_break_is_one_block_with_its_first_page() -> None:
    head = "Paper 7                                 Ministry\n\n"
    text = (
        f"{head}Recruitment is in objectives 3,\n\n        1\n\f"
        f"{head}6(j) and 7(k).\n\nMore is to come.\n\n        2\n"
    )
    assert placed(read(text)) == [
        ("page 1", "Recruitment is in objectives 3, 6(j) and 7(k)."),
        ("page 2", "More is to come."),
    ]


def test_footnotes_of_a_text_have_their_numbers() -> None:
    text = "The plan was adopted in 2017. 1 It serves objective 6.\n\n1 See objective 9.\n\fNext page.\n"
    assert ("footnote 1", "See objective 9.") in placed(read(text))


def test_aligned_columns_are_a_table_and_wrapped_cells_are_joined() -> None:
    text = (
        "Objective                     Measure               Lead\n\n"
        "6    Recruitment and          Licences              Labour\n"
        "     decent work\n"
        "7    Vulnerability            Shelters for          Health\n"
        "                              those in need\n"
        "22   Social protection        Agreements            Labour\n"
    )
    assert cells(read(text)) == [
        ("Objective", "Measure", "Lead"),
        ("6 Recruitment and decent work", "Licences", "Labour"),
        ("7 Vulnerability", "Shelters for those in need", "Health"),
        ("22 Social protection", "Agreements", "Labour"),
    ]


def test_prose_with_double_spaces_is_no_table() -> None:
    text = "1.   The plan of the  ministry serves\nmany  aims and objective 6 is one.\n" * 4
    assert not read(text).tables


def test_two_columns_are_read_one_after_the_other() -> None:
    left = [
        "The plan supports fair",
        "recruitment and it has",
        "objective 6 in view as",
        "well as others; objec-",
        "tive 7 is named by it",
        "and by its authors too.",
    ]
    right = [
        "The second column tells",
        "of shelters in the port",
        "and of objective 15 for",
        "those who arrive there.",
        "Nothing is said of what",
        "the others want to do.",
    ]
    text = "\n".join(f"{one:<30}{other}" for one, other in zip(left, right, strict=True))
    (first, second) = [text for _, text in placed(read(text))]
    assert first.startswith("The plan supports") and "objective 7" in first
    assert second.startswith("The second column")
