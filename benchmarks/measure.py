"""What a whole process costs: processor time, time on the clock and peak memory.

The kernel counts them. A child begins with the peak of its parent, so the parent imports little: no
dataclasses, and nothing of gcmilo.
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
"""The columns of the terminal that tables are written to."""
NOTHING = "python -c pass"
"""The name of the one command that writes nothing."""
_PEAK_UNIT = 1 if sys.platform == "darwin" else 1024  # bytes; the kernels count in different units


class Case(NamedTuple):
    """A command that is measured; the command is empty where the program is not installed.

    ``linkages`` is the size of the invented plan that it reads, None for the bundled data;
    ``budget`` is how many times the processor time of the baseline it may take; ``terminal`` gives
    it a terminal to write to, not a pipe.
    """

    name: str
    command: tuple[str, ...]
    linkages: int | None = None
    budget: float | None = None
    terminal: bool = False


class Usage(NamedTuple):
    """What a process used.

    ``cpu`` is seconds of processor time (user and system), ``wall`` seconds on the clock, ``peak``
    the most memory that it held, in bytes.
    """

    cpu: float
    wall: float
    peak: float


class Failed(Exception):
    """A command that is measured failed, or wrote nothing."""


def medians(cases: Sequence[Case], rounds: int) -> dict[Case, Usage]:
    """Return the median usage of each command, measured in so many rounds: A B C, C B A, and so on.

    Turning the order round spreads the drift of a machine over all commands, and none always comes
    after the heaviest. One round more, the first, fills the caches and is not counted.

    Raises:
        Failed: a command failed.
    """
    used: dict[Case, list[Usage]] = {case: [] for case in cases}
    for number in range(rounds + 1):
        in_turn = cases if number % 2 == 0 else cases[::-1]
        for case in in_turn:
            used[case].append(usage(case))
    return {case: _median(usages[1:]) for case, usages in used.items()}


def _median(usages: Sequence[Usage]) -> Usage:
    """The median of each number by itself."""
    return Usage(
        cpu=median(used.cpu for used in usages),
        wall=median(used.wall for used in usages),
        peak=median(used.peak for used in usages),
    )


def usage(case: Case) -> Usage:
    """Run a command to its end, read all that it writes, and return what it used.

    Raises:
        Failed: the exit code was not 0, or it wrote nothing.
    """
    reader, writer = os.openpty() if case.terminal else os.pipe()
    start = time.perf_counter()
    process = subprocess.Popen(  # noqa: S603 - the commands are in this folder
        case.command,
        stdin=subprocess.DEVNULL,
        stdout=writer,
        stderr=subprocess.DEVNULL,
        env=_environment(),
    )
    os.close(writer)
    written = _read_to_end(reader)
    _, status, used = os.wait4(process.pid, 0)
    wall = time.perf_counter() - start
    # Popen would wait for the process, which os.wait4 has done.
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode or (not written and case.name != NOTHING):
        command = " ".join(case.command)
        raise Failed(f"{command}: exit code {process.returncode}, {written} bytes written")
    return Usage(used.ru_utime + used.ru_stime, wall, used.ru_maxrss * _PEAK_UNIT)


def own_peak() -> int:
    """Return the peak memory of this process in bytes: no child can be measured to need less."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * _PEAK_UNIT


def _environment() -> dict[str, str]:
    kept = {name: os.environ[name] for name in ("PATH", "HOME", "TMPDIR") if name in os.environ}
    return kept | {"LC_ALL": "C.UTF-8", "TERM": "xterm-256color", "COLUMNS": str(WIDTH)}


def _read_to_end(reader: int) -> int:
    """Read all that is written and return the number of bytes."""
    total = 0
    # A terminal does not end like a pipe: reading raises once its other side is closed.
    with os.fdopen(reader, "rb", buffering=0) as file, suppress(OSError):
        while chunk := file.read(1 << 16):
            total += len(chunk)
    return total


def beside_python(program: str) -> Path:
    """Return where a program is if it is installed in the environment of this Python."""
    return Path(sys.executable).with_name(program)
