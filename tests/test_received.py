"""A table that somebody sent: every planted fault is found, and a correct table raises no alarm."""

import csv
import io
import os
from collections.abc import Callable
from pathlib import Path

import pytest

from conftest import Run
from gcmilo import Crosswalk
from gcmilo.errors import Fault, InputError
from gcmilo.model import LANGUAGES
from gcmilo.received import TableCheck, check_table, read_table
from gcmilo.received.check import letters_in

HEADINGS = {
    "en": ("No.", "Objective title", "Action", "GCM paragraph", "Measure"),
    "fr": ("N°", "Intitulé", "Mesure", "Paragraphe du Pacte", "Activité"),
    "es": ("N.º", "Título", "Acción", "Párrafo", "Medida"),
}


def rows_of(crosswalk: Crosswalk, language: str) -> list[list[str]]:
    """A correct table of 60 rows: every objective, with some of its actions."""
    rows = [
        [
            str(o.number),
            o.title[language],
            f"({action.letter})",
            f"{o.ref.gcm_paragraph}({action.letter})",
            f"Measure {n}",
        ]
        for n, (o, action) in enumerate(
            (o, action) for o in crosswalk.objectives for action in o.actions[:3]
        )
    ]
    return rows[:60]


def written(
    rows: list[list[str]], path: Path, delimiter: str = ",", encoding: str = "utf-8"
) -> Path:
    text = io.StringIO(newline="")
    csv.writer(text, delimiter=delimiter).writerows(rows)
    path.write_bytes(text.getvalue().encode(encoding))
    return path


def checked(crosswalk: Crosswalk, path: Path) -> TableCheck:
    return check_table(crosswalk, read_table(path))


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("case", [str, str.upper, str.lower])
def test_correct_table_raises_no_alarm(
    crosswalk: Crosswalk, tmp_path: Path, language: str, case: Callable[[str], str]
) -> None:
    rows = [[row[0], case(row[1]), *row[2:]] for row in rows_of(crosswalk, language)]
    found = checked(crosswalk, written([list(HEADINGS[language]), *rows], tmp_path / "table.csv"))
    assert found.problems == ()
    assert [objective.number for objective in found.untouched] == [21, 22, 23]


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
    rows = [list(HEADINGS["fr"]), *rows_of(crosswalk, "fr")]
    found = checked(crosswalk, written(rows, tmp_path / "table.csv", delimiter, encoding))
    assert found.problems == ()


