"""What a whole process costs: processor time, time on the clock and peak memory, as the kernel counts them.

A child begins with the peak of its parent, so the parent imports little: no dataclasses, and nothing of gcmilo.
"""

import os
import resource
import subprocess
import sys
import time
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path
from statistics import median
from typing import NamedTuple

WIDTH = 80
"""The columns of the terminal that tables are drawn on."""
_BYTES = 1 if sys.platform == "darwin" else 1024  # what the kernel counts peak memory in


class Case(NamedTuple):
    """A command that is measured. Without a command the row says that the program is not installed.

    ``linkages`` is the size of the invented plan that it reads, None for the bundled data; ``budget`` is how many times
    the yardstick it may take; ``terminal`` gives it a terminal to write to, not a pipe.
    """

    name: str
    command: tuple[str, ...]
    linkages: int | None = None
    budget: float | None = None
    terminal: bool = False


class Usage(NamedTuple):
    """What a process used: seconds of processor time (user and system), seconds on the clock, bytes of memory."""

    cpu: float
    wall: float
    peak: float


class Failed(Exception):
    """A command that is measured must succeed."""


def medians(cases: Sequence[Case], rounds: int) -> dict[Case, Usage]:
    """Return the medians of what each command used, the commands run there and back: A B C, C B A, and so on.

    So the drift of a machine hits all alike, and none always comes after the heaviest. One round more, the first, fills
    the caches and is not counted.

    Raises:
        Failed: a command failed.
    """
    used: dict[Case, list[Usage]] = {case: [] for case in cases}
    for number in range(rounds + 1):
        for case in cases if number % 2 == 0 else reversed(cases):
            used[case].append(usage(case))
    return {
        case: Usage(*map(median, zip(*of_case[1:], strict=True))) for case, of_case in used.items()
    }


def usage(case: Case) -> Usage:
    """Run a command to its end, read all that it writes, and return what it used.

    Raises:
        Failed: the exit code was not 0, or it wrote nothing.
    """
    reader, writer = os.openpty() if case.terminal else os.pipe()
    start = time.perf_counter()
    process = subprocess.Popen(  # noqa: S603 - the commands stand in this folder
        case.command,
        stdin=subprocess.DEVNULL,
        stdout=writer,
        stderr=subprocess.DEVNULL,
        env=_environment(),
    )
    os.close(writer)
    written = _drained(reader)
    _, status, used = os.wait4(process.pid, 0)
    wall = time.perf_counter() - start
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode or (not written and case.name != NOTHING):
        raise Failed(
            f"{' '.join(case.command)}: exit code {process.returncode}, {written} bytes written"
        )
    return Usage(used.ru_utime + used.ru_stime, wall, used.ru_maxrss * _BYTES)


NOTHING = "python -c pass"
"""The one command that writes nothing."""


def own_peak() -> int:
    """Return the peak memory of this process in bytes. A child counts it as its own until it begins its program."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * _BYTES


def _environment() -> dict[str, str]:
    kept = {name: os.environ[name] for name in ("PATH", "HOME", "TMPDIR") if name in os.environ}
    return kept | {"LC_ALL": "C.UTF-8", "TERM": "xterm-256color", "COLUMNS": str(WIDTH)}


def _drained(reader: int) -> int:
    """Read to the end and return the number of bytes; a terminal whose other side is closed raises, and has ended."""
    total = 0
    with os.fdopen(reader, "rb", buffering=0) as file, suppress(OSError):
        while chunk := file.read(1 << 16):
            total += len(chunk)
    return total


def beside_python(program: str) -> Path:
    """Return where a program of this Python's environment is."""
    return Path(sys.executable).with_name(program)
