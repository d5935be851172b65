"""The labels of a plan's own points, as a document prints them: ``A1``, ``2.3``, ``Output 1.1``.

A document's points are what it names again and again by a noun and a label. Which nouns these are
is found in the document, because every plan has its own: measure, chantier, línea, task, service.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from gcmilo.drafting import words
from gcmilo.frozen import frozen
from gcmilo.references.folded import Folded
from gcmilo.refs import PlanPointRef

_LABEL = (
    r"(?:[a-z]{1,3}[-.]?\d{1,3}(?:\.\d{1,3})*|\d{1,3}(?:\.\d{1,3})*(?:\(?[a-z]\))?"
    r"|[ivx]{1,5}(?:\.\d{1,3})?(?:\([a-z]\))?|[a-z](?!\)))(?![\w(%°]|[./]\d|-[^\W\d_]|')"
)
_NAMED = re.compile(
    rf"(?<!\w)(?P<noun>[^\W\d_]{{3,}})\s+(?:{words.NUMBER_SIGN})?(?P<label>{_LABEL})"
)
_SEPARATOR = re.compile(
    r"\s*(?:(?P<to>-|(?:to|through|a|al|aux?|hasta)\b)|[,;&/]\s*(?:(?:and|et|y|e|or|ou|o)\s)?"
    r"|(?:and|et|y|e|or|ou|o)\s)\s*"
)
_ANY_LABEL = re.compile(_LABEL)
_BARE = re.compile(r"(?<![\w.(/-])(?P<prefix>[a-z]{1,3})[-.]?\d{1,3}(?:\.\d{1,3})*(?![\w(/]|\.\d)")
_NUMBERS = re.compile(r"[\d.]+")
_MOST_IN_RANGE = 50
_FEWEST_BARE = 3
"""Labels without a noun are a plan's own if so many begin with the same letters, from 1 on."""


@frozen
class Label:
    """A label in a text: its characters, how it is written, and the noun that it belongs to.

    ``noun`` is folded, ``printed`` is it as it is printed.
    """

    start: int
    end: int
    written: str
    noun: str | None = None
    printed: str = ""


@frozen
class PointMention:
    """A plan point that a text names, and its characters there."""

    start: int
    end: int
    ref: PlanPointRef


class OwnLabels:
    """The nouns and labels of one plan's points."""

    def __init__(self, texts: Iterable[str], bare: Iterable[str] = ()) -> None:
        """Learn the nouns from texts; ``bare`` are labels that stand without a noun in a table."""
        found = [label for text in texts for label in _named_labels(text)]
        stems = _stems(label.noun for label in found if label.noun)
        by_stem: dict[str, list[Label]] = defaultdict(list)
        for label in found:
            by_stem[stems[label.noun or ""]].append(label)
        self._nouns = {stem: _noun_shown(by_stem[stem], stem) for stem in by_stem}
        self._stems = {noun: stem for noun, stem in stems.items() if _is_own(stem, by_stem[stem])}
        self._lower = {stem for stem, labels in by_stem.items() if _are_small_letters(labels)}
        keys = {PlanPointRef(label).key for label in bare}
        printed_bare = {stem for stem, labels in by_stem.items() if keys & set(map(_key, labels))}
        self._without_noun = words.POINT_NOUNS | printed_bare
        self._prefixes = self._prefixes_of(found)
        self._refs: dict[str, PlanPointRef] = {}

    def learn_prefixes(self, texts: Iterable[str]) -> None:
        """Learn labels that stand without any noun, such as ``A-1``."""
        numbers: dict[str, set[str]] = defaultdict(set)
        for text in texts:
            for label in _bare_labels(text):
                prefix = re.match(r"[^\W\d_]+", label.written)
                if prefix and prefix[0] not in words.NO_PREFIXES:
                    numbers[prefix[0]].add(label.written.removeprefix(prefix[0]).lstrip("-."))
        for letters, of_prefix in numbers.items():
            if len(of_prefix) >= _FEWEST_BARE and any(n.split(".")[0] == "1" for n in of_prefix):
                self._prefixes.add(letters)

    def find(self, text: str) -> list[PointMention]:
        """Return the points that a text names, in order, each member of a list and a range."""
        found: list[PointMention] = []
        last = (-1, -1)
        labels = [*_named_labels(text), *_bare_labels(text)]
        for label in sorted(labels, key=lambda one: (one.start, one.noun is None)):
            span = label.start, label.end
            # Those within a range stand on the characters of its end.
            if (label.start >= last[1] or span == last) and self._is_point(label):
                found.append(PointMention(*span, self.ref_of(label)))
                last = span
        return found

    def ref_of(self, label: Label) -> PlanPointRef:
        """Return the point of a label: numbers alone keep their noun, if nothing prints them bare.

        Case and punctuation make no other point: the first spelling is kept.
        """
        written = label.written
        stem = self._stems.get(label.noun or "")
        if stem and stem not in self._without_noun and _NUMBERS.fullmatch(written):
            written = f"{self._nouns[stem]} {written}"
        ref = PlanPointRef(written)
        return self._refs.setdefault(ref.key, ref)

    def in_cell(self, cell: str) -> list[PlanPointRef]:
        """Return the points of a cell that holds labels and nothing else, else nothing."""
        return [self.ref_of(label) for label in labels_of_cell(cell)]

    def _is_point(self, label: Label) -> bool:
        if label.noun is None:
            prefix = re.match(r"[^\W\d_]+", label.written)
            return prefix is not None and prefix[0] in self._prefixes
        stem = self._stems.get(label.noun)
        is_small = len(label.written) == 1 and label.written.islower()
        return stem is not None and (not is_small or stem in self._lower)

    def _prefixes_of(self, found: Sequence[Label]) -> set[str]:
        own = [label for label in found if label.noun in self._stems]
        matches = [re.match(r"[^\W\d_]+(?=[-.]?\d)", label.written) for label in own]
        return {match[0] for match in matches if match}