def test_small_slips_are_forgiven_in_titles(crosswalk: Crosswalk, tmp_path: Path) -> None:
    rows = [
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
    assert checked(crosswalk, written([["Objective", "Title"], *rows], tmp_path / "t.csv")).ok


def fault_at(found: TableCheck, line: int) -> list[Fault]:
    return [fault for fault in found.problems if fault.line == line]


def test_published_mistakes(crosswalk: Crosswalk, tmp_path: Path) -> None:
    """Four mistakes that stand in published material."""
    title = {o.number: o.title.en for o in crosswalk.objectives}
    rows = [
        ["Objective", "Title", "Action", "GCM paragraph"],
        ["20", title[2], "l", "36"],  # 20 with the title and the actions of 2
        ["3", title[4], "", "19"],  # 3 with the title of 4
        ["7", title[12], "", "28"],  # 12 numbered 7
        ["23", "Make migration work for everybody", "", "39"],  # an invented title
    ]
    found = checked(crosswalk, written(rows, tmp_path / "t.csv"))
    assert [(f.line, f.key, f.suggestion) for f in found.problems] == [
        (2, "Title", title[20]),
        (2, "Action", None),
        (3, "Title", title[3]),
        (4, "Objective", "12"),
        (5, "Title", title[23]),
    ]
    assert "this is the title of objective 2, and the row is about 20" in found.problems[0].text
    assert "objective 20 has actions (a) to (i), not (l)" in found.problems[1].text


def test_planted_faults_in_sixty_rows(crosswalk: Crosswalk, tmp_path: Path) -> None:
    rows = rows_of(crosswalk, "en")
    planted = {
        5: (0, "24", "there is no objective 24"),
        11: (0, "0", "there is no objective 0"),
        17: (2, "z", "objective 6 has actions (a) to (l), not (z)"),
        23: (3, "99", "GCM para. 99 is no objective"),
        29: (3, "22", "this is the GCM paragraph of objective 6"),
        35: (1, "Remittances", "this is the title of objective 20"),
        41: (1, "Something else altogether", "no objective has the title"),
    }
    for row, (column, value, _) in planted.items():
        rows[row][column] = value
    rows.append(list(rows[50]))
    found = checked(crosswalk, written([list(HEADINGS["en"]), *rows], tmp_path / "t.csv"))
    for row, (_, _, words) in planted.items():
        assert any(words in fault.text for fault in fault_at(found, row + 2)), (
            row,
            fault_at(found, row + 2),
        )
    assert [fault.text for fault in fault_at(found, 62)] == ["this stands already on line 52"]
    assert {fault.line for fault in found.problems} == {row + 2 for row in planted} | {62}


def test_a_reference_may_recur_where_the_table_tells_more(
    crosswalk: Crosswalk, tmp_path: Path
) -> None:
    rows = [["Objective", "Measure"], ["6", "one"], ["6", "two"]]
    assert checked(crosswalk, written(rows, tmp_path / "t.csv")).ok
    assert not checked(crosswalk, written([["Objective"], ["6"], ["6"]], tmp_path / "u.csv")).ok


def test_objectives_told_by_their_titles(crosswalk: Crosswalk, tmp_path: Path) -> None:
    rows = [
        ["No.", "Objective"],
        ["6", crosswalk.objectives[5].title.en],
        ["7", crosswalk.objectives[7].title.en],
    ]
    [fault] = checked(crosswalk, written(rows, tmp_path / "t.csv")).problems
    assert (fault.line, fault.key) == (3, "Objective")


@pytest.mark.parametrize(
    ("cell", "letters"),
    [
        ("a", ["a"]),
        ("(a), (c)", ["a", "c"]),
        ("a-d", ["a", "b", "c", "d"]),
        ("6(l)", ["l"]),
        ("b and e", ["b", "e"]),
        ("Review a law", []),
        ("", []),
    ],
)
def test_letters(cell: str, letters: list[str]) -> None:
    assert letters_in(cell) == letters


def test_columns_are_named(run: Run, tmp_path: Path) -> None:
    path = written([["Ziel", "Name"], ["4", "Remittances"]], tmp_path / "t.csv")
    assert run("check", str(path)).code == 2
    done = run("check", str(path), "--column", "objective=Ziel", "--column", "title=Name", "--json")
    assert (done.code, done.data["ok"], len(done.data["problems"])) == (1, False, 1)
    assert list(done.data["problems"][0]) == ["file", "line", "key", "text", "suggestion"]
    assert done.data["untouched"] == [number for number in range(1, 24) if number != 4]
    missing = run("check", str(path), "--column", "objective=Ziell")
    assert (missing.code, missing.said) == (
        2,
        "gcmilo: There is no column 'Ziell'; did you mean 'Ziel'?\n",
    )


@pytest.mark.parametrize("content", [b"", b"\n\n", b"\x00\x01\xff\x00", b'a,"b\n'])
def test_what_is_no_table_is_said_to_be(
    crosswalk: Crosswalk, tmp_path: Path, content: bytes
) -> None:
    path = tmp_path / "t.csv"
    path.write_bytes(content)
    with pytest.raises(InputError):
        checked(crosswalk, path)


def test_a_pipe_without_writer_does_not_hang(tmp_path: Path) -> None:
    path = tmp_path / "fifo"
    os.mkfifo(path)
    with pytest.raises(InputError, match="no regular file"):
        read_table(path)


def test_nothing_raw_reaches_the_terminal(run: Run, tmp_path: Path) -> None:
    path = written(
        [["Objective\x1b[31m", "Title"], ["99\u202e", "\x1b]0;x\x07"]], tmp_path / "t.csv"
    )
    done = run("check", str(path), "--column", "title=Title", terminal=True, NO_COLOR="1")
    assert done.code == 2 or b"\x1b" not in done.out
    assert b"\x1b" not in done.err
