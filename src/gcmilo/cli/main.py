"""The run of the program: arguments in, exit code out. Every error becomes one sentence here."""

import io
import sys
from contextlib import redirect_stdout
from enum import IntEnum
from typing import Any

import typer

from gcmilo.cli.app import app
from gcmilo.cli.write import Output, columns, write, write_to_stderr
from gcmilo.errors import (
    DataError,
    GcmiloError,
    InputError,
    MalformedQuery,
    MalformedReference,
    NoPicture,
    ObjectivesInDoubt,
    OutputError,
    UnknownReference,
)
from gcmilo.text import printable, shown

# Typer has its own copy of Click from 0.26 on, and before that Click is a package of its own, so
# the base class of its errors has no name that can be imported with every Typer.
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
    ObjectivesInDoubt: ExitCode.USAGE,
}


def run(arguments: list[str]) -> int:
    """Answer the arguments of a command line and return the exit code; no error is raised."""
    try:
        return _answer(arguments)
    except DataError as error:
        write_to_stderr("\n".join(str(fault) for fault in error.faults))
        return ExitCode.DATA
    except GcmiloError as error:
        message = f"gcmilo: {error}"
        sought = getattr(error, "sought", None)
        if sought:
            message += f" Look for it with: gcmilo search {shown(sought)}"
        write_to_stderr(message)
        return _CODES[type(error)]
    except _ClickException as error:
        write_to_stderr(f"gcmilo: {printable(error.format_message())}")
        return ExitCode.USAGE
    except (KeyboardInterrupt, typer.Abort):
        return ExitCode.INTERRUPTED
    except BrokenPipeError:
        return ExitCode.PIPE_CLOSED


def _answer(arguments: list[str]) -> int:
    """Run the command, write its output and return the exit code.

    Typer prints the help itself. It is collected, so that it is written like an answer.
    """
    code: int = ExitCode.ANSWERED
    result: object = None
    width = max(40, min(columns(), 100))
    with redirect_stdout(_Collected(sys.stdout)) as printed:
        try:
            result = typer.main.get_command(app).main(
                arguments, prog_name="gcmilo", standalone_mode=False, terminal_width=width
            )
        except SystemExit as stop:
            code = stop.code if isinstance(stop.code, int) else ExitCode.NOT_FOUND
    if isinstance(result, int):  # Click returns the exit code of a help or version option
        code = result
    output = result if isinstance(result, Output) else Output(printed.getvalue())
    write(output)
    return code if output.ok else ExitCode.NOT_FOUND


class _Collected(io.StringIO):
    """What Typer prints. It is a terminal where stdout itself is one."""

    def __init__(self, stdout: Any) -> None:
        super().__init__()
        self._stdout = stdout

    def isatty(self) -> bool:
        return self._stdout is not None and self._stdout.isatty()
