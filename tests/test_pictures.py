"""The pictures: well formed, alone, and the same on every run."""

import re
from dataclasses import replace
from xml.etree import ElementTree as ET

import pytest

import gcmilo
from conftest import Run
from gcmilo.model import Basis, PlanPoint, Trilingual
from gcmilo.output.svg.canvas import width_of, wrapped
from gcmilo.refs import PlanPointRef

PICTURES = [["matrix"], ["tree"], ["tree", "--by", "plan-point"], ["gaps"], ["coverage"]]
SVG = "{http://www.w3.org/2000/svg}"
SENTENCE = "There are pictures of matrix, tree, gaps and coverage; nothing else can be had as svg."
NASTY = "<script>alert(1)</script> & \"'"


def root_of(text: str) -> ET.Element:
    return ET.fromstring(text)  # noqa: S314 - the program's own text


@pytest.mark.parametrize("picture", PICTURES, ids=" ".join)
def test_a_picture_is_svg_that_needs_nothing_and_speaks(run: Run, picture: list[str]) -> None:
    text = run(*picture, "-f", "svg").text
    root = root_of(text)
    assert root.tag == f"{SVG}svg"
    assert text == run(*picture, "-f", "svg").text
    assert re.findall(r"https?://[^\"' )]+", text) == ["http://www.w3.org/2000/svg"]
    assert not re.search(r"url\(|@import|@font-face|href|<script|<foreignObject", text)
    assert "prefers-color-scheme:dark" in text
    ids = (root.get("aria-labelledby") or "").split()
    named = [element for element in root if element.get("id") in ids]
    assert [element.tag for element in named] == [f"{SVG}title", f"{SVG}desc"]
    assert all(element.text for element in named)


def test_the_description_of_the_matrix_names_every_linked_pair(
    crosswalk: gcmilo.Crosswalk, run: Run
) -> None:
    root = root_of(run("matrix", "-f", "svg").text)
    told = root.findtext(f"{SVG}desc") or ""
    rows = gcmilo.matrix(crosswalk).rows
    cells = [cell.basis for row in rows for cell in row.cells]
    cells += [row.without_point for row in rows]
    for kind, basis in (("full", "explicit"), ("open", "contextual")):
        marks = [mark for mark in root.iter(f"{SVG}circle") if mark.get("class") == kind]
        assert len(marks) - 1 == cells.count(Basis(basis)) == told.count(f" {basis}")
    assert (
        "Objective 2, Minimize adverse drivers, addressed: without a plan point explicit." in told
    )
    assert "Objective 9, Counter smuggling, not addressed: nothing." in told


@pytest.mark.parametrize("command", ["objective 6", "brief 6", "linkages", "cite 6l"])
def test_what_has_no_picture_says_what_has_one(run: Run, command: str) -> None:
    done = run(*command.split(), "-f", "svg")
    assert (done.code, done.out) == (2, b"")
    assert done.said == f"gcmilo: {SENTENCE}\n"


@pytest.mark.parametrize("name", ["matrix", "tree", "gaps", "coverage"])
def test_names_are_text_in_a_picture_never_markup(crosswalk: gcmilo.Crosswalk, name: str) -> None:
    from gcmilo.output.svg import to_picture

    objectives = tuple(
        replace(o, label=Trilingual(NASTY, NASTY, NASTY)) for o in crosswalk.objectives
    )
    points = tuple(replace(point, subject=NASTY) for point in crosswalk.plan_points)
    nasty = replace(crosswalk, objectives=objectives, plan_points=points)
    text = to_picture(getattr(gcmilo, name)(nasty), nasty.source, "fr")
    assert "<script" not in text
    assert any("<script>" in (element.text or "") for element in root_of(text).iter(f"{SVG}text"))


def test_long_labels_of_points_are_turned(crosswalk: gcmilo.Crosswalk) -> None:
    from gcmilo.output.svg import to_picture

    points = tuple(
        replace(p, ref=PlanPointRef(f"Priority {n}.a")) for n, p in enumerate(crosswalk.plan_points)
    )
    own = replace(crosswalk, plan_points=points, linkages=(), coverage=())
    text = to_picture(gcmilo.matrix(own), own.source, "en")
    turned = [element.text for element in root_of(text).iter() if element.get("transform")]
    assert all(any((line or "").startswith(str(point.ref)) for line in turned) for point in points)
    assert "not assessed" in text


def test_columns_of_the_matrix_are_headed_with_the_subjects(run: Run) -> None:
    root = root_of(run("matrix", "-f", "svg").text)
    turned = [element.text for element in root.iter() if element.get("transform")]
    assert turned[:3] == ["fair recruitment", "inspection of", "recruiters"]
    assert turned[-1] == "no point"


def test_a_matrix_of_more_points_than_objectives_is_turned(crosswalk: gcmilo.Crosswalk) -> None:
    from gcmilo.output.svg import to_picture

    more = tuple(PlanPoint(PlanPointRef(f"9.{n}"), "a long subject " * 40) for n in range(30))
    high = replace(crosswalk, plan_points=crosswalk.plan_points + more)
    root = root_of(to_picture(gcmilo.matrix(high), high.source, "en"))
    turned = [element.text for element in root.iter() if element.get("transform")]
    assert turned[0] == "Data"
    assert float(root.get("width") or 0) < 1500
    hints = {element.text for element in root.iter(f"{SVG}title")}
    assert "1(a) fair recruitment, 6 Recruitment and decent work: explicit" in hints
    assert "no point, 2 Minimize adverse drivers: explicit" in hints


def test_text_is_broken_at_spaces_that_may_break() -> None:
    assert wrapped("one two three", width_of("one two")) == ["one two", "three"]
    assert wrapped("one\u00a0two three", width_of("one two") - 1) == ["one\u00a0two", "three"]
