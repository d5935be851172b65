"""What documents name: every mention with its place and sentence, counted, filtered, in every form."""

import csv
import io
import json
import re
from dataclasses import fields
from pathlib import Path

import html5lib
import pytest

import gcmilo
from conftest import ROOT, Run, require_reader
from gcmilo import Crosswalk, MalformedReference, UnknownReference
from gcmilo.output.forms import to_data, to_rows
from gcmilo.output.page import Quote
from gcmilo.output.render import Format, Screen, render
from gcmilo.reader import Block, Document, NotRead, Row, Table
from gcmilo.received import mentions as module
from gcmilo.received.mentions import MentionsAnswer
from gcmilo.received.rows import CellMention, TableScan
from gcmilo.references import Mention, Named, RefKind, Scan, Scanner, Unread
from gcmilo.refs import ObjectiveRef

EXPECTED = sorted((ROOT / "tests/cases/documents").glob("*.expect.json"))
SHA = "0" * 64
TEXT = """Point 2(d) serves objectives 5(c) and 9. Objective 5
is  named here, and SDG target 8.8."""
TABLE = Table(
    "table 1",
    (
        Row(1, "table 1, row 1", ("Measure", "Objective", "Who")),
        Row(2, "table 1, row 2", ("A desk", "objective 20", "")),
        Row(3, "table 1, row 3", ("objective 20", "objective 5", "Ministry")),
    ),
)


def document(*parts: Block | Table, name: str = "plan.docx", not_read: str = "") -> Document:
    left = (NotRead("page 3", not_read),) if not_read else ()
    return Document(name, "docx", SHA, 4, parts, left)


DOCUMENT = document(Block("para. 1", TEXT), Block("footnote 1", "Nothing of note."), TABLE)


class Fake(Scanner):
    """Finds 24, of which there is none, and does not understand "and so on"."""

    def scan(self, text: str) -> Scan:
        mentions = tuple(Mention(m.start(), m.end(), ()) for m in re.finditer("24", text))
        unread = tuple(Unread(*m.span()) for m in re.finditer("and so on", text))
        return Scan(mentions, unread)


@pytest.fixture
def fake(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "Scanner", Fake)


@pytest.fixture(scope="module")
def answer(crosswalk: Crosswalk) -> MentionsAnswer:
    return gcmilo.mentions(crosswalk, [DOCUMENT])


def listed(answer: MentionsAnswer) -> list[tuple[str, str, str]]:
    return [(found.kind.value, str(found.ref), found.place) for found in answer.mentions]


def shown(answer: MentionsAnswer, crosswalk: Crosswalk, form: Format = Format.TABLE) -> str:
    return render(answer, crosswalk.source, form)


# What is found


def test_every_mention_is_listed_in_its_order(answer: MentionsAnswer) -> None:
    assert listed(answer) == [
        ("plan_point", "2(d)", "para. 1"),
        ("action", "5(c)", "para. 1"),
        ("objective", "9", "para. 1"),
        ("objective", "5", "para. 1"),
        ("sdg_target", "8.8", "para. 1"),
        ("objective", "20", "table 1, row 2"),
        ("objective", "20", "table 1, row 3"),
        ("objective", "5", "table 1, row 3"),
    ]


def test_every_key_of_the_json(answer: MentionsAnswer, crosswalk: Crosswalk) -> None:
    data = to_data(answer, crosswalk.source)
    assert data["files"] == [
        {
            "file": "plan.docx",
            "sha256": SHA,
            "kind": "docx",
            "pages": 4,
            "paragraphs": 2,
            "tables": 1,
        }
    ]
    assert data["mentions"][3] == {
        "file": "plan.docx",
        "kind": "objective",
        "ref": "5",
        "matched": "5",
        "place": "para. 1",
        "sentence": "Objective 5 is named here, and SDG target 8.8.",
    }
    assert data["counts"] == [
        {"kind": "objective", "ref": "5", "count": 2},
        {"kind": "objective", "ref": "9", "count": 1},
        {"kind": "objective", "ref": "20", "count": 2},
        {"kind": "action", "ref": "5(c)", "count": 1},
        {"kind": "plan_point", "ref": "2(d)", "count": 1},
        {"kind": "sdg_target", "ref": "8.8", "count": 1},
    ]
    assert data["not_read"] == []
    assert to_rows(answer, crosswalk.source) == data["mentions"]


