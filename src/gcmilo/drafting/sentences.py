"""The sentences of a document, with what each names: objectives, actions, the plan's points."""

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from gcmilo.drafting import words
from gcmilo.drafting.labels import OwnLabels, PointMention
from gcmilo.frozen import frozen
from gcmilo.reader import Block
from gcmilo.references import Mention, RefKind, Scanner
from gcmilo.references.folded import Folded
from gcmilo.references.sentences import sentence_spans
from gcmilo.refs import ActionRef, ObjectiveRef, PlanPointRef
from gcmilo.text import printable

Subject = ObjectiveRef | ActionRef

_MOST_OF_HEADING = 12
"""A heading has no more words than these."""
_FIRST_WORDS = 14
_ENDS_SENTENCE = (".", "!", "?", ";", ",", "…")


class Named(NamedTuple):
    """An objective, action or point, and where in its passage it is named."""

    start: int
    ref: Subject | PlanPointRef


@frozen
class Sentence:
    """A sentence: its place, its words, and what it names in its order.

    ``plain`` is it folded, in one line, and ``tie`` that up to where it ties what it names.
    ``unclear`` is what it names that does not exist, or what
    of a list is not understood.
    """

    place: str
    text: str
    plain: str
    tie: str
    named: tuple[Named, ...]
    unclear: tuple[str, ...]

    @property
    def subjects(self) -> list[Subject]:
        """The objectives and actions that it names, each once."""
        found = [one.ref for one in self.named if isinstance(one.ref, Subject)]
        return list(dict.fromkeys(found))

    @property
    def points(self) -> list[PlanPointRef]:
        """The points that it names, each once."""
        found = [one.ref for one in self.named if isinstance(one.ref, PlanPointRef)]
        return list(dict.fromkeys(found))


@frozen
class Passage:
    """A paragraph, with the items of a list that it begins, or a heading."""

    place: str
    text: str
    sentences: tuple[Sentence, ...]
    is_heading: bool

    @property
    def is_footnote(self) -> bool:
        """Whether it is a footnote."""
        return self.place.startswith("footnote")


def is_heading(text: str) -> bool:
    """Return whether a text is short, in one line, and no sentence."""
    stripped = text.strip()
    is_short = len(stripped.split()) <= _MOST_OF_HEADING and "\n" not in stripped
    return is_short and not stripped.endswith((*_ENDS_SENTENCE, ":"))


def first_words(text: str, most: int = _FIRST_WORDS) -> str:
    """Return the first words of a text in one line, with an ellipsis where there are more.

    The sign before an item of a list is left out.
    """
    found = in_one_line(text).lstrip("-–—*•· ").split()
    return " ".join(found[:most]) + (" …" if len(found) > most else "")


def in_one_line(text: str) -> str:
    """Return a text in one line, with words joined that were broken at the end of a line."""
    joined = re.sub(r"(?<=[^\W\d_])[-‐\u00ad]\s*\n\s*(?=[^\W\d_])", "", text)
    return printable(" ".join(joined.split()))


