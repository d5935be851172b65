"""The HTML page as text: whole, escaped, alone, with an anchor for everything."""

import re
from dataclasses import replace
from importlib.resources import files
from itertools import pairwise
from pathlib import Path

import html5lib

import gcmilo
from conftest import SMALL_PLAN, Run
from gcmilo import palette
from gcmilo.export.html_page import html_page
from gcmilo.model import PlanPoint, Trilingual
from gcmilo.refs import PlanPointRef

NASTY = "<img src=x onerror=alert(1)> & \"'"


def test_the_page_is_html_without_a_fault_and_the_same_on_every_run(
    crosswalk: gcmilo.Crosswalk,
) -> None:
    text = html_page(crosswalk)
    assert text == html_page(gcmilo.load(SMALL_PLAN))
    html5lib.HTMLParser(strict=True).parse(text)


def test_the_page_of_the_bundled_plan_is_html_without_a_fault(bundled: gcmilo.Crosswalk) -> None:
    html5lib.HTMLParser(strict=True).parse(html_page(bundled))


def test_the_page_loads_nothing(crosswalk: gcmilo.Crosswalk) -> None:
    text = html_page(crosswalk)
    assert not re.search(r"\ssrc=|url\(|@import|@font-face|fetch\(|XMLHttpRequest", text)
    assert re.findall(r"<link [^>]*>", text) == ['<link rel="icon" href="data:,">']


def test_the_style_the_script_and_the_marks_are_files_of_the_package(
    crosswalk: gcmilo.Crosswalk,
) -> None:
    text = html_page(crosswalk)
    for name in ("page.css", "page.js", "marks.svg"):
        assert files("gcmilo.export.html_page").joinpath(name).read_text(encoding="utf-8") in text


def test_the_page_has_the_colours_of_the_palette_and_no_others(crosswalk: gcmilo.Crosswalk) -> None:
    text = html_page(crosswalk)
    light, dark = re.findall(r":root \{([^}]*)\}", text)
    assert dict(re.findall(r"--(\w+): (#\w+);", light)) == palette.LIGHT
    assert dict(re.findall(r"--(\w+): (#\w+);", dark)) == palette.DARK
    assert set(re.findall(r"var\(--(\w+)\)", text)) == {*palette.LIGHT, "font"}
    assert set(re.findall(r":\s*(#\w{3,8})\b", text)) <= {
        *palette.LIGHT.values(),
        *palette.DARK.values(),
    }


def test_everything_has_its_anchor_once(crosswalk: gcmilo.Crosswalk) -> None:
    ids = re.findall(r'\sid="([^"]+)"', html_page(crosswalk))
    assert len(ids) == len(set(ids))
    wanted = [f"objective-{o.number}" for o in crosswalk.objectives]
    wanted += [
        f"action-{o.number}{action.letter}" for o in crosswalk.objectives for action in o.actions
    ]
    wanted += [f"plan-point-{point.ref.key}" for point in crosswalk.plan_points]
    wanted += [f"para_{paragraph.number}" for paragraph in crosswalk.paragraphs]
    wanted += [f"activity-{activity.id}" for activity in crosswalk.activities]
    wanted += [f"tension-{tension.id}" for tension in crosswalk.tensions]
    wanted += [f"document-{document.id}" for document in crosswalk.documents]
    assert set(wanted) <= set(ids)


def test_every_linkage_stands_with_its_note_wording_and_paragraph(
    crosswalk: gcmilo.Crosswalk,
) -> None:
    text = " ".join(re.sub(r"<[^>]+>", " ", html_page(crosswalk)).split()).replace("&#x27;", "'")
    for linkage in crosswalk.linkages:
        assert (linkage.note or "") in text
        assert (linkage.wording or "") in text


def test_headings_come_in_sequence(crosswalk: gcmilo.Crosswalk) -> None:
    levels = [int(level) for level in re.findall(r"<h(\d)", html_page(crosswalk))]
    assert levels[0] == 1
    assert levels.count(1) == 1
    assert all(after - before <= 1 for before, after in pairwise(levels))


def test_names_are_text_on_the_page_never_markup(crosswalk: gcmilo.Crosswalk) -> None:
    nasty = replace(
        crosswalk,
        plan=replace(crosswalk.plan, title=NASTY),
        objectives=tuple(
            replace(o, title=Trilingual(NASTY, NASTY, NASTY)) for o in crosswalk.objectives
        ),
        linkages=tuple(replace(linkage, note=NASTY) for linkage in crosswalk.linkages),
        activities=tuple(
            replace(activity, name=NASTY, summary=NASTY) for activity in crosswalk.activities
        ),
        tensions=tuple(replace(tension, title=NASTY) for tension in crosswalk.tensions),
    )
    text = html_page(nasty)
    assert "<img" not in text
    html5lib.HTMLParser(strict=True).parse(text)


def test_a_plan_with_nothing_but_points_has_a_page(crosswalk: gcmilo.Crosswalk) -> None:
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
    text = html_page(bare)
    html5lib.HTMLParser(strict=True).parse(text)
    ids = set(re.findall(r'\sid="([^"]+)"', text))
    assert set(re.findall(r'href="#([^"]+)"', text)) <= ids


def test_the_command_writes_the_page_whole_and_replaces_nothing_unasked(
    run: Run, tmp_path: Path, crosswalk: gcmilo.Crosswalk
) -> None:
    path = tmp_path / "page.html"
    assert run("export", "html", "-o", str(path)).code == 0
    assert path.read_text(encoding="utf-8") == html_page(crosswalk)
    assert run("export", "html", "-o", str(path)).code == 74
    assert run("export", "htm").code == 2


def matrix_rows(page: str) -> list[list[str]]:
    """The texts of the cells of the matrix."""
    root = html5lib.parse(page, namespaceHTMLElements=False)
    (table,) = root.iterfind(".//table[@class='matrix']")
    return [["".join(cell.itertext()) for cell in row] for row in table.iter("tr")]


def test_the_matrix_has_subjects_as_heads_and_what_has_no_point(
    crosswalk: gcmilo.Crosswalk,
) -> None:
    heads, *rows = matrix_rows(html_page(crosswalk))
    assert heads[2:4] == ["fair recruitment1(a)", "inspection of recruiters1(b)"]
    assert heads[-1] == "no point"
    assert [row[0] for row in rows if row[-1] == "explicit"] == [
        "2 Minimize adverse drivers",
        "6 Recruitment and decent work",
        "20 Remittances",
    ]


def test_the_matrix_is_turned_where_there_are_more_points(crosswalk: gcmilo.Crosswalk) -> None:
    more = tuple(PlanPoint(PlanPointRef(f"9.{n}"), "more") for n in range(20))
    high = replace(crosswalk, plan_points=crosswalk.plan_points + more)
    heads, statuses, *rows = matrix_rows(html_page(high))
    assert heads[:2] == ["Plan point", "Data1"]
    assert statuses[:3] == ["Status", "not addressed", "addressed"]
    assert [row[0] for row in rows][-2:] == ["9.19 more", "no point"]
    assert {len(row) for row in (heads, statuses, *rows)} == {24}
    assert [number for number, cell in enumerate(rows[0]) if cell == "explicit"] == [6]
