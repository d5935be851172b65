"""A table that somebody sent: what was read is said, every fault is found, and no alarm is false."""

import csv
import io
import json
import os
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from conftest import Run, require_reader
from gcmilo import Crosswalk
from gcmilo.errors import Fault, InputError
from gcmilo.model import LANGUAGES, ColumnRole
from gcmilo.reader import Document, Row, Table, read_document
from gcmilo.reader.read import read_content
from gcmilo.received import TableCheck, cell_mentions, check_table
from gcmilo.references import RefKind, Scanner

TABLES = Path(__file__).parent / "cases" / "tables"
CASES = sorted(path.name for path in TABLES.glob("*.expect.json"))
HEADINGS = {
    "en": ("No.", "Objective title", "Action", "GCM paragraph", "Measure"),
    "fr": ("N°", "Intitulé de l’objectif", "Mesure", "Paragraphe du Pacte", "Activité"),
    "es": ("N.º", "Título del objetivo", "Acción", "Párrafo del Pacto", "Medida"),
}


def checked(crosswalk: Crosswalk, text: str, **options: Any) -> TableCheck:
    """What is found in a table of comma-separated text."""
    document = read_content(text.encode(), "t.csv", delimiter=options.pop("delimiter", "comma"))
    return check_table(crosswalk, document, **options)


def joined_rows(rows: list[list[str]], delimiter: str = ",") -> str:
    text = io.StringIO(newline="")
    csv.writer(text, delimiter=delimiter).writerows(rows)
    return text.getvalue()


def touched(found: TableCheck) -> list[int]:
    untouched = {objective.number for objective in found.untouched}
    return [number for number in range(1, 24) if number not in untouched]


def lines(found: TableCheck) -> list[int | None]:
    return [fault.line for fault in found.problems]


def roles(found: TableCheck) -> dict[str, list[str]]:
    """The headings of the columns in which references were read, by their roles."""
    by_role: dict[str, list[str]] = {}
    for column in found.read.columns:
        if column.references:
            by_role.setdefault(column.role.value, []).append(column.heading)
    return by_role


# Tables as they are sent


@pytest.mark.parametrize("name", CASES)
def test_a_table_as_it_is_sent(crosswalk: Crosswalk, name: str) -> None:
    require_reader(name.removesuffix(".expect.json"))
    expected = json.loads((TABLES / name).read_text(encoding="utf-8"))
    document = read_document(TABLES / expected["file"])
    if expected["must_refuse"]:
        with pytest.raises(InputError):
            check_table(crosswalk, document)
        return
    found = check_table(crosswalk, document)
    untouched = [objective.number for objective in found.untouched]
    wanted = {problem["row"] for problem in expected["problems"]}
    assert untouched in [expected["untouched"], *expected["untouched_also_right"]]
    assert wanted - {None} <= set(lines(found)) <= wanted | set(expected["may_remark"])
    assert None not in wanted or found.remarks
    assert found.read.heading_row == expected["heading_row"]
    assert found.read.sheet_or_table == expected["sheet_or_table"]
    passed = [one.place.rpartition(" ")[2] for one in found.passed_over]
    assert {str(row) for row in expected["not_rows"]} <= set(passed)
    headings = {
        role: names if isinstance(names, list) else [names]
        for role, names in expected["columns"].items()
    }
    read = {column.role.value: [] for column in found.read.columns}  # type: dict[str, list[str]]
    for column in found.read.columns:
        read[column.role.value].append(column.heading)
    assert all(headings[role] == names for role, names in read.items() if role in headings)
    assert roles(found).keys() <= headings.keys()


def rows_of(crosswalk: Crosswalk, language: str) -> list[list[str]]:
    """A correct table of 60 rows: every objective, with some of its actions."""
    rows = []
    for objective in crosswalk.objectives:
        for action in objective.actions[:3]:
            paragraph = f"{objective.ref.gcm_paragraph}({action.letter})"
            title = objective.title[language]
            measure = f"Measure {len(rows)}"
            rows.append([str(objective), title, f"({action.letter})", paragraph, measure])
            rows[-1][0] = str(objective.number)
    return rows[:60]


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("case", [str, str.upper, str.lower])
def test_correct_table_raises_no_alarm(
    crosswalk: Crosswalk, language: str, case: Callable[[str], str]
) -> None:
    rows = [[row[0], case(row[1]), *row[2:]] for row in rows_of(crosswalk, language)]
    found = checked(crosswalk, joined_rows([list(HEADINGS[language]), *rows]))
    assert found.problems == ()
    assert found.passed_over == ()
    assert [objective.number for objective in found.untouched] == [21, 22, 23]
    assert roles(found).keys() == {"objective", "title", "action", "paragraph"}


