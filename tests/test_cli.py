"""The command line: what it must show, how it fails, where it writes, and what its help says."""

import os
import re
from pathlib import Path

import pytest

from answers import ONE_OF_EACH
from conftest import Run, edit
from gcmilo import Crosswalk
from gcmilo.cli.app import PANELS
from gcmilo.cli.main import ExitCode

UNCITED_2B = "Plan point 2(b) is implied by the numbering, never cited in MIN/2024/7(Rev.); nearest: 1(b) and 2(c)."
COMMANDS = [name for _, names in PANELS.values() for name in names]
FORMATS = ["table", "json", "jsonl", "csv", "tsv", "markdown", "html"]


def one_sentence(said: str) -> bool:
    return (
        said.startswith("gcmilo: ")
        and said.endswith("\n")
        and said.count("\n") == 1
        and "Traceback" not in said
    )


# What it must show


def test_objective_6_has_an_explicit_and_a_contextual_point(run: Run) -> None:
    points = run("objective", "6", "--json").data["plan_points"]
    assert [(point["ref"], point["basis"]) for point in points] == [
        ("1(a)", "explicit"),
        ("1(b)", "contextual"),
    ]


def test_objective_6_shows_on_one_page_what_stands_behind_it(run: Run) -> None:
    text = run("objective", "6").text
    for shown in (
        "Facilitate fair and ethical recruitment and safeguard conditions that ensure decent work",
        "A/RES/73/195, annex, para. 22",
        "addressed",
        "1(a)   explicit    fair recruitment",
        "1(b)   contextual  inspection of recruiters",
        "6(l)",
        "may narrow rights",
    ):
        assert shown in text
    assert len(re.findall(r"^6\([a-l]\) +named ", text, re.MULTILINE)) == 2


@pytest.mark.parametrize(
    "arguments",
    [["2(d)"], ["2d"], ["2 d"], ["2.D"], ["2", "d"], ["2", "(d)"], ["point", "2(d)"], ["2（d）"]],
    ids=str,
)
def test_spellings_of_2d_have_one_answer(run: Run, arguments: list[str]) -> None:
    assert run("plan-point", *arguments, "--json").out == run("plan-point", "2(d)", "--json").out
    assert run("plan-point", *arguments).text.startswith(
        "Plan point 2(d): freedom of association\n"
    )


@pytest.mark.parametrize(
    "arguments",
    [["6(l)"], ["6l"], ["6.l"], ["6", "l"], ["6", "(L)"], ["objective", "6", "l"]],
    ids=str,
)
def test_spellings_of_6l_have_one_answer(run: Run, arguments: list[str]) -> None:
    assert run("objective", *arguments, "--json").data["ref"] == "6(l)"


def test_coverage_counts(run: Run) -> None:
    statuses = run("coverage", "--json").data["statuses"]
    assert [(row["status"], row["count"]) for row in statuses] == [
        ("addressed", 10),
        ("indirect", 3),
        ("not_addressed", 10),
    ]


@pytest.mark.parametrize(
    "word", ["not-addressed", "not_addressed", "NOT-ADDRESSED", "not addressed"]
)
def test_objectives_that_are_not_addressed(run: Run, word: str) -> None:
    answer = run("objectives", "--status", word, "--json").data
    assert [objective["number"] for objective in answer["objectives"]] == [
        1,
        5,
        8,
        9,
        11,
        12,
        13,
        14,
        17,
        19,
    ]


