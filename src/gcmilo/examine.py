"""Reading and examining the data files: their faults, their weak evidence, their crosswalk."""

import os
from collections.abc import Iterable
from pathlib import Path
from typing import Any, ClassVar

from gcmilo import bundled
from gcmilo.crosswalk import Crosswalk
from gcmilo.errors import MOST_FAULTS, Fault
from gcmilo.fields import FaultCollector, Kind, RecordField, Row, Unreadable
from gcmilo.frozen import frozen
from gcmilo.progress import ProgressCallback, no_progress
from gcmilo.rules import Rows, broken_rules, weak_evidence
from gcmilo.strict_yaml import Node, described, read_file
from gcmilo.tables import COMPACT_FILES, PLAN_FILES, DataFile, Table
from gcmilo.text import closest, printable

BUNDLED = "data"
"""What faults call the bundled data."""


@frozen
class Examination:
    """The rows that were read of the data, its faults, and warnings of weak evidence."""

    question: ClassVar[str] = "validate"

    rows: Rows
    faults: tuple[Fault, ...]
    warnings: tuple[Fault, ...]

    @property
    def ok(self) -> bool:
        """Whether the data loads."""
        return not self.faults

    def crosswalk(self) -> Crosswalk:
        """Return the crosswalk of data without faults; with faults, it would lack records."""
        single = {table.name for file in PLAN_FILES for table in file.tables if table.single}
        tables: dict[str, Any] = {}
        for name, rows in self.rows.items():
            records = tuple(row.record for row in rows)
            tables[name] = records[0] if name in single else records
        return Crosswalk(**tables)


def examine(
    directory: str | Path | None = None, report: ProgressCallback = no_progress
) -> Examination:
    """Return what is wrong or weak in a directory's plan, or in the bundled data.

    The Compact side is the bundled one. Files that cannot be read are faults, and nothing is
    raised. ``report`` gets the progress.
    """
    compact = bundled.data_directory()
    plan, name = compact, BUNDLED
    strange: list[Fault] = []
    if directory is not None:
        plan, name = Path(directory), printable(str(directory))
        strange = _strange_files(plan, name)
    rows, faults = _read_tables(compact, COMPACT_FILES, BUNDLED, report)
    plan_rows, plan_faults = _read_tables(plan, PLAN_FILES, name, report)
    rows |= plan_rows
    report(f"Checking {name}", 0, 0)
    faults += [*plan_faults, *broken_rules(rows)]
    return Examination(rows, _in_order(faults), _in_order([*weak_evidence(rows), *strange]))


def _in_order(faults: Iterable[Fault]) -> tuple[Fault, ...]:
    return tuple(sorted(faults, key=lambda fault: (fault.file, fault.line or 0)))


def _strange_files(directory: Path, name: str) -> list[Fault]:
    """A warning for each YAML file of a directory that is not one of a plan's."""
    known = [data_file.name for data_file in PLAN_FILES]
    try:
        found = sorted(
            path.name for path in directory.iterdir() if path.suffix in (".yaml", ".yml")
        )
    except (OSError, ValueError):  # that the directory is missing or unreadable is said elsewhere
        found = []
    warnings = []
    for file in found:
        if file not in known:
            place = f"{name}/{printable(file)}"
            text = "this file is not read"
            warnings.append(Fault(place, None, None, text, closest(file, known)))
    return warnings


def _is_directory(path: Path) -> bool:
    try:
        return path.is_dir()
    except (OSError, ValueError):  # a name that is too long, or no name at all
        return False


def _read_tables(
    directory: Path, data_files: Iterable[DataFile], name: str, report: ProgressCallback
) -> tuple[Rows, list[Fault]]:
    rows: Rows = {}
    faults: list[Fault] = []
    if not _is_directory(directory):
        return rows, [Fault(name, None, None, "there is no such directory")]
    for data_file in data_files:
        path = directory / data_file.name
        # lexists, because a link to a file that is missing is a fault, not a file left out.
        if not data_file.required and not os.path.lexists(path):
            continue
        collector = FaultCollector(f"{name}/{data_file.name}", faults)
        root, found = read_file(path, collector.file, report)
        report(f"Checking {collector.file}", 0, 0)
        faults += found
        if root is None and not found:
            root = Node(None, 1)  # an empty file
        if root is not None:
            rows |= _read_root(root, data_file, collector)
    return rows, faults


def _read_root(root: Node, data_file: DataFile, collector: FaultCollector) -> Rows:
    if not isinstance(root.value, dict):
        wanted = f"a mapping with {data_file.tables[0].name}"
        collector.fault(root.line, f"{wanted} is wanted here, not {described(root)}")
        return {}
    names = [table.name for table in data_file.tables]
    for key, node in root.value.items():
        if key not in names:
            collector.unknown_key(key, node.line, names)
    rows: Rows = {}
    for table in data_file.tables:
        if table.name in root.value:
            rows[table.name] = _read_table(root.value[table.name], table, collector.at(table.name))
        elif not table.optional:
            collector.at(table.name).fault(root.line, "this key is missing")
    return rows


def _read_table(node: Node, table: Table, collector: FaultCollector) -> list[Row]:
    if table.single:
        return [_read_row(node, table.item, collector)]
    if node.value is None:
        return []
    if not isinstance(node.value, list):
        collector.fault(node.line, f"a list is wanted here, not {described(node)}")
        return []
    rows: list[Row] = []
    for item in node.value:
        # ``MOST_FAULTS`` bounds the work on a hostile file.
        if len(collector.faults) >= MOST_FAULTS:
            collector.fault(item.line, f"{MOST_FAULTS} faults are enough; the rest is not read")
            break
        rows.append(_read_row(item, table.item, collector))
    return rows


def _read_row(node: Node, item: Kind, collector: FaultCollector) -> Row:
    if isinstance(item, RecordField):
        return item.read_row(node, collector)
    # An item that is no record is a reference: that of an uncited plan point.
    try:
        ref = item.read(node, collector)
    except Unreadable:
        return Row(collector.file, node.line, {}, {}, None)
    return Row(collector.file, node.line, {"ref": ref}, {"ref": node}, ref)
