"""Whose objectives and paragraphs a text speaks of: the Compact's, the source's, or others'."""

import re

from gcmilo.references import words
from gcmilo.references.folded import Folded
from gcmilo.references.pattern import Pattern

_S = words.SPACE
_FAR = 70
"""How many characters before a reference are looked at."""
_WITHIN = 90
"""How many characters after it are."""
_OWNER_WORDS = 6
_SENTENCE_AT_MOST = 400

_COMPACT = Pattern(rf"\b{words.COMPACT}")
_COMPACT_NEXT = Pattern(rf"\b{words.COMPACT}(?:'s)?[\s,:(-]*$")
_COMPACT_BEFORE = Pattern(
    rf"\b{words.COMPACT}(?:[^.;\d]{{0,20}}\([^()]*\))?[\s,:()-]*(?:annex[eo]?[\s,]*)?"
    r"(?:in\s|au\s|aux\s|les\s|los\s|el\s|en\s)*$"
)
_COMPACT_AFTER = Pattern(
    rf"{_S},?{_S}(?:{words.OF}{_S}(?:the|le|la|el|l')?{_S}(?:[\w'-]+{_S}){{0,3}}?)?\(?\b{words.COMPACT}"
)
_REFUGEES = Pattern(words.REFUGEE_COMPACT)
_REFUGEES_NEXT = Pattern(rf"{words.REFUGEE_COMPACT}[\s,:()]*(?:gcr\)[\s,]*)?$")
_OTHER_KIND_NEXT = Pattern(rf"\b(?:{words.OTHER_KIND}|{words.OUR})$")
_ITS_NEXT = Pattern(r"\b(?:its|ses|son|sus?)\s+$")
_ACRONYM_NEXT = Pattern(r"(?<![\w-])([A-Z][A-Z0-9&-]{1,9})(?:['’]s)?\s+$")
_ACRONYMS = {"GCM", "PMM", "UN", "ONU", "AND", "OR", "OF", "THE"}
"""What may stand in capitals before the noun of the Compact's own objectives."""
_OWNER = rf"(?:{words.OTHER_OWNER}|{words.REFUGEES}|agenda\b)"
_OWNER_NEXT = Pattern(rf"\b(?:of|du|des?|del)\s+(?:\w+\s+){{0,3}}?{_OWNER}")
_OWNER_AFTER = Pattern(rf"{_S},?{_S}{words.OWNED_BY}{_S}(?P<owner>[^.;:()\d]{{1,{_WITHIN}}})")
_OTHER_SYMBOL_NEXT = Pattern(r"[A-Z]{1,5}[/.]\d?[\w/.()]*\d[\w/.()]*[\s,]*(?:annex\w*[\s,]*)?$")
_OTHER_NUMBERED_NEXT = Pattern(
    rf"\b{words.OTHER_NUMBERED}\s*(?:[\d\s,()a-z]{{0,12}}\b(?:and|et|y|to|,)\s*)?\(?$"
)
_ARTICLE_NEXT = Pattern(r"\b(?:article|articulo|art\.)\s*\d+[\s,]*$")
_OF_ANOTHER = Pattern(
    rf"{_S},?{_S}(?:of|du|de\s+la|de\s+l'|des|del|de\s+los|de\s+las){_S}"
    rf"(?!(?:the|this|present)?{_S}(?:document|paper|note|present)\b)"
)
_SENTENCE_END = Pattern(r"(?<![\d.][.])[.!?](?=\s+[^\W\d_])|\n\s*\n")


def names_compact(plain: str) -> bool:
    """Return whether a folded text names the Compact."""
    return bool(_COMPACT.search(plain))


def names_other_owner(plain: str) -> bool:
    """Return whether a folded text says that objectives are somebody else's."""
    return bool(_OWNER_NEXT.search(plain)) and not names_compact(plain)


