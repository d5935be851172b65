"""The Compact side of the page: the matrix, and each objective with its evidence."""

from collections.abc import Iterable

from gcmilo.crosswalk import Crosswalk
from gcmilo.export.html_page.markup import (
    anchor,
    entry,
    join_with_dots,
    link,
    listed,
    mark,
    paragraphs,
    part,
    places,
    section,
    table,
    tag,
    text,
)
from gcmilo.model import COMPACT, Activity, Basis, Objective, Status, cite_compact
from gcmilo.query.basis import bases_to_show, concerns
from gcmilo.query.brief import BriefSection, Statement, brief
from gcmilo.query.matrix import MatrixAnswer, MatrixRow, matrix
from gcmilo.refs import ActionRef, Ref
from gcmilo.text import words

_COLUMNS = ("Concerns", "Plan point", "Basis", "Said as", "Wording", "In short", "Where")
_NO_POINT = "no point"


def matrix_section(crosswalk: Crosswalk) -> str:
    """Return the matrix as a table of marks, its heads linked to objectives and plan points."""
    answer = matrix(crosswalk)
    head, *rows = _high(answer) if answer.is_high else _wide(answer)
    grid = tag(
        "table",
        tag("caption", "Which plan points stand behind which objectives, and how firmly"),
        tag("thead", head),
        tag("tbody", "\n".join(rows)),
        class_="matrix",
    )
    scroll = tag(
        "div",
        grid,
        class_="scroll",
        role="region",
        tabindex="0",
        aria_label="Matrix, scrolls sideways",
    )
    shown = bases_to_show(linkage.basis for linkage in crosswalk.linkages)
    return section("matrix", "Matrix", _key(shown), scroll)


_MEANINGS = {
    Basis.EXPLICIT: "a sentence names both ends",
    Basis.LISTED: "a row of the plan’s own table puts them together, and no sentence does",
    Basis.CONTEXTUAL: "only the paragraph, or the one it continues, ties them",
}


def _key(shown: Iterable[Basis]) -> str:
    bases = [f"{mark(basis)}: {_MEANINGS[basis]}." for basis in shown]
    statuses = [mark(status) for status in Status]
    return listed([*bases, *statuses], "key")


def _wide(answer: MatrixAnswer) -> list[str]:
    """The rows of the table, the first with its heads: a row for each objective."""
    heads = [tag("th", text("Objective"), scope="col"), tag("th", text("Status"), scope="col")]
    for ref, subject in zip(answer.plan_points, answer.subjects, strict=True):
        heads.append(_cell_head(link(ref), subject))
    heads.append(_cell_head("", _NO_POINT))
    rows = [tag("tr", *heads)]
    for row in answer.rows:
        status = tag("td", mark(row.status))
        bases = [*(cell.basis for cell in row.cells), row.without_point]
        rows.append(_matrix_row(_objective_name(row), [status, *_cells(bases)], row.objective.ref))
    return rows


def _high(answer: MatrixAnswer) -> list[str]:
    """The rows of the table, the first with its heads: a row for each plan point."""
    heads = [tag("th", text("Plan point"), scope="col")]
    for row in answer.rows:
        number = link(row.objective.ref, str(row.objective.number))
        heads.append(_cell_head(number, row.objective.label.en))
    statuses = [tag("td", mark(row.status, in_sight=False), class_="cell") for row in answer.rows]
    rows = [tag("tr", *heads), _matrix_row("Status", statuses)]
    for place, ref in enumerate(answer.plan_points):
        name = f"{link(ref)} {text(answer.subjects[place])}"
        rows.append(_matrix_row(name, _cells(row.cells[place].basis for row in answer.rows), ref))
    return [*rows, _matrix_row(_NO_POINT, _cells(row.without_point for row in answer.rows))]


def _objective_name(row: MatrixRow) -> str:
    return link(row.objective.ref, f"{row.objective.number} {row.objective.label.en}")


def _cell_head(label: str, name: str) -> str:
    """The head of a column of marks: its name stands upright over its label."""
    return tag("th", tag("span", text(name), class_="upright"), label, scope="col", class_="cell")


def _cells(bases: Iterable[Basis | None]) -> list[str]:
    marks = [mark(basis, in_sight=False) if basis else "" for basis in bases]
    return [tag("td", shown, class_="cell") for shown in marks]


def _matrix_row(name: str, cells: Iterable[str], ref: Ref | None = None) -> str:
    """A row under its name; it is shown and hidden with the entry of ``ref``."""
    return tag("tr", tag("th", name, scope="row"), *cells, data_for=anchor(ref) if ref else None)


