"""Every answer in every format: it reads back, its tables are whole, and no text is taken for
markup.
"""

import csv
import io
import json
import re
import subprocess
from collections.abc import Callable
from pathlib import Path

import html5lib
import pytest

import gcmilo
from answers import ANSWERS
from gcmilo import Crosswalk
from gcmilo.output.forms import to_data
from gcmilo.output.render import Format, Screen, render

XHTML = "{http://www.w3.org/1999/xhtml}"
RECORDS = {
    "objective": "linkages", "objectives": "objectives", "plan-point": "linkages", "plan-points": "plan_points",
    "paragraph": "linkages", "paragraphs": "paragraphs", "linkages": "linkages", "activities": "activities",
    "documents": "documents", "tensions": "tensions", "matrix": "objectives",
}  # fmt: skip
NASTY = (
    "<script>alert(1)</script> | `code` [/] [bold]x[/bold] :warning: \"two\" 'one' &copy; *a* _b_ $x$ \\n ~s~ ^t^"
    " #h {#i} [l](http://x) ![i](y) ==m== @c --- end"
)

Parsed = Callable[..., list[dict[str, str]]]


def shown(crosswalk: Crosswalk, command: str, form: Format) -> str:
    return render(ANSWERS[command](crosswalk), crosswalk.source, form)


def read_back(text: str, delimiter: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(text), delimiter=delimiter, strict=True))


def count_of(crosswalk: Crosswalk, command: str) -> int | None:
    """How many records an answer has, counted in its JSON; None where it is not the length of one
    list.
    """
    name = RECORDS.get(command.split(maxsplit=1)[0])
    return len(to_data(ANSWERS[command](crosswalk), crosswalk.source)[name]) if name else None


@pytest.mark.parametrize("command", ANSWERS)
def test_csv_tsv_and_jsonl_have_the_same_records(crosswalk: Crosswalk, command: str) -> None:
    lines = shown(crosswalk, command, Format.JSONL).splitlines()
    records = [json.loads(line) for line in lines]
    comma = read_back(shown(crosswalk, command, Format.CSV), ",")
    assert comma == read_back(shown(crosswalk, command, Format.TSV), "\t")
    assert len(comma) == len(records)
    assert count_of(crosswalk, command) in (None, len(records))
    assert all(list(record) == list(records[0]) for record in records)
    assert all(None not in row and None not in row.values() for row in comma)


def test_the_records_of_what_is_no_list(crosswalk: Crosswalk) -> None:
    counts = {
        c: len(shown(crosswalk, c, Format.JSONL).splitlines())
        for c in ("coverage", "gaps", "tree", "activity valley-returnees")
    }
    data = to_data(gcmilo.gaps(crosswalk), crosswalk.source)
    reasons = sum(
        len(found["reasons"]) for found in (*data["objectives"], *data["plan_points"])
    ) + len(data["uncited"])
    assert counts["coverage"] == 23
    assert counts["gaps"] == reasons
    assert counts["tree"] == sum(len(branch.leaves) for branch in gcmilo.tree(crosswalk).branches)
    assert counts["activity valley-returnees"] == 1


def test_cells_of_csv_are_flat_as_promised(crosswalk: Crosswalk) -> None:
    rows = read_back(shown(crosswalk, "objectives", Format.CSV), ",")
    assert rows[5]["ref"] == "6"
    assert rows[5]["coverage_status"] == "addressed"
    assert rows[5]["coverage_channel"] == rows[5]["gap"] == ""
    assert rows[5]["plan_points"] == "1(a) explicit; 1(b) contextual"
    assert rows[22]["paragraphs"] == "9; 10"
    assert rows[22]["gap"] == "contextual_only"


def test_no_records_are_an_empty_text(crosswalk: Crosswalk) -> None:
    for form in (Format.CSV, Format.TSV, Format.JSONL):
        assert shown(crosswalk, "linkages --paragraph 11", form) == ""


