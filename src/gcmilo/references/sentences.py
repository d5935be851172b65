"""The sentences of a text."""

import re

from gcmilo.references.pattern import Pattern

# A stop, then white space and what may begin a sentence; before it may stand the number of a note.
_END = Pattern(r"[.?!…][\"'”’»)\]]*(?=\s+(?:\d{1,2}\s+)?[\"'“‘«¿¡(\[]*[^\W\d_a-zß-ÿ])|\n\s*\n")
_ABBREVIATION = Pattern(
    r"(?:\b(?:paras?|pars?|párrs?|arts?|nos?|nos|núms?|n[.]?[ºo°]|pp?|obj|objs|vol|ch|chap|cap|fig"
    r"|sec|ed|eds|cf|vs|viz|al|inc|dr|mr|mrs|ms|sr|sra|mme|st|rev|add|corr|e\.g|i\.e|p\.\s?ej|ej"
    r"|approx|incl|[^\W\d_])\.)$",
    re.IGNORECASE,
)
_LONGEST_ABBREVIATION = 8


def sentence_spans(text: str) -> list[tuple[int, int]]:
    """Return where each sentence of a text begins and ends; an abbreviation ends none."""
    spans = []
    start = 0
    for stop in _END.finditer(text):
        tail = text[max(start, stop.end() - _LONGEST_ABBREVIATION) : stop.end()]
        if stop[0].startswith(".") and _ABBREVIATION.search(tail):
            continue
        spans += _stripped(text, start, stop.end())
        start = stop.end()
    return [*spans, *_stripped(text, start, len(text))]


def _stripped(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """A span without the white space at its ends, or nothing."""
    part = text[start:end]
    left = len(part) - len(part.lstrip())
    stripped = part.strip()
    return [(start + left, start + left + len(stripped))] if stripped else []