@pytest.mark.parametrize(
    ("arguments", "code", "sentence"),
    [
        (["plan-point", "2b"], 1, f"gcmilo: {UNCITED_2B}\n"),
        (
            ["objective", "24"],
            1,
            "gcmilo: There is no objective 24: the Compact has objectives 1 to 23; the nearest is 23.\n",
        ),
        (
            ["objective", "22(d)"],
            1,
            "gcmilo: There is no action 22(d): objective 22 has actions (a) to (c).\n",
        ),
        (
            ["objective", "six"],
            2,
            "gcmilo: 'six' is no reference to an objective; did you mean 6?\n",
        ),
        (
            ["paragraph", "27"],
            1,
            "gcmilo: MIN/2024/7(Rev.) has paragraphs 1 to 11, not 27; GCM para. 27 is objective 11.\n",
        ),
        (["plan-point", "thirteen"], 2, None),
        (["paragraph", "twelve"], 2, None),
        (["activity", "returnees"], 1, None),
        (["objectives", "--sdg", "18.1"], 1, None),
        (["linkages", "--objective", "24"], 1, None),
    ],
    ids=str,
)
def test_a_wrong_reference_is_one_sentence(
    run: Run, arguments: list[str], code: int, sentence: str | None
) -> None:
    done = run(*arguments)
    assert (done.code, done.out) == (code, b"")
    assert one_sentence(done.said)
    assert sentence in (None, done.said)


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["objctive", "6"], "objective"),
        (["gap"], "gaps"),
        (["gaps", "--jsn"], "--json"),
        (["objective"], "REF"),
        (["gaps", "more"], "more"),
        (["objectives", "--status", "adressed"], "did you mean addressed?"),
        (["objectives", "--status", "zzz"], "it takes addressed, indirect or not-addressed."),
        (["objectives", "--round-table", "5"], "5"),
        (["activities", "--year", "soon"], "soon"),
        (["gaps", "--format", "jsn"], "did you mean json"),
        (["gaps", "--lang", "de"], "it takes en, fr or es."),
        (["gaps", "--json", "--format", "csv"], "--json and another --format exclude each other."),
    ],
    ids=str,
)
def test_wrong_usage_is_one_sentence_with_what_was_meant(
    run: Run, arguments: list[str], said: str
) -> None:
    done = run(*arguments)
    assert (done.code, done.out) == (2, b"")
    assert one_sentence(done.said)
    assert said in done.said


@pytest.mark.parametrize("command", ["objective", "plan-point", "paragraph", "activity"])
@pytest.mark.parametrize(
    "text",
    ["\x1b[31mred", "\u202eevil", "a\nb", "\udcff", "\x9b0m", "[/]", "[bold]", "x" * 10_000, ""],
    ids=ascii,
)
def test_a_strangers_text_is_never_shown_raw(run: Run, command: str, text: str) -> None:
    done = run(command, text)
    assert (done.code, done.out) in ((1, b""), (2, b""))
    assert one_sentence(done.said)
    assert not re.search("[\x00-\x09\x0b-\x1f\x7f-\x9f\u202e]", done.said)
    assert len(done.said) < 400


@pytest.mark.parametrize(
    "arguments",
    [["\x1b[31m"], ["gaps", "--\x1b[31m"], ["gaps", "-f", "\x1b[31m"], ["gaps", "-o", "/\x1b/x"]],
    ids=ascii,
)
def test_no_argument_is_shown_raw(run: Run, arguments: list[str]) -> None:
    done = run(*arguments)
    assert done.code in (2, 74)
    assert "\x1b" not in done.said
    assert one_sentence(done.said)


@pytest.mark.parametrize("name", ["--objective", "--plan-point", "--paragraph"])
def test_an_empty_filter_does_not_mean_everything(run: Run, name: str) -> None:
    done = run("linkages", name, "")
    assert (done.code, done.out) == (2, b"")
    assert one_sentence(done.said)


# Languages and formats


def test_titles_in_french_and_spanish(run: Run) -> None:
    assert "Recopilar y utilizar datos exactos" in run("objectives", "--lang", "es").text
    assert "Favoriser des pratiques de recrutement" in run("objective", "6", "--lang", "fr").text
    assert (
        "Collecter et utiliser des données" in run("objectives", "--lang", "fr", "-f", "html").text
    )
    assert "Données" in run("matrix", "--lang", "fr").text


@pytest.mark.parametrize("form", FORMATS)
def test_every_format_of_every_question(run: Run, form: str) -> None:
    for command in ("objective 6", "gaps", "matrix", "activity valley-returnees"):
        done = run(*command.split(), "-f", form)
        assert (done.code, done.said) == (0, "")
        assert done.out.endswith(b"\n")
        assert b"\r" not in done.out


