"""The numbers that a word processor prints before paragraphs, which are not in their text."""

from collections.abc import Callable, Iterator
from typing import Any

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_MOST_LEVELS = 9
_MOST_STEPS = 20
"""How many styles may be based on each other."""
_MOST_LETTERS = 26 * 4
_ROMAN = {
    1000: "m", 900: "cm", 500: "d", 400: "cd", 100: "c", 90: "xc",
    50: "l", 40: "xl", 10: "x", 9: "ix", 5: "v", 4: "iv", 1: "i",
}  # fmt: skip


class Numbering:
    """Counts the numbered paragraphs of a document, in its order."""

    def __init__(self, document: Any) -> None:
        self.abstract: dict[str, dict[int, Any]] = {}
        self.links: dict[str, str] = {}
        self.instances: dict[str, tuple[str, dict[int, int], dict[int, Any]]] = {}
        self.styles = {
            style.get(f"{_W}styleId"): style for style in document.styles.element.iter(f"{_W}style")
        }
        self.counts: dict[str, dict[int, int]] = {}
        self.started: set[str] = set()
        root = _numbering_element(document)
        if root is not None:
            self._read(root)

    def _read(self, root: Any) -> None:
        for abstract in root.findall(f"{_W}abstractNum"):
            identity = abstract.get(f"{_W}abstractNumId")
            self.abstract[identity] = _levels(abstract)
        for instance in root.findall(f"{_W}num"):
            starts: dict[int, int] = {}
            levels: dict[int, Any] = {}
            for override in instance.findall(f"{_W}lvlOverride"):
                level = _value(override, "ilvl")
                start = override.find(f"{_W}startOverride")
                if start is not None:
                    starts[level] = _value(start, "val")
                levels.update(_levels(override))
            abstract = instance.find(f"{_W}abstractNumId")
            if abstract is not None:
                identity = instance.get(f"{_W}numId")
                self.instances[identity] = (abstract.get(f"{_W}val"), starts, levels)

    def label(self, paragraph: Any) -> str:
        """Count a paragraph and return what is printed before it: ``4.``, ``(a)``, or ""."""
        number, level = self._numbered(paragraph)
        if number not in self.instances:
            return ""
        abstract, starts, overrides = self.instances[number]
        levels = {**self.abstract.get(abstract, {}), **overrides}
        if level not in levels:
            return ""
        counts = self.counts.setdefault(abstract, {})
        if number not in self.started:
            self.started.add(number)
            for at, start in starts.items():
                counts[at] = start - 1
        counts[level] = counts.get(level, _start(levels[level]) - 1) + 1
        for deeper in [at for at in counts if at > level]:
            del counts[deeper]
        return _printed(levels, level, counts)

    def _numbered(self, paragraph: Any) -> tuple[str, int]:
        """The numbering of a paragraph and its level, its own or that of its style."""
        own = paragraph.find(f"{_W}pPr/{_W}numPr")
        style_element = paragraph.find(f"{_W}pPr/{_W}pStyle")
        style = style_element.get(f"{_W}val") if style_element is not None else ""
        number, level = "", 0
        for properties in [own, *self._of_styles(style)]:
            if properties is None:
                continue
            identity = properties.find(f"{_W}numId")
            depth = properties.find(f"{_W}ilvl")
            if depth is not None and not level:
                level = min(_value(depth, "val"), _MOST_LEVELS)
            if identity is not None:
                number = identity.get(f"{_W}val") or ""
                break
        if own is None and number in self.instances:
            level = self._level_of_style(number, style, level)
        return number, level

    def _of_styles(self, style: str) -> Iterator[Any]:
        for _ in range(_MOST_STEPS):
            element = self.styles.get(style)
            if element is None:
                return
            yield element.find(f"{_W}pPr/{_W}numPr")
            based = element.find(f"{_W}basedOn")
            style = based.get(f"{_W}val") if based is not None else ""

    def _level_of_style(self, number: str, style: str, level: int) -> int:
        """The level that names the style, for a heading says only which numbering it has."""
        for at, element in self.abstract.get(self.instances[number][0], {}).items():
            named = element.find(f"{_W}pStyle")
            if named is not None and named.get(f"{_W}val") == style:
                return at
        return level


def _numbering_element(document: Any) -> Any:
    for relation in document.part.rels.values():
        if relation.reltype.endswith("/numbering") and not relation.is_external:
            return relation.target_part.element
    return None


def _levels(parent: Any) -> dict[int, Any]:
    return {_value(level, "ilvl"): level for level in parent.findall(f"{_W}lvl")}


def _value(element: Any, name: str) -> int:
    value = element.get(f"{_W}{name}") or "0"
    return int(value) if value.isdecimal() and len(value) < 6 else 0  # noqa: PLR2004


def _start(level: Any) -> int:
    start = level.find(f"{_W}start")
    return _value(start, "val") if start is not None else 1


def _printed(levels: dict[int, Any], level: int, counts: dict[int, int]) -> str:
    """The text of a level with its numbers: ``%1.%2`` becomes ``3.2``; a bullet is not printed."""
    element = levels[level]
    form = _attribute(element, "numFmt")
    if form in {"bullet", "none"}:
        return ""
    text = _attribute(element, "lvlText")
    is_legal = element.find(f"{_W}isLgl") is not None
    for at in range(_MOST_LEVELS):
        if f"%{at + 1}" in text and at in levels:
            form = "decimal" if is_legal else _attribute(levels[at], "numFmt")
            number = _formed(counts.get(at, _start(levels[at])), form)
            text = text.replace(f"%{at + 1}", number)
    return text.strip()


def _attribute(level: Any, name: str) -> str:
    element = level.find(f"{_W}{name}")
    return (element.get(f"{_W}val") or "") if element is not None else ""


def _formed(number: int, form: str) -> str:
    write: Callable[[int], str] = _FORMS.get(form, str)
    return write(number)


def _letters(number: int) -> str:
    """``a`` to ``z``, then ``aa`` to ``zz``, as word processors count."""
    if not 0 < number <= _MOST_LETTERS:
        return str(number)
    times, letter = divmod(number - 1, 26)
    return chr(ord("a") + letter) * (times + 1)


def _roman(number: int) -> str:
    if not 0 < number < 4000:  # noqa: PLR2004 - no Roman numeral is larger
        return str(number)
    text = ""
    for value, letters in _ROMAN.items():
        text += letters * (number // value)
        number %= value
    return text


_FORMS: dict[str, Callable[[int], str]] = {
    "lowerLetter": _letters,
    "upperLetter": lambda number: _letters(number).upper(),
    "lowerRoman": _roman,
    "upperRoman": lambda number: _roman(number).upper(),
    "decimalZero": lambda number: f"{number:02d}",
}
