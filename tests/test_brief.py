"""The brief: what it draws upon, how it reads, and what becomes of it in a word processor."""

import re
import subprocess
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from zipfile import ZipFile

import pytest

import gcmilo
from conftest import Run, edit
from gcmilo import model
from gcmilo.dates import spoken
from gcmilo.output.render import Format, render
from gcmilo.output.sentences import as_sentence, cited, counted, named
from gcmilo.query.brief import brief
from gcmilo.refs import ActionRef, ObjectiveRef, PlanPointRef

ASKED = [
    ["6"],
    ["20"],
    ["6l"],
    ["--round-table", "1"],
    ["--sdg", "8.8"],
    ["--status", "not-addressed"],
    [],
]


@pytest.mark.parametrize("whose", ["small", "bundled"])
@pytest.mark.parametrize("asked", ASKED, ids=" ".join)
def test_every_sentence_ends_once_and_nothing_is_left_open(
    run: Run, asked: list[str], whose: str
) -> None:
    text = run("brief", *asked, bundled=whose == "bundled").text
    assert not re.search(r"\.\.|\. \.|,\s*\.|\(\)|\s\)|None|  +[A-Z]| ,", text)
    assert not re.search(r"\b1 (plan points|objectives|activities|tensions|actions)\b", text)
    assert not re.search(
        r"\bone \w+ (are|concern|stand)\b|\b(two|three|four) \w+ (is|concerns|stands)\b", text
    )


@pytest.mark.parametrize("whose", ["small", "bundled"])
@pytest.mark.parametrize("asked", ASKED, ids=" ".join)
def test_whatever_is_said_in_the_source_carries_its_place(
    run: Run, asked: list[str], whose: str
) -> None:
    text = run("brief", *asked, bundled=whose == "bundled").text
    for section in re.split(r"^### ", text, flags=re.MULTILINE)[1:]:
        if section.startswith(("What is said", "Activities", "Tensions")):
            entries = re.findall(r"^- .*$", section, re.MULTILINE)
            assert all(
                re.search(r"\([^()]*(para\.|paras|appendix|front matter)[^()]*\)", entry)
                for entry in entries
            )


def test_a_brief_tells_everything_that_the_data_ties_to_an_objective(
    crosswalk: gcmilo.Crosswalk, run: Run
) -> None:
    text = run("brief", "6").text.replace("\\", "")
    found = gcmilo.objective(crosswalk, "6")
    assert all(linkage.wording in text for linkage in found.linkages if linkage.wording)
    assert all(activity.name in text for activity in found.activities)
    assert all(
        f"{figure.value:,} {figure.of}" in text for a in found.activities for figure in a.figures
    )
    assert all(tension.title in text for tension in found.tensions)
    main = (crosswalk.plan.symbol, model.COMPACT.symbol)
    assert all(
        document.title in text for document in found.documents if document.symbol not in main
    )


def test_linkages_that_differ_by_their_ends_alone_are_one_statement(
    crosswalk: gcmilo.Crosswalk,
) -> None:
    (said,) = gcmilo.linkages(crosswalk, objective="22").linkages
    action, point = ActionRef(said.objective, "a"), PlanPointRef("2(d)")
    more = (
        replace(said, plan_point=point),
        replace(said, action=action),
        replace(said, action=action, plan_point=point),
    )
    answer = brief(replace(crosswalk, linkages=(*crosswalk.linkages, *more)))
    (one,) = answer.sections[21].statements
    assert [str(ref) for ref in (*one.subjects, *one.plan_points)] == [
        "22",
        "22(a)",
        "2(c)",
        "2(d)",
    ]
    text = render(answer, crosswalk.source, Format.MARKDOWN).replace("\\", "")
    assert "**Objective 22 and action 22(a) through plan points 2(c) and 2(d).** " in text
    for section in answer.sections:
        pairs = [
            (subject, point, said.at, said.stance)
            for said in section.statements
            for subject in said.subjects
            for point in said.plan_points or (None,)
        ]
        linkages = [
            (link.subject, link.plan_point, link.at, link.stance) for link in section.found.linkages
        ]
        assert sorted(pairs, key=str) == sorted(linkages, key=str)


def test_the_source_the_compact_and_the_plan_are_cited_first_and_once(
    crosswalk: gcmilo.Crosswalk,
) -> None:
    assert [cited.title for cited in brief(crosswalk, ["6", "22"]).references] == [
        "The plan for fair labour mobility in the light of the Global Compact",
        "Global Compact for Safe, Orderly and Regular Migration",
        "Plan for fair labour mobility",
        "Code of conduct for recruitment agencies",
        "Treaty on social security between Northland and Södermark",
    ]