def test_a_row_is_given_as_its_cells_with_the_words_of_the_mention_in_it(
    answer: MentionsAnswer,
) -> None:
    first, second, third = (found.passage for found in answer.mentions[-3:])
    assert first.sentence == "A desk | objective 20"
    assert second.sentence == third.sentence == "objective 20 | objective 5 | Ministry"
    assert (second.words, third.words) == ("20", "5")
    assert (second.start, third.start) == (10, 25)


def test_a_row_names_a_thing_once(crosswalk: Crosswalk) -> None:
    row = ("objective 9", "objective 9 and its action, objective 9(a)", "on 9")
    rows = (Row(1, "table 1, row 1", row), Row(2, "table 1, row 2", row))
    found = gcmilo.mentions(crosswalk, [document(Table(None, rows))])
    assert [str(mention.ref) for mention in found.mentions] == ["9", "9(a)", "9", "9(a)"]


def test_a_cell_that_a_row_goes_on_from_comes_before_its_own(
    crosswalk: Crosswalk, monkeypatch: pytest.MonkeyPatch
) -> None:
    mention = Mention(10, 11, (Named(RefKind.OBJECTIVE, ObjectiveRef(9)),))
    row = Row(3, "table 1, row 3", ("", "A desk", "x"))
    monkeypatch.setattr(
        module, "scan_table", lambda *_: TableScan((CellMention(row, "Objective 9", mention),), ())
    )
    (found,) = gcmilo.mentions(crosswalk, [document(Table(None, (row,)))]).mentions
    assert (found.place, found.passage.words) == ("table 1, row 3", "9")
    assert found.passage.sentence == "Objective 9 | A desk | x"


def test_counts_are_in_the_order_of_their_kinds(crosswalk: Crosswalk) -> None:
    text = "SDG targets 10.7, 8.8 and 8.5; objectives 20(a), 5(c), 20 and 6; points 2(d) and 1(a)."
    found = gcmilo.mentions(crosswalk, [document(Block("para. 1", text))])
    refs = [str(count.ref) for count in found.counts if count.kind is not RefKind.PLAN_POINT]
    assert refs[:4] == ["6", "20", "5(c)", "20(a)"]
    sdg = [str(count.ref) for count in found.counts if count.kind is RefKind.SDG_TARGET]
    assert sdg == sorted(sdg, key=lambda ref: [int(part) for part in ref.split(".")])
    points = [str(point.point.ref) for point in found.points]
    assert points == ["1(a)", "2(d)"]


def test_an_objective_has_the_mentions_of_its_actions_in_its_count(answer: MentionsAnswer) -> None:
    by_number = {found.objective.number: found for found in answer.objectives}
    assert len(by_number) == 23
    assert by_number[5].count == 3
    assert [(str(action.ref), action.count) for action in by_number[5].actions] == [("5(c)", 1)]
    assert (by_number[20].count, by_number[20].actions) == (2, ())
    assert by_number[1].count == 0


def test_several_documents_come_one_after_the_other(crosswalk: Crosswalk) -> None:
    documents = [
        document(Block("para. 1", f"See objective {number}."), name=f"{number}.txt")
        for number in (9, 5)
    ]
    found = gcmilo.mentions(crosswalk, iter(documents))
    assert [(x.file, str(x.ref)) for x in found.mentions] == [("9.txt", "9"), ("5.txt", "5")]
    assert [file.name for file in found.files] == ["9.txt", "5.txt"]
    text = shown(found, crosswalk)
    assert "9.txt, para. 1" in text


