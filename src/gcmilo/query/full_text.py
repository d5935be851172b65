"""Full-text search over everything that the data tells, in three languages. SQLite's FTS5 finds and ranks."""

import re
from collections.abc import Iterator, Sequence
from contextlib import closing
from typing import TYPE_CHECKING

from gcmilo.crosswalk import Crosswalk
from gcmilo.errors import MalformedQuery
from gcmilo.frozen import frozen
from gcmilo.refs import ActionRef
from gcmilo.text import fold, legible, shown

if TYPE_CHECKING:
    import sqlite3

_WANTED = re.compile(r'"([^"]+)"|([^\s"]+)')
_THOUSANDS = re.compile(r"(?<=\d),(?=\d{3}\b)")
_WEIGHTS = {
    "objective": 1.8,
    "plan_point": 1.4,
    "action": 1.2,
    "activity": 1.2,
    "document": 1.0,
    "tension": 1.0,
    "paragraph": 0.9,
    "linkage": 0.7,
}
"""How much a hit counts by the kind of thing: the same words lead to the objective before its parts."""


@frozen
class Hit:
    """Something found: what kind of thing, its reference, its title, the hit in context, the command that opens it."""

    kind: str
    ref: str
    title: str
    snippet: str
    command: str


@frozen
class SearchAnswer:
    """What a query finds, best first."""

    query: str
    hits: tuple[Hit, ...]

    def __len__(self) -> int:
        return len(self.hits)


@frozen
class _Entry:
    """Something that can be found."""

    kind: str
    ref: str
    command: str
    title: str
    body: str


def search(crosswalk: Crosswalk, text: str, *, limit: int = 20) -> SearchAnswer:
    """Return at most ``limit`` things that hold every word of a text, or else any of them, best first.

    Case, accents and endings do not matter. ``"two words"`` are a phrase, ``recruit*`` is a beginning. The words of a
    hit stand in square brackets in its snippet. Characters that must never reach a terminal are taken as no letters.

    Raises:
        MalformedQuery: there is no word in the text.

    >>> from gcmilo import load
    >>> search(load(), "remesas").hits[0].command
    'gcmilo objective 20'
    """
    text = legible(text)
    wanted = [_quoted(phrase or word) for phrase, word in _WANTED.findall(text) if re.search(r"\w", phrase or word)]
    if not wanted:
        raise MalformedQuery(f"There is no word to search for in {shown(text)}.")
    import sqlite3  # here, because no other question needs it

    with closing(sqlite3.connect(":memory:")) as index:
        fill_index(index, crosswalk)
        found = _find(index, " AND ".join(wanted), limit) or _find(index, " OR ".join(wanted), limit)
    return SearchAnswer(text, tuple(found))


def _quoted(words: str) -> str:
    """A word or phrase as FTS5 takes it; an asterisk at its end stays what it is, 13,753 is one number."""
    number = _THOUSANDS.sub("", words.rstrip("*"))
    return f'"{number}"{"*" if words.endswith("*") else ""}'


def _find(index: "sqlite3.Connection", query: str, limit: int) -> list[Hit]:
    rows = index.execute(
        "SELECT kind, ref, title, command, snippet(entry, 5, '[', ']', ' ... ', 14),"
        " snippet(entry, 4, '[', ']', '', 64), snippet(entry, 6, '[', ']', ' ... ', 6) FROM entry"
        " WHERE entry MATCH ? ORDER BY bm25(entry, 0, 0, 0, 0, 8, 4, 3) * weight, rowid LIMIT ?",
        (query, limit),
    )
    return [
        Hit(kind, ref, title, next(text for text in (*snippets, "[") if "[" in text), command)
        for kind, ref, title, command, *snippets in rows
    ]


def fill_index(index: "sqlite3.Connection", crosswalk: Crosswalk) -> None:
    """Make the full-text table ``entry`` in a database, with everything that can be found."""
    index.execute(
        "CREATE VIRTUAL TABLE entry USING fts5("
        "kind UNINDEXED, ref UNINDEXED, command UNINDEXED, weight UNINDEXED, title, body, terms,"
        " tokenize = 'porter unicode61 remove_diacritics 2')"
    )
    terms = [(fold(word), (*term.en, *term.fr, *term.es)) for term in crosswalk.terms for word in term.en]
    rows = [
        (e.kind, e.ref, e.command, _WEIGHTS[e.kind], e.title, e.body, _translated(f"{e.title} {e.body}", terms))
        for e in _entries(crosswalk)
    ]
    index.executemany("INSERT INTO entry VALUES (?, ?, ?, ?, ?, ?, ?)", rows)


def _translated(text: str, terms: Sequence[tuple[str, tuple[str, ...]]]) -> str:
    """The words in all languages for the notions that an English text holds."""
    folded = fold(text)
    held = dict.fromkeys(words for word, words in terms if word in folded)
    return "; ".join(word for words in held for word in words)


def _entries(crosswalk: Crosswalk) -> Iterator[_Entry]:
    yield from _compact_entries(crosswalk)
    yield from _plan_entries(crosswalk)
    yield from _evidence_entries(crosswalk)


def _compact_entries(crosswalk: Crosswalk) -> Iterator[_Entry]:
    for objective in crosswalk.objectives:
        ref, row = str(objective.ref), crosswalk.coverage_of(objective.ref)
        others = (objective.label.en, objective.title.fr, objective.label.fr, objective.title.es, objective.label.es)
        body = ". ".join([*others, row.channel or "", row.note or ""])
        yield _Entry("objective", ref, f"gcmilo objective {ref}", objective.title.en, body)
    for objective in crosswalk.objectives:
        for action in objective.actions:
            key = ActionRef(objective.ref, action.letter)
            yield _Entry("action", str(key), f"gcmilo objective {key.key}", action.label, objective.label.en)


def _plan_entries(crosswalk: Crosswalk) -> Iterator[_Entry]:
    for point in crosswalk.plan_points:
        command = f"gcmilo plan-point {point.ref.key}"
        yield _Entry("plan_point", str(point.ref), command, point.subject, point.summary or "")
    for paragraph in crosswalk.paragraphs:
        command = f"gcmilo paragraph {paragraph.number}"
        yield _Entry("paragraph", str(paragraph.number), command, paragraph.section, paragraph.summary)
    for link in crosswalk.linkages:
        point_option = f" --plan-point {link.plan_point.key}" if link.plan_point else ""
        paragraph_option = f" --paragraph {link.paragraph}" if link.paragraph else ""
        command = f"gcmilo linkages --objective {link.subject.key}{point_option}{paragraph_option}"
        title = f"Objective {link.subject} and {link.plan_point or 'no plan point'}"
        yield _Entry("linkage", str(link.subject), command, title, f"{link.wording or ''} {link.note or ''}".strip())


def _evidence_entries(crosswalk: Crosswalk) -> Iterator[_Entry]:
    for activity in crosswalk.activities:
        figures = ", ".join(f"{figure.value} {figure.of}" for figure in activity.figures)
        parts = (activity.summary, activity.owner, *activity.partners, *activity.places, figures)
        body = ". ".join(part for part in parts if part)
        yield _Entry("activity", activity.id, f"gcmilo activity {activity.id}", activity.name, body)
    for document in crosswalk.documents:
        body = f"{document.symbol or ''} {document.year or ''}".strip()
        yield _Entry("document", document.id, f"gcmilo documents {document.id}", document.title, body)
    for tension in crosswalk.tensions:
        body = " / ".join(side.text for side in tension.sides)
        yield _Entry("tension", tension.id, f"gcmilo tensions {tension.id}", tension.title, body)
