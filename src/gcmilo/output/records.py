"""Answers as flat records, for csv, tsv and jsonl. They are taken from the JSON data, so that both agree."""

import csv
from functools import singledispatch
from io import StringIO
from typing import Any

from gcmilo import query
from gcmilo.examine import Examination
from gcmilo.model import Source
from gcmilo.output.data import Data, activity_data, to_data
from gcmilo.query.briefing import BriefAnswer
from gcmilo.received import TableCheck
from gcmilo.source.verify import Verification

_LIST = {
    query.ObjectiveAnswer: "linkages",
    query.ObjectivesAnswer: "objectives",
    query.PlanPointAnswer: "linkages",
    query.PlanPointsAnswer: "plan_points",
    query.ParagraphAnswer: "linkages",
    query.ParagraphsAnswer: "paragraphs",
    query.LinkagesAnswer: "linkages",
    query.ActivitiesAnswer: "activities",
    query.DocumentsAnswer: "documents",
    query.TensionsAnswer: "tensions",
    query.SearchAnswer: "hits",
    query.CiteAnswer: "citations",
    query.CompareAnswer: "objectives",
    Examination: "problems",
    TableCheck: "problems",
    Verification: "problems",
}
"""The list of an answer's JSON data whose items are its records."""


@singledispatch
def to_records(answer: object, source: Source) -> list[Data]:
    """Return the records of an answer, all with the same keys."""
    records: list[Data] = to_data(answer, source)[_LIST[type(answer)]]
    return records


@to_records.register
def _resolve(answer: query.ResolveAnswer, source: Source) -> list[Data]:
    return [
        {"matched": reference["matched"], "start": reference["start"]} | reading
        for reference in to_data(answer, source)["references"]
        for reading in reference["readings"] or [{"kind": None, "ref": None, "title": None}]
    ]


@to_records.register
def _activity(answer: query.ActivityAnswer, source: Source) -> list[Data]:
    return [activity_data(answer.activity, source)]


@to_records.register
def _brief(answer: BriefAnswer, source: Source) -> list[Data]:
    """A record for each statement, with the objective or action under which the brief makes it."""
    return [
        {
            "ref": section["ref"],
            "title": section["title"],
            "status": section["coverage"]["status"],
            "gap": section["gap"],
        }
        | statement
        for section in to_data(answer, source)["objectives"]
        for statement in section["statements"]
    ]


@to_records.register
def _gap(answer: query.GapsAnswer, source: Source) -> list[Data]:
    data = to_data(answer, source)
    objectives = [("objective", str(found["number"]), found) for found in data["objectives"]]
    points = [("plan_point", found["ref"], found) for found in data["plan_points"]]
    uncited: list[tuple[str, str, Data]] = [
        ("uncited", ref, {"gap": "uncited", "reasons": [{"text": query.UNCITED, "citation": source.cite()}]})
        for ref in data["uncited"]
    ]
    return [
        {"kind": kind, "ref": ref, "gap": found["gap"], "reason": reason["text"], "citation": reason["citation"]}
        for kind, ref, found in [*objectives, *points, *uncited]
        for reason in found["reasons"]
    ]


@to_records.register
def _coverage(answer: query.CoverageAnswer, source: Source) -> list[Data]:
    return [
        {
            "number": row.objective.number,
            "title": row.objective.title.en,
            "round_table": row.objective.round_table,
            "status": row.coverage.status,
            "channel": row.coverage.channel,
            "note": row.coverage.note,
        }
        for row in answer.rows
    ]


@to_records.register
def _matrix(answer: query.MatrixAnswer, source: Source) -> list[Data]:
    return [
        {"number": row["number"], "label": row["label"], "status": row["status"]}
        | {cell["plan_point"]: cell["basis"] for cell in row["cells"]}
        for row in to_data(answer, source)["objectives"]
    ]


@to_records.register
def _tree(answer: query.TreeAnswer, source: Source) -> list[Data]:
    return [
        {"branch": branch["ref"], "branch_name": branch["name"], "status": branch["status"]} | twig
        for branch in to_data(answer, source)["branches"]
        for twig in branch["twigs"]
    ]


def flat(record: Data) -> dict[str, str]:
    """Return a record with one text a column: mappings spread over columns, lists joined by semicolons."""
    columns: dict[str, str] = {}
    for key, value in record.items():
        if isinstance(value, dict):
            columns |= {f"{key}_{inner}": text for inner, text in flat(value).items()}
        else:
            columns[key] = _cell(value)
    return columns


def _cell(value: Any) -> str:
    if isinstance(value, list):
        return "; ".join(_cell(item) for item in value)
    if isinstance(value, dict):
        return " ".join(_cell(item) for item in value.values() if item is not None)
    return "" if value is None else str(value)


def delimited(records: list[Data], delimiter: str) -> str:
    """Return records as lines of cells under a line of column names; nothing where there are no records."""
    rows = [flat(record) for record in records]
    text = StringIO()
    if rows:
        writer = csv.DictWriter(text, list(rows[0]), delimiter=delimiter, lineterminator="\n")
        writer.writeheader()
        writer.writerows(rows)
    return text.getvalue()