def test_progress_is_told(crosswalk: Crosswalk) -> None:
    told: list[tuple[str, int, int]] = []
    gcmilo.mentions(crosswalk, [DOCUMENT], report=lambda *what: told.append(what))
    assert told == [("Looking through plan.docx", done, 3) for done in range(3)]


def test_words_that_are_broken_at_the_end_of_a_line_are_in_one_piece(crosswalk: Crosswalk) -> None:
    paper = document(Block("para. 1", "As the long-\nterm objec-\ntive 9\nsays."))
    (found,) = gcmilo.mentions(crosswalk, [paper]).mentions
    assert found.passage.sentence == "As the long-term objec-tive 9 says."
    assert found.passage.words == "9"


@pytest.mark.parametrize(
    ("text", "refs"),
    [
        ("6", []),
        ("57", []),
        ("See paragraph 3, and para. 38.", []),
        ("See 5(c).", ["5(c)"]),
        ("See paragraph 3 of MIN/2024/7(Rev.).", ["3"]),
        ("SDG 8 and SDG target 8.8 are the aim.", ["8.8"]),
    ],
)
def test_what_counts_as_a_mention(crosswalk: Crosswalk, text: str, refs: list[str]) -> None:
    """Pages, amounts, paragraphs of the document itself and whole goals do not."""
    row = Row(1, "table 1, row 1", ("What is told", text))
    for part in (Block("para. 1", text), Table(None, (row,))):
        found = gcmilo.mentions(crosswalk, [document(part)])
        assert [str(mention.ref) for mention in found.mentions] == refs
        assert found.not_read == ()


# What is not read


@pytest.mark.usefixtures("fake")
def test_what_does_not_exist_is_listed_once_where_it_is(crosswalk: Crosswalk) -> None:
    text = "One. See objectives\n24 and 24."
    found = gcmilo.mentions(crosswalk, [document(Block("para. 7", text))])
    (left,) = found.not_read
    assert (left.file, left.place) == ("plan.docx", "para. 7")
    assert left.text == "“24” names what does not exist, in: See objectives 24 and 24."
    assert found.mentions == ()


@pytest.mark.usefixtures("fake")
def test_what_is_not_understood_is_listed(crosswalk: Crosswalk) -> None:
    found = gcmilo.mentions(crosswalk, [document(Block("page 2", "Objectives 1 and so on."))])
    (left,) = found.not_read
    assert left.text == "“and so on” is not understood, in: Objectives 1 and so on."


def test_a_list_in_a_cell_that_is_not_understood_is_listed_and_all_rows_are_read(
    crosswalk: Crosswalk, tmp_path: Path
) -> None:
    path = tmp_path / "table.csv"
    path.write_text(
        "Measures under objective 20,,\nObjective,Title,Notes on objective 7\n"
        'a,b,c\n6,x,y\n"7, 8 and others",z,it serves objective 99\nTotal,for objective 5 alone,\n',
        encoding="utf-8",
    )
    found = gcmilo.mentions(crosswalk, [gcmilo.read_document(path)])
    assert [(str(x.ref), x.place) for x in found.mentions] == [
        ("20", "line 1"),
        ("7", "line 2"),
        ("6", "line 4"),
        ("7", "line 5"),
        ("8", "line 5"),
        ("5", "line 6"),
    ]
    row = "7, 8 and others | z | it serves objective 99"
    assert {(left.place, left.text) for left in found.not_read} == {
        ("line 3", "“a” is not understood, in: a | b | c"),
        ("line 5", f"“and others” is not understood, in: {row}"),
        ("line 5", f"“99” names what does not exist, in: {row}"),
    }


