"""How what documents name is shown."""

from collections.abc import Callable, Sequence

from gcmilo.model import Source
from gcmilo.output.forms import Forms
from gcmilo.output.page import Page, Part, Quote, Quotes, Table, listed, quantity, table
from gcmilo.output.sentences import named
from gcmilo.received.mentions import MentionsAnswer, Passage
from gcmilo.references import RefKind
from gcmilo.shapes import NUMBER, TEXT, answer, many, maybe, record, word_of

FILE_READ = record(
    file=TEXT.of("name"),
    sha256=TEXT,
    kind=TEXT,
    pages=maybe(NUMBER),
    paragraphs=NUMBER.of(lambda document: len(document.blocks)),
    tables=NUMBER.of(lambda document: len(document.tables)),
)
_KIND = word_of(RefKind)
_MENTION = record(
    file=TEXT,
    kind=_KIND,
    ref=TEXT,
    matched=TEXT.of("passage.words"),
    place=TEXT,
    sentence=TEXT.of("passage.sentence"),
)
_MENTIONS = answer(
    "mentions",
    files=many(FILE_READ),
    mentions=many(_MENTION),
    counts=many(record(kind=_KIND, ref=TEXT, count=NUMBER)),
    not_read=many(record(file=TEXT, place=TEXT, text=TEXT)),
)
_NAMES = {
    RefKind.OBJECTIVE: "objective",
    RefKind.ACTION: "action",
    RefKind.PLAN_POINT: "plan point",
    RefKind.PARAGRAPH: "para.",
    RefKind.SDG_TARGET: "SDG target",
}
_AROUND = 40
"""How many characters of a sentence are shown on either side of the words in question."""


def _page(answer: MentionsAnswer, _: Source, language: str) -> Page:
    of = f" of {named(answer.only)}" if answer.only else ""
    title = f"{quantity(len(answer.mentions), 'mention')}{of}"
    parts: tuple[Part, ...] = (
        *_read(answer),
        *(_quotes(answer) if answer.only else _list(answer)),
        *_tallies(answer, language),
        *_never_named(answer, language),
        *_not_read(answer),
    )
    return Page(title, parts, None)


def _read(answer: MentionsAnswer) -> tuple[Table, ...]:
    """What was read, which an answer begins with."""
    rows = [
        (file.name, file.kind, file.pages, len(file.blocks), len(file.tables))
        for file in answer.files
    ]
    return table("Read", "File | Form! | Pages! | Paragraphs! | Tables!", rows)


def _list(answer: MentionsAnswer) -> tuple[Table, ...]:
    where = _naming_of_places(answer)
    rows = [
        (
            where(mention.file, mention.place),
            f"{_NAMES[mention.kind]} {mention.ref}",
            mention.passage.words,
            _excerpt(mention.passage),
        )
        for mention in answer.mentions
    ]
    return table("Mentions", "Where | Named! | Written | In", rows)


def _excerpt(passage: Passage) -> str:
    """The words in question with some words around them."""
    first = max(passage.start - _AROUND, 0)
    last = min(passage.end + _AROUND, len(passage.sentence))
    before = passage.sentence[first : passage.start]
    after = passage.sentence[passage.end : last]
    if first:
        before = f"… {before.partition(' ')[2]}"
    if last < len(passage.sentence):
        after = f"{after.rpartition(' ')[0]} …"
    return f"{before}{passage.words}{after}"


def _quotes(answer: MentionsAnswer) -> tuple[Quotes, ...]:
    """Each sentence once, with all its words in question marked."""
    where = _naming_of_places(answer)
    marks: dict[tuple[str, str], list[tuple[int, int]]] = {}
    for mention in answer.mentions:
        place, passage = where(mention.file, mention.place), mention.passage
        marks.setdefault((place, passage.sentence), []).append((passage.start, passage.end))
    quotes = [Quote(place, text, tuple(spans)) for (place, text), spans in marks.items()]
    return (Quotes(tuple(quotes)),) if quotes else ()


def _naming_of_places(answer: MentionsAnswer) -> Callable[[str, str], str]:
    """The function that names a place: with its file, where there are several."""
    if len(answer.files) > 1:
        return lambda file, place: f"{file}, {place}"
    return lambda _, place: place


def _tallies(answer: MentionsAnswer, language: str) -> tuple[Table, ...]:
    objectives = [
        (
            found.objective.number,
            found.objective.title[language],
            found.count,
            listed([f"{action.ref}: {action.count}" for action in found.actions]),
        )
        for found in answer.objectives
        if found.count
    ]
    points = [(found.point.ref, found.point.subject, found.count) for found in answer.points]
    return (
        *table("By objective", "No.! | Objective | Mentions! | Of which its actions", objectives),
        *table("By SDG target", "Target! | Mentions!", _counts(answer, RefKind.SDG_TARGET)),
        *table("By plan point", "Point! | Subject | Mentions!", points),
        *table(
            "By paragraph of the source",
            "Para.! | Mentions!",
            _counts(answer, RefKind.PARAGRAPH),
        ),
    )


def _counts(answer: MentionsAnswer, kind: RefKind) -> Sequence[tuple[object, ...]]:
    return [(count.ref, count.count) for count in answer.counts if count.kind is kind]


def _never_named(answer: MentionsAnswer, language: str) -> tuple[Table, ...]:
    """The objectives of which neither they nor an action is named; unknown of a narrowed answer."""
    if answer.only:
        return ()
    unnamed = [found.objective for found in answer.objectives if not found.count]
    rows = [(objective.number, objective.title[language]) for objective in unnamed]
    return table("Objectives never named", "No.! | Objective", rows)


def _not_read(answer: MentionsAnswer) -> tuple[Table, ...]:
    where = _naming_of_places(answer)
    rows = [(where(part.file, part.place), part.text) for part in answer.not_read]
    return table("Not read", "Where | What", rows)


FORMS = {MentionsAnswer: Forms(_MENTIONS, _page, "mentions")}
