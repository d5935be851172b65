"""The crosswalk as one page of HTML, for readers who never open a terminal.

Here are its head, navigation and form for search and filter; the modules have its sections.
"""

from collections.abc import Iterable
from pathlib import Path

from gcmilo.crosswalk import Crosswalk
from gcmilo.export.html_page.markup import SYMBOLS, section, tag, text, without_dead_links, words
from gcmilo.export.html_page.objectives import matrix_section, objectives_section
from gcmilo.export.html_page.plan import (
    activities_section,
    documents_section,
    paragraphs_section,
    plan_points_section,
    tensions_section,
)
from gcmilo.model import COMPACT, Basis, Status
from gcmilo.palette import DARK, FONT, LIGHT
from gcmilo.query.gaps import Gap, gaps
from gcmilo.text import joined

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

    Every objective, action, plan point, paragraph, activity, tension and document has an anchor: ``#objective-6``,
    ``#action-6l``, ``#plan-point-13d``, ``#para_12``. Without script all is shown; with it, search and filter work.
    """
    title = f"The Global Compact for Migration and the {crosswalk.plan.title}"
    made = {name: make(crosswalk) for name, make in _SECTIONS.items()}
    sections = {name: markup for name, markup in made.items() if markup}
    order = [sections.pop("matrix"), _find(crosswalk), *sections.values()]
    body = "\n".join(
        [
            tag("a", "Skip to the content", href="#main", class_="skip"),
            SYMBOLS,
            tag("header", tag("h1", text(title)), *_introduction(crosswalk)),
            tag("nav", _contents(["in-short", "matrix", *sections]), aria_label="On this page"),
            tag("main", _in_short(crosswalk), *order, id="main", tabindex="-1"),
            tag("footer", _source(crosswalk)),
            f"<script>\n{_file('page.js')}</script>",
        ]
    )
    live = without_dead_links(body)
    return f'<!DOCTYPE html>\n<html lang="en">\n<head>{_head(title)}</head>\n<body>\n{live}\n</body>\n</html>\n'


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


def _introduction(crosswalk: Crosswalk) -> Iterable[str]:
    source = crosswalk.source
    yield tag(
        "p",
        f"How the {len(crosswalk.objectives)} objectives of the Compact are linked to the plan, as"
        f" {text(source.symbol)} reports. Every linkage carries its paragraph and how firmly it is said. Labels, notes"
        " and summaries are in the project’s own words; what stands in quotation marks is the document’s.",
    )


def _contents(names: Iterable[str]) -> str:
    items = (tag("li", tag("a", text(name.replace("-", " ").capitalize()), href=f"#{name}")) for name in names)
    return tag("ul", *items)


def _in_short(crosswalk: Crosswalk) -> str:
    """Counts of the statuses and gaps, with the objectives that have each."""
    answer = gaps(crosswalk)
    statuses = [f"{count} {words(status)}" for status, count in answer.statuses.items() if count]
    kinds = [gap for gap in Gap if any(found.gap is gap for found in answer.objectives)]
    items = []
    for gap in kinds:
        numbers = [found.objective.number for found in answer.objectives if found.gap is gap]
        links = [tag("a", text(number), href=f"#objective-{number}") for number in numbers]
        items.append(tag("li", tag("strong", words(gap).capitalize()), f": {_noun(numbers)} {joined(links)}."))
    first = tag("p", f"Of {answer.objective_count} objectives: {joined(statuses)}.") if statuses else ""
    rest = [tag("p", "What is open about them:"), tag("ul", *items)] if items else []
    return section("in-short", "In short", first, *rest)


def _noun(numbers: list[int]) -> str:
    return "objective" if len(numbers) == 1 else "objectives"


def _find(crosswalk: Crosswalk) -> str:
    """The form, which the script shows; what it finds is read aloud as well."""
    hint = tag("p", "Only objectives have a status and a round table; only they and plan points have a basis.")
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
    return tag(
        "form",
        tag(
            "div",
            tag("label", "Search all of it", for_="words"),
            '<input type="search" id="words" name="words" autocomplete="off">',
            class_="wide",
        ),
        _choice("status", "Status", [(status.value, words(status)) for status in Status]),
        _choice("basis", "Strongest basis", [*((basis.value, basis.value) for basis in Basis), ("none", "none")]),
        _choice("round", "Round table", [(str(number), str(number)) for number in tables]),
        tag("button", "Clear", type="reset"),
        id="find-form",
    )


def _choice(name: str, label: str, values: Iterable[tuple[str, str]]) -> str:
    options = [tag("option", "any", value=""), *(tag("option", text(shown), value=value) for value, shown in values)]
    return tag("div", tag("label", label, for_=name), tag("select", *options, id=name, name=name))


def _source(crosswalk: Crosswalk) -> str:
    source, plan = crosswalk.source, crosswalk.plan
    parts = (source.author, source.title, source.symbol, source.session)
    cited = ", ".join(part for part in parts if part)
    compact = ", ".join(part for part in (COMPACT.author, COMPACT.title, COMPACT.symbol) if part)
    named = ", ".join(part for part in (plan.organisation, plan.title, plan.symbol, plan.period) if part)
    return (
        tag("h2", "Sources")
        + tag("p", f"{text(cited)}.")
        + tag("p", f"{text(compact)}, ", tag("a", text(COMPACT.address), href=COMPACT.address), ".")
        + tag("p", f"{text(named)}.")
    )
