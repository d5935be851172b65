"""The grammar of references: what a careful reader finds in a text, and nothing else."""

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

import gcmilo
from gcmilo import Crosswalk, MalformedReference, UnknownReference
from gcmilo.references import Mention, RefKind, Scanner
from gcmilo.references.arguments import find_objective, find_objectives
from gcmilo.references.folded import Folded
from gcmilo.references.sentences import sentence_spans
from gcmilo.refs import ObjectiveRef

CASES = Path(__file__).parent / "cases"
TEXTS = [
    json.loads(line)
    for name in ("texts.jsonl", "more_texts.jsonl")
    for line in (CASES / name).read_text(encoding="utf-8").splitlines()
]
"""Invented texts with the answer of a careful reader; the keys are those of ``_problems``."""


@pytest.fixture(scope="module")
def scanner(bundled: Crosswalk) -> Scanner:
    return Scanner(bundled)


def spelled(mention: Mention) -> list[str]:
    return [f"{named.kind}:{named.ref}" for named in mention.readings]


@pytest.mark.parametrize("case", TEXTS, ids=[case["id"] for case in TEXTS])
def test_a_text_names_what_a_careful_reader_finds(
    scanner: Scanner, case: dict[str, object]
) -> None:
    """Of ``expect`` each (``a|b``: one of both), ``optional`` or not, and never what is in ``not``."""
    readings = [spelled(mention) for mention in scanner.scan(str(case["text"])).mentions]
    first = {names[0] for names in readings if names}
    expected = [set(str(one).split("|")) for one in list(case["expect"])]  # type: ignore[call-overload]
    allowed = set().union(*expected, case["optional"])  # type: ignore[arg-type]
    assert [names for names in expected if not names & first] == []
    assert first - allowed == set()
    assert {name for names in readings for name in names} & set(case["not"]) == set()  # type: ignore[call-overload]


def found(scanner: Scanner, text: str) -> list[tuple[str, str]]:
    """What a text names: the characters and the first reading."""
    mentions = scanner.scan(text).mentions
    return [
        (text[one.start : one.end], str(one.readings[0].ref) if one.readings else "-")
        for one in mentions
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("objectives 5 to 7", [("5", "5"), ("5 to 7", "6"), ("7", "7")]),
        ("obje\u00adctive\u200b 6", [("6", "6")]),
        ("Objective\u00a0６(ｌ)", [("６(ｌ)", "6(l)")]),
        ("l'objec\u00ad\ntif 6 l)", [("6 l)", "6(l)")]),
        ("l'objec-\r\n  tif 6 l)", [("6 l)", "6(l)")]),
        ("l'objec-\ntif 6 l)", [("6 l)", "6(l)")]),
        ("the ﬁrst, objectives 6 and 7", [("6", "6"), ("7", "7")]),
        ("objective 6(c) and (e)", [("6(c)", "6(c)"), ("(e)", "6(e)")]),
        ("objective 24", [("24", "-")]),
        (
            "l'objectif 6 (recrutement), alinéas c) et l)",
            [("6 (recrutement), alinéas c)", "6(c)"), ("l)", "6(l)")],
        ),
        ("objetivos 5, 6 y, desde 2024, 18; hay 7", [("5", "5"), ("6", "6"), ("18", "18")]),
        ("objectives 5 and, by 2030, 12 pilots", [("5", "5")]),
        ("The five objectives are 2, 3 and 9.", [("2", "2"), ("3", "3"), ("9", "9")]),
        ("The objectives are 5 in number.", []),
    ],
)
def test_a_mention_has_the_characters_that_it_stands_on(
    scanner: Scanner, text: str, expected: list[tuple[str, str]]
) -> None:
    assert found(scanner, text) == expected


@pytest.mark.parametrize(
    ("text", "unread"),
    [
        ("objectives 6, 7bis and 9", ["7bis"]),
        ("objectives 6, 7 and others", ["and others"]),
        ("GCM objectives: ☒ 6  ☐ 7", ["☒ 6  ☐ 7"]),
        ("actions (c) and (d) of objectives 6 and 16", ["(c) and (d)"]),
        ("objectives 1 through 4, minus 3", ["minus 3"]),
        ("objectives 5, 6, 7 – all except 9 – are on track", ["all except 9"]),
        ("les objectifs 1 à 23, sauf le 9", ["sauf le 9"]),
        ("los objetivos 1 a 23 (salvo el 9 y el 11)", ["salvo el 9"]),
        ("objectives 6, 7 and 9", []),
        ("objectives 6 and 7, 14 March 2026", []),
        ("three objectives: 1. honest agencies; 2. better information", []),
    ],
)
def test_a_continuation_that_is_not_understood_is_told(
    scanner: Scanner, text: str, unread: list[str]
) -> None:
    assert [text[one.start : one.end] for one in scanner.scan(text).unread] == unread