def test_what_concerns_several_objectives_is_told_once(
    crosswalk: gcmilo.Crosswalk, run: Run
) -> None:
    text = run("brief").text.replace("\\", "")
    for activity in crosswalk.activities:
        if activity.objectives:
            assert text.count(f"- **{as_sentence(activity.name)}**") == 1
    assert "Also described above under objective 6: Fair Crossing Scheme.\n" in text
    assert "Described above under objective 10: Return to the Upper Valley.\n" in text


def test_conditions_narrow_each_other(crosswalk: gcmilo.Crosswalk) -> None:
    answer = brief(crosswalk, ["2", "6l", "4"], round_table=1, status=model.Status.ADDRESSED)
    assert [str(section.found.ref) for section in answer.sections] == ["2", "6(l)"]


def test_a_brief_on_nothing_says_so(run: Run) -> None:
    done = run("brief", "4", "--status", "addressed")
    assert done.code == 0
    assert done.text.startswith("# Objective 4 that is addressed: ")
    assert "No objective meets these conditions." in done.text
    assert done.said == "Nothing meets these conditions.\n"


def test_titles_are_in_the_language_that_was_asked_for(run: Run) -> None:
    assert "## Objective 20: Rendre les envois de fonds" in run("brief", "20", "--lang", "fr").text


@pytest.mark.parametrize("form", [form for form in Format if form is not Format.SVG])
def test_a_plan_with_nothing_but_points_has_a_brief(
    crosswalk: gcmilo.Crosswalk, form: Format
) -> None:
    bare = replace(
        crosswalk,
        coverage=(),
        linkages=(),
        paragraphs=(),
        activities=(),
        documents=(),
        tensions=(),
        uncited=(),
    )
    assert render(brief(bare), bare.source, form) or form in (Format.CSV, Format.TSV, Format.JSONL)
    assert render(brief(bare, ["6"]), bare.source, Format.MARKDOWN).count("was not assessed") == 3


@pytest.mark.slow
@pytest.mark.parametrize("asked", ASKED, ids=" ".join)
def test_pandoc_makes_a_document_with_all_headings_and_tables(
    run: Run, asked: list[str], tmp_path: Path, require: Callable[[str], str]
) -> None:
    text = run("brief", *asked).text
    path = tmp_path / "brief.docx"
    pandoc = require("pandoc")
    subprocess.run([pandoc, "-f", "markdown", "-o", path], input=text, encoding="utf-8", check=True)
    document = ZipFile(path).read("word/document.xml").decode("utf-8")
    assert document.count("<w:tbl>") == len(re.findall(r"^\|--", text, re.MULTILINE))
    styles = re.findall(r'<w:pStyle w:val="(Heading\d)"', document)
    assert len(styles) == len(re.findall(r"^#+ ", text, re.MULTILINE))
    words = " ".join(re.findall(r"<w:t(?: [^>]*)?>([^<]*)", document))
    assert not re.search(r"\*\*|\\|\|--|(^|\s)#+\s|&lt;https?:", words)
    assert "https://undocs.org/A/RES/73/195" in words


def test_sentences() -> None:
    assert counted(0, "plan point") == "no plan points"
    assert counted(1, "activity", "activities") == "one activity"
    assert counted(1234, "worker") == "1,234 workers"
    assert as_sentence("said.") == "Said."
    assert cited("said", "para. 1") == "Said (para. 1)."
    assert [
        spoken(date) for date in ("2018", "2018-12", "2019-03-13", "2015/2019", "2018-13", "spring")
    ] == [
        *("2018", "December 2018", "13 March 2019", "2015 to 2019", "2018-13", "spring"),
    ]
    refs = [
        ObjectiveRef(6),
        ActionRef(ObjectiveRef(6), "l"),
        PlanPointRef("12(a)"),
        PlanPointRef("13(d)"),
    ]
    assert named(refs) == "objective 6, action 6(l) and plan points 12(a) and 13(d)"


def test_an_indirect_row_without_a_channel_is_told_without_one(run: Run, plan: Path) -> None:
    edit(
        plan / "coverage.yaml",
        'objective: "9"\n    status: not_addressed',
        'objective: "9"\n    status: indirect',
    )
    text = run("brief", "9", "--plan", str(plan)).text
    assert "The objective is counted as addressed indirectly (" in text
    assert "None" not in text


def test_a_tension_is_described_though_an_activity_has_its_id(crosswalk: gcmilo.Crosswalk) -> None:
    asked = [(t, str(ref)) for t in crosswalk.tensions for ref in t.objectives]
    tension, objective = next(
        (t, ref) for t, ref in asked if gcmilo.objective(crosswalk, ref).activities
    )
    activity = gcmilo.objective(crosswalk, objective).activities[0]
    twin = replace(tension, id=activity.id)
    alike = replace(
        crosswalk, tensions=tuple(twin if t is tension else t for t in crosswalk.tensions)
    )
    text = render(brief(alike, [objective]), alike.source, Format.MARKDOWN)
    assert tension.sides[0].text.rstrip(".").lower()[:40] in text.replace("\\", "").lower()
    assert "described above" not in text
