"""The one writer: an answer to stdout, a file or a folder, whole or not at all; what is said of the run to stderr."""

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

_PLAIN = str.maketrans(
    {
        "“": '"',
        "”": '"',
        "‘": "'",
        "’": "'",
        "–": "-",
        "—": "-",
        "●": "#",
        "○": "o",
        "·": ".",
        "─": "-",
        "│": "|",
    }
    | {"├": "|", "└": "`", "…": "..."}
)

Content = str | bytes | Mapping[str, str]
"""The text or the bytes of a file, or the texts of a folder's files by their names."""


@frozen
class Output:
    """What a command has to say: text for stdout or a file, a note about the run, and whether all is well.

    A ``folder`` of files, by their names, or the bytes of a file go to ``path``, and the text to stdout then.
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
        """Return what writes machine-readable content to a path, or a text to stdout where there is none."""
        if isinstance(content, str):
            return cls(content, machine=True, path=path, force=force)
        file, folder = (content, None) if isinstance(content, bytes) else (None, content)
        return cls("", path=path, force=force, folder=folder, file=file)


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


def write(written: Output) -> None:
    """Write a command's text where it belongs.

    Raises:
        OutputError: it could not be written.
        BrokenPipeError: the reader has closed the pipe.
    """
    if written.note:
        tell(written.note)
    apart = written.folder if written.folder is not None else written.file
    if written.path is not None:
        with progress() as report:
            report(f"Writing {written.path}", 0, 0)
            _to_path(written.text if apart is None else apart, written.path, written.force)
    if written.text and (written.path is None or apart is not None):
        _to_stdout(written.text, written.machine)


def tell(sentence: str) -> None:
    """Say something about the run on stderr, if anybody listens."""
    try:
        encoding = sys.stderr.encoding or "ascii"
        sys.stderr.write(_encodable(sentence, encoding) + "\n")
        sys.stderr.flush()
    except OSError:
        _silence(sys.stderr)
    except (AttributeError, ValueError):
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
        _silence(sys.stdout)
        if isinstance(error, BrokenPipeError):
            raise
        raise OutputError(f"The answer could not be written: {error.strerror}.") from None


def _silence(stream: TextIO) -> None:
    """Let the interpreter's last flush go nowhere: it would fail once more, and change the exit code."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), stream.fileno())


def _encodable(text: str, encoding: str) -> str:
    """Return the text with each character that the encoding lacks in plainer ones."""
    if _fits(text, encoding):
        return text
    return "".join(
        character if _fits(character, encoding) else _plainer(character) for character in text
    )


def _fits(text: str, encoding: str) -> bool:
    try:
        text.encode(encoding)
    except UnicodeEncodeError:
        return False
    return True


def _plainer(character: str) -> str:
    plain = unicodedata.normalize("NFKD", character.translate(_PLAIN))
    return plain.encode("ascii", "ignore").decode("ascii")


def _to_path(content: Content, path: Path, force: bool) -> None:
    """Write next to the file or folder and move into place, so that it is whole or not there at all."""
    try:
        if path.exists():
            _check_replaceable(content, path, force)
        if not path.name:
            raise OutputError(
                f"{shown(str(path))} is the directory that you are in; name one to make."
            )
        # A link to a file stays, and leads to the new file.
        place = path if isinstance(content, Mapping) else Path(os.path.realpath(path))
        unfinished = place.with_name(f".{os.getpid()}.tmp")
        try:
            _fill(unfinished, content)
            _put_in_place(unfinished, place)
        finally:
            _remove(unfinished)
    except OSError as error:
        raise OutputError(f"{shown(str(path))} could not be written: {error.strerror}.") from None


def _check_replaceable(content: Content, path: Path, force: bool) -> None:
    """Refuse to replace what was not to be replaced, or is of another kind, or holds what the new folder lacks."""
    name = shown(str(path))
    if isinstance(content, str | bytes):
        if path.is_dir():
            raise OutputError(f"{name} is a directory, no file to write to.")
        if not path.is_file():
            raise OutputError(f"{name} is a device or a pipe, no file to write to.")
        if not force:
            raise OutputError(f"{name} exists already; --force replaces it.")
        return
    if not path.is_dir() or path.is_symlink():
        raise OutputError(f"{name} is there already and no folder; nothing is overwritten.")
    inside = {inner.relative_to(path).as_posix() for inner in path.rglob("*") if not inner.is_dir()}
    if inside and not force:
        raise OutputError(f"{name} is there already; nothing is overwritten.")
    if not inside <= set(content):
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
    """Move over what was there. An old folder has to be out of the way first; it comes back if the new one fails."""
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
