"""A Data Package: CSV files, and a description of their columns and of what refers to what."""

import csv
import json
import re
from collections.abc import Iterable, Mapping
from io import StringIO
from typing import Any

from gcmilo.crosswalk import Crosswalk
from gcmilo.export.form import CC0, Publication
from gcmilo.export.relation import Column, Relation, Row
from gcmilo.export.relations import relations
from gcmilo.text import fold

_LICENCES = {CC0: {"name": "CC0-1.0", "path": CC0, "title": "Creative Commons CC0 1.0 Universal"}}

# Said, because readers that are not told guess, and guess wrong where texts are full of other marks.
_DIALECT = {"delimiter": ",", "lineTerminator": "\n", "quoteChar": '"', "doubleQuote": True, "header": True}


def write(crosswalk: Crosswalk, publication: Publication) -> Mapping[str, str]:
    """Return the files of a folder by their names: ``datapackage.json``, and a CSV for every relation."""
    found = relations(crosswalk)
    tables = {f"{relation.name}.csv": _csv(relation.columns, relation.rows(crosswalk)) for relation in found}
    return {"datapackage.json": _description(crosswalk, publication, found)} | tables


def _csv(columns: Iterable[Column], rows: Iterable[Row]) -> str:
    """Lines of cells under a line of names. An empty cell is a missing value: no text of the data is empty."""
    text = StringIO()
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(column.name for column in columns)
    writer.writerows(rows)
    return text.getvalue()


def _description(crosswalk: Crosswalk, publication: Publication, found: Iterable[Relation]) -> str:
    plan, source = crosswalk.plan, crosswalk.source
    licence = publication.licence
    data = {
        "profile": "tabular-data-package",
        "name": "-".join(["gcmilo", *re.findall("[a-z0-9]+", fold(plan.short))]),
        "title": f"The Global Compact for Migration and the {plan.title}",
        "description": f"Linkages between the objectives of the Compact and the plan, as coded from {source.symbol}.",
        **({"licenses": [_LICENCES.get(licence, {"path": licence})]} if licence else {}),
        "sources": [
            {"title": f"{source.symbol}: {source.title}"} | ({"path": source.address} if source.address else {})
        ],
        "resources": [_resource(relation) for relation in found],
    }
    return json.dumps(data, ensure_ascii=False, indent=2) + "\n"


def _resource(relation: Relation) -> dict[str, Any]:
    return {
        "profile": "tabular-data-resource",
        "name": relation.name.replace("_", "-"),
        "path": f"{relation.name}.csv",
        "description": relation.about,
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "dialect": _DIALECT,
        "schema": {
            "fields": [_field(column, relation.key) for column in relation.columns],
            "missingValues": [""],
            "primaryKey": list(relation.key),
            "foreignKeys": [
                {
                    "fields": [column.name],
                    "reference": {"resource": column.to[0].replace("_", "-"), "fields": [column.to[1]]},
                }
                for column in relation.columns
                if column.to
            ],
        },
    }


def _field(column: Column, key: tuple[str, ...]) -> dict[str, Any]:
    constraints: dict[str, Any] = {} if column.optional else {"required": True}
    if key == (column.name,):
        constraints["unique"] = True
    if column.words:
        constraints["enum"] = [word.value for word in column.words]
    return {"name": column.name, "type": column.cells, **({"constraints": constraints} if constraints else {})}
