"""The data files made into a crosswalk: the bundled ones, or a directory of somebody's own plan."""

from collections.abc import Iterable
from importlib.resources import as_file, files
from pathlib import Path
from typing import Any

from gcmilo.crosswalk import Crosswalk
from gcmilo.errors import DataError, Fault
from gcmilo.fields import Kind, Reader, Record, Row, Unreadable
from gcmilo.records import Node, described, read_file
from gcmilo.rules import Rows, broken_rules
from gcmilo.tables import COMPACT_FILES, PLAN_FILES, DataFile, Table
from gcmilo.text import nearest, shown


def load(directory: str | Path | None = None) -> Crosswalk:
    """Return the crosswalk of a directory's plan, or of the bundled ILO plan of action.

    The Compact side is always the bundled one. Of the plan side, ``plan.yaml`` and ``plan_points.yaml`` must be in the
    directory; what else is missing is empty.

    Raises:
        DataError: the data is wrong; ``faults`` lists every fault, with file and line.

    >>> crosswalk = load()
    >>> len(crosswalk.objectives), len(crosswalk.plan_points)
    (23, 17)
    """
    with as_file(files("gcmilo.data")) as bundled:
        rows, faults = _read_tables(bundled, COMPACT_FILES, "data")
        plan = bundled if directory is None else Path(directory)
        plan_rows, plan_faults = _read_tables(plan, PLAN_FILES, "data" if directory is None else str(directory))
    rows |= plan_rows
    faults += plan_faults
    faults += broken_rules(rows)
    if faults:
        raise DataError(sorted(faults, key=lambda fault: (fault.file, fault.line or 0)))
    return _crosswalk(rows)


def _crosswalk(rows: Rows) -> Crosswalk:
    single = {table.name for file in PLAN_FILES for table in file.tables if table.single}
    tables: dict[str, Any] = {name: tuple(row.record for row in found) for name, found in rows.items()}
    return Crosswalk(**{name: records[0] if name in single else records for name, records in tables.items()})


def _read_tables(directory: Path, data_files: Iterable[DataFile], name: str) -> tuple[Rows, list[Fault]]:
    rows: Rows = {}
    faults: list[Fault] = []
    if not directory.is_dir():
        return rows, [Fault(name, None, None, "there is no such directory")]
    for data_file in data_files:
        path = directory / data_file.name
        reader = Reader(f"{name}/{data_file.name}", faults)
        if data_file.required or path.exists():
            root, found = read_file(path, reader.file)
            faults += found
            rows |= _read_root(root, data_file, reader) if root or not found else {}
    return rows, faults


def _read_root(root: Node | None, data_file: DataFile, reader: Reader) -> Rows:
    if root is None or not isinstance(root.value, dict):
        reader.fault(
            1, f"a mapping with {data_file.tables[0].name} is wanted here, not {described(root or Node(None, 1))}"
        )
        return {}
    names = [table.name for table in data_file.tables]
    for key, node in root.value.items():
        if key not in names:
            meant = nearest(key, names)
            reader.at(shown(key)[1:-1]).fault(node.line, "this key is unknown", meant[0] if meant else None)
    rows: Rows = {}
    for table in data_file.tables:
        if table.name in root.value:
            rows[table.name] = _read_table(root.value[table.name], table, reader.at(table.name))
        elif not table.optional:
            reader.at(table.name).fault(root.line, "this key is missing")
    return rows


def _read_table(node: Node, table: Table, reader: Reader) -> list[Row]:
    if table.single:
        return [_read_row(node, table.item, reader)]
    if node.value is None:
        return []
    if not isinstance(node.value, list):
        reader.fault(node.line, f"a list is wanted here, not {described(node)}")
        return []
    return [_read_row(item, table.item, reader) for item in node.value]


def _read_row(node: Node, item: Kind, reader: Reader) -> Row:
    if isinstance(item, Record):
        return item.read_row(node, reader)
    try:
        ref = item.read(node, reader)
    except Unreadable:
        return Row(reader.file, node.line, {}, {}, None)
    return Row(reader.file, node.line, {"ref": ref}, {"ref": node.line}, ref)