@pytest.mark.parametrize(
    ("delimiter", "encoding"),
    [
        (",", "utf-8"),
        (";", "utf-8-sig"),
        ("\t", "utf-16"),
        ("|", "utf-8"),
        (";", "cp1252"),
        ("\t", "utf-8-sig"),
    ],
)
def test_any_delimiter_and_encoding(
    crosswalk: Crosswalk, tmp_path: Path, delimiter: str, encoding: str
) -> None:
    text = joined_rows([list(HEADINGS["fr"]), *rows_of(crosswalk, "fr")], delimiter)
    path = tmp_path / "table.csv"
    path.write_bytes(text.encode(encoding))
    assert check_table(crosswalk, read_document(path)).problems == ()


def test_planted_faults_in_sixty_rows(crosswalk: Crosswalk) -> None:
    rows = rows_of(crosswalk, "en")
    planted = {
        5: (0, "24", "there is no objective 24"),
        11: (0, "0", "there is no objective 0"),
        17: (2, "z", "objective 6 has actions (a) to (l), not (z)"),
        23: (3, "99", "GCM para. 99 is no objective"),
        29: (3, "22", "the GCM paragraph is that of objective 6, but the number and the title"),
        35: (1, "Remittances", "the title is that of objective 20, but the number and the GCM"),
        41: (1, "Something else altogether", "no objective has the title"),
        47: (0, "#REF!", "the cell holds an error of the spreadsheet, #REF!"),
    }
    for row, (column, value, _) in planted.items():
        rows[row][column] = value
    rows.append(list(rows[50]))
    found = checked(crosswalk, joined_rows([list(HEADINGS["en"]), *rows]))
    for row, (_, _, words) in planted.items():
        texts = [fault.text for fault in found.problems if fault.line == row + 2]
        assert any(words in text for text in texts), (row, texts)
    assert [f.text for f in found.problems if f.line == 62] == ["this row repeats line 52"]
    assert set(lines(found)) == {row + 2 for row in planted} | {62}


def test_published_mistakes(crosswalk: Crosswalk) -> None:
    """Four mistakes that stand in published material."""
    title = {o.number: o.title.en for o in crosswalk.objectives}
    rows = [
        ["Objective", "Title", "Action", "GCM paragraph"],
        ["20", title[2], "l", "36"],  # 20 with the title and the actions of 2
        ["3", title[4], "", "19"],  # 3 with the title of 4
        ["7", title[12], "", "28"],  # 12 numbered 7
        ["23", "Make migration work for everybody", "", "39"],  # an invented title
    ]
    found = checked(crosswalk, joined_rows(rows))
    assert [(f.line, f.key, f.suggestion) for f in found.problems] == [
        (2, "Title", title[20]),
        (2, "Action", None),
        (3, "Title", title[3]),
        (4, "Objective", "12"),
        (5, "Title", title[23]),
    ]
    assert found.problems[3].text == (
        "the number is 7, but the GCM paragraph and the title are those of objective 12"
    )


# What was read


