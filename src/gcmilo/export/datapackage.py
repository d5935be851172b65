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
from gcmilo.model import Source
from gcmilo.text import fold

_Data = dict[str, Any]

_LICENCES = {
    CC0: {"name": "CC0-1.0", "path": CC0, "title": "Creative Commons CC0 1.0 Universal"},
}

# The defaults are stated: programs otherwise guess, and guess wrong where texts are full of other
# marks.
_DIALECT = {
    "delimiter": ",",
    "lineTerminator": "\n",
    "quoteChar": '"',
    "doubleQuote": True,
    "header": True,
}


def write(crosswalk: Crosswalk, publication: Publication) -> Mapping[str, str]:
    """Return the files of a folder by their names: ``datapackage.json``, and a CSV per relation."""
    tables = relations(crosswalk)
    files = {"datapackage.json": _description(crosswalk, publication, tables)}
    for relation in tables:
        files[_file_name(relation)] = _csv(relation.columns, relation.rows(crosswalk))
    return files


def _file_name(relation: Relation) -> str:
    return f"{relation.name}.csv"


def _csv(columns: Iterable[Column], rows: Iterable[Row]) -> str:
    """Lines of cells under a line of names. An empty cell is a missing value: no text is empty."""
    text = StringIO()
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(column.name for column in columns)
    writer.writerows(rows)
    return text.getvalue()


def _description(crosswalk: Crosswalk, publication: Publication, tables: Iterable[Relation]) -> str:
    plan, source = crosswalk.plan, crosswalk.source
    words = re.findall("[a-z0-9]+", fold(plan.short))
    data: _Data = {
        "profile": "tabular-data-package",
        "name": "-".join(["gcmilo", *words]),
        "title": f"The Global Compact for Migration and the {plan.title}",
        "description": (
            "Linkages between the objectives of the Compact and the plan,"
            f" as coded from {source.symbol}."
        ),
    }
    licence = publication.licence
    if licence:
        data["licenses"] = [_LICENCES.get(licence, {"path": licence})]
    data["sources"] = [_source(source)]
    data["resources"] = [_resource(relation) for relation in tables]
    return json.dumps(data, ensure_ascii=False, indent=2) + "\n"


def _source(source: Source) -> _Data:
    data = {"title": f"{source.symbol}: {source.title}"}
    if source.address:
        data["path"] = source.address
    return data


def _resource(relation: Relation) -> _Data:
    columns = relation.columns
    return {
        "profile": "tabular-data-resource",
        "name": _resource_name(relation.name),
        "path": _file_name(relation),
        "description": relation.about,
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "dialect": _DIALECT,
        "schema": {
            "fields": [_field(column, relation.key) for column in columns],
            "missingValues": [""],
            "primaryKey": list(relation.key),
            "foreignKeys": [
                _foreign_key(column.name, column.refers_to)
                for column in columns
                if column.refers_to
            ],
        },
    }


def _resource_name(relation: str) -> str:
    return relation.replace("_", "-")


def _foreign_key(name: str, refers_to: tuple[str, str]) -> _Data:
    relation, column = refers_to
    return {
        "fields": [name],
        "reference": {"resource": _resource_name(relation), "fields": [column]},
    }


def _field(column: Column, key: tuple[str, ...]) -> _Data:
    constraints: _Data = {}
    if not column.optional:
        constraints["required"] = True
    if key == (column.name,):
        constraints["unique"] = True
    if column.words:
        constraints["enum"] = [word.value for word in column.words]
    field: _Data = {"name": column.name, "type": column.cells}
    if constraints:
        field["constraints"] = constraints
    return field