class Owners:
    """The words around the references of one text.

    ``symbol`` is the pattern of the source's symbol.
    """

    def __init__(self, folded: Folded, symbol: str) -> None:
        self._folded = folded
        self._plain = folded.plain
        self._symbol_next = re.compile(rf"{symbol}[\s,:(]*$")
        self._symbol_after = re.compile(
            rf"{_S},?{_S}(?:{words.OF}{_S}(?:the\s|le\s|el\s|l')?{_S})?(?:document\w*{_S})?{symbol}"
        )

    def is_compact_next(self, start: int) -> bool:
        """Return whether the Compact is named right before a place."""
        return bool(_COMPACT_NEXT.search(self._before(start)))

    def is_compacts(self, start: int, end: int) -> bool:
        """Return whether the words around two places say that it is the Compact's."""
        after = _COMPACT_AFTER.match(self._plain, end)
        return bool(_COMPACT_BEFORE.search(self._before(start)) or after)

    def is_sources(self, start: int, end: int) -> bool:
        """Return whether the words around two places say that it is the source's."""
        after = self._symbol_after.match(self._plain, end)
        return bool(self._symbol_next.search(self._before(start)) or after)

    def are_others_objectives(self, start: int, end: int) -> bool:
        """Return whether the objectives between two places are not the Compact's."""
        if self.is_compact_next(start):
            return False
        before = self._before(start)
        return bool(
            _OTHER_KIND_NEXT.search(before)
            or self._is_acronym_next(start)
            or self._is_of_refugees(start)
            or (_ITS_NEXT.search(before) and not names_compact(self._sentence_before(start)))
            or self.is_owned_by_others(end)
        )

    def are_others_paragraphs(self, start: int, end: int) -> bool:
        """Return whether the paragraphs between two places are those of another paper."""
        before = self._before(start)
        return bool(
            _ARTICLE_NEXT.search(before)
            or _REFUGEES_NEXT.search(before)
            or _ITS_NEXT.search(before)
            or _OTHER_KIND_NEXT.search(before)
            or _OTHER_SYMBOL_NEXT.search(self._written_before(start))
            or _OF_ANOTHER.match(self._plain, end)
        )

    def is_counted(self, start: int) -> bool:
        """Return whether a number stands right before a place: ``12 commitments``."""
        return bool(re.search(r"\d\s+$", self._before(start)))

    def is_other_numbered(self, start: int) -> bool:
        """Return whether an article, table or the like is named right before a place."""
        return bool(_OTHER_NUMBERED_NEXT.search(self._before(start)))

    def is_owned_by_others(self, end: int) -> bool:
        """Return whether what follows a place says whose it is, and that is not the Compact."""
        owner = _OWNER_AFTER.match(self._plain, end)
        other = re.search(rf"\b{_OWNER}", owner["owner"]) if owner else None
        if owner is None or other is None:
            return False
        ours = _COMPACT.search(owner["owner"])
        if ours:
            return other.start() < ours.start()
        return len(owner["owner"][: other.start()].split()) <= _OWNER_WORDS

    def sentence(self, at: int) -> str:
        """Return the sentence around a place."""
        end = _SENTENCE_END.search(self._plain, at)
        return self._sentence_before(at) + self._plain[at : end.start() if end else None]

    def _before(self, at: int) -> str:
        return self._plain[max(at - _FAR, 0) : at]

    def _written_before(self, at: int) -> str:
        return self._folded.written(max(at - _FAR, 0), at)

    def _sentence_before(self, at: int) -> str:
        start = max(at - _SENTENCE_AT_MOST, 0)
        ends = [end.end() for end in _SENTENCE_END.finditer(self._plain, start, at)]
        return self._plain[ends[-1] if ends else start : at]

    def _is_acronym_next(self, at: int) -> bool:
        """Whether other capitals than the Compact's stand before a place: ``MDS objective 1``."""
        written = self._written_before(at)
        acronym = _ACRONYM_NEXT.search(written)
        return acronym is not None and acronym[1] not in _ACRONYMS and not written.isupper()

    def _is_of_refugees(self, at: int) -> bool:
        """Whether the other Compact is the last that the sentence names before a place."""
        sentence = self._sentence_before(at)
        others = [match.end() for match in _REFUGEES.finditer(sentence)]
        ours = [match.end() for match in _COMPACT.finditer(sentence)]
        return bool(others) and others[-1] > max(ours, default=0)
