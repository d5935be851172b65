"""The data held against a document: what passes, what does not, and that nothing passes by
default.
"""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from reportlab.pdfgen.canvas import Canvas

from conftest import Run, require_reader
from gcmilo import Crosswalk, verify
from gcmilo.errors import InputError
from gcmilo.source import SourceFile, Verification, read_source
from source_document import REAL, made_up_plan, made_up_text, needs_real_source


def verified(crosswalk: Crosswalk, change: Callable[[str], str] = str) -> Verification:
    return verify(made_up_plan(crosswalk), SourceFile(change(made_up_text(crosswalk)), "0" * 64))


def test_made_up_document_agrees(crosswalk: Crosswalk) -> None:
    found = verified(crosswalk)
    assert found.problems == ()
    assert found.ok
    assert found.mentions == {"objectives": 4, "plan_points": 3}
    assert found.checked["titles"] == 46
    assert not found.is_coded_edition


@pytest.mark.parametrize("hidden", ["\x1b[31m", "\u202e", "\x07", "\x9b"])
def test_nothing_raw_of_the_document_is_told(crosswalk: Crosswalk, hidden: str) -> None:
    found = verified(
        crosswalk, lambda text: text.replace("support GCM objective 6", f"{hidden} objective 22")
    )
    told = " ".join(problem.text for problem in found.problems)
    assert "Objective 22 is named" in told
    assert hidden[0] not in told
    assert "?" in told


@pytest.mark.parametrize(
    ("added", "named"),
    [
        ("Look at objectives 12 to 14.", ["12", "13", "14"]),
        ("Look at objectives 12–14.", ["12", "13", "14"]),
        ("Look at objectives 12 or 20.", ["12", "20"]),
        ("Look at objective 16(e), (f) and (g).", ["16(e)", "16(f)", "16(g)"]),
        ("Look at objec-\ntive 9 and objec-\ntives 19 (diasporas)\nand 21.", ["9", "19", "21"]),
        ("Look at paragraph 22 (l) of the Global Compact for Migration.", ["6(l)"]),
        ("Regardez les objectifs 12, 14 et 20.", ["12", "14", "20"]),
        ("Véanse los objetivos 12 y 20.", ["12", "20"]),
    ],
)
def test_every_spelling_of_a_mention_is_accounted_for(
    crosswalk: Crosswalk, added: str, named: list[str]
) -> None:
    """A sentence that is added to the text names what the data has not there."""
    found = verified(
        crosswalk, lambda text: text.replace("4. Borders", f"{added}\n\n4. Borders", 1)
    )
    texts = [problem.text for problem in found.problems if problem.kind == "mentions"]
    assert not [
        ref for ref in named if not any(f"Objective {ref} is named" in text for text in texts)
    ]


@pytest.mark.parametrize(
    ("added", "words"),
    [
        ("Look at objective 24.", "'24' names nothing"),
        ("Look at objective 6(z).", "'6(z)' names nothing"),
        ("Look at objectives 6, 7bis and 9.", "'7bis' names nothing"),
        ("Look at 9(a).", "What may be action 9(a)"),
    ],
)
def test_what_is_no_reference_is_a_problem(crosswalk: Crosswalk, added: str, words: str) -> None:
    found = verified(
        crosswalk, lambda text: text.replace("4. Borders", f"{added}\n\n4. Borders", 1)
    )
    assert any(words in problem.text for problem in found.problems), found.problems


@pytest.mark.parametrize(
    ("old", "new", "kind", "paragraph", "words"),
    [
        ("points 3(a)", "points 3(b)", "mentions", 2, "'3(b)' names nothing"),
        ("points 3(a)", "points 3(b)", "plan_points", 2, "Point 3(a) is said to be cited"),
        ("1,250", "1,520", "figures", 3, "1,520 is not in the data"),
        ("1,250", "1,520", "figures", 3, "1250 is not there"),
        ("in 2023", "in 2022", "dates", 3, "2023"),
        ("will support", "cannot support", "wordings", 2, "“will support” is not in paragraph 2"),
        ("(objective 11)", "(objective 12)", "mentions", 4, "Objective 12 is named"),
        ("(objective 11)", "(objective 12)", "linkages", 4, "does not name the objective"),
        (
            "support GCM objective 6",
            "support it",
            "basis",
            2,
            "No sentence ties objective 6 to point 3(a)",
        ),
        ("Northland", "Southland", "activities", 3, "Northland is not named"),
        ("Introduction", "Preface", "sections", 1, "not under “Introduction”"),
        (
            "MINISTRY/2023/1",
            "MINISTRY/2023/2",
            "source",
            None,
            "MINISTRY/2023/1 is not in the text",
        ),
        (
            "6. Facilitate fair",
            "6. Facilitate unfair",
            "titles",
            None,
            "The box has no “6. Facilitate fair",
        ),
        ("makes explicit reference to", "supports", "stances", None, None),
    ],
)
def test_each_change_is_named(
    crosswalk: Crosswalk, old: str, new: str, kind: str, paragraph: int | None, words: str | None
) -> None:
    assert old in made_up_text(crosswalk)
    found = verified(crosswalk, lambda text: text.replace(old, new, 1))
    assert not found.ok
    if words:
        assert any(
            p.kind == kind and p.paragraph == paragraph and words in p.text for p in found.problems
        ), found.problems