def _key(label: Label) -> str:
    return PlanPointRef(label.written).key


def labels_of_cell(cell: str) -> list[Label]:
    """Return the labels of a cell that holds labels alone, with or without a noun before them."""
    folded = Folded(cell)
    plain = folded.plain
    noun = re.match(r"\s*(?P<noun>[^\W\d_]{3,})\s+(?=\S)", plain)
    start = noun.end() if noun else len(plain) - len(plain.lstrip())
    labels = list(_listed(folded, start, noun, plural=True))
    end = labels[-1][1] if labels else 0
    is_all = labels and not plain[end:].strip(" .;,)")
    return _ranged([label for label, _ in labels]) if is_all else []


def _named_labels(text: str) -> Iterator[Label]:
    """The labels that a noun stands before, whatever the noun."""
    folded = Folded(text)
    for match in _NAMED.finditer(folded.plain):
        noun = match["noun"]
        if noun not in words.NO_POINT_NOUNS and not words.is_other_noun(noun):
            listed = _listed(folded, match.start("label"), match, plural=noun.endswith("s"))
            yield from _ranged([label for label, _ in listed])


def _listed(
    folded: Folded, at: int, noun: re.Match[str] | None, *, plural: bool
) -> Iterator[tuple[Label, int]]:
    """The labels of a list, each with where it ends in the folded text.

    That which ends a range has ``..`` before it.
    """
    shape = ""
    reaches = False
    while match := _ANY_LABEL.match(folded.plain, at):
        if shape and _shape(match[0]) != shape:
            return
        shape = _shape(match[0])
        written = folded.written(*match.span()).strip(" .")
        if reaches:
            written = f"..{written}"
        named = (noun["noun"], folded.written(*noun.span("noun"))) if noun else ()
        yield Label(*folded.span(*match.span()), written, *named), match.end()
        separator = _SEPARATOR.match(folded.plain, match.end())
        if separator is None or not plural:
            return
        reaches = bool(separator["to"])
        at = separator.end()


def _shape(label: str) -> str:
    """What a label is made of, so that the members of a list are alike."""
    kinds = re.sub(r"[^\W\d_]+", "a", re.sub(r"\d+", "1", label))
    return re.sub(r"[^a1]", "", kinds)[:2]


def _ranged(labels: Sequence[Label]) -> list[Label]:
    """The labels of a list, with those within its ranges."""
    found: list[Label] = []
    for label in labels:
        written = label.written.removeprefix("..")
        if label.written != written and found:
            between = _between(found[-1].written, written)
            found += [replace(label, written=one) for one in between]
        found.append(replace(label, written=written))
    return found


def _between(first: str, last: str) -> list[str]:
    """The labels between two that differ in their last number or letter alone."""
    one = re.fullmatch(r"(.*?)(\d+|[^\W\d_])", first)
    other = re.fullmatch(r"(.*?)(\d+|[^\W\d_])", last)
    if one is None or other is None or one[1] != other[1]:
        return []
    if one[2].isdecimal() and other[2].isdecimal():
        numbers = range(int(one[2]) + 1, int(other[2]))
        return [f"{one[1]}{number}" for number in numbers[:_MOST_IN_RANGE]]
    if one[2].isdecimal() or other[2].isdecimal():
        return []
    codes = range(ord(one[2]) + 1, ord(other[2]))
    return [f"{one[1]}{chr(code)}" for code in codes[:_MOST_IN_RANGE]]


def _bare_labels(text: str) -> Iterator[Label]:
    folded = Folded(text)
    for match in _BARE.finditer(folded.plain):
        written = folded.written(*match.span())
        if written[:1].isupper():
            yield Label(*folded.span(*match.span()), written)


def _stems(nouns: Iterable[str]) -> dict[str, str]:
    """The singular of each noun: that of ``measures``, and of ``acciones``."""
    stems = {noun: _singular(noun) for noun in nouns}
    known = set(stems.values()) | words.KNOWN_NOUNS
    for noun, stem in stems.items():
        if stem.endswith("e") and stem[:-1] in known and noun.endswith("s"):
            stems[noun] = stem[:-1]
    return stems


def _singular(noun: str) -> str:
    if noun.endswith("ies"):
        return f"{noun[:-3]}y"
    return noun.removesuffix("s") if len(noun) > 3 else noun  # noqa: PLR2004 - axes, but not bus


def _is_own(stem: str, labels: Sequence[Label]) -> bool:
    """Whether a noun is that of the plan's points: a usual one, or one with several labels."""
    written = {label.written for label in labels}
    if stem in words.KNOWN_NOUNS:
        return not _are_small_letters(labels) or len(written) > 2  # noqa: PLR2004 - as below
    firsts = {re.sub(r"^\D*?(?=\d)", "", one).split(".")[0] for one in written}
    return len(written) > 1 and bool(firsts & {"1", "I", "A", "a"})


def _are_small_letters(labels: Sequence[Label]) -> bool:
    """Whether most labels of a noun are small letters, which may as well be words."""
    small = [one for one in labels if len(one.written) == 1 and one.written.islower()]
    return len(small) > len(labels) / 2


def _noun_shown(labels: Sequence[Label], stem: str) -> str:
    """A noun as it is printed, in the singular and with a capital letter."""
    singular = [label.printed for label in labels if label.noun == stem]
    return (singular[0] if singular else labels[0].printed.removesuffix("s")).capitalize()