def test_json_is_short_for_its_format(run: Run) -> None:
    assert (
        run("gaps", "--json").out
        == run("gaps", "-f", "json").out
        == run("gaps", "--json", "--format", "JSON").out
    )


@pytest.mark.parametrize("form", FORMATS)
def test_nothing_found_is_answered_and_said(run: Run, form: str) -> None:
    done = run("linkages", "--paragraph", "11", "-f", form)
    assert (done.code, done.said) == (0, "Nothing meets these conditions.\n")
    assert (done.out == b"") == (form in ("jsonl", "csv", "tsv"))


@pytest.mark.parametrize(
    "command", ["objectives 6 7", "objectives 6 l 7", "objectives 6 (l) objective7"]
)
def test_references_in_a_row(run: Run, command: str) -> None:
    assert [line["number"] for line in run(*command.split(), "--json").data["objectives"]] == [6, 7]


# Files


@pytest.mark.parametrize("form", FORMATS)
def test_an_answer_in_a_file_is_the_answer(run: Run, tmp_path: Path, form: str) -> None:
    path = tmp_path / "answer"
    done = run("gaps", "-f", form, "-o", str(path))
    assert (done.code, done.out, done.said) == (0, b"", "")
    assert path.read_bytes() == run("gaps", "-f", form).out
    assert os.listdir(tmp_path) == ["answer"]  # noqa: PTH208 - every name, hidden ones too


