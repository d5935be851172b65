"""What pictures are drawn with: text, lines, boxes and marks, written as SVG.

Lengths are in pixels. A picture has no font of its own, and no address: its letters are those that
the viewer has.
"""

from collections.abc import Iterable
from html import escape
from math import fsum  # exact, and so the same in every Python

from gcmilo.model import Basis, Status
from gcmilo.palette import DARK, FONT, LIGHT

MARGIN = 24
STATUS_COLOURS = {
    Status.ADDRESSED: "green",
    Status.INDIRECT: "amber",
    Status.NOT_ADDRESSED: "red",
    None: "muted",
}


class Canvas:
    """A picture that grows by what is drawn on it.

    ``name`` keeps its ids and classes apart from those of other pictures on the same page.
    """

    def __init__(self, name: str, title: str, description: str) -> None:
        self._name = name
        self._title = title
        self._description = description
        self._lines: list[str] = []

    def text(
        self,
        x: float,
        y: float,
        text: str,
        kind: str = "",
        *,
        colour: str = "ink",
        anchor: str = "start",
        turn: int = 0,
    ) -> None:
        """Write a line of text with its base line at ``y``, turned around its start by degrees.

        Kinds are title, head, small and bold.
        """
        turned = f' transform="rotate({turn} {_n(x)} {_n(y)})"' if turn else ""
        placed = "" if anchor == "start" else f' text-anchor="{anchor}"'
        classes = f"t {colour}{f' {kind}' if kind else ''}"
        self._lines.append(
            f'<text class="{classes}" x="{_n(x)}" y="{_n(y)}"{placed}{turned}>{escape(text)}</text>'
        )

    def line(self, x1: float, y1: float, x2: float, y2: float, kind: str = "rule") -> None:
        """Draw a line; kinds are rule, firm (explicit, listed) and loose (contextual)."""
        self._lines.append(f'<path class="{kind}" d="M{_n(x1)} {_n(y1)}L{_n(x2)} {_n(y2)}"/>')

    def box(
        self, x: float, y: float, width: float, height: float, kind: str, radius: float = 0
    ) -> None:
        """Draw a box whose class is ``kind``, as the style names them."""
        round_ = f' rx="{_n(radius)}"' if radius else ""
        self._lines.append(
            f'<rect class="{kind}" x="{_n(x)}" y="{_n(y)}"'
            f' width="{_n(width)}" height="{_n(height)}"{round_}/>'
        )

    def basis(self, x: float, y: float, basis: Basis | None, hint: str = "") -> None:
        """Draw the mark of a basis around a point, a dot where there is none.

        It is filled for explicit, half filled for listed, open for contextual.
        """
        radius, kind = {
            Basis.EXPLICIT: (7, "full"),
            Basis.LISTED: (6, "open"),
            Basis.CONTEXTUAL: (6, "open"),
            None: (1.5, "dot"),
        }[basis]
        tip = f"<title>{escape(hint)}</title>" if hint else ""
        self._lines.append(
            f'<circle class="{kind}" cx="{_n(x)}" cy="{_n(y)}" r="{_n(radius)}">{tip}</circle>'
        )
        if basis is Basis.LISTED:
            half = f"M{_n(x)} {_n(y - 6)}A6 6 0 0 0 {_n(x)} {_n(y + 6)}Z"
            self._lines.append(f'<path class="full" d="{half}"/>')

    def status(self, x: float, y: float, status: Status | None) -> None:
        """Draw the mark of a status around a point: a full, half full, empty or crossed square."""
        colour = STATUS_COLOURS[status]
        self.box(x - 5.5, y - 5.5, 11, 11, f"edge s-{colour}", 1.5)
        if status is Status.ADDRESSED:
            self.box(x - 5.5, y - 5.5, 11, 11, f"f-{colour}", 1.5)
        elif status is Status.INDIRECT:
            self.box(x - 5.5, y - 5.5, 5.5, 11, f"f-{colour}")
        elif status is None:
            self._lines.append(
                f'<path class="edge s-muted" d="M{_n(x - 5)} {_n(y + 5)}L{_n(x + 5)} {_n(y - 5)}"/>'
            )

    def cell(self, x: float, y: float, number: str, status: Status | None) -> None:
        """Draw an objective's number in a box that is full, barred or dashed, by its status."""
        colour = STATUS_COLOURS[status]
        if status is Status.ADDRESSED:
            self.box(x, y, 24, 20, f"f-{colour}", 3)
            self.text(x + 12, y + 14.5, number, "small bold", colour="paper", anchor="middle")
            return
        dashed = "" if status is Status.INDIRECT else " dashed"
        self.box(x + 0.75, y + 0.75, 22.5, 18.5, f"edge s-{colour}{dashed}", 3)
        if status is Status.INDIRECT:
            self.box(x + 1, y + 16, 22, 3.5, f"f-{colour}", 1.5)
        self.text(x + 12, y + 14, number, "small bold", anchor="middle")

    def written(self, width: float, height: float) -> str:
        """Return the picture as an SVG document of a size."""
        size = f'width="{_n(width)}" height="{_n(height)}" viewBox="0 0 {_n(width)} {_n(height)}"'
        named = f'aria-labelledby="{self._name}-title {self._name}-desc"'
        xmlns = 'xmlns="http://www.w3.org/2000/svg"'
        head = [
            f'<svg {xmlns} {size} role="img" {named} class="{self._name}">',
            f'<title id="{self._name}-title">{escape(self._title)}</title>',
            f'<desc id="{self._name}-desc">{escape(self._description)}</desc>',
            f"<style>{_style(self._name)}</style>",
            f'<rect class="f-paper" width="{_n(width)}" height="{_n(height)}"/>',
        ]
        return "\n".join([*head, *self._lines, "</svg>"]) + "\n"


