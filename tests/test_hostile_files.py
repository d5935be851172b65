"""Files that are broken, locked or made to do harm: one sentence each, in bounded time and memory."""

import importlib.util
import io
import subprocess
import sys
import zipfile
import zlib
from collections.abc import Callable
from pathlib import Path

import pytest
from reportlab.lib.pdfencrypt import StandardEncryption
from reportlab.pdfgen.canvas import Canvas

from conftest import unless_all_is_required
from gcmilo.errors import InputError
from gcmilo.reader import Document, read_content

CASES = Path(__file__).parent / "cases"
WORD = CASES / "documents" / "n06_fr_strategie.docx"
EXCEL = CASES / "tables" / "x04_en_numbers_and_text.xlsx"
OPEN = CASES / "tables" / "o03_fr_deux_feuilles.ods"
OLD = CASES / "tables" / "o02_es_antiguo.xls"
PDF = CASES / "documents" / "n03_en_country_team.pdf"
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
SHEET = "xl/worksheets/sheet1.xml"
BODY = "word/document.xml"


@pytest.fixture(autouse=True)
def libraries() -> None:
    """Skip what needs a library that is missing, or fail."""
    for library in ("docx", "python_calamine", "pypdfium2"):
        if importlib.util.find_spec(library) is None:
            unless_all_is_required(f"{library} is not installed")


def refusal(content: bytes) -> str:
    """The one sentence with which a file is refused."""
    with pytest.raises(InputError) as raised:
        read_content(content, "x")
    sentence = str(raised.value)
    assert sentence.startswith("'x' ")
    assert sentence.endswith(".")
    assert sentence.isprintable()
    return sentence


def packed(
    path: Path, member: str = "", change: Callable[[bytes], bytes] = bytes, **added: bytes
) -> bytes:
    """An office file with one member changed and others added."""
    file = io.BytesIO()
    with zipfile.ZipFile(path) as old, zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            content = old.read(name)
            new.writestr(name, change(content) if name == member else content)
        for name, content in added.items():
            new.writestr(name, content)
    return file.getvalue()


def rows(xml: bytes) -> Callable[[bytes], bytes]:
    """A change of a sheet, which then has these rows."""
    return lambda sheet: (
        sheet[: sheet.find(b"<sheetData")] + b"<sheetData>" + xml + b"</sheetData></worksheet>"
    )


@pytest.mark.parametrize("path", [WORD, EXCEL, OPEN, OLD, PDF], ids=lambda path: path.suffix)
@pytest.mark.parametrize("part", [0.1, 0.5, 0.9])
def test_file_that_is_cut_off_is_refused_or_read_as_far_as_it_goes(path: Path, part: float) -> None:
    content = path.read_bytes()
    try:
        document = read_content(content[: int(len(content) * part)], "x")
    except InputError as error:
        assert str(error).startswith("'x' ")  # noqa: PT017 - either is right
    else:
        assert document.kind in {"pdf", "xls"}


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"", "is empty"),
        (b"\0" * 100, "is no text"),
        (b"a\0b,c", "is no text"),
        (b"{\\rtf1 x}", "is a Rich Text file; save it as .docx; text, CSV"),
        (b"\x89PNG\r\n", "is a picture; text, CSV"),
        (b"\x1f\x8b\x08", "is a packed file; unpack it"),
        (OLE + "WordDocument\0".encode("utf-16-le"), "is an old Word file; save it as .docx"),
        (OLE + "EncryptedPackage\0".encode("utf-16-le"), "is protected by a password"),
        (OLE + bytes(1000), "is an old Office file of an unknown kind"),
        (b"PK\x03\x04 and no more", "is damaged or not whole"),
        (b"%PDF-1.7\nand no more", "is no PDF that can be read"),
    ],
)
def test_file_that_is_no_document_is_refused_in_a_sentence(content: bytes, said: str) -> None:
    assert said in refusal(content)


@pytest.mark.parametrize(
    ("mimetype", "said"),
    [
        ("application/vnd.oasis.opendocument.text", "is an OpenDocument text; save it as .docx"),
        ("application/vnd.oasis.opendocument.presentation", "is a presentation"),
        ("application/epub+zip", "is a zip archive; unpack it"),
    ],
)
def test_archive_of_another_form_is_named(mimetype: str, said: str) -> None:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as archive:
        archive.writestr("mimetype", mimetype)
    assert said in refusal(file.getvalue())


def test_name_of_a_file_may_not_write_on_the_terminal() -> None:
    with pytest.raises(InputError) as raised:
        read_content(b"{\\rtf1}", "\x1b[31mx")
    assert str(raised.value).isprintable()


def test_archive_that_unpacks_to_far_more_than_its_size_is_refused() -> None:
    bomb = packed(EXCEL, SHEET, lambda sheet: sheet + b" " * 50_000_000)
    assert "unpacks to more than" in refusal(bomb)


