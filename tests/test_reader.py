"""Files of every form, read into blocks and tables with their places."""

import datetime as dt
import importlib
import io
import json
import sys
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from reportlab.pdfgen.canvas import Canvas

from conftest import unless_all_is_required
from gcmilo.errors import InputError, MalformedQuery
from gcmilo.reader import Document, Table, read_content, read_document

CASES = Path(__file__).parent / "cases"
TABLES = sorted(CASES.glob("tables/*.expect.json"))
DOCUMENTS = sorted(CASES.glob("documents/*.expect.json"))


def case(expect: Path) -> tuple[Document, Any]:
    """Read the file of a case, and what is expected of it."""
    name = expect.name.removesuffix(".expect.json")
    try:
        document = read_document(expect.with_name(name))
    except InputError as error:
        if "needs an extra" not in str(error):
            raise
        unless_all_is_required(str(error))
    return document, json.loads(expect.read_text(encoding="utf-8"))


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


def test_paragraphs_of_an_extract_keep_their_numbers() -> None:
    text = "12. Prior paragraph says so.\n\n13. This one names objective 6.\n\n14. Third one.\n"
    assert placed(read(text))[1] == ("para. 13", "This one names objective 6.")


def test_paragraphs_numbered_within_sections_are_places() -> None:
    text = "1.1 The office helps.\n\n1.2 It goes on.\n\n2.1 Objective 9 is served.\n\n2.2 Last.\n"
    assert placed(read(text))[2] == ("para. 2.1", "Objective 9 is served.")