class SentenceReader:
    """Reads blocks into passages; a pronoun for an objective means the last one named before."""

    def __init__(self, scanner: Scanner, labels: OwnLabels) -> None:
        self._scanner = scanner
        self._labels = labels
        self._last: Subject | None = None

    def passages(self, blocks: Sequence[Block]) -> Iterator[Passage]:
        """Yield the passages of blocks that follow one another."""
        for group in _joined(blocks):
            text = "\n".join(block.text for block in group)
            place = group[0].place
            sentences = tuple(self._sentences(text, place, is_list=len(group) > 1))
            heading = is_heading(text) and not any(one.points for one in sentences)
            yield Passage(place, text, sentences, heading)

    def sentence(self, text: str, place: str) -> Sentence:
        """Return a text as one sentence, as a row of a table is."""
        return self._sentence(text, place, 0, len(text), *self._scanned(text))

    def _scanned(self, text: str) -> tuple[list[Mention], list[PointMention], list[str]]:
        scan = self._scanner.scan(text)
        sure = [one for one in scan.mentions if not one.is_bare and one.readings]
        taken = [(one.start, one.end) for one in sure]
        points = [
            point
            for point in self._labels.find(text)
            if not any(start < point.end and point.start < end for start, end in taken)
        ]
        spans = [(point.start, point.end) for point in points]
        mentions = [
            one
            for one in scan.mentions
            if _counts(one) and not any(s < one.end and one.start < e for s, e in spans)
        ]
        unread = [text[one.start : one.end] for one in scan.unread]
        return mentions, points, unread

    def _sentences(self, text: str, place: str, *, is_list: bool) -> Iterator[Sentence]:
        found = self._scanned(text)
        spans = [(0, len(text))] if is_list else sentence_spans(text)
        for number, (start, end) in enumerate(spans):
            following = spans[number + 1][0] if number + 1 < len(spans) else len(text)
            yield self._sentence(text, place, start, max(end, following), *found)

    def _sentence(
        self,
        text: str,
        place: str,
        start: int,
        end: int,
        mentions: Sequence[Mention],
        points: Sequence[PointMention],
        unread: Sequence[str],
    ) -> Sentence:
        within = text[start:end]
        folded = Folded(within)
        own = [one for one in mentions if start <= one.start < end]
        named = list(_subjects_named(own, start))
        named += self._taken_up(folded, named)
        subjects = [one.ref for one in named if isinstance(one.ref, Subject)]
        if subjects:
            self._last = subjects[-1]
        named += [Named(one.start - start, one.ref) for one in points if start <= one.start < end]
        missing = [text[one.start : one.end] for one in own if not one.readings]
        unclear = tuple(dict.fromkeys([*missing, *(one for one in unread if one in within)]))
        in_order = tuple(sorted(named, key=_start))
        return Sentence(
            place,
            in_one_line(within),
            " ".join(folded.plain.split()),
            " ".join(Folded(within[: _end_of_tie(in_order)]).plain.split()),
            in_order,
            unclear,
        )

    def _taken_up(self, folded: Folded, named: Sequence[Named]) -> list[Named]:
        """The objective that "the same objective" means, or the letters of it that are named."""
        found = words.SAME_OBJECTIVE.search(folded.plain)
        earlier = [one for one in named if found and one.start < folded.place(found.start())]
        last = earlier[-1].ref if earlier else self._last
        if found is None or not isinstance(last, Subject):
            return []
        start = folded.place(found.start())
        letters = words.LETTERS_OF_SAME.search(folded.plain)
        if letters:
            scan = self._scanner.scan_letters(letters["letters"], last.objective)
            refs = [one.readings[0].ref for one in scan.mentions if one.readings]
            return [Named(start, ref) for ref in refs if isinstance(ref, Subject)]
        is_goal = found["noun"] in ("goal", "but", "commitment", "engagement", "compromiso")
        return [Named(start, last if is_goal else last.objective)]


def _subjects_named(mentions: Iterable[Mention], start: int) -> Iterator[Named]:
    """The objectives and actions of mentions, by their likeliest readings."""
    for mention in mentions:
        ref = mention.readings[0].ref if mention.readings else None
        if isinstance(ref, Subject):
            yield Named(mention.start - start, ref)


def _end_of_tie(named: Sequence[Named]) -> int:
    """Where the last objective or the first point begins, whichever comes later."""
    subjects = [one.start for one in named if isinstance(one.ref, Subject)]
    points = [one.start for one in named if isinstance(one.ref, PlanPointRef)]
    return max([*subjects, *points[:1]], default=0)


def _start(named: Named) -> int:
    return named.start


def _counts(mention: Mention) -> bool:
    """Whether a mention tells what it is of, or is an action with its letter."""
    kinds = {named.kind for named in mention.readings[:1]}
    return not mention.is_bare or RefKind.ACTION in kinds


def _joined(blocks: Sequence[Block]) -> Iterator[list[Block]]:
    """The blocks, those of a list together with the sentence that ends in a colon before it."""
    group: list[Block] = []
    for block in blocks:
        goes_on = group and group[-1].text.rstrip().endswith((":", ";", ","))
        if goes_on and block.place == group[0].place:
            group.append(block)
            continue
        if group:
            yield group
        group = [block]
    if group:
        yield group
