"""What is begun: the records of a plan, and what was left to a person to decide."""

from collections.abc import Mapping, Sequence
from dataclasses import field
from typing import ClassVar

from gcmilo.frozen import frozen
from gcmilo.model import ColumnRole, Coverage, Linkage, OwnRole, Paragraph, PlanPoint
from gcmilo.reader import Document
from gcmilo.received.check import ColumnRead, TableRead


@frozen
class Chosen:
    """What a person said about the file: the sheet, the table, and columns by their headings."""

    sheet: str | None = None
    table: int | None = None
    columns: Mapping[ColumnRole, Sequence[str]] = field(default_factory=dict)
    own_columns: Mapping[OwnRole, str] = field(default_factory=dict)

    @property
    def is_table(self) -> bool:
        """Whether a table is meant."""
        return bool(self.sheet or self.table or self.columns or self.own_columns)


@frozen
class Undecided:
    """Something that a person has to decide: where it stands, and what it is."""

    place: str
    text: str


@frozen
class OwnColumnRead:
    """A column of a plan's own: its role, its heading, and how many of its cells are filled."""

    role: OwnRole
    heading: str
    references: int


@frozen
class Draft:
    """The records of a plan that was begun from a file.

    ``coverage`` has the objectives that a table gives a status; ``coverage_table`` is its name.
    """

    title: str
    document: Document
    read: TableRead | None
    points: tuple[PlanPoint, ...]
    linkages: tuple[Linkage, ...]
    undecided: tuple[Undecided, ...]
    coverage: tuple[Coverage, ...] = ()
    coverage_table: str | None = None
    paragraphs: tuple[Paragraph, ...] = ()
    own_columns: tuple[OwnColumnRead, ...] = ()


@frozen
class DraftRead:
    """What was read: the file as a document; of a table, its heading, columns and rows too."""

    file: str
    sheet_or_table: str | None
    heading_row: int | None
    rows: int | None
    columns: tuple[ColumnRead | OwnColumnRead, ...]
    files: tuple[Document, ...]


@frozen
class Written:
    """A file that was written, and how many records it has."""

    file: str
    records: int


@frozen
class DraftAnswer:
    """What was read of a file, which files were written from it, and what is left to decide."""

    question: ClassVar[str] = "init"

    directory: str
    draft: Draft
    files: Mapping[str, str]
    written: tuple[Written, ...]

    @property
    def read(self) -> DraftRead:
        """What was read of the file."""
        document, table = self.draft.document, self.draft.read
        if table is None:
            return DraftRead(document.name, None, None, None, (), (document,))
        return DraftRead(
            table.file,
            table.sheet_or_table,
            table.heading_row,
            table.rows,
            (*table.columns, *self.draft.own_columns),
            (document,),
        )

    @property
    def undecided(self) -> tuple[Undecided, ...]:
        """What is left to decide."""
        return self.draft.undecided