def test_one_column_of_lists_is_not_cut_at_their_commas() -> None:
    assert cells(read("Objective\n5, 6\n7\n8, 9, 10\n", "x.csv"))[1:] == [
        ("5, 6",),
        ("7",),
        ("8, 9, 10",),
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


def test_justified_prose_is_no_table() -> None:
    text = (
        "The   plan  supports   fair   recruitment\nof  all   workers   and   serves objective\n"
        "six  of  the   Compact   in   many   ways\nand   its   authors   say   so   at  length.\n"
    )
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
    assert first.startswith("The plan supports")
    assert "objective 7" in first
    assert second.startswith("The second column")


def word_file(build: Callable[[Any], None]) -> bytes:
    """A Word file, built by the library."""
    docx = optional("docx")
    document = docx.Document()
    build(document)
    file = io.BytesIO()
    document.save(file)
    return file.getvalue()


def optional(module: str) -> Any:
    """A library of the extra; without it the test is skipped, or fails."""
    try:
        return importlib.import_module(module)
    except ImportError:
        unless_all_is_required(f"{module} is not installed")


def put_in(document: Any, xml: str) -> None:
    """Put elements at the end of a Word file, as they are written."""
    parse_xml = optional("docx.oxml").parse_xml
    name = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
    root = parse_xml(f'<w:body xmlns:w="{name}">{xml}</w:body>')
    end = document.element.body[-1]
    for element in list(root):
        end.addprevious(element)


def run_of(text: str, properties: str = "") -> str:
    return f"<w:r><w:rPr>{properties}</w:rPr><w:t>{text}</w:t></w:r>"


def test_word_reads_what_is_in_controls_and_insertions_and_no_deletions() -> None:
    def build(document: Any) -> None:
        put_in(
            document,
            "<w:sdt><w:sdtContent><w:p>" + run_of("Objective 6") + "</w:p></w:sdtContent></w:sdt>"
            "<w:p><w:ins>" + run_of("Objective 7") + "</w:ins><w:del><w:r><w:delText>Objective 8"
            "</w:delText></w:r></w:del></w:p>"
            "<w:p><w:hyperlink>"
            + run_of("Objective 9")
            + "</w:hyperlink><w:fldSimple>"
            + run_of(" and 10")
            + "</w:fldSimple></w:p>",
        )

    document = read(word_file(build))
    assert [block.text for block in document.blocks] == [
        "Objective 6",
        "Objective 7",
        "Objective 9 and 10",
    ]
    assert document.blocks[2].place == "unnumbered paragraph 3"


def test_word_says_that_hidden_text_was_left_out() -> None:
    document = read(
        word_file(
            lambda one: put_in(one, "<w:p>" + run_of("a") + run_of("b", "<w:vanish/>") + "</w:p>")
        )
    )
    assert [block.text for block in document.blocks] == ["a"]
    assert notes(document) == [("the document", "hidden text in 1 place was left out")]


def test_word_cells_go_on_over_rows_and_columns() -> None:
    def build(document: Any) -> None:
        table = document.add_table(3, 3)
        for row, texts in enumerate([("a", "b", "c"), ("6", "x", ""), ("", "y", "z")]):
            for cell, text in zip(table.rows[row].cells, texts, strict=True):
                cell.text = text
        table.cell(1, 0).merge(table.cell(2, 0))
        table.cell(1, 1).merge(table.cell(1, 2))

    assert cells(read(word_file(build))) == [("a", "b", "c"), ("6", "x", "x"), ("6", "y", "z")]


def test_word_lists_have_the_labels_that_are_printed() -> None:
    def build(document: Any) -> None:
        for text in ("one", "two"):
            document.add_paragraph(text, style="List Number")
        document.add_paragraph("bullet", style="List Bullet")
        document.add_paragraph(
            "A paragraph that is far longer than what the short list above says."
        )

    texts = [block.text for block in read(word_file(build)).blocks]
    assert texts[:3] == ["1. one", "2. two", "bullet"]


def test_word_paragraphs_in_text_boxes_are_read_once() -> None:
    box = (
        '<w:p xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"><w:r>'
        "<mc:AlternateContent><mc:Choice><w:drawing><w:txbxContent><w:p>"
        + run_of("Objective 6")
        + "</w:p></w:txbxContent></w:drawing></mc:Choice><mc:Fallback><w:pict><w:txbxContent><w:p>"
        + run_of("Objective 6")
        + "</w:p></w:txbxContent></w:pict></mc:Fallback>"
        "</mc:AlternateContent></w:r></w:p>"
    )
    document = read(word_file(lambda one: put_in(one, box)))
    assert [block.text for block in document.blocks] == ["Objective 6"]


def test_word_heads_and_feet_are_no_text() -> None:
    def build(document: Any) -> None:
        document.sections[0].header.paragraphs[0].text = "Objective 8"
        document.add_heading("Protection")
        document.add_paragraph("Objective 7.")

    assert placed(read(word_file(build)))[1:] == [('section "Protection"', "Objective 7.")]


def workbook_file(build: Callable[[Any], None]) -> bytes:
    """An .xlsx file, built by the library."""
    file = io.BytesIO()
    workbook = optional("xlsxwriter").Workbook(file, {"in_memory": True})
    build(workbook)
    workbook.close()
    return file.getvalue()


def test_workbook_values_are_as_they_are_shown() -> None:
    def build(workbook: Any) -> None:
        sheet = workbook.add_worksheet("Plan")
        date = workbook.add_format({"num_format": "yyyy-mm-dd"})
        sheet.write_row(0, 0, ["Objective", "When", "Share"])
        sheet.write(1, 0, 6)
        day = dt.datetime(2026, 6, 12)  # noqa: DTZ001 - a sheet has no time zones
        sheet.write_datetime(1, 1, day, date)
        sheet.write(1, 2, 0.1 + 0.2)
        sheet.write_row(2, 0, ["7", True])
        sheet.write_formula(2, 2, "=Gone!A1", None, "#REF!")

    document = read(workbook_file(build))
    assert cells(document)[1:] == [("6", "2026-06-12", "0.3"), ("7", "TRUE", "#REF!")]
    assert only_table(document).rows[1].place == "sheet Plan, row 2"


def test_workbook_merged_areas_go_on_but_not_a_title_over_all_columns() -> None:
    def build(workbook: Any) -> None:
        sheet = workbook.add_worksheet()
        sheet.merge_range(0, 0, 0, 2, "Title")
        sheet.write_row(1, 0, ["Objective", "a", "b"])
        sheet.merge_range(2, 0, 3, 0, "6")
        sheet.write_row(2, 1, ["x", "y"])
        sheet.write_row(3, 1, ["z", "w"])

    assert cells(read(workbook_file(build))) == [
        ("Title", "", ""),
        ("Objective", "a", "b"),
        ("6", "x", "y"),
        ("6", "z", "w"),
    ]


def test_workbook_says_what_is_hidden() -> None:
    def build(workbook: Any) -> None:
        for name in ("Open", "Secret"):
            sheet = workbook.add_worksheet(name)
            sheet.write_column(0, 0, ["Objective", 6, 7])
        workbook.get_worksheet_by_name("Secret").hide()
        workbook.get_worksheet_by_name("Open").set_row(1, None, None, {"hidden": True})

    document = read(workbook_file(build))
    assert [row.is_hidden for row in document.tables[0].rows] == [False, True, False]
    assert notes(document) == [
        ("sheet Open", "1 of its rows is hidden; it was read"),
        ("sheet Secret", "the sheet is hidden; it was read"),
    ]


def test_workbook_says_which_formulas_have_no_value() -> None:
    def build(workbook: Any) -> None:
        workbook.add_worksheet("S").write_column(0, 0, ["Objective", 6])

    def lose_value(xml: str) -> str:
        return xml.replace("<v>6</v>", "<f>A1</f>")

    document = read(changed(workbook_file(build), "xl/worksheets/sheet1.xml", lose_value))
    assert notes(document) == [
        ("sheet S", "the formulas of A2 have no stored value; open and save it once")
    ]


def changed(archive: bytes, member: str, change: Callable[[str], str]) -> bytes:
    """An office file with one of its members changed."""
    file = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(archive)) as old,
        zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as new,
    ):
        for name in old.namelist():
            content = old.read(name)
            new.writestr(name, change(content.decode()).encode() if name == member else content)
    return file.getvalue()