@pytest.mark.parametrize(
    ("table", "objectives", "headings"),
    [
        ("No,Measure,GCM\n1,x,6\n2,y,7\n", [6, 7], ["GCM"]),
        ("Objective,GCM objectives\n1,6\n2,7\n", [6, 7], ["GCM objectives"]),
        ("Objetivo específico,Medida,PMM\n1,x,6 y 7\n2,y,9 a 11\n", [6, 7, 9, 10, 11], ["PMM"]),
        ("N°,Objectif du Pacte mondial\n1,Objectif 6\n2,7 et 8\n", [6, 7, 8], None),
        ("num,title,desc\nObj. 1,a,b\nObj. 5,c,d\n", [1, 5], ["num"]),
        ("Commitment,Measure\nGCM 6,x\nGCM-7,y\n", [6, 7], ["Commitment"]),
        (
            'Primary GCM objective,Other objectives\n6,"7, 8"\n22,\n',
            [6, 7, 8, 22],
            ["Primary GCM objective", "Other objectives"],
        ),
        ("Objective 1,Objective 2\n6,7\n9,10\n", [6, 7, 9, 10], ["Objective 1", "Objective 2"]),
        ("GCM reference,x\npara. 22(l),a\nparagraph 31,b\n", [6, 15], None),
        ("GCM ref.,x\n22,a\n31(e),b\n", [6, 15], None),
        ("Objective,Budget,Status\n6,12,3\n7,15,4\n", [6, 7], ["Objective"]),
        ("GCM objective,SDG targets\n6,8.8\n7,10.7\n", [6, 7], ["GCM objective"]),
        ("action,note\n6(l),x\n7c,y\n", [6, 7], None),
        ('Objective,x\n6.0,a\n06,b\n１２,c\n"7,0",d\n', [6, 7, 12], ["Objective"]),
        ("GCM ref.,Measure\n6 Hiring; 18 Skills for all,x\n7,y\n", [6, 7, 18], None),
    ],
)
def test_the_columns_of_objectives_are_read(
    crosswalk: Crosswalk, table: str, objectives: list[int], headings: list[str] | None
) -> None:
    found = checked(crosswalk, table)
    assert touched(found) == objectives
    assert found.ok
    if headings:
        assert roles(found)["objective"] == headings


@pytest.mark.parametrize(
    "table",
    [
        "No.,Activity,Budget\n1,Foo,1000\n2,Bar,2000\n",
        "Objectif stratégique,Activité\n1,Foo\n2,Bar\n",
        "No.,Objective\n1,Improve data for all\n2,Better jobs\n",
        "Objective of the Global Compact on Refugees,Measure\n1,x\n",
        "Name,GCM status\nx,6\n",
        "SDG,Target\n8,8.8\n10,10.7\n",
        "6,Recruitment\n7,Vulnerability\n",
        "Action,Title\nTrain inspectors,Plan\n",
        "Objective,Note\nn/a,x\n,y\n",
        "Objective,Note\nSDG 8,x\nSDG 10,y\n",
        "Objective\n",
        "",
    ],
)
def test_a_table_that_says_nothing_of_objectives_is_refused(
    crosswalk: Crosswalk, table: str
) -> None:
    with pytest.raises(InputError):
        checked(crosswalk, table)


def test_two_columns_that_could_be_the_objectives_are_named(crosswalk: Crosswalk) -> None:
    table = "Objective,Obj.\n6,7\n8,9\n"
    with pytest.raises(InputError) as refused:
        checked(crosswalk, table)
    assert str(refused.value) == (
        "Objectives may be in the column 'Objective' or 'Obj.';"
        " say in which: --column objective='Objective'."
    )
    assert touched(checked(crosswalk, table, named={ColumnRole.OBJECTIVE: ["Obj."]})) == [7, 9]
    both = checked(crosswalk, table, named={ColumnRole.OBJECTIVE: ["Obj.", "objective"]})
    assert touched(both) == [6, 7, 8, 9]


def test_a_matrix_has_its_objectives_across(crosswalk: Crosswalk) -> None:
    two_rows = "Measure,GCM objectives,,,,\n,1,2,3,4,5\nx,X,,,✓,\ny,no,,-,1,partly\n"
    found = checked(crosswalk, two_rows)
    assert touched(found) == [1, 4, 5]
    assert found.remarks == (
        "Every cell that is not blank, 0 or no was taken for a mark, also 'partly'.",
    )
    unknown = checked(crosswalk, "x,Obj 1,Obj 2,Obj 24\na,X,,X\n")
    assert [fault.text for fault in unknown.problems] == [
        "there is no objective 24: there are 1 to 23"
    ]
    by_titles = checked(crosswalk, "Measure,Data,Remittances,Consular protection\na,x,,x\n")
    assert touched(by_titles) == [1, 14]