def test_a_mark_in_a_column_of_actions_is_no_letter(crosswalk: Crosswalk) -> None:
    rows = [("Objective", "Addressed by the plan of action"), ("6", "X"), ("7", "-"), ("9", "(a)")]
    cells = [Row(n, f"table 1, row {n}", row) for n, row in enumerate(rows, 1)]
    found = gcmilo.mentions(crosswalk, [document(Table(None, tuple(cells)))])
    assert [str(mention.ref) for mention in found.mentions] == ["6", "7", "9", "9(a)"]
    assert found.not_read == ()


def test_what_the_reader_left_out_is_listed_whatever_is_asked_for(crosswalk: Crosswalk) -> None:
    paper = document(Block("para. 1", TEXT), not_read="a picture")
    found = gcmilo.mentions(crosswalk, [paper], objective="20")
    data = to_data(found, crosswalk.source)
    assert data["not_read"] == [{"file": "plan.docx", "place": "page 3", "text": "a picture"}]
    assert found.notes == (
        "Nothing of what was asked for is named.",
        "1 place was not read or not understood; the table and --json list all.",
    )
    assert "page 3  a picture" in shown(found, crosswalk)


# What is asked for


@pytest.mark.parametrize(
    ("asked", "refs"),
    [
        ({"objective": "5"}, ["5(c)", "5", "5"]),
        ({"objective": "5c"}, ["5(c)"]),
        ({"objective": "20"}, ["20", "20"]),
        ({"plan_point": "2d"}, ["2(d)"]),
        ({"objective": "9", "plan_point": "2d"}, ["2(d)", "9"]),
        ({"objective": "1"}, []),
    ],
)
def test_mentions_are_narrowed(
    crosswalk: Crosswalk, asked: dict[str, str], refs: list[str]
) -> None:
    found = gcmilo.mentions(crosswalk, [DOCUMENT], **asked)
    assert [str(mention.ref) for mention in found.mentions] == refs
    assert sum(count.count for count in found.counts) == len(refs)
    assert "never named" not in shown(found, crosswalk)


def test_a_wrong_reference_is_told_before_anything_is_read(crosswalk: Crosswalk) -> None:
    unread = iter([DOCUMENT])
    with pytest.raises(UnknownReference, match="the nearest is 23"):
        gcmilo.mentions(crosswalk, unread, objective="99")
    with pytest.raises(MalformedReference):
        gcmilo.mentions(crosswalk, unread, plan_point="x-y-z")
    assert next(unread) is DOCUMENT


# How it is shown


def test_the_page_begins_with_what_was_read(answer: MentionsAnswer, crosswalk: Crosswalk) -> None:
    lines = shown(answer, crosswalk).splitlines()
    assert lines[0] == "8 mentions"
    assert lines[2:5] == [
        "Read",
        "File       Form  Pages  Paragraphs  Tables",
        "plan.docx  docx  4      2           1",
    ]


def test_the_page_counts_by_objective_and_says_what_is_never_named(
    answer: MentionsAnswer, crosswalk: Crosswalk
) -> None:
    text = " ".join(shown(answer, crosswalk).split())
    title = crosswalk.objectives[4].title.en
    assert f"5 {title} 3 5(c): 1" in text
    assert "Target Mentions 8.8 1" in text
    point = crosswalk.plan_point(crosswalk.find_plan_point("2d"))
    assert f"2(d) {point.subject} 1" in text
    unnamed = text.partition("Objectives never named")[2]
    assert crosswalk.objectives[0].title.en in unnamed
    assert title not in unnamed


def test_titles_are_in_the_language_that_is_asked_for(
    answer: MentionsAnswer, crosswalk: Crosswalk
) -> None:
    text = render(answer, crosswalk.source, Format.TABLE, "fr")
    assert crosswalk.objectives[4].title.fr in text


