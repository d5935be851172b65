"""Untrusted input, from a file or from stdin: read whole up to a limit, and decoded."""

import os
import stat
import sys
from pathlib import Path
from typing import BinaryIO

from gcmilo.errors import InputError
from gcmilo.progress import ProgressCallback, no_progress
from gcmilo.text import shown

MOST_BYTES = 64 * 1024 * 1024
STDIN = "-"
_BYTE_ORDER_MARKS = {b"\xef\xbb\xbf": "utf-8-sig", b"\xff\xfe": "utf-16", b"\xfe\xff": "utf-16"}
"""The encodings by the first bytes of a file."""


def display_name(path: str | Path) -> str:
    """Return what to call a file: its path, or ``stdin`` for ``-``."""
    return "stdin" if str(path) == STDIN else str(path)


def read_bytes(path: str | Path, report: ProgressCallback = no_progress) -> bytes:
    """Return the content of a regular file, or of stdin for ``-``, and report the reading.

    Raises:
        InputError: it cannot be read, or is too large.
    """
    if str(path) == STDIN:
        return _stdin_bytes(report)
    report(f"Reading {path}", 0, 0)
    try:
        return file_bytes(path)
    except UnreadableFile as error:
        raise InputError(f"{shown(str(path))} {error}.") from None


def _stdin_bytes(report: ProgressCallback) -> bytes:
    if sys.stdin is None:
        raise InputError("'stdin' is closed.")
    # Users who type the input must see what they type, not a progress line over it.
    report("" if sys.stdin.isatty() else "Reading stdin", 0, 0)
    try:
        return _bounded(sys.stdin.buffer)
    except UnreadableFile as error:
        raise InputError(f"'stdin' {error}.") from None


class UnreadableFile(Exception):
    """Why a file cannot be read, as the end of a sentence about it: ``is no regular file``."""


def file_bytes(path: str | Path) -> bytes:
    """Return the content of a regular file; a pipe is refused, and not waited for.

    Raises:
        UnreadableFile: it cannot be opened, is no regular file, or is too large.
    """
    try:
        # Without O_NONBLOCK, opening a named pipe waits until something writes to it.
        descriptor = os.open(path, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0))
        with os.fdopen(descriptor, "rb") as file:
            if not stat.S_ISREG(os.fstat(descriptor).st_mode):
                raise UnreadableFile("is no regular file")
            return _bounded(file)
    except OSError as error:
        raise UnreadableFile(f"cannot be read: {error.strerror or error}") from None
    except ValueError as error:  # the path is no name that a file can have
        raise UnreadableFile(f"cannot be read: {error}") from None


def _bounded(file: BinaryIO) -> bytes:
    try:
        content = file.read(MOST_BYTES + 1)
    except OSError as error:
        raise UnreadableFile(f"cannot be read: {error.strerror or error}") from None
    if len(content) > MOST_BYTES:
        raise UnreadableFile(f"is larger than {MOST_BYTES // 1024 // 1024} MiB")
    return content


def decoded(content: bytes, path: str | Path) -> str:
    """Return the content of a file as text.

    It may be in any encoding that the usual tools of the three large systems write.

    Raises:
        InputError: it is neither UTF-8 nor Windows-1252, nor UTF-16 with a byte order mark.
    """
    encoding = "utf-8"
    for mark, marked in _BYTE_ORDER_MARKS.items():
        if content.startswith(mark):
            encoding = marked
    try:
        return content.decode(encoding)
    except UnicodeDecodeError:
        # No text in Windows-1252 has a zero byte; a binary file or UTF-16 without a mark has.
        if encoding != "utf-8" or b"\0" in content:
            raise InputError(
                f"{shown(display_name(path))} is no text in UTF-8, UTF-16 or Windows-1252."
            ) from None
    return content.decode("cp1252", "replace")  # which has no character for five of the bytes
