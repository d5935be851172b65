"""Full-text search over all of the data, in three languages. SQLite's FTS5 finds and ranks."""

import re
from collections.abc import Iterator, Sequence
from contextlib import closing
from typing import TYPE_CHECKING, Any, ClassVar

from gcmilo.crosswalk import Crosswalk
from gcmilo.errors import MalformedQuery
from gcmilo.frozen import frozen
from gcmilo.model import Linkage
from gcmilo.refs import Ref
from gcmilo.text import fold, legible, shown

if TYPE_CHECKING:
    import sqlite3

_QUERY_PARTS = re.compile(r'"([^"]+)"|([^\s"]+)')
_THOUSANDS_SEPARATOR = re.compile(r"(?<=\d),(?=\d{3}\b)")
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
"""How much a hit counts by its kind, so that an objective comes before its parts."""

Target = Ref | Linkage | int | str
"""What a hit leads to: a reference, a linkage, the number of a paragraph, or an id."""


@frozen
class Hit:
    """Something found: its kind, its reference, its title, and the words in context.

    ``command`` is set by the command line, which alone knows the command for the target.
    """

    kind: str
    ref: str
    title: str
    snippet: str
    target: Target
    command: str | None = None


@frozen
class SearchAnswer:
    """What a query finds, best first."""

    question: ClassVar[str] = "search"

    query: str
    hits: tuple[Hit, ...]

    def __len__(self) -> int:
        return len(self.hits)


@frozen
class _Entry:
    """Something that can be found."""

    kind: str
    ref: str
    target: Target
    title: str
    body: str


def search(crosswalk: Crosswalk, text: str, *, limit: int = 20) -> SearchAnswer:
    """Return at most ``limit`` things that have every word of a text, or else any, best first.

    Case, accents and endings do not matter. ``"two words"`` are a phrase, ``recruit*`` is a
    beginning. The words found are in square brackets in the snippet of a hit. Characters that must
    never reach a terminal are no letters.

    Raises:
        MalformedQuery: there is no word in the text.

    >>> from gcmilo import load
    >>> hit = search(load(), "remesas").hits[0]
    >>> hit.kind, hit.ref
    ('objective', '20')
    """
    text = legible(text)
    parts = [phrase or word for phrase, word in _QUERY_PARTS.findall(text)]
    wanted = [_quoted(part) for part in parts if re.search(r"\w", part)]
    if not wanted:
        raise MalformedQuery(f"There is no word to search for in {shown(text)}.")
    import sqlite3  # here, because no other question needs it

    # Any of the words will do only where nothing has all of them.
    with closing(sqlite3.connect(":memory:")) as index:
        entries = fill_index(index, crosswalk)
        rows = _find(index, " AND ".join(wanted), limit) or _find(index, " OR ".join(wanted), limit)
    return SearchAnswer(
        text, tuple(_hit(entries[number - 1], snippets) for number, *snippets in rows)
    )


def _hit(entry: _Entry, snippets: Sequence[str]) -> Hit:
    """The hit of an entry, with the first of its snippets in which something was found."""
    marked = [snippet for snippet in snippets if "[" in snippet]
    # A phrase that is longer than the snippets is marked in none.
    snippet = marked[0] if marked else "["
    return Hit(entry.kind, entry.ref, entry.title, snippet, entry.target)


def _quoted(words: str) -> str:
    """A word or phrase in the query language of FTS5, with the asterisk at its end kept."""
    # The data has 13753 where a text has 13,753.
    text = _THOUSANDS_SEPARATOR.sub("", words.rstrip("*"))
    asterisk = "*" if words.endswith("*") else ""
    return f'"{text}"{asterisk}'


def _find(index: "sqlite3.Connection", query: str, limit: int) -> list[tuple[Any, ...]]:
    """The numbers of the entries found, each with its snippets of body, title and terms."""
    # The columns are numbered as in ``fill_index``. bm25 is negative, and the least is the best.
    return index.execute(
        "SELECT rowid, snippet(entry, 4, '[', ']', ' ... ', 14),"
        " snippet(entry, 3, '[', ']', '', 64), snippet(entry, 5, '[', ']', ' ... ', 6) FROM entry"
        " WHERE entry MATCH ? ORDER BY bm25(entry, 0, 0, 0, 8, 4, 3) * weight, rowid LIMIT ?",
        (query, limit),
    ).fetchall()


