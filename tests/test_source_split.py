"""A document's text split into its parts, whatever the extraction did to it."""

import pytest

from gcmilo import Crosswalk
from gcmilo.references import Scanner
from gcmilo.source.named import find_mentions
from gcmilo.source.passage import Passage
from gcmilo.source.read import read_source
from gcmilo.source.split import SplitText, split
from source_document import REAL, made_up_text, needs_real_source


def parts(text: str) -> SplitText:
    return split(text, "MINISTRY/2024/7", 23)


def test_parts_of_the_made_up_document(crosswalk: Crosswalk) -> None:
    found = parts(made_up_text(crosswalk))
    assert sorted(found.paragraphs) == [1, 2, 3, 4, 5]
    assert sorted(found.box) == sorted(found.rows) == list(range(1, 24))
    assert found.footnotes[1].text.startswith("Ministry: ProgressCallback on recruiters, 2022.")
    assert found.paragraphs[5].text == "Nothing else is said."
    assert found.box[23].text == crosswalk.objectives[22].title.en


@pytest.mark.parametrize(
    "change",
    [
        lambda text: text.replace("\n\n", "\n"),
        lambda text: text.replace("\n", "\r\n"),
        lambda text: text.replace("“", '"').replace("”", '"'),
        lambda text: "\ufeff" + text,
        lambda text: text.replace("plan says", "plan  \n says"),
        lambda text: text.replace("3. Training", "\f 3. Training"),
        lambda text: text.replace("4. Borders", "7 MINISTRY_2024_7-En.docx\n\n4. Borders"),
    ],
    ids=[
        "single lines",
        "CRLF",
        "straight quotes",
        "BOM",
        "other breaks",
        "page break",
        "running head",
    ],
)
def test_extraction_makes_no_difference(crosswalk: Crosswalk, change: object) -> None:
    assert callable(change)
    plain, changed = parts(made_up_text(crosswalk)), parts(change(made_up_text(crosswalk)))
    assert {n: p.words for n, p in changed.paragraphs.items()} == {
        n: p.words for n, p in plain.paragraphs.items()
    }
    assert {n: p.words for n, p in changed.box.items()} == {
        n: p.words for n, p in plain.box.items()
    }
    assert {n: r.passage.words for n, r in changed.rows.items()} == {
        n: r.passage.words for n, r in plain.rows.items()
    }


def test_missing_paragraph_does_not_swallow_the_rest(crosswalk: Crosswalk) -> None:
    text = made_up_text(crosswalk)
    without = text[: text.index("3. Training")] + text[text.index("4. Borders") :]
    assert sorted(parts(without).paragraphs) == [1, 2, 4, 5]


def test_text_that_is_no_document_has_no_parts() -> None:
    found = parts("Nothing.\nAt all.")
    assert (found.paragraphs, found.box, found.footnotes, found.rows) == ({}, {}, {}, {})


@pytest.mark.parametrize(
    ("phrase", "held"),
    [
        ("capacity-building", True),
        ("capacity building", True),
        ("“capacity” building", True),
        ("CAPACITY building of workers", True),
        ("recruitment", True),
        ("acity building", False),
        ("building capacity", False),
        ("work", False),
        ("", False),
    ],
)
def test_what_a_passage_holds(phrase: str, held: bool) -> None:
    assert (
        Passage("The capacity-\nbuilding of workers, and recruit-\n\nment.").holds(phrase) is held
    )


def test_sentences_end_at_stops_and_footnote_marks() -> None:
    passage = Passage(
        "One (No. 202) is here. 5 Two, of the GCM. The third “ends.” Alliance 8.7, 7 goes on."
    )
    assert [sentence.text for sentence in passage.sentences] == [
        "One (No. 202) is here.",
        "Two, of the GCM.",
        'The third "ends."',
        "Alliance 8.7, 7 goes on.",
    ]


@pytest.mark.parametrize(
    ("text", "objectives", "points"),
    [
        ("See objective 5(c) and (e).", ["5(c)", "5(e)"], []),
        ("Points 12(a), 13(d) and 14(a) of the plan.", [], ["12(a)", "13(d)", "14(a)"]),
        ("GCM objectives are aligned, such as 2, 3, and 16.", ["2", "3", "16"], []),
        ("It has links with objectives 19 on diasporas and 21 on reintegration.", ["19", "21"], []),
        ("The GCM has 23 objectives (GCM, paragraph 45).", [], []),
        ("In 2018 objective 1 (see points 13(e) and 14(b)) was new.", ["1"], ["13(e)", "14(b)"]),
        ("The point of it all, in 12 countries.", [], []),
    ],
)
def test_mentions(bundled: Crosswalk, text: str, objectives: list[str], points: list[str]) -> None:
    [found] = find_mentions(Scanner(bundled), Passage(text))
    assert [str(ref) for ref in found.objectives] == objectives
    assert [str(ref) for ref in found.points] == points


def test_pronouns_take_up_what_was_named_last(bundled: Crosswalk) -> None:
    found = find_mentions(
        Scanner(bundled),
        Passage(
            "Objective 7(d) is named. Point 1 serves this goal. Point 2 serves this objective."
        ),
    )
    assert [str(sentence.taken_up) for sentence in found] == ["None", "7(d)", "7"]


@needs_real_source
def test_parts_of_the_real_document() -> None:
    found = split(read_source(REAL).text, "GB.335/POL/1(Rev.)", 23)
    assert sorted(found.paragraphs) == list(range(1, 27))
    assert sorted(found.footnotes) == list(range(1, 8))
    assert sorted(found.rows) == sorted(found.box) == list(range(1, 24))
    assert not any("http" in passage.text for passage in found.paragraphs.values())


@needs_real_source
def test_the_real_document_ties_twelve_pairs(bundled: Crosswalk) -> None:
    """The codebook counts them by hand; the sentences give the same twelve."""
    found = split(read_source(REAL).text, "GB.335/POL/1(Rev.)", 23)
    scanner = Scanner(bundled)
    sentences = [
        sentence
        for passage in found.paragraphs.values()
        for sentence in find_mentions(scanner, passage)
    ]
    pairs = {
        (str(subject), str(point))
        for s in sentences
        for subject in s.subjects
        for point in s.points
    }
    assert pairs == {
        ("1", "13(e)"),
        ("1", "14(b)"),
        ("5", "13(a)"),
        ("7(d)", "12(d)"),
        ("7(d)", "12(f)"),
        ("7(d)", "14(d)"),
        ("16", "12(d)"),
        ("19", "13(c)"),
        ("21", "13(c)"),
        ("22", "12(c)"),
        ("22", "13(f)"),
        ("22", "14(c)"),
    }