def test_archive_of_very_many_members_is_refused() -> None:
    many = {f"xl/media/{number}.xml": b"" for number in range(5_001)}
    assert "has more than 5,000 members" in refusal(packed(EXCEL, **many))


def test_archive_that_lies_about_a_size_is_refused() -> None:
    content = bytearray(packed(EXCEL, SHEET, lambda sheet: sheet + b"<!-- -->" * 100_000))
    at = content.rindex(SHEET.encode()) - 46  # its entry in the directory of the archive
    content[at + 24 : at + 28] = (1_000).to_bytes(4, "little")
    assert "is damaged or not whole" in refusal(bytes(content))


def test_names_in_an_archive_write_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    document = read_content(
        packed(EXCEL, **{"/x.xml": b"<a/>", "../y.xml": b"<a/>", "xl/vbaProject.bin": b"x"}), "x"
    )
    assert len(document.tables) == 1
    assert not list(tmp_path.parent.glob("*.xml"))


@pytest.mark.parametrize("path", [WORD, EXCEL, OPEN], ids=lambda path: path.suffix)
@pytest.mark.parametrize("coding", ["utf-8", "utf-16"])
def test_entities_are_refused(path: Path, coding: str) -> None:
    member = {WORD: BODY, EXCEL: SHEET, OPEN: "content.xml"}[path]
    laughs = '<!DOCTYPE a [<!ENTITY b "lol"><!ENTITY c "&b;&b;"><!ENTITY d SYSTEM "file:///etc/passwd">]>'
    bad = packed(
        path, member, lambda _: f"<?xml version='1.0'?>{laughs}<a>&c;&d;</a>".encode(coding)
    )
    assert "declares entities" in refusal(bad)


@pytest.mark.parametrize("path", [WORD, EXCEL, OPEN], ids=lambda path: path.suffix)
def test_broken_xml_is_refused(path: Path) -> None:
    member = {WORD: BODY, EXCEL: SHEET, OPEN: "content.xml"}[path]
    assert "can be read" in refusal(packed(path, member, lambda xml: xml[: len(xml) // 2]))


def test_link_to_another_place_is_not_followed() -> None:
    link = (
        b'<Relationship Id="x" Type="http://schemas.openxmlformats.org/officeDocument/2006/'
        b'relationships/footnotes" Target="http://127.0.0.1:9/x" TargetMode="External"/></Relationships>'
    )
    rels = "word/_rels/document.xml.rels"
    assert read_content(
        packed(WORD, rels, lambda xml: xml.replace(b"</Relationships>", link)), "x"
    ).tables


@pytest.mark.parametrize(
    "xml",
    [
        b'<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>',
        b"<row>" + b"<c><v>1</v></c>" * 2_000 + b"</row>",
        b'<row r="1"><c r="A1"><v>1</v></c></row><row r="300000"><c r="A300000"><v>1</v></c></row>',
    ],
    ids=["far", "wide", "long"],
)
def test_sheet_that_is_too_large_is_refused_before_it_takes_memory(xml: bytes) -> None:
    assert "are read" in refusal(packed(EXCEL, SHEET, rows(xml)))


def test_repeated_cells_of_a_sheet_are_refused_before_they_take_memory() -> None:
    row = (
        b'<table:table-row table:number-rows-repeated="1000000"><table:table-cell'
        b' table:number-columns-repeated="16000" office:value-type="string"><text:p>x</text:p>'
        b"</table:table-cell></table:table-row><table:table-row"
    )
    content = packed(OPEN, "content.xml", lambda xml: xml.replace(b"<table:table-row", row, 1))
    assert "are read" in refusal(content)


def test_elements_of_a_word_file_within_very_many_others_are_refused() -> None:
    deep = b"<w:sdt><w:sdtContent>" * 1_000 + b"</w:sdtContent></w:sdt>" * 1_000
    content = packed(WORD, BODY, lambda xml: xml.replace(b"</w:body>", deep + b"</w:body>"))
    assert refusal(content)


def test_cells_of_a_word_file_that_span_very_many_columns_are_refused() -> None:
    row = b'<w:tr><w:tc><w:tcPr><w:gridSpan w:val="99999"/></w:tcPr></w:tc></w:tr>' * 5
    table = b"<w:tbl>" + row.replace(b"99999", b"2000") + b"</w:tbl></w:body>"
    content = packed(WORD, BODY, lambda xml: xml.replace(b"</w:body>", table))
    assert read_or_refused(content)


def read_or_refused(content: bytes) -> Document | str:
    """What a file holds, or the sentence with which it is refused."""
    try:
        return read_content(content, "x")
    except InputError as error:
        return str(error)


@pytest.mark.parametrize(
    ("page", "said"),
    [
        (b"<html>" + b"<div>" * 5_000, "within more than 1,000 others"),
        (b"<html><p " + b'a=">" ' * 6_000 + b">", "more than 5,000 attributes"),
        (
            b"<table>" + b"<tr><td rowspan=1000 colspan=1000>x" * 1_000,
            "tables of more than 3,000,000 cells",
        ),
    ],
    ids=["deep", "attributes", "spans"],
)
def test_page_that_is_made_to_do_harm_is_refused(page: bytes, said: str) -> None:
    assert said in refusal(page)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ((b"1," * 1_500 + b"\n") * 3, "more than 1,000 cells in line 1"),
        (b"a,b\n" + b"1,2\n" * 200_000, "more than 200,000 rows"),
        (b"a\n" * 130_000, "more than 120,000 lines"),
    ],
    ids=["wide", "long", "lines"],
)
def test_text_that_is_too_large_is_refused(text: bytes, said: str) -> None:
    assert said in refusal(text)


def pdf_of(content: bytes, filters: bytes = b"/FlateDecode") -> bytes:
    """A PDF of one page with this packed content."""
    objects = [
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
        b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 600 800]/Contents 4 0 R>>",
        b"<</Filter%s/Length %d>>\nstream\n%s\nendstream" % (filters, len(content), content),
    ]
    body = b"%PDF-1.7\n"
    places = []
    for number, one in enumerate(objects, 1):
        places.append(len(body))
        body += b"%d 0 obj\n%s\nendobj\n" % (number, one)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    end = b"trailer<</Size 5/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF" % len(body)
    return body + b"xref\n0 5\n0000000000 65535 f \n" + table + end