def fill_index(index: "sqlite3.Connection", crosswalk: Crosswalk) -> list[_Entry]:
    """Make the full-text table ``entry`` in a database, and return its entries, row by row."""
    # Porter drops the endings of English words, remove_diacritics the accents of all.
    index.execute(
        "CREATE VIRTUAL TABLE entry USING fts5("
        "kind UNINDEXED, ref UNINDEXED, weight UNINDEXED, title, body, terms,"
        " tokenize = 'porter unicode61 remove_diacritics 2')"
    )
    terms: list[tuple[str, tuple[str, ...]]] = []
    for term in crosswalk.terms:
        words = (*term.en, *term.fr, *term.es)
        terms += [(fold(word), words) for word in term.en]
    entries = list(_entries(crosswalk))
    rows = []
    for entry in entries:
        translated = _translated(f"{entry.title} {entry.body}", terms)
        weight = _WEIGHTS[entry.kind]
        rows.append((entry.kind, entry.ref, weight, entry.title, entry.body, translated))
    index.executemany("INSERT INTO entry VALUES (?, ?, ?, ?, ?, ?)", rows)
    return entries


def _translated(text: str, terms: Sequence[tuple[str, tuple[str, ...]]]) -> str:
    """The words in all languages for the terms that are in an English text."""
    folded = fold(text)
    found = dict.fromkeys(words for word, words in terms if word in folded)
    return "; ".join(word for words in found for word in words)


def _entries(crosswalk: Crosswalk) -> Iterator[_Entry]:
    yield from _compact_entries(crosswalk)
    yield from _plan_entries(crosswalk)
    yield from _evidence_entries(crosswalk)


def _compact_entries(crosswalk: Crosswalk) -> Iterator[_Entry]:
    for objective in crosswalk.objectives:
        row = crosswalk.coverage_of(objective.ref)
        others = (
            objective.label.en,
            objective.title.fr,
            objective.label.fr,
            objective.title.es,
            objective.label.es,
        )
        body = ". ".join([*others, row.channel or "", row.note or ""])
        yield _Entry("objective", str(objective.ref), objective.ref, objective.title.en, body)
    for objective in crosswalk.objectives:
        for ref, action in objective.actions_by_ref.items():
            yield _Entry("action", str(ref), ref, action.label, objective.label.en)


def _plan_entries(crosswalk: Crosswalk) -> Iterator[_Entry]:
    for point in crosswalk.plan_points:
        yield _Entry("plan_point", str(point.ref), point.ref, point.subject, point.summary or "")
    for paragraph in crosswalk.paragraphs:
        number = paragraph.number
        yield _Entry("paragraph", str(number), number, paragraph.section, paragraph.summary)
    for link in crosswalk.linkages:
        title = f"Objective {link.subject} and {link.plan_point or 'no plan point'}"
        said = (link.wording, link.note, link.place)
        body = " ".join(part for part in said if part)
        yield _Entry("linkage", str(link.subject), link, title, body)


def _evidence_entries(crosswalk: Crosswalk) -> Iterator[_Entry]:
    for activity in crosswalk.activities:
        figures = ", ".join(str(figure) for figure in activity.figures)
        parts = (activity.summary, activity.owner, *activity.partners, *activity.places, figures)
        body = ". ".join(part for part in parts if part)
        yield _Entry("activity", activity.id, activity.id, activity.name, body)
    for document in crosswalk.documents:
        body = f"{document.symbol or ''} {document.year or ''}".strip()
        yield _Entry("document", document.id, document.id, document.title, body)
    for tension in crosswalk.tensions:
        body = " / ".join(side.text for side in tension.sides)
        yield _Entry("tension", tension.id, tension.id, tension.title, body)
