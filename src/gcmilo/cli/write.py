"""The one module that writes: answers to stdout, a file or a folder, and notes to stderr."""

import os
import shutil
import sys
import unicodedata
from collections.abc import Mapping
from pathlib import Path
from typing import Self, TextIO

from gcmilo.cli.progress import progress
from gcmilo.errors import OutputError
from gcmilo.frozen import frozen
from gcmilo.output.render import Screen
from gcmilo.text import shown

# What NFKD decomposes, such as an ellipsis or a letter with an accent, needs no entry.
_PLAIN = str.maketrans(
    {
        "“": '"',
        "”": '"',
        "‘": "'",
        "’": "'",
        "«": "<<",
        "»": ">>",
        "–": "-",
        "—": "-",
        "●": "#",
        "◐": "=",
        "○": "o",
        "·": ".",
        "─": "-",
        "│": "|",
        "├": "|",
        "└": "`",
    }
)

Content = str | bytes | Mapping[str, str]
"""The text or the bytes of a file, or the texts of a folder's files by their names."""


@frozen
class Output:
    """What a command writes: a text to stdout or a file, and a note to stderr; and if all is well.

    Where there is a ``folder`` of files, by their names, or a ``file`` of bytes, that goes to
    ``path``, and the text goes to stdout.
    """

    text: str
    machine: bool = False
    path: Path | None = None
    force: bool = False
    note: str | None = None
    ok: bool = True
    folder: Mapping[str, str] | None = None
    file: bytes | None = None

    @classmethod
    def of(cls, content: Content, path: Path | None, force: bool) -> Self:
        """Return the output of machine-readable content, to a path or, of a text, to stdout."""
        if isinstance(content, str):
            return cls(content, machine=True, path=path, force=force)
        if isinstance(content, bytes):
            return cls("", path=path, force=force, file=content)
        return cls("", path=path, force=force, folder=content)


def screen() -> Screen | None:
    """Return the terminal that stdout is, or is to be treated as by FORCE_COLOR.

    None for a pipe, a file and a closed stdout.
    """
    forced = os.environ.get("FORCE_COLOR", "0") not in ("", "0", "false")
    is_terminal = sys.stdout is not None and sys.stdout.isatty()
    if not is_terminal and not forced:
        return None
    unwanted = bool(os.environ.get("NO_COLOR"))
    impossible = os.environ.get("TERM") == "dumb" and not forced
    return Screen(columns(), colour=not (unwanted or impossible))


def columns() -> int:
    """Return the width of the terminal in columns, which is COLUMNS if that is a number above 0."""
    return shutil.get_terminal_size((80, 24)).columns


def write(output: Output) -> None:
    """Write the output of a command to stdout, its path and stderr.

    Raises:
        OutputError: it could not be written.
        BrokenPipeError: the reader has closed the pipe.
    """
    if output.note:
        write_to_stderr(output.note)
    separate = output.file if output.folder is None else output.folder
    if output.path is not None:
        with progress() as report:
            report(f"Writing {output.path}", 0, 0)
            content = output.text if separate is None else separate
            _write_to_path(content, output.path, output.force)
    if output.text and (output.path is None or separate is not None):
        _write_to_stdout(output.text, output.machine)


def write_to_stderr(text: str) -> None:
    """Write a text and a line break to stderr. Nothing is raised if that fails or stderr is closed.

    A message that cannot be shown must not hide the answer or change the exit code.
    """
    try:
        encoding = sys.stderr.encoding or "ascii"
        sys.stderr.write(_encodable(text, encoding) + "\n")
        sys.stderr.flush()
    except OSError:
        _silence(sys.stderr)
    except (AttributeError, ValueError):
        pass