def test_what_stands_between_the_rows_is_passed_over_and_said(crosswalk: Crosswalk) -> None:
    found = checked(
        crosswalk,
        "My plan of objectives,,\nObjective,Measure,Lead\nAxis 1,,\n6,x,y\nObjective,Measure,Lead\n"
        "7,z,w\nn/a,v,w\n8 (as agreed),v,w\nTotal,2,\nSource: ministry,,\n",
    )
    assert found.ok
    assert found.read.heading_row == 2
    assert touched(found) == [6, 7, 8]
    assert [(one.place, one.text) for one in found.passed_over] == [
        ("line 1", "above the heading: 'My plan of objectives'"),
        ("line 3", "one cell alone: Axis 1"),
        ("line 5", "the heading, repeated: 'Objective | Measure | Lead'"),
        ("line 7", "no reference: 'n/a | v | w'"),
        ("line 8", "Objective: 'as agreed'"),
        ("line 9", "a total: 'Total | 2'"),
        ("line 10", "a note: 'Source: ministry'"),
    ]


def test_a_heading_may_have_two_rows(crosswalk: Crosswalk) -> None:
    found = checked(crosswalk, "GCM,,Lead\nObjective,Action,\n6,a,x\n7,b,y\n")
    assert roles(found) == {"objective": ["GCM Objective"], "action": ["GCM Action"]}
    assert touched(found) == [6, 7]


@pytest.mark.parametrize(
    "above",
    ["as above", "ditto", "idem", "ídem", '""""', "″", "voir ci-dessus", "véase arriba", ""],
)
def test_a_cell_may_go_on_from_the_one_above(crosswalk: Crosswalk, above: str) -> None:
    found = checked(crosswalk, f"Objective,Action\n6,a\n{above},c\n{above},z\n7,b\n")
    assert [(f.line, f.text) for f in found.problems] == [
        (4, "objective 6 has actions (a) to (l), not (z)")
    ]
    said = "Blank, and read as going on from the row above: line 3 and line 4."
    assert found.remarks == (() if above else (said,))


def test_a_blank_cell_in_a_row_of_its_own_is_no_reference(crosswalk: Crosswalk) -> None:
    found = checked(crosswalk, "No,Measure,GCM\n1,x,6\n2,y,\n3,z,7\n")
    assert [(one.place, one.text) for one in found.passed_over] == [
        ("line 3", "no reference: '2 | y'")
    ]
    refused = checked(crosswalk, "Objective,x\nas above,a\n7,b\n")
    assert [fault.line for fault in refused.problems] == [2]


def test_all_objectives(crosswalk: Crosswalk) -> None:
    for word in ("All", "Tous", "todos los objetivos", "All 23 GCM objectives"):
        found = checked(crosswalk, f"GCM objectives,x\n6,a\n{word},b\n")
        assert found.untouched == ()
        assert found.remarks == ("About all objectives, so that none is untouched: line 3.",)
    [fault] = checked(crosswalk, "Objective,x\n6,a\nAll but 9,b\n").problems
    assert fault.text == "'All but 9' is no objective"


# What is wrong


@pytest.mark.parametrize(
    ("table", "problems"),
    [
        ("Objective,Action\n6,(a) Promote\n6,(b) Build\n", []),
        ("Objective,Measure\n6,one\n6,two\n", []),
        ("Objective\n6\n6\n", [(3, "this row repeats line 2")]),
        (
            "Objective,Action\n6,7(c)\n",
            [(2, "action 7(c) is of objective 7, but the row is about 6")],
        ),
        ("Objective,Action\n6,action m\n", [(2, "objective 6 has actions (a) to (l), not (m)")]),
        (
            'Objective,Action\n"6, 7",c\n"6, 7",z\n',
            [(3, "none of objectives 6 and 7 has an action z")],
        ),
        ("action,note\n22(d),x\n", [(2, "objective 22 has actions (a) to (c), not (d)")]),
        ("Objective\n6(y) and 6(y)\n", [(2, "objective 6 has actions (a) to (l), not (y)")]),
        ("Objective\n22-25\n", [(2, "'22-25' is not there in all its parts: there are 1 to 23")]),
        (
            "GCM para\n40\n",
            [(2, "GCM para. 40 is no objective: objectives are GCM paras 17 to 39")],
        ),
        ("GCM para\n31(z)\n", [(2, "objective 15 has actions (a) to (f), not (z)")]),
        (
            "Objective,GCM para\n7,22\n",
            [(2, "the GCM paragraph is that of objective 6, but the number is 7")],
        ),
        (
            "Objective\n6\nObjective 4 of the Global Compact on Refugees\nSDG 8\n",
            [
                (3, "'Objective 4 of the Global Compact on Refugees' is no objective"),
                (4, "'SDG 8' is no objective"),
            ],
        ),
        ("Objective,SDG targets\n6,18.1\n", [(2, "there is no SDG target '18.1'")]),
        ("Objective,x\n6,a,b\n", [(2, "the row has 3 cells, the heading has 2")]),
    ],
)
def test_problems(crosswalk: Crosswalk, table: str, problems: list[tuple[int, str]]) -> None:
    found = checked(crosswalk, table)
    assert [(fault.line, fault.text) for fault in found.problems] == problems


