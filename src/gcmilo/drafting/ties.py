"""What the sentences of a document tie: linkages, each with its basis and stance."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby

from gcmilo.drafting import words
from gcmilo.drafting.draft import Undecided
from gcmilo.drafting.sentences import Named, Passage, Sentence, Subject, first_words
from gcmilo.frozen import frozen
from gcmilo.model import Basis, Linkage, Stance
from gcmilo.refs import ActionRef, PlanPointRef, place_in_words
from gcmilo.source.stances import stance_of

_MOST_SHOWN = 40
"""How many words of a sentence are shown with what is not decided."""

Pair = tuple[Subject, PlanPointRef | None]


@frozen
class Ties:
    """The linkages that passages make, and what nothing in them decides."""

    linkages: tuple[Linkage, ...]
    undecided: tuple[Undecided, ...]


def ties_of(passages: Iterable[Passage], points: Sequence[PlanPointRef]) -> Ties:
    """Return what passages tie, in their order; ``points`` are the plan's, in the order of labels.

    A sentence that names an objective and a point ties them, and so does one that takes up the
    points before it by a pronoun. Where no sentence does, the paragraph ties an objective to its
    points, or to those of the paragraph that it continues.
    """
    reader = _Reader(points)
    for passage in passages:
        reader.read(passage)
    return Ties(tuple(reader.linkages.values()), tuple(dict.fromkeys(reader.undecided)))


def linkage_of(
    pair: Pair,
    place: str,
    basis: Basis,
    stance: Stance = Stance.SUPPORTS,
    wording: str | None = None,
    note: str | None = None,
) -> Linkage:
    """Return a linkage at a place as documents name it: ``para. 4`` is a numbered paragraph."""
    subject, point = pair
    action = subject if isinstance(subject, ActionRef) else None
    number = place.removeprefix("para. ")
    paragraph = int(number) if number.isdecimal() and number != place else None
    words_of_place = place if paragraph is None else None
    return Linkage(
        subject.objective, action, point, paragraph, basis, stance, wording, note, words_of_place
    )


class _Reader:
    """One pass over the passages: what was named before, and what was tied."""

    def __init__(self, points: Sequence[PlanPointRef]) -> None:
        self._all = points
        self.linkages: dict[tuple[object, ...], Linkage] = {}
        self.undecided: list[Undecided] = []
        self._is_left_out = False
        self._before: tuple[list[PlanPointRef], bool] = ([], False)
        """The points of the passage before, and whether it ties them to something."""
        self._points: list[PlanPointRef] = []
        """The points that a pronoun may take up."""
        self._open: list[PlanPointRef] = []
        """The points of the passage that no sentence of it ties yet."""

    def read(self, passage: Passage) -> None:
        """Add what a passage ties."""
        if passage.is_heading and not any(one.subjects for one in passage.sentences):
            plain = passage.sentences[0].plain if passage.sentences else ""
            self._is_left_out = words.NOT_OURS.search(plain) is not None
            self._before = ([], False)
            return
        self._points, self._open = [], []
        has_ties = False
        for sentence in passage.sentences:
            self._note_unclear(sentence)
            if sentence.points and not sentence.subjects:
                self._points = sentence.points
                self._open += sentence.points
            elif sentence.subjects:
                has_ties = self._tie(sentence, passage) or has_ties
        points = [point for one in passage.sentences for point in one.points]
        if not passage.is_footnote:
            self._before = (points, has_ties)

    def _note_unclear(self, sentence: Sentence) -> None:
        for text in sentence.unclear:
            what = f"“{text}” is not understood, or does not exist, in: {_excerpt(sentence)}"
            self.undecided.append(Undecided(sentence.place, what))

    def _tie(self, sentence: Sentence, passage: Passage) -> bool:
        """Add what a sentence about objectives ties; return whether it ties a point."""
        if sentence.points:
            self._tie_named(sentence)
            self._points, self._open = sentence.points, []
            return True
        points = first_ones(sentence, self._points or self._all)
        takes_up = words.PRONOUN.search(sentence.plain) and self._points
        if points or takes_up:
            is_denied = words.DENIED_POINT.search(sentence.tie) is not None
            self._add(sentence, _all(sentence.subjects, points or self._points), is_denied)
            return True
        if words.DENIAL.search(sentence.plain) or self._is_left_out:
            self._add_without_point(sentence, Stance.NOT_INCLUDED)
            return False
        points = self._open or self._points or self._continued(passage)
        if points:
            pairs = _all(sentence.subjects, points)
            self._add(sentence, pairs, is_denied=False, basis=Basis.CONTEXTUAL)
            return True
        self._leave(sentence)
        return False

    def _tie_named(self, sentence: Sentence) -> None:
        pairs = list(_pairs(sentence))
        is_denied = words.DENIED_POINT.search(sentence.tie) is not None
        self._add(sentence, pairs, is_denied)
        tied = {point for _, point in pairs}
        alone = [point for point in sentence.points if point not in tied]
        if is_denied:
            what = f"read as not included, because of a word that denies: {_excerpt(sentence)}"
            self.undecided.append(Undecided(sentence.place, what))
        self._open += alone

    def _continued(self, passage: Passage) -> list[PlanPointRef]:
        """The points of the paragraph before, which a paragraph without any goes on about.

        A footnote belongs to its paragraph; another paragraph goes on if nothing is tied yet.
        """
        points, has_ties = self._before
        if passage.is_footnote:
            return points
        has_own = any(one.points for one in passage.sentences)
        return [] if has_ties or has_own else points

    def _leave(self, sentence: Sentence) -> None:
        """Add what ties no point: a linkage if the sentence affirms something, else a question."""
        refs = ", ".join(map(str, sentence.subjects))
        if words.AFFIRMS.search(sentence.plain):
            self._add_without_point(sentence, Stance.SUPPORTS)
            what = f"{refs}: no point is named, in: {_excerpt(sentence)}"
        else:
            what = f"{refs}: named, and tied to nothing, in: {_excerpt(sentence)}"
        self.undecided.append(Undecided(sentence.place, what))

    def _add_without_point(self, sentence: Sentence, stance: Stance) -> None:
        for subject in sentence.subjects:
            wording = wording_of(sentence) if stance is Stance.SUPPORTS else None
            note = first_words(sentence.text)
            linkage = linkage_of(
                (subject, None), sentence.place, Basis.EXPLICIT, stance, wording, note
            )
            self._keep(linkage)

    def _add(
        self,
        sentence: Sentence,
        pairs: Iterable[Pair],
        is_denied: bool,
        basis: Basis = Basis.EXPLICIT,
    ) -> None:
        wording = None if is_denied else wording_of(sentence)
        stance = Stance.NOT_INCLUDED if is_denied else stance_of_words(wording)
        for pair in pairs:
            note = first_words(sentence.text)
            self._keep(linkage_of(pair, sentence.place, basis, stance, wording, note))

    def _keep(self, linkage: Linkage) -> None:
        """Keep a linkage, or its stronger basis where a sentence of the same place ties it too."""
        place = linkage.paragraph, place_in_words(linkage.place or "").key
        key = linkage.subject, linkage.plan_point, place, linkage.stance
        earlier = self.linkages.get(key)
        if earlier is None or (earlier.basis, linkage.basis) == (Basis.CONTEXTUAL, Basis.EXPLICIT):
            self.linkages[key] = linkage


def _excerpt(sentence: Sentence) -> str:
    """A sentence, or its beginning where it is long."""
    return first_words(sentence.text, _MOST_SHOWN)


def first_ones(sentence: Sentence, points: Sequence[PlanPointRef]) -> list[PlanPointRef]:
    """Return the points that "the first two" means, of those that were named."""
    found = words.FIRST_ONES.search(sentence.plain)
    if found is None:
        return []
    word = next(text for text in found.groups() if text)
    return list(points[: words.COUNTS[word]])


def wording_of(sentence: Sentence) -> str | None:
    """Return the words of strength of a sentence as printed, None where there are none."""
    found = words.STRENGTH.search(sentence.plain)
    if found is None:
        return None
    first = len(sentence.plain[: found.start()].split())
    count = len(found[0].split())
    printed = " ".join(sentence.text.split()[first : first + count])
    return printed.strip(" ,;:.()") or None


def stance_of_words(wording: str | None) -> Stance:
    """Return the stance that words of strength show."""
    if wording is None:
        return Stance.SUPPORTS
    return Stance.QUALIFIED if words.PARTLY.search(wording.casefold()) else stance_of(wording)


def _all(subjects: Iterable[Subject], points: Sequence[PlanPointRef]) -> list[Pair]:
    return [(subject, point) for subject in subjects for point in points]


def _pairs(sentence: Sentence) -> Iterator[Pair]:
    """The objectives and points that a sentence ties.

    "Respectively" ties each to its own. Else the points go with the objectives after them, up to
    the next points, and objectives that come first with the points after them.
    """
    subjects, points = sentence.subjects, sentence.points
    if words.RESPECTIVELY.search(sentence.plain) and len(subjects) == len(points):
        yield from zip(subjects, points, strict=True)
        return
    runs = _runs(sentence)
    is_paired = len(runs) > 2 and len(runs) % 2 == 0  # noqa: PLR2004 - two runs are all pairs
    if is_paired and isinstance(runs[0][0], Subject):
        for place in range(0, len(runs), 2):
            yield from _pair_runs(runs[place], runs[place + 1])
        return
    last: list[Subject | PlanPointRef] = []
    for place, run in enumerate(runs):
        if isinstance(run[0], PlanPointRef):
            is_last = place == len(runs) - 1
            last = run
            if is_last and (place == 1 or words.TOO.search(sentence.plain)):
                yield from _pair_runs(runs[place - 1], run)
        else:
            yield from _pair_runs(run, last)
            if not last and len(runs) > 2:  # noqa: PLR2004
                yield from _pair_runs(run, runs[1])


def _runs(sentence: Sentence) -> list[list[Subject | PlanPointRef]]:
    """What a sentence names, in runs of objectives and runs of points."""
    grouped = groupby(sentence.named, key=lambda one: isinstance(one.ref, PlanPointRef))
    return [_refs(group) for _, group in grouped]


def _refs(named: Iterable[Named]) -> list[Subject | PlanPointRef]:
    return list(dict.fromkeys(one.ref for one in named))


def _pair_runs(
    one: Sequence[Subject | PlanPointRef], other: Sequence[Subject | PlanPointRef]
) -> Iterator[Pair]:
    both = [*one, *other]
    points = [ref for ref in both if isinstance(ref, PlanPointRef)]
    for subject in both:
        if isinstance(subject, Subject):
            yield from ((subject, point) for point in points)
