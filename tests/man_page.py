"""The man page, made from the help of the commands: what the cog block in man/gcmilo.1 puts in."""

import textwrap
from collections.abc import Iterable, Iterator
from importlib.metadata import version
from typing import Any

import typer

from docs_blocks import commands, commands_by_panel
from gcmilo.cli.app import app

_GROUP: Any = typer.main.get_command(app)
_OF_NAME = commands()
_GLYPHS = {
    "\\": r"\e",
    "-": r"\-",
    "'": r"\(aq",
    '"': r"\(dq",
    "`": r"\(ga",
    "^": r"\(ha",
    "~": r"\(ti",
}

_ENVIRONMENT = {
    "GCMILO_PLAN": "The directory of the plan that is asked about, where there is no --plan.",
    "COLUMNS": "The width of a table on a terminal; the terminal's own where it is no number above 0.",
    "NO_COLOR": "No colour, unless it is empty. No meaning rests on colour alone.",
    "FORCE_COLOR": "A terminal's table, in colour, also in a pipe; not where it is empty, 0 or false.",
    "TERM": "No colour on a terminal that is dumb.",
}
_FILES = {
    "~/.local/share/gcmilo/gcmilo.bash, ~/.local/share/gcmilo/gcmilo.zsh": (
        "The completion of bash and zsh, where --install-completion put it. XDG_DATA_HOME is heeded. A line in"
        " ~/.bashrc or ~/.zshrc reads it."
    ),
    "~/.config/fish/completions/gcmilo.fish": "The completion of fish. XDG_CONFIG_HOME is heeded.",
}
_EXAMPLES = {
    "gcmilo objective 6": "What stands behind objective 6, and where it is said.",
    "gcmilo objectives --status not-addressed": "Which objectives are not addressed.",
    "gcmilo plan-point 13d --json | jq -r '.objectives[].ref'": "Which objectives point 13(d) serves, one a line.",
    "gcmilo brief 6 14 | pandoc --output brief.docx": "A note on objectives 6 and 14 for a word processor.",
    "gcmilo --plan mine gaps": "What is open in the plan in the directory mine.",
}


def page() -> str:
    """Return the page in the macros of man(7)."""
    lines = [
        f'.TH GCMILO 1 "" "gcmilo {version("gcmilo")}" "User Commands"',
        ".ad l",
        *_head(),
        *_commands(),
        *_tail(),
    ]
    return "\n".join(lines) + "\n"


def _head() -> Iterator[str]:
    description, try_first, *_ = _paragraphs(_GROUP.help)
    yield from _section(
        "NAME", [r"gcmilo \- how the Global Compact for Migration and the ILO's plan are linked"]
    )
    yield from _section("SYNOPSIS", [_usage(["gcmilo", "[OPTION]...", "COMMAND", "[ARGUMENT]..."])])
    references, _ = _paragraphs(_GROUP.epilog)
    yield from _section("DESCRIPTION", [*_prose([description, try_first, references])])
    context = _GROUP.make_context("gcmilo", [], resilient_parsing=True)
    yield from _section("OPTIONS", _parameters(_GROUP.get_params(context)))
    yield from _section("OPTIONS OF EVERY QUESTION", _parameters(_shared()))


def _commands() -> Iterator[str]:
    shared = {_names(parameter): parameter.help for parameter in _shared()}
    for panel, names in commands_by_panel().items():
        yield f".SH {_text(panel.upper())}"
        for name in names:
            command = _OF_NAME[name]
            own = [
                p for p in command.params if _names(p) not in shared or shared[_names(p)] != p.help
            ]
            metavars = [p.metavar for p in command.params if p.param_type_name == "argument"]
            yield f".SS {_text(name)}"
            yield _usage(["gcmilo", name, "[OPTION]...", *metavars])
            yield from (".PP", *_prose(_paragraphs(command.help)), *_parameters(own))


def _tail() -> Iterator[str]:
    _, codes = _paragraphs(_GROUP.epilog)
    told = [
        code.split(" ", 1) for code in codes.removeprefix("Exit codes: ").rstrip(".").split("; ")
    ]
    yield from _section(
        "EXIT STATUS",
        _items((code, f"{meaning[0].upper()}{meaning[1:]}.") for code, meaning in told),
    )
    yield from _section("ENVIRONMENT", _items(_ENVIRONMENT.items()))
    yield from _section("FILES", _items(_FILES.items()))
    yield from _section("EXAMPLES", _items(_EXAMPLES.items()))
    yield from _section("SEE ALSO", [".BR jq (1),", ".BR pandoc (1)"])


def _shared() -> list[Any]:
    """The options that every question takes in the same words."""
    questions = [c.params for c in _OF_NAME.values() if any("--format" in p.opts for p in c.params)]
    return [
        p
        for p in questions[0]
        if all((p.opts, p.help) in [(q.opts, q.help) for q in c] for c in questions)
    ]


def _section(title: str, lines: Iterable[str]) -> Iterator[str]:
    yield f".SH {title}"
    yield from lines


def _usage(words: list[str]) -> str:
    return " ".join(
        rf"\fB{_text(w)}\fR" if w.islower() or "-" in w else rf"\fI{_text(w)}\fR" for w in words
    )


def _parameters(parameters: Iterable[Any]) -> Iterator[str]:
    return _items((_names(parameter), parameter.help) for parameter in parameters)


def _names(parameter: Any) -> str:
    """How a parameter is written: ``-f, --format WORD``."""
    if parameter.param_type_name == "argument":
        return str(parameter.metavar)
    value = "" if parameter.is_flag else f" {parameter.metavar}"
    return ", ".join(sorted(parameter.opts, key=len)) + value


def _items(items: Iterable[tuple[str, str]]) -> Iterator[str]:
    for term, text in items:
        yield from (".TP", rf"\fB{_text(term)}\fR", *_filled(text))


def _paragraphs(help: str) -> list[str]:
    return help.strip().split("\n\n")


def _prose(paragraphs: Iterable[str]) -> Iterator[str]:
    """The paragraphs of a help text; one that begins with a backspace keeps its lines."""
    for number, paragraph in enumerate(paragraphs):
        if number:
            yield ".PP"
        if paragraph.startswith("\b"):
            title, *lines = paragraph.removeprefix("\b\n").splitlines()
            yield from (
                _text(title),
                ".PP",
                ".nf",
                ".RS 4",
                *(_text(line.removeprefix("  ")) for line in lines),
            )
            yield from (".RE", ".fi")
        else:
            yield from _filled(paragraph)


def _filled(text: str) -> list[str]:
    return [
        _text(line)
        for line in textwrap.wrap(text, 72, break_long_words=False, break_on_hyphens=False)
    ]


def _text(text: str) -> str:
    """The text as roff sets it as it stands: what is typed can be copied, nothing is taken for a
    request.
    """
    set_ = "".join(_GLYPHS.get(c, c if c.isascii() else f"\\[u{ord(c):04X}]") for c in text)
    return rf"\&{set_}" if set_.startswith(".") else set_
