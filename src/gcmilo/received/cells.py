"""What a cell is before the grammar reads it: blank, as above, all, none, a date, text."""

import re
from enum import Enum, auto

from gcmilo.frozen import frozen
from gcmilo.received.titles import plain
from gcmilo.text import fold

_DASHES = "-–—―./ …"
_QUOTES = "\"'″′”“„〃«»´`"
_AS_ABOVE = frozenset(
    (
        *("as above", "see above", "as before", "ditto", "do", "same", "same as above"),
        *("same objective", "idem", "id", "ibid", "ibidem", "supra"),
        *("voir ci dessus", "comme ci dessus", "ci dessus", "cf ci dessus", "meme objectif"),
        *("vease arriba", "ver arriba", "como arriba", "igual que arriba", "mismo objetivo"),
        *("lo mismo", "igual"),
    )
)
_NONE = frozenset(
    (
        *("n a", "na", "none", "nil", "not applicable", "no objective", "tbd", "tbc"),
        *("s o", "so", "neant", "aucun", "aucune", "aucun objectif", "sans objet"),
        *("non applicable", "a definir", "a preciser"),
        *("ninguno", "ninguna", "ningun objetivo", "no aplica", "sin objetivo", "por definir"),
    )
)
_ALL_WORD = r"(?:all|every|each|tous|toutes|ensemble|todos|todas)\b"
_ALL = re.compile(
    rf"{_ALL_WORD}(?: (?:of the|the|les|los|las|des))?(?: 23)?(?: (?:gcm|pmm))?"
    r"(?: (?:objectives?|objectifs?|objetivos?))?"
    r"(?: (?:of|du|del) (?:the )?(?:global )?(?:gcm|pmm|compact|pacte|pacto)\b.*)?"
)
_ERROR = re.compile(r"#[¡¿]?[A-ZÉÑ][A-ZÉÑ/0-9]*[!?]?")
_MONTHS = (
    "jan(?:uary)?|janv(?:ier)?|ene(?:ro)?",
    "feb(?:ruary|rero)?|fevr?(?:ier)?",
    "mar(?:ch|s|zo)?",
    "a[pv]r(?:il)?|abr(?:il)?",
    "mayo?|mai",
    "june?|juin|junio",
    "july?|juil(?:let)?|julio",
    "aug(?:ust)?|aout|ago(?:sto)?",
    "sept?(?:ember|embre|iembre)?",
    "oct(?:ober|obre|ubre)?",
    "nov(?:ember|embre|iembre)?",
    "dec(?:ember|embre)?|dic(?:iembre)?",
)
"""The names of the months, short and long, folded, in three languages."""
_MONTH = rf"(?P<month>{'|'.join(_MONTHS)})\.?"
_DATES = tuple(
    re.compile(pattern)
    for pattern in (
        r"\d{4}-(?P<number>\d\d?)-(?P<day>\d\d?)(?:[t ].*)?",
        r"(?P<day>\d\d?)([/.])(?P<number>\d\d?)\2\d{2,4}",
        rf"(?P<day>\d\d?)[\s\-/.]+(?:de )?{_MONTH}(?:[\s\-/.,]+(?:de )?\d{{2,4}})?",
        rf"{_MONTH}[\s\-/.]+(?P<day>\d\d?)(?:[\s\-/.,]+\d{{4}})?",
    )
)
_WORDS_OF_REFERENCES = frozenset(
    """
    objective objectives objectif objectifs objetivo objetivos obj objs gcm pmm global compact
    pacte pacto mondial mundial commitment commitments engagement engagements compromiso
    compromisos action actions mesure mesures accion acciones medida medidas letter letters
    lettre lettres letra letras paragraph paragraphs paragraphe paragraphes para paras parrafo
    parrafos parr no nr num number numero and or et ou to through al as well ainsi que asi como
    de du del la the of
    """.split()  # noqa: SIM905 - so many words read better so
)
_NOUNS = frozenset(
    """
    objective objectives objectif objectifs objetivo objetivos obj objs gcm pmm
    """.split()  # noqa: SIM905 - as above
)
_NUMBER = re.compile(
    r"(?<![^\W\d_])(?P<noun>(?:[^\W\d_]{3,}(?![^\W\d_])\.?\s*){0,2})(?:(?:n|no|nr)\s?[.°º]+\s*|#\s*)?"
    r"(?P<number>\d{1,2})(?P<end>\s*[.:)\-–—]+\s*|\s+)(?=[^\W\d_]{3})",
    re.IGNORECASE,
)
_LETTER_FIRST = re.compile(
    r"(?:(?:actions?|mesures?|accion(?:es)?)\s+)?(?:\d{1,2}\s?)?(?:\(\s?[a-z]\s?\)|[a-z][).:]\s)"
)
_LONGEST_NOUN = 40
"""A number that begins a cell stands within so many characters, with its noun before it."""
_NO_MARKS = frozenset(("", "no", "non", "n", "0", "☐", "✗", "✘", "❌"))
_MARKS = frozenset(("x", "1", "yes", "y", "oui", "o", "si", "s", "true", "vrai", "verdadero"))
_SIGNS = frozenset("✓✔☑☒✅●•■○×*+√🗸")


class CellKind(Enum):
    """What a cell is, before the grammar reads it."""

    BLANK = auto()
    AS_ABOVE = auto()
    ALL = auto()
    NONE = auto()
    ERROR = auto()
    DATE = auto()
    TEXT = auto()