@pytest.mark.parametrize(
    ("cell", "kind", "refs", "unread"),
    [
        ("5-7", RefKind.OBJECTIVE, ["5", "6", "7"], []),
        ("6; 7(c) & 9", RefKind.OBJECTIVE, ["6", "7(c)", "9"], []),
        ("6 Recruitment", RefKind.OBJECTIVE, ["6"], ["Recruitment"]),
        ("Objectif 6 : Favoriser", RefKind.OBJECTIVE, ["6"], ["Favoriser"]),
        ("Objective 3, para. 19(b)", RefKind.OBJECTIVE, ["3", "3(b)"], []),
        ("Global Compact objective 6", RefKind.OBJECTIVE, ["6"], []),
        ("X", RefKind.OBJECTIVE, [], ["X"]),
        ("All", RefKind.OBJECTIVE, [], ["All"]),
        ("31(e)", RefKind.PARAGRAPH, ["15(e)"], []),
        ("17-19", RefKind.PARAGRAPH, ["1", "2", "3"], []),
        ("8.8; 10.7 and 8.b", RefKind.SDG_TARGET, ["8.8", "10.7", "8.b"], []),
        ("12(a), 13(d)", RefKind.PLAN_POINT, ["12(a)", "13(d)"], []),
    ],
)
def test_a_cell_is_read_whole(
    scanner: Scanner, cell: str, kind: RefKind, refs: list[str], unread: list[str]
) -> None:
    scan = scanner.scan_as(cell, kind)
    assert [str(one.readings[0].ref) for one in scan.mentions] == refs
    assert [cell[one.start : one.end] for one in scan.unread] == unread


@pytest.mark.parametrize(
    ("cell", "refs", "unread"),
    [
        ("(a)-(c)", ["6(a)", "6(b)", "6(c)"], []),
        ("c, e y l", ["6(c)", "6(e)", "6(l)"], []),
        ("mesures c) et f)", ["6(c)", "6(f)"], []),
        ("7(c)", ["7(c)"], []),
        ("(a) Promote", ["6(a)"], ["Promote"]),
        ("A national register", [], ["A national register"]),
        ("all", [], ["all"]),
    ],
)
def test_a_cell_of_letters_is_read_whole(
    scanner: Scanner, cell: str, refs: list[str], unread: list[str]
) -> None:
    scan = scanner.scan_letters(cell, ObjectiveRef(6))
    assert [str(one.readings[0].ref) for one in scan.mentions] == refs
    assert [cell[one.start : one.end] for one in scan.unread] == unread


@pytest.mark.parametrize(
    ("texts", "refs"),
    [
        (["6,7"], ["6", "7"]),
        (["6-9", "12"], ["6", "7", "8", "9", "12"]),
        (["6", "to", "9"], ["6", "7", "8", "9"]),
        (["objectif six"], ["6"]),
        (["GCM-6"], ["6"]),
        (["commitment 22"], ["22"]),
        (["mesure c) de l'objectif 6"], ["6(c)"]),
        (["6", "6"], ["6"]),
    ],
)
def test_references_are_taken_as_people_write_them(
    bundled: Crosswalk, texts: list[str], refs: list[str]
) -> None:
    assert [str(ref) for ref in find_objectives(bundled, texts)] == refs


def test_a_list_is_refused_where_one_reference_is_taken(bundled: Crosswalk) -> None:
    with pytest.raises(MalformedReference, match="'6,7' names 6 and 7; only one is taken here"):
        find_objective(bundled, "6,7")
    with pytest.raises(UnknownReference, match="There is no objective 24"):
        find_objectives(bundled, ["6,24"])
    with pytest.raises(MalformedReference, match="'6, apples' is no reference"):
        find_objectives(bundled, ["6, apples"])


def test_a_plan_is_read_by_its_own_labels(crosswalk: Crosswalk) -> None:
    labels = [str(point.ref) for point in crosswalk.plan_points]
    scan = Scanner(crosswalk).scan("See points " + ", ".join(labels) + ".")
    assert [str(one.readings[0].ref) for one in scan.mentions] == labels


def test_sentences_end_at_stops_and_not_at_abbreviations() -> None:
    text = "See para. 12 of No. 3. It ends. Voir l'art. 4 et p. 7 ! ¿Y el n.º 5? Sí."
    assert [text[start:end] for start, end in sentence_spans(text)] == [
        "See para. 12 of No. 3.",
        "It ends.",
        "Voir l'art. 4 et p. 7 !",
        "¿Y el n.º 5?",
        "Sí.",
    ]


@given(st.text(max_size=300))
def test_any_text_is_read_and_its_places_are_in_it(text: str) -> None:
    folded = Folded(text)
    places = [folded.place(at) for at in range(len(folded.plain))]
    assert places == sorted(places)
    assert all(0 <= place < len(text) for place in places)
    for mention in Scanner(gcmilo.load()).scan(text).mentions:
        assert 0 <= mention.start < mention.end <= len(text)


@given(
    st.lists(
        st.sampled_from(
            [
                "objectives",
                "6",
                "(c)",
                ",",
                "and",
                "to",
                "-",
                "GCM",
                "para.",
                "l'objectif",
                "12 a",
                "\n",
                "of the Compact",
                "SDG",
                "8.8",
                "y",
                "points",
                "13(d)",
                "first",
                ";",
            ]
        ),
        max_size=25,
    )
)
def test_any_row_of_words_of_references_is_read(words: list[str]) -> None:
    text = " ".join(words)
    scan = Scanner(gcmilo.load()).scan(text)
    assert all(0 <= one.start < one.end <= len(text) for one in (*scan.mentions, *scan.unread))
