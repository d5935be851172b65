"""The files of a draft: YAML that loads, with comments that say what is to be replaced."""

import json
import re
from collections.abc import Iterable, Mapping
from enum import StrEnum
from pathlib import PurePath

from gcmilo.drafting.draft import Draft, Undecided
from gcmilo.model import Coverage, Linkage, Objective, Paragraph, PlanPoint
from gcmilo.starter import schema_files, schema_line
from gcmilo.text import printable

_LINKAGES = """\
# What the document says, as it was read: look at each record, and put the note in your own words.
# Each note is the first words of its sentence, or the cells of its row.
"""
_COVERAGE = """\
# How the plan treats each of the 23 objectives. Replace null by a status once you have assessed
# one: addressed, indirect or not_addressed.
"""
_POINTS = """\
# The points of the plan by its own labels. Each subject is the first words beside the label:
# replace it by a few words of your own.
"""
_PARAGRAPHS = """\
# The numbered paragraphs. Each summary is their first words: replace it by your own words.
"""
_PLAN = """\
# The plan, and its source: the document that links it to the Global Compact. Replace the words
# "to be replaced", and write down how citations are to name the source.
"""

_LONGEST = 1_000
"""The longest text that is written; longer ones are cut."""


def draft_files(draft: Draft, objectives: Iterable[Objective]) -> Mapping[str, str]:
    """Return the texts of a draft's files by their paths, relative to the plan's directory."""
    texts = {
        "plan.yaml": _PLAN + _plan(draft),
        "plan_points.yaml": _POINTS + _table("plan_points", map(_point, draft.points)),
        "coverage.yaml": _COVERAGE + _coverage(draft.coverage, objectives),
        "linkages.yaml": _LINKAGES
        + _comments(draft.undecided)
        + _table("linkages", map(_linkage, draft.linkages)),
    }
    if draft.paragraphs:
        texts["paragraphs.yaml"] = _PARAGRAPHS + _table(
            "paragraphs", map(_paragraph, draft.paragraphs)
        )
    files = {name: schema_line(name) + text for name, text in texts.items()}
    return files | schema_files()


def quoted(value: object) -> str:
    """Return a value as YAML: null, a word of an enumeration, a number, a list, or quoted text.

    Whatever a text holds, it is one line of printable characters, and is read as it is written.
    """
    if value is None:
        return "null"
    if isinstance(value, StrEnum):
        return value.value
    if isinstance(value, int):
        return str(value)
    if isinstance(value, tuple):
        return f"[{', '.join(map(quoted, value))}]"
    text = json.dumps(sound(str(value)), ensure_ascii=False)
    return re.sub(r"[^ -~\w]", _escaped, text)


def sound(text: str) -> str:
    """Return a text as a data file may hold it: one line, printable, no formula, not too long."""
    clean = " ".join(printable(text).split()).lstrip("=+-@ ")
    return clean[:_LONGEST] or "…"


def _escaped(match: re.Match[str]) -> str:
    char = match[0]
    if char.isprintable() and char not in "\ufffe\uffff":
        return char
    return f"\\U{ord(char):08X}"


def _plan(draft: Draft) -> str:
    symbol = PurePath(draft.document.name).stem or draft.title
    plan = _record(title=draft.title, organisation="to be replaced", short="to be replaced")
    source = _record(
        symbol=symbol,
        title=draft.title,
        coverage_table=draft.coverage_table,
        sha256=draft.document.sha256,
    )
    return f"\nplan:\n{_indented(plan, '  ')}\nsource:\n{_indented(source, '  ')}"


def _point(point: PlanPoint) -> list[str]:
    return _record(
        ref=point.ref,
        subject=point.subject,
        paragraphs=tuple(map(str, point.paragraphs)),
    )


def _linkage(linkage: Linkage) -> list[str]:
    at = {"place": linkage.place}
    if linkage.place is None:
        at = {"paragraph": None if linkage.paragraph is None else str(linkage.paragraph)}
    return _record(
        objective=linkage.subject,
        plan_point=linkage.plan_point,
        **at,
        basis=linkage.basis,
        stance=linkage.stance,
        wording=linkage.wording,
        note=linkage.note or None,
    )


def _paragraph(paragraph: Paragraph) -> list[str]:
    return _record(number=paragraph.number, section=paragraph.section, summary=paragraph.summary)


def _coverage(rows: Iterable[Coverage], objectives: Iterable[Objective]) -> str:
    given = {row.objective: row for row in rows}
    text = "\ncoverage:\n"
    for objective in objectives:
        row = given.get(objective.ref) or Coverage(objective.ref)
        fields = _record(
            objective=row.objective, status=row.status, channel=row.channel, note=row.note
        )
        text += f"  # {objective.title.en}\n{_item(fields)}"
    return text


def _record(**fields: object) -> list[str]:
    return [f"{key}: {quoted(value)}" for key, value in fields.items()]


def _table(name: str, records: Iterable[list[str]]) -> str:
    items = "".join(map(_item, records))
    return f"\n{name}:\n{items}" if items else f"\n{name}: []\n"


def _item(lines: list[str]) -> str:
    first, *others = lines
    return f"  - {first}\n{_indented(others, '    ')}"


def _indented(lines: Iterable[str], by: str) -> str:
    return "".join(f"{by}{line}\n" for line in lines)


def _comments(undecided: Iterable[Undecided]) -> str:
    """What was not decided, a line each."""
    lines = [f"#   {quoted(one.place)[1:-1]}: {quoted(one.text)[1:-1]}\n" for one in undecided]
    return "".join(["#\n# Not decided:\n", *lines]) if lines else ""
