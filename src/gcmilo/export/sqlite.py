"""An SQLite database: the relations as strict tables, two views, and a full-text index."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing

from gcmilo.crosswalk import Crosswalk
from gcmilo.export.form import Publication
from gcmilo.export.relation import CellType, Column, Relation
from gcmilo.export.relations import relations
from gcmilo.query.search import fill_index

# Page size and encoding are stated, as the defaults depend on how SQLite was built.
_SETTINGS = """
PRAGMA page_size = 4096;
PRAGMA encoding = 'UTF-8';
PRAGMA foreign_keys = ON;
PRAGMA user_version = 1;
"""

_VIEWS = """
CREATE VIEW served AS
-- Which plan points stand behind which objectives, and on what basis at best.
SELECT objective, plan_point,
  CASE
    WHEN sum(basis = 'explicit') > 0 THEN 'explicit'
    WHEN sum(basis = 'listed') > 0 THEN 'listed'
    ELSE 'contextual'
  END AS basis
FROM linkage
WHERE plan_point IS NOT NULL AND stance NOT IN ('limits', 'not_included')
GROUP BY objective, plan_point;

CREATE VIEW gap AS
-- What is open on both sides: of each objective and plan point the widest gap. \
Of uncited points nothing is known.
SELECT 'objective' AS kind, CAST(number AS TEXT) AS ref, title_en AS title,
  CASE
    WHEN status IN ('not_addressed', 'indirect') THEN status
    WHEN number NOT IN (SELECT objective FROM served) THEN 'no_plan_point'
    ELSE 'contextual_only'
  END AS gap
FROM objective LEFT JOIN coverage ON coverage.objective = objective.number
WHERE status IN ('not_addressed', 'indirect')
  OR number NOT IN (SELECT objective FROM served WHERE basis <> 'contextual')
UNION ALL
SELECT 'plan_point', ref, subject,
  CASE WHEN ref IN (SELECT plan_point FROM served) THEN 'contextual_only' ELSE 'no_objective' END
FROM plan_point
WHERE ref NOT IN (SELECT plan_point FROM served WHERE basis <> 'contextual')
UNION ALL
SELECT 'uncited', ref, NULL, 'uncited' FROM uncited;
"""
"""What the questions ``gaps`` and ``matrix`` answer, in SQL. The tests compare the two."""


def write(crosswalk: Crosswalk, _: Publication) -> bytes:
    """Return the bytes of the database file.

    They depend on the crosswalk and the release of SQLite alone.
    """
    with closing(sqlite3.connect(":memory:")) as database:
        database.executescript(_SETTINGS)
        for relation in relations(crosswalk):
            database.execute(_definition(relation))
            database.executemany(_insertion(relation), relation.rows(crosswalk))
        database.executescript(_VIEWS)
        fill_index(database, crosswalk)
        database.commit()
        database.execute("VACUUM")
        return database.serialize()


def _definition(relation: Relation) -> str:
    key = ", ".join(_name(name) for name in relation.key)
    columns = [" ".join(_column(column)) for column in relation.columns]
    lines = ",\n  ".join([*columns, f"PRIMARY KEY ({key})"])
    # SQLite keeps the comment, so that .schema explains each table.
    return f"CREATE TABLE {_name(relation.name)} ( -- {relation.about}\n  {lines}\n) STRICT"


def _insertion(relation: Relation) -> str:
    cells = ", ".join("?" for _ in relation.columns)
    # The statement holds no values, and only the names of our own relations.
    return f"INSERT INTO {_name(relation.name)} VALUES ({cells})"  # noqa: S608


def _column(column: Column) -> Iterator[str]:
    name = _name(column.name)
    yield name
    yield "INTEGER" if column.cells is CellType.INTEGER else "TEXT"
    if not column.optional:
        yield "NOT NULL"
    if column.words:
        words = ", ".join(f"'{word}'" for word in column.words)
        yield f"CHECK ({name} IN ({words}))"
    if column.cells is CellType.ARRAY:
        null = f"{name} IS NULL OR " if column.optional else ""
        yield f"CHECK ({null}json_valid({name}))"
    if column.refers_to:
        table, key = column.refers_to
        yield f"REFERENCES {_name(table)} ({_name(key)})"


def _name(name: str) -> str:
    return f'"{name}"'
