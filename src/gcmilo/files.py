"""What a stranger sends in a file or on stdin: read whole within a bound, and made text."""

import os
import stat
import sys
from pathlib import Path

from gcmilo.errors import InputError
from gcmilo.progress import ProgressCallback, no_progress
from gcmilo.text import shown

MOST_BYTES = 64 * 1024 * 1024
STDIN = "-"
_MARKS = {b"\xef\xbb\xbf": "utf-8-sig", b"\xff\xfe": "utf-16", b"\xfe\xff": "utf-16"}
"""The encodings that a file says it has by its first bytes."""


def display_name(path: str | Path) -> str:
    """Return what to call a file: its path, or ``stdin`` for ``-``."""
    return "stdin" if str(path) == STDIN else str(path)


def read_bytes(path: str | Path, report: ProgressCallback = no_progress) -> bytes:
    """Return the content of a regular file, or of stdin for ``-``, and report that it is read.

    Raises:
        InputError: it cannot be read, or is too large.
    """
    name = shown(display_name(path))
    try:
        content = _stdin_bytes(report) if str(path) == STDIN else _file_bytes(path, report)
    except OSError as error:
        raise InputError(f"{name} cannot be read: {error.strerror or error}.") from None
    if len(content) > MOST_BYTES:
        raise InputError(f"{name} is larger than {MOST_BYTES // 1024 // 1024} MiB.")
    return content


def _stdin_bytes(report: ProgressCallback) -> bytes:
    """Reports nothing where somebody types, who must see what is typed."""
    if sys.stdin is None:
        raise InputError("'stdin' is closed.")
    report("" if sys.stdin.isatty() else "Reading stdin", 0, 0)
    return sys.stdin.buffer.read(MOST_BYTES + 1)


def _file_bytes(path: str | Path, report: ProgressCallback) -> bytes:
    """Never waits for a pipe that nobody writes to."""
    report(f"Reading {path}", 0, 0)
    descriptor = os.open(path, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0))
    with os.fdopen(descriptor, "rb") as file:
        if not stat.S_ISREG(os.fstat(descriptor).st_mode):
            raise InputError(f"{shown(str(path))} is no regular file.")
        return file.read(MOST_BYTES + 1)


def decoded(content: bytes, path: str | Path) -> str:
    """Return the content of a file as text, in the encodings that the standard tools of every system write.

    Raises:
        InputError: it is neither UTF-8 nor Windows-1252, nor UTF-16 with a byte order mark.
    """
    encoding = next((encoding for mark, encoding in _MARKS.items() if content.startswith(mark)), "utf-8")
    try:
        return content.decode(encoding)
    except UnicodeDecodeError:
        if encoding != "utf-8" or b"\0" in content:
            raise InputError(f"{shown(display_name(path))} is no text in UTF-8, UTF-16 or Windows-1252.") from None
    return content.decode("cp1252", "replace")