def test_pdf_whose_streams_unpack_without_end_is_refused() -> None:
    assert "unpacks to more than" in refusal(pdf_of(zlib.compress(bytes(100_000_000), 9)))


def test_pdf_that_is_packed_twice_is_refused() -> None:
    twice = zlib.compress(zlib.compress(bytes(10_000_000), 9), 9)
    assert "twice" in refusal(pdf_of(twice, b"[/FlateDecode/FlateDecode]"))


@pytest.mark.parametrize(
    "filters", [b"/#46lateDecode", b" 5 0 R", b"/LZWDecode", b"[/RunLengthDecode]"]
)
def test_pdf_that_hides_how_it_is_packed_is_refused(filters: bytes) -> None:
    content = pdf_of(zlib.compress(bytes(100_000_000), 9) + bytes(300_000), filters)
    assert refusal(content)


def test_pdf_of_very_many_pages_is_refused() -> None:
    kids = b"[%s]/Count 3000" % (b"3 0 R " * 3_000)
    content = pdf_of(zlib.compress(b"")).replace(b"[3 0 R]/Count 1", kids)
    assert "3,000 pages; at most 2,000 pages are read" in refusal(content)


def test_pdf_whose_parts_draw_one_another_without_end_is_refused() -> None:
    form = b"%d 0 obj\n<</Type/XObject/Subtype/Form/Resources<</XObject<</X %d 0 R>>>>>>\nstream\n"
    forms = b"".join(
        form % (n, n + 1) + b"/X Do " * 10 + b"\nendstream\nendobj\n" for n in range(9, 20)
    )
    content = pdf_of(b"")
    assert "draws more than" in refusal(content.replace(b"xref", forms + b"xref", 1))


def test_pdf_with_a_password_is_refused() -> None:
    file = io.BytesIO()
    canvas = Canvas(file, encrypt=StandardEncryption("secret", ownerPassword="owner"))
    canvas.drawString(50, 700, "x")
    canvas.save()
    assert "is protected by a password" in refusal(file.getvalue())


@pytest.mark.slow
@pytest.mark.parametrize(
    "make",
    [
        "b'a,b,c' * 12_000_000",
        "b'a,\"b\\n' * 12_000_000",
        "b'<html>' + b'<' * 20_000_000",
        "b'<html>' + b'</b></i>' * 5_000_000",
        "b'# a\\n\\n# b\\n' + b'**a ' * 5_000_000",
        "b'12. The objective 6 of the Compact.\\n\\n' * 59_000",
        "b'left words of prose here and more    right words of prose and more\\n' * 110_000",
    ],
)
def test_large_text_takes_bounded_time_and_memory(make: str) -> None:
    program = (
        "import resource, time\n"
        "from gcmilo.reader import read_content\n"
        "from gcmilo.errors import InputError\n"
        f"content = {make}\n"
        "try:\n    read_content(content, 'x')\n"
        "except InputError:\n    pass\n"
        "usage = resource.getrusage(resource.RUSAGE_SELF)\n"
        "print(usage.ru_utime + usage.ru_stime, usage.ru_maxrss // 1024)\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, check=True
    )
    seconds, megabytes = map(float, done.stdout.split())
    assert seconds < 40
    assert megabytes < 1_000