@pytest.mark.parametrize(
    ("cell", "meant"),
    [
        ("12-Jun", "6-12"),
        ("5-juil.", "5-7"),
        ("2026-06-12", "6-12"),
        ("2018-12-19", "12-19"),
        ("06/12/2026", "6-12"),
        ("6 de enero de 2026", "1-6"),
        ("Jun-26", None),
    ],
)
def test_a_date_is_no_objective(crosswalk: Crosswalk, cell: str, meant: str | None) -> None:
    found = checked(crosswalk, f"Objective,x\n{cell},a\n6,b\n")
    [fault] = found.problems
    assert (fault.line, fault.suggestion) == (2, meant)
    assert "is a date" in fault.text
    assert touched(found) == [6]
    [fault] = checked(crosswalk, f"Objective,Action\n6,{cell}\n6,b\n").problems
    assert (fault.line, fault.key) == (2, "Action")


def test_targets_are_compared_in_a_note(crosswalk: Crosswalk) -> None:
    listed = crosswalk.objectives[5].sdg_targets[0]
    found = checked(crosswalk, f"Objective,SDG target\n6,{listed}\n6,14.1\n")
    assert found.ok
    assert found.remarks == (
        "SDG targets that are not listed for the objective of their row: line 3 (14.1).",
    )


# Titles


def test_small_slips_are_forgiven_in_titles(crosswalk: Crosswalk) -> None:
    rows = [
        ["Objective", "Title"],
        [
            "6",
            "Facilitate fair & ethical recruitment, and safegard conditions that ensure decent work",
        ],
        [
            "22",
            "Mettre en place des mecanismes de portabilite des droits de securite sociale et des avantages acquis",
        ],
        ["20", "Remesas"],
        [
            "13",
            "Objective 13: Use migration detention only as a measure of last resort and work towards alternatives",
        ],
    ]
    assert checked(crosswalk, joined_rows(rows)).ok


def test_number_and_title_in_one_cell(crosswalk: Crosswalk) -> None:
    first, second = (crosswalk.objectives[place].title.en for place in (0, 1))
    found = checked(
        crosswalk, joined_rows([["GCM objective"], [f"2. {first}"], [f"Objective 2: {second}"]])
    )
    [fault] = found.problems
    assert (fault.line, fault.suggestion) == (2, "1")
    assert fault.text == "the title is that of objective 1, but the number is 2"


def test_a_near_miss_is_told_in_the_language_of_the_table(crosswalk: Crosswalk) -> None:
    right = [[str(o.number), o.title.fr] for o in crosswalk.objectives[:5]]
    wrong = ["6", "Favoriser des pratiques de recrutement justes"]
    [fault] = checked(crosswalk, joined_rows([["Objectif", "Titre"], *right, wrong])).problems
    assert (fault.line, fault.suggestion) == (7, crosswalk.objectives[5].title.fr)


def test_titles_of_the_plans_own_are_said_once(crosswalk: Crosswalk) -> None:
    found = checked(
        crosswalk,
        joined_rows(
            [
                ["Objective", "Title"],
                ["1", "Solid figures"],
                ["4", "Remittances"],  # a short label of the Compact, by chance
                ["5", crosswalk.objectives[8].title.en],
                ["6", "Fair hiring"],
                ["7", "Shelter"],
            ]
        ),
    )
    assert lines(found) == [4]
    [remark] = found.remarks
    assert remark == (
        "The titles in 'Title' are not those of the Compact in English, French or Spanish"
        " (2 of 5 are), and were not compared."
    )


