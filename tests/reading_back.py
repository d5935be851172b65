"""Exports read back into a crosswalk, by the same description of the data files that the loader
goes by.
"""

import json
from collections.abc import Mapping
from typing import Any

from gcmilo import Crosswalk
from gcmilo.fields import FaultCollector, RecordField
from gcmilo.strict_yaml import Node
from gcmilo.tables import COMPACT_FILES, PLAN_FILES

Rows = list[dict[str, Any]]
TABLES = [table for file in (*COMPACT_FILES, *PLAN_FILES) for table in file.tables]


def from_json(text: str) -> Crosswalk:
    """Return the crosswalk of the JSON export."""
    data = json.loads(text)
    for objective in data["objectives"]:
        objective |= {"title": objective["titles"], "label": objective["labels"]}
    for linkage in data["linkages"]:
        linkage["objective"] = linkage["action"] or linkage["objective"]
    return _crosswalk(data)


def from_relations(tables: Mapping[str, Rows]) -> Crosswalk:
    """Return the crosswalk of the tables of the Data Package or the database, their rows in order."""
    single = {name: tables[name][0] for name in ("plan", "source")}
    return _crosswalk(_compact_side(tables) | _plan_side(tables) | _evidence(tables) | single)


def _compact_side(tables: Mapping[str, Rows]) -> dict[str, Any]:
    objectives = [
        row
        | {
            name: {code: row[f"{name}_{code}"] for code in ("en", "fr", "es")}
            for name in ("title", "label")
        }
        | {"actions": [a for a in tables["action"] if str(a["objective"]) == str(row["number"])]}
        | {
            "sdg_targets": _column(
                tables["objective_sdg_target"], "objective", row["number"], "target"
            )
        }
        for row in tables["objective"]
    ]
    return {"objectives": objectives, "terms": [_arrays(row) for row in tables["term"]]}


def _plan_side(tables: Mapping[str, Rows]) -> dict[str, Any]:
    points = [
        _arrays(row)
        | {
            "paragraphs": _column(
                tables["plan_point_paragraph"], "plan_point", row["ref"], "paragraph"
            )
        }
        for row in tables["plan_point"]
    ]
    return {
        "plan_points": points,
        "uncited": [row["ref"] for row in tables["uncited"]],
        "coverage": tables["coverage"],
        "linkages": [row | {"objective": _subject(row)} for row in tables["linkage"]],
        "paragraphs": tables["paragraph"],
    }


def _evidence(tables: Mapping[str, Rows]) -> dict[str, Any]:
    activities = [
        _arrays(row)
        | {
            "figures": _of(tables["activity_figure"], "activity", row["id"]),
            "objectives": [
                tie | {"ref": _subject(tie)}
                for tie in _of(tables["activity_objective"], "activity", row["id"])
            ],
            "plan_points": [
                tie | {"ref": tie["plan_point"]}
                for tie in _of(tables["activity_plan_point"], "activity", row["id"])
            ],
            "paragraphs": _column(tables["activity_paragraph"], "activity", row["id"], "paragraph"),
        }
        for row in tables["activity"]
    ]
    documents = [
        _arrays(row)
        | {"paragraphs": _column(tables["document_paragraph"], "document", row["id"], "paragraph")}
        for row in tables["document"]
    ]
    tensions = [
        row
        | {
            "objectives": [
                _subject(r) for r in _of(tables["tension_objective"], "tension", row["id"])
            ],
            "plan_points": _column(
                tables["tension_plan_point"], "tension", row["id"], "plan_point"
            ),
            "sides": [
                _arrays(s) | {"at": json.loads(s["places"])}
                for s in _of(tables["tension_side"], "tension", row["id"])
            ],
        }
        for row in tables["tension"]
    ]
    return {"activities": activities, "documents": documents, "tensions": tensions}


_ARRAYS = {"en", "fr", "es", "means", "dates", "partners", "places", "also"}


def _arrays(row: dict[str, Any]) -> dict[str, Any]:
    return row | {
        name: json.loads(row[name]) for name in _ARRAYS & set(row) if row[name] is not None
    }


def _subject(row: dict[str, Any]) -> Any:
    return row["action"] or row["objective"]


def _of(rows: Rows, parent: str, key: Any) -> Rows:
    return sorted(
        (row for row in rows if str(row[parent]) == str(key)), key=lambda row: int(row["position"])
    )


def _column(rows: Rows, parent: str, key: Any, name: str) -> list[Any]:
    return [row[name] for row in _of(rows, parent, key)]


def _crosswalk(data: Mapping[str, Any]) -> Crosswalk:
    collector = FaultCollector("export", [])
    tables = {}
    for table in TABLES:
        items = [data[table.name]] if table.single else data[table.name]
        records = [table.item.read(_node(item, table.item), collector) for item in items]
        tables[table.name] = records[0] if table.single else tuple(records)
    assert not collector.faults
    return Crosswalk(**tables)


def _node(value: Any, kind: Any = None) -> Node:
    """A value as the loader would have read it; of a record, the keys that its description has."""
    if isinstance(value, dict):
        kinds = {**kind.required, **kind.optional} if isinstance(kind, RecordField) else {}
        return Node(
            {key: _node(value[key], inner) for key, inner in kinds.items() if key in value}, 1
        )
    if isinstance(value, list):
        return Node([_node(item, getattr(kind, "kind", None)) for item in value], 1)
    return Node(value if value is None else str(value), 1, quoted=True)
