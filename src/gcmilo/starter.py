"""A starter plan: the files of a user's own plan, commented, that load as they are."""

import json
from collections.abc import Mapping

from gcmilo.model import Basis, Means, Objective, Stance, Status
from gcmilo.tables import PLAN_FILES
from gcmilo.text import joined

# A backslash at the end of a line joins it to the next, whose text belongs to one line of the file.
_PLAN = """\
# Your plan, and its source: the document that links it to the Global Compact. One record each.

plan:
  title: "National plan on fair migration"
  organisation: "Ministry of Labour"
  short: "Ministry"
  period: "2025-28"
  symbol: null            # the plan's own symbol or number, if it has one

source:
  symbol: "Plan 2025"     # how citations name the source: "Plan 2025, para. 3"
  title: "National plan on fair migration"
  author: null
  date: null              # as 2025-03-31, 2025-03 or 2025
  address: null
  coverage_table: null    # the name of the table in it, such as "annex", \
that coverage.yaml is read from
"""
_PLAN_POINTS = """\
# The points of your plan, labelled as the plan labels them: "1.2", "A-3", "II.4(b)".
# Case, spaces and punctuation do not matter when you ask for one: gcmilo --plan DIR plan-point 1.1

plan_points:
  - ref: "1.1"
    subject: "an example: replace it by your first point"
    summary: null         # in your own words
    means: null           # a list of: {means}
    means_basis: null     # stated or stated_for_group, where means are given
    paragraphs: []        # the numbered paragraphs that cite the point, as ["3", "7"]

# Labels that the numbering implies and the source never cites.
uncited: []
"""
_COVERAGE = """\
# How your plan treats each of the 23 objectives. \
Replace null by a status once you have assessed one:
#   {statuses}
# channel: the words of the table where it has some, above all where the link is indirect.

coverage:
"""
_LINKAGES = """\
# What the source says: one record per objective or action, plan point or none, \
paragraph or place, and stance.
#
#   objective   "6", or an action: "6(l)"
#   plan_point  a label of plan_points.yaml, or null where work is tied \
to the objective without a point
#   paragraph   the numbered paragraph that says so, as "3"; null is allowed, and is weak evidence
#   place       instead of a paragraph, where none is numbered: "page 66", "section 3.2", \
"sheet Plan, row 12"
#   basis       {bases}: does one sentence name both ends, does a row of a table,
#               or does only the paragraph tie them?
#   stance      {stances}
#   wording     the words of strength as printed, such as "will support"
#   note        in your own words; without one, nobody knows what is said there
#
# Take the hash marks away and replace the example:
#
#  - objective: "6(l)"
#    plan_point: "1.1"
#    paragraph: "3"
#    basis: explicit
#    stance: supports
#    wording: "will support"
#    note: "The point is to bring recruitment into line with the ILO's guidelines."

linkages: []
"""


def starter_plan(objectives: tuple[Objective, ...]) -> Mapping[str, str]:
    """Return the texts of a starter plan's files by their paths, relative to the plan's directory.

    Beside the data files are the schemas that editors check them by.
    """
    words = {
        "means": joined([f'"{means}"' for means in Means], "or"),
        "statuses": joined(Status, "or"),
        "bases": joined(Basis, "or"),
        "stances": joined(Stance, "or"),
    }
    texts = {
        "plan.yaml": _PLAN,
        "plan_points.yaml": _PLAN_POINTS,
        "coverage.yaml": _COVERAGE + "".join(map(_coverage_row, objectives)),
        "linkages.yaml": _LINKAGES,
    }
    files = {}
    for name, text in texts.items():
        files[name] = schema_line(name) + text.format(**words)
    return files | schema_files()


def schema_line(name: str) -> str:
    """Return the first line of a data file, by which editors find its schema."""
    return f"# yaml-language-server: $schema={_schema_path(name)}\n"


def schema_files() -> dict[str, str]:
    """Return the schemas that editors check a plan's files by, by their paths."""
    files = {}
    for data_file in PLAN_FILES:
        schema = json.dumps(data_file.schema(), indent=2)
        files[_schema_path(data_file.name)] = f"{schema}\n"
    return files


def _schema_path(name: str) -> str:
    return f"schemas/{name.removesuffix('.yaml')}.schema.json"


def _coverage_row(objective: Objective) -> str:
    return (
        f'  # {objective.title.en}\n  - objective: "{objective.number}"\n'
        "    status: null\n    channel: null\n    note: null\n"
    )
