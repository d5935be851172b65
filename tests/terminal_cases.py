"""The terminals, pipes and surroundings that the program is at home in: one list, run by
test_terminal_cases.py.

docs/terminals.md shows the same list. ``FILES`` says what is in the folder where the lines are run.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

FILES = {
    "mine": "a plan of one's own with `[/]`, `13[d]`, `:warning:` and `[link=https://x]x[/link]` in its texts",
    "escapes": "the same plan with an escape character in a text",
    "table.csv": "a table of objectives, as it is sent by others, with an escape character in a title",
    "kept": "a file that is there already",
    "link": "a symbolic link to it",
    "fifo": "a named pipe that nobody reads",
    "locked": "a folder that nobody may write to",
}


class Shown(StrEnum):
    """What is to be found on stdout."""

    NOTHING = "nothing"
    ANSWER = "the answer"
    BEGINNING = "its beginning"
    PLAINER = "the answer, plainer where the encoding lacks a character"
    COLOURED = "the answer in colour, fitted to the width"
    COLOURLESS = "the answer without colour, fitted to the width"
    AS_WRITTEN = "the texts as they are written"
    QUESTION_MARKS = "the texts, with ? for each control character"


@dataclass(frozen=True)
class Case:
    """A command line, where it is run, and what comes of it.

    ``width`` is that of the terminal that stdout is, None for a pipe. ``err`` is all of stderr.
    """

    command: str
    before: str = ""
    after: str = ""
    code: int = 0
    out: Shown = Shown.ANSWER
    err: str = ""
    width: int | None = None
    stopped_by: str = ""
    read_only: bool = False
    encoding: str = "utf-8"
    program: str = "gcmilo"

    @property
    def line(self) -> str:
        """The line as a shell takes it."""
        return " ".join(
            part for part in (self.before, self.program, self.command, self.after) if part
        )

    @property
    def where(self) -> str:
        """Where it is run."""
        place = "a pipe" if self.width is None else f"a terminal of {self.width}"
        place += ", all read-only" if self.read_only else ""
        return f"{place}, then {self.stopped_by}" if self.stopped_by else place


def _unwritten(code: int, reason: str, command: str, **more: str) -> Case:
    return Case(command, code=code, out=Shown.NOTHING, err=f"gcmilo: {reason}", **more)  # type: ignore[arg-type]


_CI = "CI=true GITHUB_ACTIONS=true GITLAB_CI=true TF_BUILD=True FORCE_COLOR=1 TERM=xterm-256color"
_FULL = "The answer could not be written: No space left on device."
_CLOSED = "The answer could not be written: stdout is closed."
_MARKUP = "'[/] 13[d] :warning: [link=https://x]x[/link] fair'"
_CONTROLS = r"$'\e[31mfair\e]8;;https://x\e\\ \xc2\x9b \xe2\x80\xae'"

CASES: dict[str, list[Case]] = {
    "Width": [
        *(Case("objectives", width=width, out=Shown.COLOURED) for width in (0, 20, 40, 80, 200)),
        *(
            Case("gaps", f"COLUMNS={columns}", width=80, out=Shown.COLOURED)
            for columns in (40, 120)
        ),
        *(
            Case("gaps", f"COLUMNS={odd}", width=60, out=Shown.COLOURED)
            for odd in ("0", "-1", "x", "''")
        ),
        *(Case("objectives", f"COLUMNS={width}") for width in ("0", "20", "40", "200")),
        *(Case("objectives --help", f"COLUMNS={width}") for width in ("0", "80")),
    ],
    "Colour": [
        Case("coverage", width=80, out=Shown.COLOURED),
        Case("coverage"),
        Case("coverage", "NO_COLOR=1", width=80, out=Shown.COLOURLESS),
        Case("coverage", "NO_COLOR=", width=80, out=Shown.COLOURED),
        Case("coverage", "TERM=dumb", width=80, out=Shown.COLOURLESS),
        Case("coverage", "TERM=dumb FORCE_COLOR=1", width=80, out=Shown.COLOURED),
        Case("coverage", "FORCE_COLOR=1 COLUMNS=80", out=Shown.COLOURED),
        Case("coverage", "FORCE_COLOR=1 NO_COLOR=1 COLUMNS=80", out=Shown.COLOURLESS),
        *(Case("coverage", f"FORCE_COLOR={off}") for off in ("0", "''", "false")),
        Case("coverage", "FORCE_COLOR=0", width=80, out=Shown.COLOURED),
        Case("coverage --json", "FORCE_COLOR=1"),
    ],
    "Help, as a build server has it": [
        *(Case(command, _CI) for command in ("--help", "", "gaps --help", "--version")),
        *(Case(command, width=80) for command in ("--help", "gaps --help")),
        _unwritten(
            2,
            "Invalid value for '--lang': 'de' is none of its values; it takes en, fr or es.",
            "gaps --lang de",
            before=_CI,
        ),
    ],
    "Encodings": [
        *(
            Case(
                "tree --lang fr",
                f"PYTHONIOENCODING={name}",
                width=80,
                out=Shown.PLAINER,
                encoding=name,
            )
            for name in ("latin-1", "cp1252", "cp437", "cp850", "ascii")
        ),
        *(
            Case("linkages", f"PYTHONIOENCODING={name}", out=Shown.PLAINER, encoding=name)
            for name in ("latin-1", "cp1252", "cp437", "cp850", "ascii")
        ),
        Case("linkages", "LANG=C"),
        Case("linkages", "LC_ALL=C"),
        Case(
            "linkages",
            "LC_ALL=C PYTHONCOERCECLOCALE=0 PYTHONUTF8=0",
            out=Shown.PLAINER,
            encoding="ascii",
        ),
        Case("linkages", "LC_ALL=C PYTHONUTF8=1"),
        *(
            Case(f"objective 6 -f {form}", "PYTHONIOENCODING=ascii")
            for form in ("json", "jsonl", "csv", "tsv", "markdown", "html")
        ),
        Case("linkages -f csv", "LC_ALL=C PYTHONCOERCECLOCALE=0 PYTHONUTF8=0"),
        _unwritten(
            2,
            "'donnees\"' is no reference to an objective; did you mean 1?",
            "objective données”→",
            before="PYTHONIOENCODING=ascii",
        ),
    ],
    "Pipes and streams": [
        Case("export json", after="| head -1", code=141, out=Shown.BEGINNING),
        *(
            Case(command, after="| true", code=141, out=Shown.NOTHING)
            for command in ("gaps", "gaps --json", "--help")
        ),
        Case("gaps", after="| true", code=141, out=Shown.NOTHING, program="python -m gcmilo"),
        Case("gaps", "PYTHONUNBUFFERED=1", "| true", code=141, out=Shown.NOTHING),
        *(
            _unwritten(74, _FULL, command, after="> /dev/full")
            for command in ("gaps", "gaps --json", "--help", "--version")
        ),
        _unwritten(74, _FULL, "gaps", before="PYTHONUNBUFFERED=1", after="> /dev/full"),
        *(
            _unwritten(74, _CLOSED, command, after=">&-")
            for command in ("gaps", "gaps --json", "--help")
        ),
        Case("objective 24", after="2>&-", code=1, out=Shown.NOTHING),
        Case("linkages --objective 13 --plan mine", err="Nothing meets these conditions."),
        Case("linkages --objective 13 --plan mine", after="2>&-"),
        Case("linkages --objective 13 --plan mine", after="2> /dev/full"),
        Case("gaps", after="<&-"),
        Case("gaps", after="<&- >&- 2>&-", code=74, out=Shown.NOTHING),
        _unwritten(2, "'stdin' is closed.", "check -", after="<&-"),
        _unwritten(2, "'stdin' is closed.", "resolve -", after="<&-"),
        _unwritten(2, "'stdin' is closed.", "mentions -", after="<&-"),
        _unwritten(2, "'stdin' is closed.", "verify -", after="<&-"),
        _unwritten(
            2, "'stdin' cannot be read: Bad file descriptor.", "check -", after="0> /dev/null"
        ),
        _unwritten(2, "'stdin' is empty.", "check -", after="< /dev/null"),
        _unwritten(2, "'fifo' is no regular file.", "check fifo"),
        _unwritten(2, "'fifo' is no regular file.", "mentions fifo"),
        _unwritten(2, "'fifo' is no regular file.", "verify fifo"),
        Case(
            "gaps --plan fifo", code=65, out=Shown.NOTHING, err="fifo: there is no such directory"
        ),
        Case("gaps", "PYTHONUNBUFFERED=1"),
    ],
    "Stopped": [
        Case("export json", code=130, out=Shown.BEGINNING, stopped_by="Ctrl-C", width=80),
        *(
            Case("export json", code=130, out=Shown.BEGINNING, stopped_by="SIGINT", program=program)
            for program in ("gcmilo", "python -m gcmilo")
        ),
        Case("export json", code=143, out=Shown.BEGINNING, stopped_by="SIGTERM"),
    ],
    "Output files": [
        Case("gaps -o new", out=Shown.NOTHING),
        Case("gaps -o new", after=">&-", out=Shown.NOTHING),
        _unwritten(74, "'kept' exists already; --force replaces it.", "gaps -o kept"),
        Case("gaps -o kept --force", out=Shown.NOTHING),
        _unwritten(74, "'link' exists already; --force replaces it.", "gaps -o link"),
        Case("gaps -o link --force", out=Shown.NOTHING),
        *(
            _unwritten(
                74,
                f"'{name}' is a device or a pipe, no file to write to.",
                f"gaps -o {name}{force}",
                after=end,
            )
            for name, end in (
                ("/dev/full", ""),
                ("/dev/null", ""),
                ("fifo", ""),
                ("/dev/stdout", "| cat"),
            )
            for force in ("", " --force")
        ),
        *(
            _unwritten(
                74, "'locked' is a directory, no file to write to.", f"gaps -o locked{force}"
            )
            for force in ("", " --force")
        ),
        _unwritten(
            74, "'locked/new' could not be written: Permission denied.", "gaps -o locked/new"
        ),
        _unwritten(
            74,
            "'locked/new' could not be written: Permission denied.",
            "export sqlite -o locked/new",
        ),
        _unwritten(74, "'locked/new' could not be written: Permission denied.", "init locked/new"),
        _unwritten(
            74, "'none/new' could not be written: No such file or directory.", "gaps -o none/new"
        ),
    ],
    "Surroundings": [
        Case("gaps", "env -u HOME"),
        Case("gaps", "HOME=/nonexistent"),
        Case("gaps", "env -i", program='"$(command -v gcmilo)"'),
        Case("gaps", "mkdir gone && cd gone && rmdir ../gone &&"),
        Case("gaps", read_only=True),
        Case(
            "gaps -o new",
            code=74,
            out=Shown.NOTHING,
            err="gcmilo: 'new' could not be written: Read-only file system.",
            read_only=True,
        ),
        Case("gaps", program="python -m gcmilo"),
        Case("gaps", program="python -I -m gcmilo"),
        Case("--help", program="python -I -m gcmilo"),
        Case("gaps", "PYTHONWARNINGS=error"),
        Case("gaps", "PYTHONDEVMODE=1"),
    ],
    "Markup and control characters": [
        Case(f"search {_MARKUP}", width=80, out=Shown.AS_WRITTEN),
        Case("plan-point 12a --plan mine", width=80, out=Shown.AS_WRITTEN),
        Case("objective 6 --plan mine", width=160, out=Shown.AS_WRITTEN),
        Case("plan-point 12a --plan mine", out=Shown.AS_WRITTEN),
        _unwritten(
            2,
            "'[/] 13[d] :warning: [link=https://x]x[/link] fair' is no reference to an objective; write a number from"
            " 1 to 23, or an action such as 6(l).",
            f"objective {_MARKUP}",
        ),
        Case(
            f"search {_CONTROLS}",
            width=80,
            out=Shown.QUESTION_MARKS,
            err="Nothing meets these conditions.",
        ),
        Case(
            f"search {_CONTROLS} --json",
            out=Shown.QUESTION_MARKS,
            err="Nothing meets these conditions.",
        ),
        Case(f"init {_CONTROLS}", width=80, out=Shown.QUESTION_MARKS),
        Case("check table.csv", code=1, width=80, out=Shown.QUESTION_MARKS),
        Case(
            "gaps --plan escapes",
            code=65,
            out=Shown.NOTHING,
            err="escapes/plan_points.yaml:9: the text holds a control character, U+001B",
        ),
        _unwritten(
            2,
            r"'?[31mfair?]8;;https://x?\ ? ?' is no reference to an objective; write a number from 1 to 23, or an"
            " action such as 6(l).",
            f"objective {_CONTROLS}",
        ),
    ],
}


def tables() -> str:
    """Return the cases as Markdown, one table for each group."""
    return "\n\n".join(
        "\n".join([f"### {name}", "", *_table(cases)]) for name, cases in CASES.items()
    )


def _table(cases: list[Case]) -> Iterator[str]:
    yield "| line | stdout is | exit code | on stdout | on stderr |"
    yield "|---|---|---|---|---|"
    for case in cases:
        cells = (
            f"`{case.line}`",
            case.where,
            str(case.code),
            case.out,
            f"`{case.err}`" if case.err else "",
        )
        yield f"| {' | '.join(cell.replace('|', chr(92) + '|') for cell in cells)} |"


def files() -> str:
    """Return as Markdown what is in the folder."""
    return "\n".join(
        [
            "| name | what it is |",
            "|---|---|",
            *(f"| `{name}` | {what} |" for name, what in FILES.items()),
        ]
    )
