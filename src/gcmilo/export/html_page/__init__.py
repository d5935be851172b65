"""The crosswalk as one page of HTML, for readers who never open a terminal.

Here are its head, navigation and form for search and filter; the modules have its sections.
"""

from collections.abc import Iterable
from pathlib import Path

from gcmilo.crosswalk import Crosswalk
from gcmilo.export.html_page.markup import (
    link,
    listed,
    section,
    tag,
    text,
    without_dead_links,
)
from gcmilo.export.html_page.objectives import matrix_section, objectives_section
from gcmilo.export.html_page.plan import (
    activities_section,
    documents_section,
    paragraphs_section,
    plan_points_section,
    tensions_section,
)
from gcmilo.model import COMPACT, Status
from gcmilo.palette import DARK, FONT, LIGHT
from gcmilo.query.basis import bases_to_show
from gcmilo.query.gaps import Gap, gaps
from gcmilo.text import joined, status_words, words

_SECTIONS = {
    "matrix": matrix_section,
    "objectives": objectives_section,
    "plan-points": plan_points_section,
    "paragraphs": paragraphs_section,
    "activities": activities_section,
    "tensions": tensions_section,
    "documents": documents_section,
}


def html_page(crosswalk: Crosswalk) -> str:
    """Return the crosswalk as one HTML document that loads nothing, the same on every run.

    Every objective, action, plan point, paragraph, activity, tension and document has an anchor,
    such as ``#objective-6``, ``#action-6l``, ``#plan-point-13d`` and ``#para_12``. Without script
    all is shown; with it, search and filter work.
    """
    title = f"The Global Compact for Migration and the {crosswalk.plan.title}"
    made = {name: make(crosswalk) for name, make in _SECTIONS.items()}
    sections = {name: markup for name, markup in made.items() if markup}
    order = [sections.pop("matrix"), _find(crosswalk), *sections.values()]
    body = "\n".join(
        [
            tag("a", "Skip to the content", href="#main", class_="skip"),
            _file("marks.svg"),
            tag("header", tag("h1", text(title)), _introduction(crosswalk)),
            tag("nav", _contents(["in-short", "matrix", *sections]), aria_label="On this page"),
            tag("main", _in_short(crosswalk), *order, id="main", tabindex="-1"),
            tag("footer", _source(crosswalk)),
            f"<script>\n{_file('page.js')}</script>",
        ]
    )
    return (
        f'<!DOCTYPE html>\n<html lang="en">\n<head>{_head(title)}</head>\n'
        f"<body>\n{without_dead_links(body)}\n</body>\n</html>\n"
    )


def _head(title: str) -> str:
    return (
        '<meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">'
        f'<title>{text(title)}</title><link rel="icon" href="data:,"><style>\n{_style()}</style>'
    )


def _style() -> str:
    """The style sheet, under the colours and the font that its rules refer to."""
    light, dark = _properties(LIGHT), _properties(DARK)
    return (
        f":root {{ color-scheme: light; --font: {FONT}; {light} }}\n"
        "@media screen and (prefers-color-scheme: dark) {\n"
        f"  :root {{ color-scheme: dark; {dark} }}\n"
        "}\n\n"
        f"{_file('page.css')}"
    )


def _properties(colours: dict[str, str]) -> str:
    return " ".join(f"--{name}: {value};" for name, value in colours.items())


def _file(name: str) -> str:
    return Path(__file__).with_name(name).read_text(encoding="utf-8")


def _introduction(crosswalk: Crosswalk) -> str:
    placed = any(linkage.place for linkage in crosswalk.linkages)
    return tag(
        "p",
        f"How the {len(crosswalk.objectives)} objectives of the Compact are linked to the plan, as"
        f" the source, {text(crosswalk.source.symbol)}, reports. Every linkage carries its"
        f" {'place' if placed else 'paragraph'} and how firmly it is said. Labels, notes and"
        " summaries are in the project’s own words; what is in quotation marks is the source’s.",
    )


def _contents(names: Iterable[str]) -> str:
    headings = {name: name.replace("-", " ").capitalize() for name in names}
    return listed(tag("a", text(heading), href=f"#{name}") for name, heading in headings.items())


def _in_short(crosswalk: Crosswalk) -> str:
    """Counts of the statuses and gaps, with the objectives that have each."""
    answer = gaps(crosswalk)
    counted = [*answer.statuses.items(), (None, answer.not_assessed)]
    statuses = [f"{count} {status_words(status)}" for status, count in counted if count]
    counts = tag("p", f"Of {answer.objective_count} objectives: {joined(statuses)}.")
    items = []
    for gap in Gap:
        links = [link(found.objective.ref) for found in answer.objectives if found.gap is gap]
        noun = "objective" if len(links) == 1 else "objectives"
        name = tag("strong", words(gap).capitalize())
        items += [f"{name}: {noun} {joined(links)}."] if links else []
    open_ = tag("p", "What is open about them:") + listed(items) if items else ""
    return section("in-short", "In short", counts, open_)


def _find(crosswalk: Crosswalk) -> str:
    """The form, which the script shows; what it finds is read aloud as well."""
    hint = tag(
        "p",
        "Only objectives have a status and a round table; only they and plan points have a basis.",
    )
    found = tag("p", role="status", aria_live="polite", id="found")
    title = tag("h2", "Search and filter", id="find-title")
    return tag(
        "section",
        title,
        tag("search", _form(crosswalk)),
        hint,
        found,
        id="find",
        aria_labelledby="find-title",
        hidden=True,
        class_="find",
    )


def _form(crosswalk: Crosswalk) -> str:
    tables = sorted({objective.round_table for objective in crosswalk.objectives})
    bases = bases_to_show(linkage.basis for linkage in crosswalk.linkages)
    return tag(
        "form",
        tag(
            "div",
            tag("label", "Search all of it", for_="words"),
            '<input type="search" id="words" name="words" autocomplete="off">',
            class_="wide",
        ),
        _choice("status", "Status", list(Status)),
        _choice("basis", "Strongest basis", [*bases, "none"]),
        _choice("round", "Round table", [str(number) for number in tables]),
        tag("button", "Clear", type="reset"),
        id="find-form",
    )


def _choice(name: str, label: str, values: Iterable[str]) -> str:
    any_ = tag("option", "any", value="")
    options = [tag("option", words(value), value=value) for value in values]
    return tag(
        "div", tag("label", label, for_=name), tag("select", any_, *options, id=name, name=name)
    )


def _source(crosswalk: Crosswalk) -> str:
    source, plan = crosswalk.source, crosswalk.plan
    cited = _with_commas(source.author, source.title, source.symbol, source.session)
    compact = _with_commas(COMPACT.author, COMPACT.title, COMPACT.symbol)
    address = tag("a", text(COMPACT.address), href=COMPACT.address)
    named = _with_commas(plan.organisation, plan.title, plan.symbol, plan.period)
    return (
        tag("h2", "Sources")
        + tag("p", f"{cited}.")
        + tag("p", f"{compact}, {address}.")
        + tag("p", f"{named}.")
    )


def _with_commas(*parts: str | None) -> str:
    return text(", ".join(part for part in parts if part))
