"""The run of the program: arguments in, exit code out. Every error becomes one sentence here."""

import io
import sys
from contextlib import redirect_stdout
from enum import IntEnum
from typing import Any

import typer

from gcmilo.cli.app import app
from gcmilo.cli.write import Output, columns, tell, write
from gcmilo.errors import (
    DataError,
    GcmiloError,
    InputError,
    MalformedQuery,
    MalformedReference,
    NoPicture,
    OutputError,
    UnknownReference,
)
from gcmilo.text import printable, shown

# Typer carries its own Click from 0.26 on, so the base of its errors cannot be imported by its name.
_ClickException: Any = next(
    kind for kind in typer.BadParameter.mro() if kind.__name__ == "ClickException"
)


class ExitCode(IntEnum):
    """What the exit code says, as docs/cli.md promises."""

    ANSWERED = 0
    NOT_FOUND = 1
    USAGE = 2
    DATA = 65
    OUTPUT = 74
    INTERRUPTED = 130
    PIPE_CLOSED = 141


_CODES: dict[type[GcmiloError], ExitCode] = {
    UnknownReference: ExitCode.NOT_FOUND,
    MalformedReference: ExitCode.USAGE,
    DataError: ExitCode.DATA,
    OutputError: ExitCode.OUTPUT,
    MalformedQuery: ExitCode.USAGE,
    NoPicture: ExitCode.USAGE,
    InputError: ExitCode.USAGE,
}


def run(arguments: list[str]) -> int:
    """Answer the arguments of a command line and return the exit code."""
    try:
        return _answer(arguments)
    except DataError as error:
        tell("\n".join(str(fault) for fault in error.faults))
        return ExitCode.DATA
    except GcmiloError as error:
        sought = getattr(error, "sought", None)
        hint = f" Look for it with: gcmilo search {shown(sought)}" if sought else ""
        tell(f"gcmilo: {error}{hint}")
        return _CODES[type(error)]
    except _ClickException as error:
        tell(f"gcmilo: {printable(error.format_message())}")
        return ExitCode.USAGE
    except (KeyboardInterrupt, typer.Abort):
        return ExitCode.INTERRUPTED
    except BrokenPipeError:
        return ExitCode.PIPE_CLOSED


def _answer(arguments: list[str]) -> int:
    """Run the command. Typer prints help and completions itself; they are collected, and written like an answer."""
    code: int = ExitCode.ANSWERED
    result: object = None
    with redirect_stdout(_Collected(sys.stdout)) as printed:
        try:
            result = typer.main.get_command(app).main(
                arguments,
                prog_name="gcmilo",
                standalone_mode=False,
                terminal_width=max(40, min(columns(), 100)),
            )
        except SystemExit as stop:
            code = stop.code if isinstance(stop.code, int) else ExitCode.NOT_FOUND
    if isinstance(result, int):
        code = result
    written = result if isinstance(result, Output) else Output(printed.getvalue())
    write(written)
    return code if written.ok else ExitCode.NOT_FOUND


class _Collected(io.StringIO):
    """What Typer prints. It is a terminal where the real stdout is one."""

    def __init__(self, stdout: Any) -> None:
        super().__init__()
        self._stdout = stdout

    def isatty(self) -> bool:
        return self._stdout is not None and self._stdout.isatty()
