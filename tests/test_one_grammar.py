"""One grammar: what a text names is the same to every command that reads one."""

import csv
import io
from pathlib import Path

import pytest

from conftest import Run
from gcmilo import Crosswalk, objectives, verify
from gcmilo.source import SourceFile
from source_document import made_up_plan, made_up_text

SPELLINGS = {
    "12-14": ["12", "13", "14"],
    "12 to 14": ["12", "13", "14"],
    "12–14 and 20": ["12", "13", "14", "20"],
    "12 or 20": ["12", "20"],
    "12; 14; and 20": ["12", "14", "20"],
    "12 & 20": ["12", "20"],
    "12/14": ["12", "14"],
    "12 (screening), 14 (consuls) and 20": ["12", "14", "20"],
    "12 as well as 20": ["12", "20"],
    "12, 14 et 20": ["12", "14", "20"],
    "12, 14 y 20": ["12", "14", "20"],
    "12(a)": ["12(a)"],
    "12 a)": ["12(a)"],
    "12(a), (b) and (c)": ["12(a)", "12(b)", "12(c)"],
    "12 (a and c)": ["12(a)", "12(c)"],
    "12(a)–(c)": ["12(a)", "12(b)", "12(c)"],
    "12,\u00a0１４": ["12", "14"],
}
"""Spellings of references, to be read after the word objectives, with what they name."""


@pytest.fixture(params=SPELLINGS)
def spelling(request: pytest.FixtureRequest) -> str:
    return str(request.param)


def test_resolve_reads_it(run: Run, spelling: str) -> None:
    references = run("resolve", "--json", f"See objectives {spelling}.", bundled=True).data[
        "references"
    ]
    assert [one["readings"][0]["ref"] for one in references] == SPELLINGS[spelling]


def test_mentions_reads_it(run: Run, tmp_path: Path, spelling: str) -> None:
    path = tmp_path / "paper.txt"
    path.write_text(f"The plan serves objectives {spelling}.\n", encoding="utf-8")
    found = run("mentions", "--json", str(path), bundled=True).data
    assert [one["ref"] for one in found["mentions"]] == SPELLINGS[spelling]
    assert found["not_read"] == []


def test_check_reads_it(run: Run, tmp_path: Path, spelling: str) -> None:
    text = io.StringIO()
    csv.writer(text).writerows(
        [("GCM objectives", "Measure"), (spelling, "Register"), ("1", "Survey")]
    )
    path = tmp_path / "table.csv"
    path.write_text(text.getvalue(), encoding="utf-8")
    found = run("check", "--json", str(path), bundled=True).data
    named = {int(ref.split("(")[0]) for ref in SPELLINGS[spelling]} | {1}
    assert found["problems"] == []
    assert found["untouched"] == [number for number in range(1, 24) if number not in named]


def test_verify_reads_it(crosswalk: Crosswalk, spelling: str) -> None:
    added = f"4. Look at objectives {spelling}.\n\nBorders"
    text = made_up_text(crosswalk).replace("4. Borders", added, 1)
    problems = verify(made_up_plan(crosswalk), SourceFile(text, "0" * 64)).problems
    told = " ".join(problem.text for problem in problems if problem.kind == "mentions")
    assert [ref for ref in SPELLINGS[spelling] if f"Objective {ref} is named" not in told] == []


def test_a_command_takes_it(bundled: Crosswalk, spelling: str) -> None:
    named = {int(ref.split("(")[0]) for ref in SPELLINGS[spelling]}
    found = objectives(bundled, [spelling]).objectives
    assert {line.objective.number for line in found} == named