def test_long_sentences_are_cut_about_the_words_in_the_list(crosswalk: Crosswalk) -> None:
    text = f"It {'was ' * 40} objective 9 that {'all ' * 40} meant."
    found = gcmilo.mentions(crosswalk, [document(Block("para. 1", text))])
    (line,) = [x for x in shown(found, crosswalk).splitlines() if x.startswith("para. 1")]
    assert re.search(r"9 +… (was )+objective 9 that (all )+…$", line)
    narrowed = gcmilo.mentions(crosswalk, [document(Block("para. 1", text))], objective="9")
    assert " ".join(text.split()).replace("9", "«9»") in shown(narrowed, crosswalk)


MARKED = {
    Format.TABLE: "para. 1: Point 2(d) serves objectives «5(c)» and 9.\n"
    "para. 1: Objective «5» is named here, and SDG target 8.8.\n",
    Format.MARKDOWN: "- **para. 1** Point 2(d) serves objectives «**5(c)**» and 9.\n",
    Format.HTML: "<li><strong>para. 1</strong> Point 2(d) serves objectives"
    " «<mark>5(c)</mark>» and 9.</li>\n",
}


@pytest.mark.parametrize("form", MARKED)
def test_sentences_are_shown_in_full_with_the_words_marked(
    crosswalk: Crosswalk, form: Format
) -> None:
    found = gcmilo.mentions(crosswalk, [DOCUMENT], objective="5")
    text = shown(found, crosswalk, form)
    assert MARKED[form] in text
    if form is Format.HTML:
        html5lib.HTMLParser(strict=True).parse(text)


def test_a_terminal_marks_the_words_by_style_and_without_colour_too(crosswalk: Crosswalk) -> None:
    found = gcmilo.mentions(crosswalk, [DOCUMENT], objective="5")
    in_colour = render(found, crosswalk.source, Format.TABLE, screen=Screen(100, colour=True))
    assert "\x1b[1m«5(c)»\x1b[0m" in in_colour
    narrow = render(found, crosswalk.source, Format.TABLE, screen=Screen(40, colour=False))
    assert "«5(c)»" in narrow
    assert max(len(line) for line in narrow.splitlines()) <= 40


def test_two_mentions_in_a_sentence_are_marked_in_one(crosswalk: Crosswalk) -> None:
    paper = document(Block("para. 1", "Objective 9 is named, and objective 9 again."))
    found = gcmilo.mentions(crosswalk, [paper], objective="9")
    text = shown(found, crosswalk)
    assert text.startswith("2 mentions of objective 9\n")
    assert text.count("Objective «9» is named, and objective «9» again.") == 1


def test_marks_that_overlap_are_marked_once() -> None:
    quote = Quote("", "objectives 5 to 7", ((11, 17), (11, 17), (12, 14)))
    assert list(quote.pieces) == [("objectives ", False), ("5 to 7", True), ("", False)]


@pytest.mark.parametrize("form", [Format.TABLE, Format.MARKDOWN, Format.HTML])
def test_quotes_look_like_no_markup(form: Format, crosswalk: Crosswalk) -> None:
    paper = document(Block("para. 1", "<b>*Objective 9*</b> | is _named_."), name="<i>*a*.txt")
    text = shown(gcmilo.mentions(crosswalk, [paper, DOCUMENT], objective="9"), crosswalk, form)
    assert ("<b>" in text, "<i>" in text) == (form is Format.TABLE, form is Format.TABLE)
    assert (r"\*Objective" in text) is (form is Format.MARKDOWN)


def test_no_control_character_is_repeated(crosswalk: Crosswalk) -> None:
    paper = document(Block("para. 1", "\x1b[31mObjective 9\x07 is\u202e named."))
    for asked in ({}, {"objective": "9"}):
        found = gcmilo.mentions(crosswalk, [paper], **asked)
        for form in (Format.TABLE, Format.JSON, Format.CSV, Format.HTML):
            assert not re.search("[\x00-\x09\x0b-\x1f\u202e]", shown(found, crosswalk, form))