def test_missing_paragraph_is_one_problem(crosswalk: Crosswalk) -> None:
    found = verified(
        crosswalk, lambda text: text[: text.index("3. Training")] + text[text.index("4. Borders") :]
    )
    assert [(p.kind, p.paragraph) for p in found.problems] == [("paragraphs", 3)]


def test_moved_mark_is_named_with_its_row(crosswalk: Crosswalk) -> None:
    title = crosswalk.objectives[8].title.en
    found = verified(
        crosswalk, lambda text: text.replace(f"9  {title}\n\n   X", f"9  {title}\n\n X  ")
    )
    assert [p.text for p in found.problems] == [
        "Row 9 of the appendix: the data has not_addressed, the text has addressed."
    ]


def test_columns_that_cannot_be_told_apart_are_a_problem(crosswalk: Crosswalk) -> None:
    found = verified(crosswalk, lambda text: "\n".join(line.strip() for line in text.splitlines()))
    assert "The columns of the appendix cannot be told apart in this text." in [
        p.text for p in found.problems
    ]


@pytest.mark.parametrize("text", ["", "Some other text.", "1. One paragraph. 2. Another."])
def test_nothing_passes_by_default(crosswalk: Crosswalk, text: str) -> None:
    assert not verify(crosswalk, SourceFile(text, "0" * 64)).ok
    assert not verify(made_up_plan(crosswalk), SourceFile(text, "0" * 64)).ok


def test_unreadable_documents_are_said_to_be(tmp_path: Path) -> None:
    binary = tmp_path / "binary.txt"
    binary.write_bytes(b"\0\xff")
    broken = tmp_path / "broken.pdf"
    broken.write_bytes(b"%PDF-1.7 and nothing else")
    for path in (tmp_path / "none.txt", tmp_path, binary, broken):
        with pytest.raises(InputError):
            read_source(path)


@needs_real_source
def test_real_document_agrees(run: Run) -> None:
    found = verify_by_command(run, REAL)
    assert found["ok"] is True
    assert found["source"]["coded"] is True
    assert found["source"]["paragraphs"] == 26
    assert found["mentions"] == {"objectives": 50, "plan_points": 19}
    assert sum(found["checked"].values()) > 1000


@needs_real_source
def test_four_faults_in_the_real_document_are_four_problems(tmp_path: Path, run: Run) -> None:
    text = REAL.read_text(encoding="utf-8")
    start, end = text.index("10. The ILO’s current"), text.index("11. The ILO’s global")
    changed = (
        (text[:start] + text[end:])
        .replace("points 12(a), 13(d)", "points 12(b), 13(d)")
        .replace("13,753", "13,735")
        .replace("smuggling of \nmigrants \n\n   X", "smuggling of \nmigrants \n\n X  ")
    )
    path = tmp_path / "changed.txt"
    path.write_text(changed, encoding="utf-8")
    problems = {
        (p["kind"], p["paragraph"]) for p in verify_by_command(run, path, code=1)["problems"]
    }
    assert problems == {
        ("paragraphs", 10),
        ("mentions", 12),
        ("plan_points", 12),
        ("figures", 19),
        ("coverage", None),
    }


@needs_real_source
def test_pdf_of_the_real_document_has_the_same_verdict(tmp_path: Path, run: Run) -> None:
    path = tmp_path / "source.pdf"
    require_reader(path)
    print_pdf(REAL.read_text(encoding="utf-8"), path)
    text, pdf = verify_by_command(run, REAL), verify_by_command(run, path)
    assert pdf["source"]["coded"] is False
    assert {key: pdf[key] for key in ("ok", "mentions", "checked", "problems")} == {
        key: text[key] for key in ("ok", "mentions", "checked", "problems")
    }


def print_pdf(text: str, path: Path) -> None:
    """Print a text, a page where the text has one: its pages begin with a space."""
    canvas, height = Canvas(str(path), pagesize=(600, 842)), 800
    for line in text.split("\n"):
        if (
            height < 800
            and line[:1] == " "
            and line[1:2].strip()
            and not line.startswith((" X", " Add", " Not"))
        ):
            canvas.showPage()
            height = 800
        canvas.setFont("Courier", 7)
        canvas.drawString(30, height, line)
        height -= 9 if line.strip() else 3
    canvas.save()


def verify_by_command(run: Run, path: Path, code: int = 0) -> Any:
    done = run("verify", str(path), "--json", bundled=True)
    assert done.code == code
    return done.data
