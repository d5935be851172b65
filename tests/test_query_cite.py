"""Citations, and that the programs they are made for read them."""

import json
import subprocess
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import bibtexparser
import pytest
import rispy
from bibtexparser.model import Field
from citeproc.source.json import CiteProcJSON

from conftest import Run
from gcmilo import Crosswalk, UnknownReference, cite
from gcmilo.bibliography import bibtex, csl_item, entry_key, ris
from gcmilo.model import PlanPoint
from gcmilo.refs import PlanPointRef

EVERYTHING = (
    "6",
    "6l",
    "2d",
    "para 3",
    "valley-returnees",
    "fair-mobility-plan",
    "social-security-treaty",
)


@pytest.mark.parametrize(
    ("ref", "text"),
    [
        ("6", "A/RES/73/195, annex, para. 22"),
        ("6l", "A/RES/73/195, annex, para. 22 (l)"),
        ("GCM para 22 (l)", "A/RES/73/195, annex, para. 22 (l)"),
        ("objective 2d", "A/RES/73/195, annex, para. 18 (d)"),
        ("2c", "MIN/2023/1, point 2(c), as cited in MIN/2024/7(Rev.), para. 6"),
        ("2d", "MIN/2023/1, point 2(d), as cited in MIN/2024/7(Rev.), paras 5, 6 and 7"),
        ("para 3", "MIN/2024/7(Rev.), para. 3"),
        ("crossing-scheme", "MIN/2024/7(Rev.), paras 3 and 4"),
        ("remittances-marked-without-priority", "MIN/2024/7(Rev.), para. 7; appendix, row 20"),
    ],
)
def test_text(crosswalk: Crosswalk, ref: str, text: str) -> None:
    [citation] = cite(crosswalk, [ref]).citations
    assert citation.text == text


def test_only_the_citations_are_on_stdout(run: Run) -> None:
    done = run("cite", "6", "l", "para 3")
    assert done.text == "A/RES/73/195, annex, para. 22 (l)\nMIN/2024/7(Rev.), para. 3\n"
    assert done.said == ""


def test_every_reference_of_a_text_is_cited(run: Run) -> None:
    done = run("cite", "objectives 5(c) and (e), and point 1(a)")
    assert done.text == (
        "A/RES/73/195, annex, para. 21 (c)\n"
        "A/RES/73/195, annex, para. 21 (e)\n"
        "MIN/2023/1, point 1(a), as cited in MIN/2024/7(Rev.), para. 3\n"
    )
    assert done.said == ""


def test_what_is_asked_for_twice_is_cited_once(run: Run) -> None:
    done = run("cite", "2c", "6l", "para. 22 (l)", "2c")
    assert done.text.splitlines() == [
        "MIN/2023/1, point 2(c), as cited in MIN/2024/7(Rev.), para. 6",
        "A/RES/73/195, annex, para. 22 (l)",
    ]
    assert done.said.count("\n") == 1


def test_two_points_have_two_keys(crosswalk: Crosswalk) -> None:
    points = tuple(
        PlanPoint(PlanPointRef(label), "a subject")
        for label in ("1.1", "11", "A-3", "II.4(b)", "1.10")
    )
    own = replace(crosswalk, plan_points=points, uncited=(), linkages=())
    found = cite(own, [f"point {point.ref}" for point in points]).citations
    assert [entry_key(citation) for citation in found] == [
        "plan-1-1",
        "plan-11",
        "plan-a-3",
        "plan-ii4b",
        "plan-1-10",
    ]


def test_a_text_with_a_reference_to_nothing_is_not_cited(run: Run) -> None:
    done = run("cite", "objective 6 and point 2(b)")
    assert (done.code, done.text) == (1, "")
    assert "nothing to cite behind '2(b)'" in done.said


def test_choice_among_readings_is_said(run: Run) -> None:
    assert (
        run("cite", "2(d)").said
        == "'2(d)' is cited as plan point 2(d); it may also mean action 2(d).\n"
    )
    assert (
        run("cite", "11").said == "'11' is cited as objective 11; it may also mean paragraph 11.\n"
    )


def test_a_paragraph_of_a_long_source_may_be_meant_for_one_of_the_compact(
    run: Run, plan: Path
) -> None:
    with (plan / "paragraphs.yaml").open("a", encoding="utf-8") as file:
        file.writelines(
            f'  - {{number: {n}, section: "Annex", summary: "Item {n}."}}\n' for n in range(12, 18)
        )
    done = run("cite", "para 17", GCMILO_PLAN=str(plan))
    assert done.text == "MIN/2024/7(Rev.), para. 17\n"
    assert done.said == "'para 17' is cited as paragraph 17; it may also mean objective 1.\n"