def kind_of(text: str) -> CellKind:
    """Return what a cell is."""
    if not text or text.isdecimal():  # as most cells are
        return CellKind.TEXT if text else CellKind.BLANK
    words = plain(text)
    if not words:
        return _kind_of_signs(text)
    if _ERROR.fullmatch(text):
        return CellKind.ERROR
    if _ALL.fullmatch(words):
        return CellKind.ALL
    return _KINDS.get(words) or (CellKind.DATE if date_in(text) else CellKind.TEXT)


def _kind_of_signs(text: str) -> CellKind:
    """What a cell without letters and digits is: a quotation mark stands for the cell above."""
    if not text.strip(_DASHES):
        return CellKind.NONE
    return CellKind.TEXT if text.strip(_QUOTES + _DASHES) else CellKind.AS_ABOVE


_KINDS = dict.fromkeys(_AS_ABOVE, CellKind.AS_ABOVE) | dict.fromkeys(_NONE, CellKind.NONE)


def begins_with_all(text: str) -> bool:
    """Return whether a text begins with the word for all, as in ``all but 9``."""
    return re.match(_ALL_WORD, plain(text)) is not None


@frozen
class DayAndMonth:
    """The two numbers of a date that a spreadsheet may have made of two objectives."""

    day: int
    month: int

    @property
    def meant(self) -> str:
        """What may have been typed: ``6-12``, for 12 June and for 6 December."""
        return f"{min(self.day, self.month)}-{max(self.day, self.month)}"


def date_in(text: str) -> DayAndMonth | None:
    """Return the day and the month of a cell that is a date and nothing else, or None."""
    folded = fold(text)
    for pattern in _DATES:
        match = pattern.fullmatch(folded)
        if match:
            found = match.groupdict()
            month = _month(found["month"]) if "month" in found else int(found["number"])
            return DayAndMonth(int(found["day"]), month)
    return None


def _month(name: str) -> int:
    return next(n for n, names in enumerate(_MONTHS, 1) if re.fullmatch(names, name))


def is_all_references(text: str) -> bool:
    """Return whether a cell holds numbers of one or two digits, and only words of references."""
    if re.search(r"\d[.,][1-9]", text):  # 8.8 is an SDG target, or a label of a plan
        return False
    tokens = re.findall(r"\d+|[^\W\d_]+", fold(text))
    numbers = [token for token in tokens if token.isdecimal()]
    words = [token for token in tokens if len(token) > 1 and not token.isdecimal()]
    return (
        bool(numbers)
        and all(len(number) <= 2 for number in numbers)  # noqa: PLR2004 - as said
        and _WORDS_OF_REFERENCES.issuperset(words)
    )


def may_list_letters(text: str) -> bool:
    """Return whether a cell is letters of actions, or begins with one, as ``(a) Promote``."""
    folded = fold(text)
    if _LETTER_FIRST.match(folded):
        return True
    tokens = re.findall(r"\d+|[^\W\d_]+", folded)
    words = [token for token in tokens if len(token) > 1 and not token.isdecimal()]
    has_letter = any(len(token) == 1 and token.isalpha() for token in tokens)
    return has_letter and _WORDS_OF_REFERENCES.issuperset(words)


def names_objectives(text: str) -> bool:
    """Return whether a cell is references with the noun of the Compact's objectives: ``Obj. 1``."""
    tokens = re.findall(r"[^\W\d_]+", fold(text))
    return not _NOUNS.isdisjoint(tokens) and is_all_references(text)


@frozen
class NumberedText:
    """A number of a cell with the words that go with it: 6 and ``Recruitment and decent work``.

    ``reference`` is the number with its noun, as it is written.
    """

    reference: str
    text: str


def numbered_texts(text: str) -> tuple[NumberedText, ...]:
    """Return the numbers of a cell, each with the words after it, if the cell begins with one."""
    if not re.search(r"\d", text[:_LONGEST_NOUN]):
        return ()
    matches = [match for match in _NUMBER.finditer(text) if _begins_item(text, match)]
    if not matches or text[: matches[0].start()].strip():
        return ()
    ends = [match.start() for match in matches[1:]] + [len(text)]
    return tuple(
        NumberedText(match[0][: -len(match["end"])].strip(), text[match.end() : end].strip(" ;,|"))
        for match, end in zip(matches, ends, strict=True)
    )


def _begins_item(text: str, match: re.Match[str]) -> bool:
    """Whether a number begins a cell, or comes after what may end the words of another."""
    if not _WORDS_OF_REFERENCES.issuperset(plain(match["noun"]).split()):
        return False
    before = text[max(match.start() - _LONGEST_NOUN, 0) : match.start()].rstrip()
    return not match.start() or not before or before[-1] in ";,|." or bool(match["end"].strip())


_SDG_FIRST = re.compile(r"(?:sdgs?|odds?|ods)\b")


def names_sdg(text: str) -> bool:
    """Return whether words of a cell name an SDG or its target, which is none of the Compact's."""
    return _SDG_FIRST.match(fold(text)) is not None


def is_marked(text: str) -> bool:
    """Return whether a cell of a matrix marks its objective: blank, a dash and no do not."""
    return fold(text) not in _NO_MARKS and kind_of(text) is not CellKind.NONE


def is_mark(text: str) -> bool:
    """Return whether a cell is blank or a usual mark, as a cell of a matrix is."""
    return not is_marked(text) or plain(text) in _MARKS or set(text.strip("()[] ")) <= _SIGNS