def width_of(text: str, size: float = 13) -> float:
    """Return how wide a text is at most in the sans-serif fonts that viewers have, in pixels."""
    return size * fsum(_share(character) for character in text)


def wrapped(text: str, width: float, size: float = 13) -> list[str]:
    """Return the text in lines that are at most so wide, broken at spaces that may break."""
    lines = [""]
    for word in text.split(" "):
        longer = f"{lines[-1]} {word}".strip()
        if width_of(longer, size) <= width or not lines[-1]:
            lines[-1] = longer
        else:
            lines.append(word)
    return lines


def sentence(words: Iterable[str]) -> str:
    """Return the words that are there, with commas between and a full stop."""
    return f"{', '.join(word for word in words if word)}."


def _share(character: str) -> float:
    if character in "iljI.,:;|'!()[] \u00a0ft’":
        return 0.38
    if character in "mwMW@%":
        return 0.95
    return 0.73 if character.isupper() else 0.61


def _n(number: float) -> str:
    return f"{number:.2f}".rstrip("0").rstrip(".")


def _style(name: str) -> str:
    """The rules for the classes, each within that of the picture: a page may have two pictures."""
    rules = [
        f".t{{font:13px {FONT}}}",
        ".title{font-size:20px;font-weight:bold}.head{font-size:15px;font-weight:bold}",
        ".small{font-size:12px}.bold{font-weight:bold}",
        ".rule,.firm,.loose,.edge,.open{fill:none}",
        ".firm{stroke-width:2}.loose{stroke-width:1.5;stroke-dasharray:4 3}",
        ".edge{stroke-width:1.5}.dashed{stroke-dasharray:3 2.5}.open{stroke-width:2.2}",
    ]
    light = _scoped(name, "".join(rules) + _colours(LIGHT))
    return f"{light}@media (prefers-color-scheme:dark){{{_scoped(name, _colours(DARK))}}}"


def _colours(colours: dict[str, str]) -> str:
    fills = "".join(
        f".f-{name},.t.{name}{{fill:{value}}}.s-{name}{{stroke:{value}}}"
        for name, value in colours.items()
    )
    drawn = f".rule{{stroke:{colours['rule']}}}.firm,.loose,.open{{stroke:{colours['blue']}}}"
    return f"{fills}{drawn}.full{{fill:{colours['blue']}}}.dot{{fill:{colours['muted']}}}"


def _scoped(name: str, rules: str) -> str:
    scoped = []
    for rule in rules.split("}")[:-1]:
        selectors, declarations = rule.split("{")
        within = ",".join(f".{name} {selector}" for selector in selectors.split(","))
        scoped.append(f"{within}{{{declarations}}}")
    return "".join(scoped)