@pytest.mark.parametrize("ref", ["99", "2b!", "point 2(b)", "SDG 8.8", "valley"])
def test_nothing_to_cite(crosswalk: Crosswalk, ref: str) -> None:
    with pytest.raises(UnknownReference):
        cite(crosswalk, [ref])


def test_footnote_and_markdown(run: Run) -> None:
    assert run("cite", "6l", "--style", "footnote").text == (
        "United Nations General Assembly, Global Compact for Safe, Orderly and Regular Migration, A/RES/73/195,"
        " 19 December 2018, annex, para. 22 (l).\n"
    )
    assert run("cite", "6l", "--style", "markdown").text == (
        "[*Global Compact for Safe, Orderly and Regular Migration*](https://undocs.org/A/RES/73/195) (A/RES/73/195),"
        " annex, para. 22 (l)\n"
    )


def test_bibtex_is_read_by_its_library(run: Run) -> None:
    library = bibtexparser.parse_string(run("cite", *EVERYTHING, "--style", "bibtex").text)
    assert library.failed_blocks == []
    entries = {entry.key: entry for entry in library.entries}
    assert len(entries) == len(EVERYTHING)
    assert entries["gcm-6l"]["number"] == "A/RES/73/195"
    assert entries["gcm-6l"]["note"] == "annex, para. 22 (l)"
    broken = bibtexparser.parse_string("@techreport{x, title = {never closed")
    assert broken.failed_blocks


def test_ris_is_read_by_its_library(run: Run) -> None:
    entries = rispy.loads(run("cite", *EVERYTHING, "--style", "ris").text)
    assert [entry["type_of_reference"] for entry in entries] == ["RPRT"] * len(EVERYTHING)
    assert entries[1]["authors"] == ["United Nations General Assembly"]
    assert entries[1]["notes"] == ["annex, para. 22 (l)"]
    assert rispy.loads("no record at all") == []


def test_csl_is_read_by_its_library(run: Run) -> None:
    items = json.loads(run("cite", *EVERYTHING, "--style", "csl").text)
    source = CiteProcJSON(items)
    assert set(source) == {item["id"] for item in items}
    assert len(source) == len(EVERYTHING)
    assert str(source["gcm-6l"].title) == "Global Compact for Safe, Orderly and Regular Migration"
    assert source["gcm-6l"].issued.year == 2018


@pytest.mark.parametrize(
    ("date", "year", "parts"),
    [
        ("2019", "2019", [2019]),
        ("2019-03", "2019", [2019, 3]),
        ("2019-03-13", "2019", [2019, 3, 13]),
        ("2019-13", None, None),
        ("2019-02-30", None, None),
        ("0000", None, None),
        ("spring 2019", None, None),
    ],
)
def test_only_a_date_of_the_calendar_is_a_date(
    crosswalk: Crosswalk, date: str, year: str | None, parts: object
) -> None:
    [citation] = cite(
        replace(crosswalk, source=replace(crosswalk.source, date=date)), ["para 3"]
    ).citations
    [entry] = bibtexparser.parse_string(bibtex(citation)).entries
    assert entry.get("year", Field("year", None)).value == year
    assert csl_item(citation).get("issued") == (parts and {"date-parts": [parts]})
    assert rispy.loads(ris(citation))[0].get("year") == year


def test_bibtex_is_cited_by_pandoc(run: Run, require: Callable[[str], str], tmp_path: Path) -> None:
    pandoc = require("pandoc")
    (tmp_path / "refs.bib").write_bytes(run("cite", "6l", "2(d)", "--style", "bibtex").out)
    text = "---\nbibliography: refs.bib\n---\nSee [@gcm-6l; @plan-2d]."
    arguments = [pandoc, "--citeproc", "--to", "plain"]
    done = subprocess.run(
        arguments, input=text, capture_output=True, text=True, cwd=tmp_path, check=True
    )
    assert "United Nations General Assembly 2018" in done.stdout
    assert "MIN/2023/1" in done.stdout
    assert done.stderr == ""


def test_json(run: Run) -> None:
    data = run("cite", "6l", "--style", "ris", "--json").data
    assert list(data) == ["schema", "style", "citations"]
    assert data["style"] == "ris"
    assert data["citations"][0]["ref"] == "6(l)"
    assert data["citations"][0]["text"].startswith("TY  - RPRT")