def pdf_file(draw: Callable[[Any], None]) -> bytes:
    """A PDF, drawn by the library."""
    file = io.BytesIO()
    canvas = Canvas(file)
    draw(canvas)
    canvas.save()
    return file.getvalue()


def test_pdf_pages_without_text_are_said() -> None:
    def draw(canvas: Any) -> None:
        canvas.drawString(50, 700, "Objective 6 is served.")
        canvas.showPage()
        canvas.rect(50, 50, 100, 100, fill=1)

    optional("pypdfium2")
    document = read(pdf_file(draw))
    assert (document.kind, document.pages) == ("pdf", 2)
    assert notes(document) == [("page 2", "without text; if scanned, it needs recognition")]


def test_pdf_page_that_is_turned_is_read() -> None:
    def draw(canvas: Any) -> None:
        canvas.setPageRotation(90)
        canvas.rotate(90)
        canvas.drawString(50, -60, "Objective 6 is served.")

    optional("pypdfium2")
    assert placed(read(pdf_file(draw))) == [("page 1", "Objective 6 is served.")]


def test_pdf_table_over_a_page_break_is_one_table() -> None:
    def draw(canvas: Any) -> None:
        for page in range(2):
            for column, text in zip(
                (50, 250, 400), ("Objective", "Addressed", "Points"), strict=True
            ):
                canvas.drawString(column, 750, text)
            for row in range(4):
                y = 720 - 30 * row
                canvas.drawString(50, y, f"{page * 4 + row + 1}  Title of it, which is long")
                canvas.drawString(60, y - 13, "and is wrapped")
                canvas.drawString(250, y, "X")
                canvas.drawString(400, y, f"1.{row}")
            canvas.showPage()

    optional("pypdfium2")
    table = only_table(read(pdf_file(draw)))
    assert [row.cells[0][:7] for row in table.rows[1:]] == [f"{n} Title" for n in range(1, 9)]
    assert table.rows[-1].cells == ("8 Title of it, which is long and is wrapped", "X", "1.3")


def test_pdf_reports_each_page() -> None:
    def draw(canvas: Any) -> None:
        for _ in range(2):
            canvas.drawString(50, 700, "x")
            canvas.showPage()

    optional("pypdfium2")
    reports: list[tuple[str, int, int]] = []
    read(pdf_file(draw), "x.pdf", report=lambda *told: reports.append(told))
    assert reports == [("Reading x.pdf", 0, 2), ("Reading x.pdf", 1, 2)]


@pytest.mark.parametrize(
    ("module", "content", "what"),
    [
        ("pypdfium2", b"%PDF-1.7", "a PDF"),
        ("docx", CASES / "documents" / "n06_fr_strategie.docx", "Word files"),
        ("python_calamine", CASES / "tables" / "x04_en_numbers_and_text.xlsx", "a workbook"),
    ],
)
def test_form_without_its_library_says_how_to_get_it(
    module: str, content: bytes | Path, what: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, module, None)
    data = content if isinstance(content, bytes) else content.read_bytes()
    with pytest.raises(InputError) as raised:
        read(data)
    assert str(raised.value) == f"Reading {what} needs an extra: pip install 'gcmilo[office]'."