@pytest.mark.parametrize("command", ANSWERS)
def test_no_cell_of_csv_is_run_by_a_spreadsheet(crosswalk: Crosswalk, command: str) -> None:
    rows = read_back(shown(crosswalk, command, Format.CSV), ",")
    assert [
        cell for row in rows for cell in row.values() if cell.startswith(("=", "+", "-", "@"))
    ] == []


# Markdown


def tables(markdown: str) -> list[list[str]]:
    """The lines of each pipe table."""
    blocks = re.split(r"\n(?!\|)", f"\n{markdown}")
    return [
        [line for line in block.splitlines() if line.startswith("|")]
        for block in blocks
        if block.lstrip("\n").startswith("|") or "\n|" in block
    ]


def cells(line: str) -> list[str]:
    return re.split(r"(?<!\\)\|", line)[1:-1]


@pytest.mark.parametrize("command", ANSWERS)
def test_rows_of_a_markdown_table_have_equal_numbers_of_cells(
    crosswalk: Crosswalk, command: str
) -> None:
    found = tables(shown(crosswalk, command, Format.MARKDOWN))
    assert (
        found
        or command.startswith(("tree", "linkages --paragraph 11"))
        or command == "paragraph 11"
    )
    for lines in found:
        assert len(lines) >= 3
        assert re.fullmatch(r"\|(-{3,}\|)+", lines[1])
        assert {len(cells(line)) for line in lines} == {len(cells(lines[1]))}


@pytest.mark.parametrize("command", ANSWERS)
def test_markdown_begins_with_a_title_and_ends_with_the_source(
    crosswalk: Crosswalk, command: str
) -> None:
    text = shown(crosswalk, command, Format.MARKDOWN)
    assert text.startswith("# ")
    assert text.endswith("Source: MIN/2024/7(Rev.)\n")


# HTML


def page(text: str) -> object:
    return html5lib.HTMLParser(strict=True).parse(text)


def words(element: object) -> str:
    return " ".join("".join(element.itertext()).split())  # type: ignore[attr-defined]


@pytest.mark.parametrize("command", ANSWERS)
def test_html_is_strict_and_its_tables_are_real(crosswalk: Crosswalk, command: str) -> None:
    text = shown(crosswalk, command, Format.HTML)
    document = page(text)
    found = list(document.iter(f"{XHTML}table"))  # type: ignore[attr-defined]
    assert len(found) == len(tables(shown(crosswalk, command, Format.MARKDOWN)))
    for table in found:
        heads = table.findall(f"{XHTML}thead/{XHTML}tr/{XHTML}th")
        assert heads
        assert {head.get("scope") for head in heads} == {"col"}
        rows = table.findall(f"{XHTML}tbody/{XHTML}tr")
        assert rows
        for row in rows:
            assert row[0].tag == f"{XHTML}th"
            assert row[0].get("scope") == "row"
            assert len(row) == len(heads)
    assert not re.search(r"(src|href)=|url\(|<link|<script", text)


# Texts that look like markup


def quoted(text: str) -> str:
    return "'" + text.replace("'", "''") + "'"