def test_no_mention_is_an_answer(crosswalk: Crosswalk) -> None:
    found = gcmilo.mentions(crosswalk, [document(Block("para. 1", "Nothing."))])
    assert found.notes == ("No objective, action, SDG target, plan point or paragraph is named.",)
    assert shown(found, crosswalk).startswith("0 mentions\n")
    assert shown(found, crosswalk, Format.CSV) == ""
    empty = gcmilo.mentions(crosswalk, [])
    assert empty.files == ()


def test_every_field_of_an_answer_is_shown(answer: MentionsAnswer) -> None:
    """Those that JSON leaves out are on the page."""
    in_json = {"files", "mentions", "counts", "not_read"}
    assert {field.name for field in fields(answer)} - in_json == {"only", "objectives", "points"}


# Documents as they are sent


@pytest.mark.parametrize("expected", EXPECTED, ids=lambda path: path.name.partition(".")[0])
def test_every_mention_of_a_document_is_found_in_its_place_and_nothing_else(
    bundled: Crosswalk, expected: Path
) -> None:
    require_reader(expected.name.removesuffix(".expect.json"))
    wanted = json.loads(expected.read_text(encoding="utf-8"))["mentions"]
    paper = gcmilo.read_document(expected.with_name(expected.name.removesuffix(".expect.json")))
    sentences: dict[tuple[str, str], list[str]] = {}
    for found in gcmilo.mentions(bundled, [paper]).mentions:
        if found.kind not in (RefKind.PLAN_POINT, RefKind.PARAGRAPH):
            named = (f"{found.kind.value}:{found.ref}", found.place)
            sentence = found.passage.sentence.replace("’", "'")
            sentences.setdefault(named, []).append(sentence)
    assert set(sentences) == {(mention["ref"], mention["place"]) for mention in wanted}
    for mention in wanted:
        begins = mention["sentence_begins"] or ""
        told = sentences[mention["ref"], mention["place"]]
        assert any(sentence.startswith(begins) for sentence in told)