def test_a_file_that_exists_is_replaced_only_by_force(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "answer"
    path.write_text("mine", encoding="utf-8")
    done = run("gaps", "-o", str(path))
    assert (done.code, done.out) == (74, b"")
    assert one_sentence(done.said)
    assert "--force replaces it" in done.said
    assert path.read_text(encoding="utf-8") == "mine"
    assert run("gaps", "-o", str(path), "--force").code == 0
    assert path.read_bytes() == run("gaps").out
    assert [found.name for found in tmp_path.iterdir()] == ["answer"]


def test_a_table_in_a_file_is_plain_also_from_a_terminal(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "answer"
    run("gaps", "-o", str(path), terminal=True, COLUMNS="40")
    assert path.read_bytes() == run("gaps").out


@pytest.mark.parametrize("name", ["missing/answer", "a/b/c", "x" * 300, "y" * 5_000, "file/answer"])
def test_a_file_that_cannot_be_written_is_one_sentence_and_leaves_nothing(
    run: Run, tmp_path: Path, name: str
) -> None:
    (tmp_path / "file").write_text("", encoding="utf-8")
    done = run("gaps", "-o", str(tmp_path / name))
    assert (done.code, done.out) == (74, b"")
    assert one_sentence(done.said)
    assert [found.name for found in tmp_path.iterdir()] == ["file"]


@pytest.mark.parametrize("name", [".", "..", "/", ""])
@pytest.mark.parametrize("force", [[], ["--force"]], ids=["", "--force"])
def test_a_directory_is_no_file_to_write_to(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str, force: list[str]
) -> None:
    (tmp_path / "here").mkdir()
    monkeypatch.chdir(tmp_path / "here")
    done = run("gaps", "-o", name, *force)
    assert done.code in (2, 74)
    assert one_sentence(done.said)
    assert list((tmp_path / "here").iterdir()) == []


def test_a_wrong_question_leaves_the_file_alone(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "answer"
    assert run("objective", "24", "-o", str(path)).code == 1
    assert not path.exists()


# A plan of one's own


def test_a_plan_is_given_before_or_after_the_command_or_by_the_environment(
    run: Run, plan: Path, bundled: Crosswalk
) -> None:
    edit(plan / "plan.yaml", 'symbol: "MIN/2024/7(Rev.)"', 'symbol: "OTHER/1"')
    for done in (
        run("objective", "6", "--plan", str(plan)),
        run("--plan", str(plan), "objective", "6"),
        run("objective", "6", GCMILO_PLAN=str(plan)),
        run("--plan", str(plan), "objective", "6", GCMILO_PLAN="/nowhere"),
    ):
        assert done.code == 0
        assert "Source: OTHER/1" in done.text
    assert f"Source: {bundled.source.symbol}" in run("objective", "6", GCMILO_PLAN="").text


def test_every_fault_of_a_plan_is_one_line(run: Run, plan: Path) -> None:
    edit(plan / "coverage.yaml", "status: indirect", "statu: indirect")
    edit(plan / "linkages.yaml", "basis: explicit", "basis: explict")
    done = run("gaps", "--plan", str(plan))
    assert (done.code, done.out) == (65, b"")
    lines = done.said.splitlines()
    assert len(lines) == 2
    assert lines[0].startswith(f"{plan}/coverage.yaml:")
    assert lines[1].startswith(f"{plan}/linkages.yaml:")
    assert lines[1].endswith("did you mean explicit?")


# Help


def test_gcmilo_alone_shows_the_panels_and_three_first_things(run: Run) -> None:
    done = run()
    assert (done.code, done.said) == (0, "")
    assert done.out == run("--help").out == run("-h").out
    shown = re.findall(r"^(\w[\w ]*):$", done.text, re.MULTILINE)
    assert [panel for panel in shown if panel in PANELS] == [p for p in PANELS if p in shown]
    first = re.findall(r"^ +gcmilo (.+?)  ", done.text, re.MULTILINE)
    assert len(first) == 3
    for command in first:
        assert run(*command.split(), bundled=True).code == 0


def test_there_are_five_panels_with_every_command_in_one(run: Run) -> None:
    text = run("--help").text
    assert list(PANELS) == ["Look up", "Analyse", "Write", "Check", "Your own plan"]
    for panel in PANELS:
        assert f"\n{panel}:\n" in text
    for name in COMMANDS:
        assert len(re.findall(rf"^  {name} ", text, re.MULTILINE)) == 1


@pytest.mark.parametrize("name", COMMANDS)
def test_the_help_of_a_command_is_plain_and_says_what_it_answers(run: Run, name: str) -> None:
    done = run(name, "--help")
    assert (done.code, done.said) == (0, "")
    assert done.text.startswith(f"Usage: gcmilo {name} ")
    assert "\x1b" not in done.text
    assert done.text.isascii() or any(sign in done.text for sign in "“§«")
    assert max(len(line) for line in done.text.splitlines()) <= 130
    assert "Example:" in done.text


@pytest.mark.parametrize(
    ("command", "words"),
    [
        ("objectives", ["addressed", "indirect", "not-addressed"]),
        (
            "linkages",
            [
                "explicit",
                "contextual",
                "supports",
                "takes-up",
                "qualified",
                "limits",
                "not-included",
            ],
        ),
        ("activities", ["programme", "training", "award"]),
        ("tensions", ["partial-coverage", "uneven-verbs"]),
        ("tree", ["objective", "plan-point"]),
        ("gaps", [*FORMATS, "en, fr or es", "--force", "--output", "--plan"]),
    ],
)
def test_help_lists_the_values_that_an_option_takes(
    run: Run, command: str, words: list[str]
) -> None:
    text = re.sub(r"(?<=[a-z]-) ", "", " ".join(run(command, "--help").text.split()))
    assert [word for word in words if word not in text] == []


@pytest.mark.parametrize("width", ["40", "80", "0"])
def test_help_fits_the_terminal(run: Run, width: str) -> None:
    text = run("gaps", "--help", COLUMNS=width).text
    within = text.partition("Example:")[0]
    assert max(len(line) for line in within.splitlines()) <= max(int(width), 80)


def test_version(run: Run) -> None:
    assert re.fullmatch(r"gcmilo \d+\.\d+\.\d+\n", run("--version").text)


def test_exit_codes_are_those_of_the_help(run: Run) -> None:
    said = " ".join(run("--help").text.partition("Exit codes:")[2].split())
    assert [int(code) for code in re.findall(r"\b\d+\b", said)] == sorted(ExitCode)


@pytest.mark.parametrize("command", ONE_OF_EACH)
def test_stdout_is_data_and_stderr_is_silent(run: Run, command: str) -> None:
    done = run(*command.split())
    assert done.code == 0
    assert done.said in ("", "Nothing meets these conditions.\n")
    assert done.text.endswith("Source: MIN/2024/7(Rev.)\n")