ROWS = "\n".join(
    f"  - {{objective: '{number}', status: indirect, channel: N, note: N}}"
    for number in range(1, 24)
)
NASTY_FILES = {
    "plan": "plan: {title: N, organisation: N, short: N}\nsource: {symbol: N, title: N}\n",
    "plan_points": "plan_points:\n  - {ref: '1', subject: N, summary: N, paragraphs: ['1']}\n",
    "paragraphs": "paragraphs:\n  - {number: 1, section: N, summary: N}\n",
    "coverage": f"coverage:\n{ROWS}\n",
    "linkages": """linkages:
  - {objective: '6', plan_point: '1', paragraph: '1', basis: explicit, stance: supports, wording: N, note: N}
  - {objective: '9', plan_point: null, paragraph: '1', basis: explicit, stance: supports, wording: N, note: N}
""",
    "activities": """activities:
  - {id: a, name: N, kind: tool, owner: N, status: null, dates: [], figures: [{value: 1, of: N}], partners: [N],
     places: [N], objectives: [{ref: '6', basis: explicit}], plan_points: [], paragraphs: ['1'], summary: N, also: [N]}
""",
    "documents": """documents:
  - {id: d, symbol: N, title: N, year: null, kind: report, footnote: null, address: N, paragraphs: ['1']}
""",
    "tensions": """tensions:
  - {id: t, kind: uneven_verbs, title: N, objectives: ['6'], plan_points: ['1'],
     sides: [{text: N, quote: null, at: ['1']}, {text: N, quote: null, at: ['1']}]}
""",
}


@pytest.fixture
def nasty(tmp_path: Path) -> Crosswalk:
    """A plan all of whose texts look like markup of some kind."""
    for name, text in NASTY_FILES.items():
        (tmp_path / f"{name}.yaml").write_text(
            re.sub(r"\bN\b", lambda _: quoted(NASTY), text), encoding="utf-8"
        )
    return gcmilo.load(tmp_path)


QUESTIONS: dict[str, Callable[[Crosswalk], object]] = {
    "objective": lambda c: gcmilo.objective(c, "6"),
    "plan_point": lambda c: gcmilo.plan_point(c, "1"),
    "plan_points": gcmilo.plan_points,
    "paragraph": lambda c: gcmilo.paragraph(c, "1"),
    "paragraphs": gcmilo.paragraphs,
    "linkages": gcmilo.linkages,
    "activities": gcmilo.activities,
    "activity": lambda c: gcmilo.activity(c, "a"),
    "documents": gcmilo.documents,
    "gaps": gcmilo.gaps,
    "coverage": gcmilo.coverage,
    "tensions": gcmilo.tensions,
    "tree": gcmilo.tree,
}


@pytest.mark.parametrize("question", QUESTIONS)
def test_html_shows_markup_as_text(nasty: Crosswalk, question: str) -> None:
    document = page(render(QUESTIONS[question](nasty), nasty.source, Format.HTML))
    assert not list(document.iter(f"{XHTML}script"))  # type: ignore[attr-defined]
    assert not list(document.iter(f"{XHTML}a"))  # type: ignore[attr-defined]
    assert words(document).count(NASTY) >= 2


@pytest.mark.parametrize("question", QUESTIONS)
def test_a_table_in_a_pipe_shows_markup_as_text(nasty: Crosswalk, question: str) -> None:
    assert render(QUESTIONS[question](nasty), nasty.source, Format.TABLE).count(NASTY) >= 2


@pytest.mark.parametrize("colour", [False, True])
@pytest.mark.parametrize("width", [40, 80, 200])
@pytest.mark.parametrize("question", QUESTIONS)
def test_a_terminal_shows_markup_as_text(
    nasty: Crosswalk, question: str, width: int, colour: bool
) -> None:
    text = render(
        QUESTIONS[question](nasty), nasty.source, Format.TABLE, screen=Screen(width, colour)
    )
    assert "\x1b]" not in text
    assert "⚠" not in text
    for part in (
        "<script>",
        "[/]",
        "[bold]x[/bold]",
        ":warning:",
        "&copy;",
        "[l](http://x)",
        "\\n",
        "{#i}",
    ):
        assert part in text


@pytest.mark.parametrize("question", QUESTIONS)
def test_markdown_has_no_unescaped_markup(nasty: Crosswalk, question: str) -> None:
    text = render(QUESTIONS[question](nasty), nasty.source, Format.MARKDOWN)
    bare = re.sub(r"\\[^A-Za-z0-9\s]", "", text)
    bare = re.sub(r"^\|.*\|$", lambda line: line[0].replace("|", ""), bare, flags=re.MULTILINE)
    bare = re.sub(r"^- \*\*(.*?)\*\*", r"\1", bare, flags=re.MULTILINE)
    bare = re.sub(r"^#+ ", "", bare, flags=re.MULTILINE)
    assert "script" in bare
    assert re.findall(r"[<>`*_\[\]|{}$~^#&]|:warning:", bare) == []