def objectives_section(crosswalk: Crosswalk) -> str:
    """Return every objective with all that is known of it, from its status to its tensions."""
    entries = [_objective(found) for found in brief(crosswalk).sections]
    return section("objectives", "Objectives", *entries)


def _objective(section: BriefSection) -> str:
    found = section.found
    objective = found.objective
    said = statements_table(f"What is said of objective {objective.number}", section.statements)
    bases = [point.basis for point in section.plan_points]
    return entry(
        objective.ref,
        f"Objective {text(objective.number)}: {text(objective.title.en)}",
        tag("p", text(objective.title.fr), lang="fr", class_="other"),
        tag("p", text(objective.title.es), lang="es", class_="other"),
        _facts(section),
        part("Plan points behind it", _points(section)),
        part("Actions, in the project’s own labels", _actions(objective, found.linked)),
        part("What is said", said),
        part("Activities", activities_list(found.activities, objective.ref)),
        part("What is open", _gap(section)),
        part("Tensions", listed(link(tension, tension.title) for tension in found.tensions)),
        kind="objective",
        status=found.coverage.status or "",
        round=str(objective.round_table),
        basis=next((basis.value for basis in Basis if basis in bases), "none"),
    )


def _facts(section: BriefSection) -> str:
    row, objective = section.found.coverage, section.found.objective
    facts = [
        ("Status", f"{mark(row.status)}{f', “{text(row.channel)}”' if row.channel else ''}"),
        ("Note", text(row.note) if row.note else ""),
        ("In the Compact", tag("a", text(cite_compact(objective.ref)), href=COMPACT.address)),
        ("Round table", text(objective.round_table)),
        ("SDG targets", text(", ".join(objective.sdg_targets))),
    ]
    return facts_list(facts)


def facts_list(facts: Iterable[tuple[str, str]]) -> str:
    """Return names and the markup under them, those left out that have none."""
    known = [(name, value) for name, value in facts if value]
    return tag(
        "dl", *(tag("div", tag("dt", text(name)), tag("dd", value)) for name, value in known)
    )


def _points(section: BriefSection) -> str:
    items = []
    for point in section.plan_points:
        name = f"{link(point.plan_point.ref)} {text(point.plan_point.subject)}"
        items.append(join_with_dots(name, mark(point.basis), places(point.places)))
    return listed(items) or tag("p", "No plan point is cited for it.")


def _actions(objective: Objective, linked: frozenset[ActionRef]) -> str:
    items = []
    for ref, action in objective.actions_by_ref.items():
        named = tag("strong", " (named in the source)") if ref in linked else ""
        items.append(tag("li", tag("b", text(ref)), " ", text(action.label), named, id=anchor(ref)))
    return tag("ul", "\n".join(items), class_="actions")


def statements_table(caption: str, statements: Iterable[Statement]) -> str:
    """Return what is said as a table, a row for each statement; nothing where nothing is said."""
    rows = [_statement_row(said) for said in statements]
    return table(caption, _COLUMNS, rows) if rows else ""


def _statement_row(said: Statement) -> tuple[str, ...]:
    points = ", ".join(link(ref) for ref in said.plan_points)
    return (
        ", ".join(link(ref) for ref in said.subjects),
        points or "none",
        mark(said.basis),
        words(said.stance),
        f"“{text(said.wording)}”" if said.wording else "–",
        text(said.note or "–"),
        places(said.at) or "–",
    )


def activities_list(activities: Iterable[Activity], ref: Ref) -> str:
    """Return activities with the basis on which they are tied to ``ref``, and their paragraphs."""
    items = []
    for activity in activities:
        ties = (*activity.objectives, *activity.plan_points)
        bases = {tie.basis for tie in ties if concerns(tie.ref, ref)}
        basis = next(basis for basis in Basis if basis in bases)
        figures = [f"{figure.value:,} {text(figure.of)}" for figure in activity.figures]
        name = f"{link(activity, activity.name)}: {'; '.join([words(activity.kind), *figures])}"
        items.append(join_with_dots(name, mark(basis), paragraphs(activity.paragraphs)))
    return listed(items)


def _gap(section: BriefSection) -> str:
    if not section.gap:
        # Without a gap there is a sentence that names a plan point, or else a row.
        bases = [point.basis for point in section.plan_points]
        if Basis.EXPLICIT not in bases:
            return tag("p", "Nothing: it has a plan point by a row of its own table.")
        return tag("p", "Nothing: a sentence names a plan point for it.")
    reasons = [
        join_with_dots(text(reason.text), text(reason.citation)) for reason in section.reasons
    ]
    return tag("p", tag("strong", words(section.gap).capitalize())) + listed(reasons)