# The command


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    (tmp_path / "plan.txt").write_text("Point 2(d) serves objective 5(c).\n", encoding="utf-8")
    (tmp_path / "note.txt").write_text("Objective 20 is meant.\n", encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.mark.usefixtures("folder")
def test_the_command_reads_several_files_each_once(run: Run) -> None:
    done = run("mentions", "plan.txt", "note.txt", "plan.txt", "--json")
    assert (done.code, done.said) == (0, "")
    assert [file["file"] for file in done.data["files"]] == ["plan.txt", "note.txt"]
    assert [(x["file"], x["ref"]) for x in done.data["mentions"]] == [
        ("plan.txt", "2(d)"),
        ("plan.txt", "5(c)"),
        ("note.txt", "20"),
    ]


@pytest.mark.usefixtures("folder")
def test_the_command_narrows(run: Run) -> None:
    done = run("mentions", "plan.txt", "note.txt", "--objective", "20", "--plan-point", "2d")
    assert done.code == 0
    assert done.text.startswith("2 mentions of objective 20 and plan point 2(d)\n")
    assert "note.txt, line 1: Objective «20» is meant.\n" in done.text


def test_stdin_is_read(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    stdin = io.TextIOWrapper(io.BytesIO(b"See objective 9."), encoding="utf-8")
    monkeypatch.setattr("sys.stdin", stdin)
    done = run("mentions", "-", "--json")
    assert [x["file"] for x in done.data["mentions"]] == ["stdin"]


@pytest.mark.usefixtures("folder")
def test_a_file_that_cannot_be_read_is_one_sentence(run: Run) -> None:
    done = run("mentions", "plan.txt", "nowhere.txt")
    assert (done.code, done.out) == (2, b"")
    assert done.said == "gcmilo: 'nowhere.txt' cannot be read: No such file or directory.\n"


@pytest.mark.parametrize(
    ("option", "value", "code"),
    [
        ("--objective", "99", 1),
        ("--objective", "x", 2),
        ("--plan-point", "9z", 1),
    ],
)
@pytest.mark.usefixtures("folder")
def test_a_wrong_reference_is_refused_as_elsewhere(
    run: Run, option: str, value: str, code: int
) -> None:
    done = run("mentions", "nowhere.txt", option, value)
    assert (done.code, done.out) == (code, b"")
    assert done.said == run("linkages", option, value).said


@pytest.mark.usefixtures("folder")
def test_nothing_named_is_said_on_stderr(run: Run) -> None:
    done = run("mentions", "plan.txt", "--objective", "1")
    assert (done.code, done.said) == (0, "Nothing of what was asked for is named.\n")


@pytest.mark.usefixtures("folder")
def test_rows_are_the_mentions(run: Run) -> None:
    found = run("mentions", "plan.txt", "--json").data["mentions"]
    assert list(csv.DictReader(io.StringIO(run("mentions", "plan.txt", "-f", "csv").text))) == found
    lines = run("mentions", "plan.txt", "-f", "jsonl").text.splitlines()
    assert [json.loads(line) for line in lines] == found


@pytest.mark.usefixtures("folder")
def test_marks_are_in_ascii_where_the_terminal_has_nothing_else(run: Run) -> None:
    done = run("mentions", "plan.txt", "--objective", "5", encoding="ascii")
    assert b"objective <<5(c)>>." in done.out


def test_a_file_name_never_reaches_the_terminal_raw(run: Run, folder: Path) -> None:
    name = "plan\x1b[31m\n.txt"
    (folder / name).write_text("Objective 5.\n", encoding="utf-8")
    for arguments in ([], ["--json"], ["-f", "csv"], ["--objective", "5"]):
        done = run("mentions", name, *arguments)
        assert done.code == 0
        assert b"\x1b" not in done.out + done.err
        assert not any(value.endswith("\n.txt") for value in [done.text, done.said])
    refused = run("mentions", f"no{name}")
    assert (refused.code, refused.said.count("\n")) == (2, 1)
    assert "\x1b" not in refused.said


# resolve, given a file


@pytest.mark.parametrize(
    ("words", "quoted"),
    [
        (["plan.txt"], "plan.txt"),
        (["./plan.txt"], "./plan.txt"),
        (["my plan.txt"], "'my plan.txt'"),
        (["my", "plan.txt"], "'my plan.txt'"),
        (["GCM 6.txt"], "'GCM 6.txt'"),
    ],
)
def test_resolve_says_which_command_reads_a_file(
    run: Run, folder: Path, words: list[str], quoted: str
) -> None:
    for name in ("my plan.txt", "GCM 6.txt"):
        (folder / name).write_text("Objective 5.\n", encoding="utf-8")
    done = run("resolve", *words, bundled=True)
    assert (done.code, done.out) == (2, b"")
    assert done.said.endswith(f" is a file; to read it: gcmilo mentions {quoted}\n")


@pytest.mark.usefixtures("folder")
def test_resolve_names_the_plan_that_was_asked_about(run: Run, plan: Path) -> None:
    done = run("resolve", "note.txt", "--plan", str(plan))
    assert done.said.endswith(f"gcmilo mentions note.txt --plan {plan}\n")


@pytest.mark.parametrize("text", ["nowhere.txt", "6", "5c", ".", "objective 5 " * 1000, "a\0b"])
def test_what_is_no_file_is_text_and_a_reference_is_a_reference(
    run: Run, folder: Path, text: str
) -> None:
    for name in ("6", "5c"):
        (folder / name).write_text("Objective 5.\n", encoding="utf-8")
    assert run("resolve", text, "--json").code == 0


@pytest.mark.usefixtures("folder")
def test_what_stdin_says_is_text(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    stdin = io.TextIOWrapper(io.BytesIO(b"plan.txt"), encoding="utf-8")
    monkeypatch.setattr("sys.stdin", stdin)
    assert run("resolve", "-", "--json").data["references"] == []