@pytest.mark.parametrize("question", QUESTIONS)
def test_a_bar_in_a_text_opens_no_cell_of_markdown(nasty: Crosswalk, question: str) -> None:
    found = tables(render(QUESTIONS[question](nasty), nasty.source, Format.MARKDOWN))
    assert found or question == "tree"
    for lines in found:
        assert {len(cells(line)) for line in lines} == {len(cells(lines[1]))}


@pytest.mark.parametrize("question", QUESTIONS)
def test_machine_formats_hold_the_text_itself(nasty: Crosswalk, question: str) -> None:
    answer = QUESTIONS[question](nasty)
    if question != "coverage":  # its JSON has counts and numbers only
        assert json.dumps(NASTY)[1:-1] in render(answer, nasty.source, Format.JSON)
    rows = read_back(render(answer, nasty.source, Format.CSV), ",")
    assert rows == read_back(render(answer, nasty.source, Format.TSV), "\t")
    assert any(NASTY in cell for row in rows for cell in row.values())


# Pandoc


def plain_cells(html: str) -> list[list[list[str]]]:
    """The cells of every table of an HTML document, as words."""
    document = html5lib.parse(html)
    return [
        [[words(cell) for cell in row] for row in table.iter(f"{XHTML}tr")]
        for table in document.iter(f"{XHTML}table")
    ]


def typographic(text: str) -> str:
    """A text without the difference between straight marks and those that pandoc sets for them."""
    for marks, mark in (("“”„", '"'), ("‘’", "'"), ("–—", "-"), ("…", "...")):
        text = re.sub(f"[{marks}]", mark, text)
    return re.sub("-+", "-", text)


@pytest.mark.slow
@pytest.mark.parametrize(
    "command", ["objective 6", "objectives", "gaps", "coverage", "matrix", "tensions"]
)
@pytest.mark.parametrize("form", ["markdown", "html"])
def test_tables_survive_pandoc_to_docx_and_back(
    crosswalk: Crosswalk, require: Callable[[str], str], tmp_path: Path, command: str, form: str
) -> None:
    pandoc = require("pandoc")
    document = tmp_path / "answer.docx"
    text = shown(crosswalk, command, Format(form))
    subprocess.run(
        [pandoc, "-f", form, "-o", str(document)], input=text, encoding="utf-8", check=True
    )
    back = subprocess.run(
        [pandoc, str(document), "-t", "html"], capture_output=True, encoding="utf-8", check=True
    )
    wanted = plain_cells(shown(crosswalk, command, Format.HTML))
    found = plain_cells(back.stdout)
    assert wanted
    assert [[list(map(typographic, row)) for row in rows] for rows in found] == [
        [list(map(typographic, row)) for row in rows] for rows in wanted
    ]


@pytest.mark.parametrize("reader", ["markdown-smart", "gfm", "commonmark_x-smart"])
def test_markdown_that_looks_like_markup_is_read_as_text_by_pandoc(
    nasty: Crosswalk, require: Callable[[str], str], reader: str
) -> None:
    text = render(gcmilo.objective(nasty, "6"), nasty.source, Format.MARKDOWN)
    command = [require("pandoc"), "-f", reader, "-t", "html"]
    html = subprocess.run(
        command, input=text, capture_output=True, encoding="utf-8", check=True
    ).stdout
    document = html5lib.parse(html)
    assert words(document).count(NASTY) >= 3
    assert {element.tag.removeprefix(XHTML) for element in document.iter()} & {
        "script",
        "code",
        "em",
        "a",
        "img",
    } == set()