def _write_to_stdout(text: str, machine: bool) -> None:
    if sys.stdout is None:
        raise OutputError("The answer could not be written: stdout is closed.")
    encoding = "utf-8"
    if not machine:
        encoding = sys.stdout.encoding or encoding
        text = _encodable(text, encoding)
    try:
        sys.stdout.flush()
        rest = memoryview(text.encode(encoding))
        while rest:  # an unbuffered stdout takes only what fits
            written = sys.stdout.buffer.write(rest)
            rest = rest[written:]
        sys.stdout.buffer.flush()
    except OSError as error:
        _silence(sys.stdout)
        if isinstance(error, BrokenPipeError):
            raise
        raise OutputError(f"The answer could not be written: {error.strerror}.") from None


def _silence(stream: TextIO) -> None:
    """Redirect a stream to nowhere: its flush at exit would fail too, and change the exit code."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), stream.fileno())


def _encodable(text: str, encoding: str) -> str:
    """Return the text with plainer characters for those that the encoding lacks."""
    if _is_encodable(text, encoding):
        return text
    characters = (c if _is_encodable(c, encoding) else _plainer(c) for c in text)
    return "".join(characters)


def _is_encodable(text: str, encoding: str) -> bool:
    try:
        text.encode(encoding)
    except UnicodeEncodeError:
        return False
    return True


def _plainer(character: str) -> str:
    plain = unicodedata.normalize("NFKD", character.translate(_PLAIN))
    return plain.encode("ascii", "ignore").decode("ascii")


def _write_to_path(content: Content, path: Path, force: bool) -> None:
    """Write beside the path and move into place: what is at the path is always complete."""
    try:
        if path.exists():
            if isinstance(content, Mapping):
                _check_folder_replaceable(path, content, force)
            else:
                _check_file_replaceable(path, force)
        if not path.name:
            raise OutputError(
                f"{shown(str(path))} is the directory that you are in; name one to make."
            )
        # A symbolic link to a file is kept: the file that it leads to is replaced.
        place = path if isinstance(content, Mapping) else Path(os.path.realpath(path))
        unfinished = place.with_name(f".{os.getpid()}.tmp")
        try:
            _fill(unfinished, content)
            _put_in_place(unfinished, place)
        finally:
            _remove(unfinished)
    except OSError as error:
        raise OutputError(f"{shown(str(path))} could not be written: {error.strerror}.") from None


def _check_file_replaceable(path: Path, force: bool) -> None:
    name = shown(str(path))
    if path.is_dir():
        raise OutputError(f"{name} is a directory, no file to write to.")
    if not path.is_file():
        raise OutputError(f"{name} is a device or a pipe, no file to write to.")
    if not force:
        raise OutputError(f"{name} exists already; --force replaces it.")


def _check_folder_replaceable(path: Path, files: Mapping[str, str], force: bool) -> None:
    name = shown(str(path))
    if not path.is_dir() or path.is_symlink():
        raise OutputError(f"{name} is there already and no folder; nothing is overwritten.")
    old = {entry.relative_to(path).as_posix() for entry in path.rglob("*") if not entry.is_dir()}
    if old and not force:
        raise OutputError(f"{name} is there already; nothing is overwritten.")
    # --force is for an earlier export, all of whose files are written anew.
    if not old <= set(files):
        raise OutputError(f"{name} has other files in it; nothing is overwritten.")


def _fill(path: Path, content: Content) -> None:
    if isinstance(content, bytes):
        path.write_bytes(content)
    elif isinstance(content, str):
        path.write_text(content, encoding="utf-8", newline="\n")
    else:
        for name, text in content.items():
            (path / name).parent.mkdir(parents=True, exist_ok=True)
            (path / name).write_text(text, encoding="utf-8", newline="\n")


def _put_in_place(unfinished: Path, path: Path) -> None:
    """Replace what is at the path.

    A folder cannot be renamed to one that has files in it, so the old folder is moved away first.
    It is moved back if that fails.
    """
    if not path.is_dir():
        unfinished.replace(path)
        return
    old = path.with_name(f".{os.getpid()}.old")
    path.rename(old)
    try:
        unfinished.rename(path)
    except OSError:
        old.rename(path)
        raise
    _remove(old)


def _remove(path: Path) -> None:
    if path.is_dir():
        shutil.rmtree(path)
    else:
        path.unlink(missing_ok=True)