# Which table


def document_of(*tables: Table, kind: str = "xlsx") -> Document:
    return Document("plan.xlsx", kind, "", None, tables)


def sheet(name: str, *rows: tuple[str, ...]) -> Table:
    return Table(
        name, tuple(Row(n, f"sheet {name}, row {n}", cells) for n, cells in enumerate(rows, 1))
    )


def test_the_sheet_about_objectives_is_chosen(crosswalk: Crosswalk) -> None:
    notes = sheet("Notes", ("How to fill in the plan",), ("Write one row for each measure",))
    plan = sheet("Plan", ("Objective", "x"), ("6", "a"), ("7", "b"))
    old = sheet("Old plan", ("Objective", "x"), ("9", "a"))
    found = check_table(crosswalk, document_of(notes, old, plan))
    assert found.read.sheet_or_table == "Plan"
    [remark] = found.remarks
    assert remark == (
        "'Old plan' is about objectives too, and is not read (its references: 1); --sheet NAME"
        " chooses it."
    )
    chosen = check_table(crosswalk, document_of(notes, old, plan), sheet="old plan")
    assert (touched(chosen), chosen.read.sheet_or_table) == ([9], "Old plan")
    assert touched(check_table(crosswalk, document_of(notes, old, plan), table=2)) == [9]
    with pytest.raises(InputError, match="There is no sheet 'Plam'; did you mean 'Plan'"):
        check_table(crosswalk, document_of(notes, old, plan), sheet="Plam")
    with pytest.raises(InputError, match="There is no table 4"):
        check_table(crosswalk, document_of(notes, old, plan), table=4)
    with pytest.raises(InputError, match="None of the 2 tables"):
        check_table(crosswalk, document_of(notes, notes))
    with pytest.raises(InputError, match="are both about objectives"):
        check_table(crosswalk, document_of(old, sheet("New", ("Objective", "x"), ("8", "a"))))


def test_hidden_rows_are_read_and_said(crosswalk: Crosswalk) -> None:
    rows = (
        Row(1, "sheet P, row 1", ("Objective", "x")),
        Row(2, "sheet P, row 2", ("6", "a"), is_hidden=True),
    )
    found = check_table(crosswalk, document_of(Table("P", rows)))
    assert found.remarks == ("Hidden, and read all the same: row 2.",)


# For the command mentions


def test_the_references_of_a_table(crosswalk: Crosswalk) -> None:
    scanner = Scanner(crosswalk)
    table = sheet(
        "Plan",
        ("No.", "Objective", "Action", "Budget", "Comment"),
        ("1", "6", "c", "12", "see objective 7 of the Compact"),
        ("2", "ídem", "f", "15", "13"),
        ("3", "24", "", "16", ""),
    )
    found = [
        (one.row.number, one.cell, [str(named.ref) for named in one.mention.readings[:1]])
        for one in cell_mentions(scanner, table)
    ]
    assert found == [
        (2, "6", ["6"]),
        (2, "c", ["6(c)"]),
        (2, "see objective 7 of the Compact", ["7"]),
        (3, "6", ["6"]),
        (3, "f", ["6(f)"]),
        (4, "24", []),
    ]
    free = sheet("Text", ("Measure", "Why"), ("x", "It serves objectives 6 and 7 of the Compact"))
    kinds = [one.mention.readings[0].kind for one in cell_mentions(scanner, free)]
    assert kinds == [RefKind.OBJECTIVE, RefKind.OBJECTIVE]


# The command


