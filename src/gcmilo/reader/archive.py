"""The zip archive that an office file is: its members, unpacked within limits.

Libraries are never given the archive that was received, but one that is packed anew from what was
unpacked here: what its directory says about itself need not be true.
"""

import io
import struct
import zipfile
import zlib

from gcmilo.errors import InputError
from gcmilo.reader.forms import not_read
from gcmilo.text import shown

MOST_MEMBERS = 5_000
"""A workbook of 200 sheets has some 1,000 members; listing more takes time and gives nothing."""
MOST_UNPACKED = 160 * 1024 * 1024
"""The largest sheets of use, of 200,000 rows, unpack to less; twice as much must fit in memory."""
MOST_RATIO = 200
"""Sheets of numbers pack to a fiftieth of their size, and only bombs to less than this."""
_SMALL = 4 * 1024 * 1024
"""What unpacks to less does no harm, however well it was packed."""
_DECLARATIONS = ("<!DOCTYPE", "<!ENTITY")
"""No office program writes these; they are the way to external files and entities without end."""


_OPEN_DOCUMENTS = {
    "text": "an OpenDocument text; save it as .docx",
    "presentation": "a presentation; save it as PDF",
    "graphics": "a drawing; save it as PDF",
}


class Archive:
    """The members of an archive that hold XML, by their names."""

    def __init__(self, content: bytes, name: str) -> None:
        """Unpack the XML of an archive; ``name`` is for messages.

        Raises:
            InputError: it is damaged, encrypted or too large, or declares entities.
        """
        self.name = name
        self.names: list[str] = []
        self.members: dict[str, bytes] = {}
        try:
            with zipfile.ZipFile(io.BytesIO(content)) as archive:
                self._unpack(archive)
        except (zipfile.BadZipFile, zlib.error, EOFError, OSError, ValueError, struct.error):
            raise self._refusal("is damaged or not whole") from None
        except (NotImplementedError, RuntimeError):
            raise self._refusal("is packed or encrypted in a way that is not read") from None

    def _unpack(self, archive: zipfile.ZipFile) -> None:
        infos = archive.infolist()
        if len(infos) > MOST_MEMBERS:
            raise self._refusal(f"has more than {MOST_MEMBERS:,} members")
        wanted = [info for info in infos if _is_read(info.filename)]
        if any(info.flag_bits & 1 for info in wanted):
            raise self._refusal("is protected by a password; save it without one")
        if sum(info.file_size for info in wanted) > MOST_UNPACKED:
            raise self._too_large()
        self.names = [info.filename for info in infos]
        left = MOST_UNPACKED
        for info in wanted:
            member = self._member(archive, info, left)
            left -= len(member)
            self.members[info.filename] = member

    def _member(self, archive: zipfile.ZipFile, info: zipfile.ZipInfo, left: int) -> bytes:
        if info.file_size > max(_SMALL, info.compress_size * MOST_RATIO):
            raise self._too_large()
        with archive.open(info) as file:
            member = file.read(left + 1)
        if len(member) > left:
            raise self._too_large()
        if _declares(member):
            raise self._refusal("declares entities in its XML, which no office program does")
        return member

    def packed_anew(self, *, leave_out: tuple[str, ...] = ()) -> io.BytesIO:
        """Return an archive with the members read here; the others are in it without content."""
        packed = io.BytesIO()
        with zipfile.ZipFile(packed, "w", zipfile.ZIP_STORED) as archive:
            for name in dict.fromkeys(self.names):
                if not name.endswith("/") and not name.startswith(leave_out or "\0"):
                    archive.writestr(name, self.members.get(name, b""))
        packed.seek(0)
        return packed

    def _too_large(self) -> InputError:
        most = MOST_UNPACKED // 1024 // 1024
        return self._refusal(f"unpacks to more than {most} MiB, or to far more than its size")

    def _refusal(self, reason: str) -> InputError:
        return InputError(f"{shown(self.name)} {reason}.")


def _is_read(name: str) -> bool:
    return name.lower().endswith((".xml", ".rels")) or name == "mimetype"


def _declares(member: bytes) -> bool:
    """Whether the XML declares a document type or entities, in any encoding that parsers take."""
    for word in _DECLARATIONS:
        if any(word.encode(coding) in member for coding in ("utf-8", "utf-16-le", "utf-16-be")):
            return True
    return False


def archive_form(archive: Archive) -> str:
    """Return the kind of an office file: docx, xlsx or ods.

    Raises:
        InputError: it is of a form that is not read.
    """
    if _is_open_document(archive):
        return "ods"
    names = set(archive.names)
    if any(name.startswith("word/") for name in names):
        return "docx"
    if "xl/workbook.bin" in names:
        raise not_read(archive.name, "a binary workbook; save it as .xlsx")
    if any(name.startswith("xl/") for name in names):
        return "xlsx"
    if any(name.startswith("ppt/") for name in names):
        raise not_read(archive.name, "a presentation; save it as PDF")
    raise not_read(archive.name, "a zip archive; unpack it")


def _is_open_document(archive: Archive) -> bool:
    mimetype = archive.members.get("mimetype", b"")[:100].decode("latin-1").strip()
    if not mimetype.startswith("application/vnd.oasis.opendocument."):
        return False
    kind = mimetype.rpartition(".")[2].removesuffix("-template")
    if kind == "spreadsheet":
        return True
    raise not_read(archive.name, _OPEN_DOCUMENTS.get(kind, "an OpenDocument file"))
