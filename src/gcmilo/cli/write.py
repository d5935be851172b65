"""The one writer: an answer to stdout or to a file, whole or not at all; what is said of the run to stderr."""

import os
import shutil
import sys
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from gcmilo.errors import OutputError
from gcmilo.output.render import Screen
from gcmilo.text import shown

_PLAIN = str.maketrans(
    {"“": '"', "”": '"', "‘": "'", "’": "'", "–": "-", "—": "-", "●": "#", "○": "o", "·": ".", "─": "-", "│": "|"}
    | {"├": "|", "└": "`", "…": "..."}
)


@dataclass(frozen=True)
class Written:
    """What a command has to say: text for stdout or a file, a note about the run, and whether all is well.

    A ``folder`` of files, by their names, goes to ``path``, and the text to stdout then.
    """

    text: str
    machine: bool = False
    path: Path | None = None
    force: bool = False
    note: str | None = None
    ok: bool = True
    folder: Mapping[str, str] | None = None


def screen() -> Screen | None:
    """Return the terminal that stdout is, or that FORCE_COLOR says it is; None for a pipe or a file."""
    forced = os.environ.get("FORCE_COLOR", "0") not in ("", "0", "false")
    terminal = sys.stdout is not None and sys.stdout.isatty()
    if not terminal and not forced:
        return None
    plain = bool(os.environ.get("NO_COLOR")) or (os.environ.get("TERM") == "dumb" and not forced)
    return Screen(columns(), colour=not plain)


def columns() -> int:
    """Return the width of the terminal; COLUMNS decides where it is a number above 0."""
    return shutil.get_terminal_size((80, 24)).columns


def write(written: Written) -> None:
    """Write a command's text where it belongs.

    Raises:
        OutputError: it could not be written.
        BrokenPipeError: the reader has closed the pipe.
    """
    if written.note:
        tell(written.note)
    if written.path is not None and written.folder is not None:
        _to_folder(written.folder, written.path)
        _to_stdout(written.text, written.machine)
    elif written.path is not None:
        _to_file(written.text, written.path, written.force)
    elif written.text:
        _to_stdout(written.text, written.machine)


def tell(sentence: str) -> None:
    """Say something about the run on stderr, if anybody listens."""
    try:
        encoding = sys.stderr.encoding or "ascii"
        sys.stderr.write(_encodable(sentence, encoding) + "\n")
        sys.stderr.flush()
    except (OSError, AttributeError, ValueError):
        pass


def _to_stdout(text: str, machine: bool) -> None:
    if sys.stdout is None:
        raise OutputError("The answer could not be written: stdout is closed.")
    encoding = "utf-8" if machine else sys.stdout.encoding or "utf-8"
    content = (text if machine else _encodable(text, encoding)).encode(encoding)
    try:
        sys.stdout.flush()
        rest = memoryview(content)
        while rest:  # an unbuffered stdout takes what fits
            rest = rest[sys.stdout.buffer.write(rest) :]
        sys.stdout.buffer.flush()
    except OSError as error:
        _silence_stdout()
        if isinstance(error, BrokenPipeError):
            raise
        raise OutputError(f"The answer could not be written: {error.strerror}.") from None


def _silence_stdout() -> None:
    """Let the interpreter's last flush go nowhere: what could not be written was reported once."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _encodable(text: str, encoding: str) -> str:
    """Return the text with each character that the encoding lacks in plainer ones."""
    if _fits(text, encoding):
        return text
    return "".join(character if _fits(character, encoding) else _plainer(character) for character in text)


def _fits(text: str, encoding: str) -> bool:
    try:
        text.encode(encoding)
    except UnicodeEncodeError:
        return False
    return True


def _plainer(character: str) -> str:
    plain = unicodedata.normalize("NFKD", character.translate(_PLAIN))
    return plain.encode("ascii", "ignore").decode("ascii")


def _to_folder(files: Mapping[str, str], path: Path) -> None:
    """Make a folder of files, next to its place and then moved there, where nothing is yet."""
    unfinished = path.with_name(f".{path.name}.{os.getpid()}.tmp")
    try:
        if path.exists() and (not path.is_dir() or any(path.iterdir())):
            raise OutputError(f"{shown(str(path))} is there already; nothing is overwritten.")
        for name, text in files.items():
            (unfinished / name).parent.mkdir(parents=True, exist_ok=True)
            (unfinished / name).write_text(text, encoding="utf-8", newline="\n")
        unfinished.replace(path)
    except OSError as error:
        raise OutputError(f"{shown(str(path))} could not be written: {error.strerror}.") from None
    finally:
        shutil.rmtree(unfinished, ignore_errors=True)


def _to_file(text: str, path: Path, force: bool) -> None:
    """Write next to the file and move into place, so that it is whole or not there at all."""
    try:
        if path.is_dir():
            raise OutputError(f"{shown(str(path))} is a directory, no file to write to.")
        if path.exists() and not force:
            raise OutputError(f"{shown(str(path))} exists already; --force replaces it.")
        unfinished = path.with_name(f".{os.getpid()}.tmp")
        try:
            unfinished.write_text(text, encoding="utf-8", newline="\n")
            unfinished.replace(path)
        finally:
            unfinished.unlink(missing_ok=True)
    except OSError as error:
        raise OutputError(f"{shown(str(path))} could not be written: {error.strerror}.") from None