def test_columns_are_named(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "t.csv"
    path.write_text("Ziel,Name\n4,Remittances\n", encoding="utf-8")
    assert run("check", str(path)).code == 2
    done = run("check", str(path), "--column", "objective=Ziel", "--column", "title=Name", "--json")
    assert (done.code, done.data["ok"], len(done.data["problems"])) == (1, False, 1)
    assert list(done.data["problems"][0]) == ["file", "line", "key", "text", "suggestion"]
    assert done.data["untouched"] == [number for number in range(1, 24) if number != 4]
    assert done.data["read"]["columns"] == [
        {"role": "objective", "heading": "Ziel", "references": 1},
        {"role": "title", "heading": "Name", "references": 1},
    ]
    missing = run("check", str(path), "--column", "objective=Ziell")
    assert (missing.code, missing.said) == (
        2,
        "gcmilo: There is no column 'Ziell'; did you mean 'Ziel'?\n",
    )


def test_a_delimiter_is_named(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "t.csv"
    path.write_text("Objective^x\n6^a\n", encoding="utf-8")
    done = run("check", str(path), "--delimiter", "^", "--json")
    assert [column["heading"] for column in done.data["read"]["columns"]] == ["Objective"]


def test_the_page_begins_with_what_was_read(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "t.csv"
    path.write_text("No,GCM objective,x\n1,6,a\n2,tbd,b\n", encoding="utf-8")
    said = run("check", str(path)).text.splitlines()
    assert said[0] == "What was read is sound; passed over: 1 place"
    assert said[2:5] == [f"File: {path}", "Heading: row 1", "Rows: 2 read"]
    assert "Objective  GCM objective  1" in said


@pytest.mark.parametrize("content", [b"", b"\n\n", b"\x00\x01\xff\x00", b'a,"b\n'])
def test_what_is_no_table_is_said_to_be(
    crosswalk: Crosswalk, tmp_path: Path, content: bytes
) -> None:
    path = tmp_path / "t.csv"
    path.write_bytes(content)
    with pytest.raises(InputError):
        check_table(crosswalk, read_document(path))


def test_a_pipe_without_writer_does_not_hang(tmp_path: Path) -> None:
    path = tmp_path / "fifo"
    os.mkfifo(path)
    with pytest.raises(InputError, match="no regular file"):
        read_document(path)


def test_nothing_raw_reaches_the_terminal(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "t.csv"
    path.write_text("Objective\x1b[31m,Title\n99\u202e,\x1b]0;x\x07\nx\x1b[31m,y\n", "utf-8")
    named = ("--column", "title=Title", "--column", "objective=Objective?[31m")
    done = run("check", str(path), *named, terminal=True, NO_COLOR="1")
    assert b"\x1b" not in done.out + done.err


# What the command says of one fault is one sentence.


def test_each_fault_is_said_once_a_cell(crosswalk: Crosswalk) -> None:
    found = checked(crosswalk, "Objective,Title\n24,x\n24 and 24,y\n")
    assert len(found.problems) == len({(f.line, f.key, f.text) for f in found.problems}) == 2
    assert all(isinstance(fault, Fault) for fault in found.problems)


def test_a_list_of_codes_is_not_the_table(crosswalk: Crosswalk) -> None:
    codes = sheet(
        "Codes",
        ("Objective", "Label"),
        *((str(one.number), one.label.en) for one in crosswalk.objectives),
    )
    plan = sheet("Plan", ("No.", "GCM objective", "Measure"), ("1", "6", "a"), ("2", "22", "b"))
    found = check_table(crosswalk, document_of(codes, plan))
    assert (found.read.sheet_or_table, touched(found)) == ("Plan", [6, 22])


def test_sdg_targets_beside_objectives_are_passed_over_and_no_fault(crosswalk: Crosswalk) -> None:
    rows = [
        ["Activity", "Frameworks (SDG / GCM)"],
        ["Visa", "SDG 10.7 and 8.8 / GCM 5"],
        ["School", "GCM 15(f); SDGs 4.1, 4.5"],
        ["Shelter", "SDG 5.2"],
        ["Guess", "8.8 / GCM 6"],
    ]
    found = checked(crosswalk, joined_rows(rows))
    assert [(fault.line, fault.text) for fault in found.problems] == [
        (4, "'SDG 5.2' is no objective"),
        (5, "'8.8' is not understood"),
    ]
    told = " ".join(one.text for one in found.passed_over)
    assert all(words in told for words in ("SDG 10.7 and 8.8", "SDGs 4.1, 4.5"))
    assert {5, 6, 15}.isdisjoint(one.number for one in found.untouched)


def test_the_objective_of_an_action_that_is_not_there_is_touched(crosswalk: Crosswalk) -> None:
    found = checked(crosswalk, joined_rows([["Measure", "GCM objectives"], ["Fund", "22 e)"]]))
    assert len(found.problems) == 1
    assert 22 not in [one.number for one in found.untouched]
