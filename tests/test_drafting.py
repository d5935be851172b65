"""A plan begun from a table or a document: its points, linkages, bases, and what it leaves open."""

import json
import re
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

import gcmilo
from conftest import Run, require_reader
from gcmilo.drafting import Chosen, Draft, draft_plan
from gcmilo.drafting.files import draft_files, quoted, sound
from gcmilo.examine import examine
from gcmilo.model import Basis, OwnRole, Stance
from gcmilo.reader import read_content
from gcmilo.strict_yaml import read_text

CASES = Path(__file__).with_name("cases")


def expected(folder: str) -> list[Path]:
    found = (CASES / folder).iterdir()
    return sorted(path for path in found if not path.name.endswith(".expect.json"))


def answer_of(path: Path) -> Any:
    return json.loads(path.with_name(f"{path.name}.expect.json").read_text(encoding="utf-8"))


DOCUMENTS = expected("documents")
TABLES = [
    path
    for path in expected("tables")
    if not answer_of(path)["must_refuse"]
    and any(row["objectives"] for row in answer_of(path)["rows"])
]


@pytest.fixture(scope="module")
def compact() -> gcmilo.Crosswalk:
    return gcmilo.load()


def draft_of(text: str, name: str = "text.txt", chosen: Chosen | None = None) -> Draft:
    return draft_plan(gcmilo.load(), read_content(text.encode(), name), chosen)


def ties(draft: Draft) -> list[tuple[str, str | None, str]]:
    """The objective or action, the point and the basis of each linkage."""
    return [
        (str(one.subject), str(one.plan_point) if one.plan_point else None, one.basis)
        for one in draft.linkages
    ]


def place_of(linkage: Any) -> str:
    return linkage.place or f"para. {linkage.paragraph}"


@pytest.mark.parametrize("path", DOCUMENTS, ids=lambda path: path.name)
def test_a_document_is_drafted_as_a_careful_reader_would(
    path: Path, compact: gcmilo.Crosswalk, tmp_path: Path
) -> None:
    require_reader(path)
    draft = draft_plan(compact, gcmilo.read_document(path))
    found = {
        (str(one.subject), str(one.plan_point or ""), place_of(one), one.basis)
        for one in draft.linkages
    }
    wanted = {
        (one["objective"], one["plan_point"] or "", one["place"], one["basis"])
        for one in answer_of(path)["linkages"]
    }
    assert found == wanted
    assert_sound(draft, compact, tmp_path)


@pytest.mark.parametrize("path", TABLES, ids=lambda path: path.name)
def test_a_table_is_drafted_row_by_row(
    path: Path, compact: gcmilo.Crosswalk, tmp_path: Path
) -> None:
    require_reader(path)
    draft = draft_plan(compact, gcmilo.read_document(path))
    named = {number for row in answer_of(path)["rows"] for number in row["objectives"]}
    assert {one.objective.number for one in draft.linkages} == named
    assert {one.basis for one in draft.linkages} == {Basis.LISTED}
    assert_sound(draft, compact, tmp_path)


def assert_sound(draft: Draft, compact: gcmilo.Crosswalk, folder: Path) -> None:
    """The files load without a fault, and hold what was drafted."""
    plan = folder / "plan"
    for name, text in draft_files(draft, compact.objectives).items():
        (plan / name).parent.mkdir(parents=True, exist_ok=True)
        (plan / name).write_text(text, encoding="utf-8")
    examined = examine(plan)
    assert examined.faults == ()
    loaded = examined.crosswalk()
    assert len(loaded.linkages) == len(draft.linkages)
    assert [point.ref for point in loaded.plan_points] == [point.ref for point in draft.points]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Measure M1 serves objective 6.", [("6", "M1", "explicit")]),
        ("Measure M1 opens a desk. It serves objective 6.", [("6", "M1", "explicit")]),
        ("Measure M1 opens a desk. Objective 6 asks for desks.", [("6", "M1", "contextual")]),
        (
            "Measures M1 and M3 serve objectives 6 and 7(d) respectively.",
            [("6", "M1", "explicit"), ("7(d)", "M3", "explicit")],
        ),
        (
            "Measures M1 and M2 serve objectives 6 and 7.",
            [
                ("6", "M1", "explicit"),
                ("6", "M2", "explicit"),
                ("7", "M1", "explicit"),
                ("7", "M2", "explicit"),
            ],
        ),
        (
            "Measure M1 serves objective 6 and measure M2 serves objective 7.",
            [("6", "M1", "explicit"), ("7", "M2", "explicit")],
        ),
        ("Measure M1, as objective 6 asks, and measure M2 is a fair.", [("6", "M1", "explicit")]),
        ("Measures M2 to M4 serve objective 6.", [("6", f"M{n}", "explicit") for n in (2, 3, 4)]),
        ("La mesure A1 répond à l'objectif 6, mesure c).", [("6(c)", "A1", "explicit")]),
        (
            "La mesure A1 suit l'objectif 6. La mesure A2 répond à l'alinéa d) du même objectif.",
            [("6", "A1", "explicit"), ("6(d)", "A2", "explicit")],
        ),
        (
            "La línea 1 busca remesas. Es la única que toca el objetivo 20.",
            [("20", "Línea 1", "explicit")],
        ),
        ("Output 1.1 serves objective 6.", [("6", "Output 1.1", "explicit")]),
        ("Under point 1.1 we serve objective 6.", [("6", "1.1", "explicit")]),
        (
            "Measure M1 serves objective 7, while measure M2 does not serve anybody.",
            [("7", "M1", "explicit")],
        ),
        ("Le chantier II vise l'objectif 7.", [("7", "II", "explicit")]),
        ("Nothing in the plan deals with objective 8.", [("8", None, "explicit")]),
        ("Le plan ne dit rien de l'objectif 8.", [("8", None, "explicit")]),
        ("No hay línea para el objetivo 4.", [("4", None, "explicit")]),
        ("The plan supports objective 23.", [("23", None, "explicit")]),
        ("The Compact has objective 23.", []),
    ],
)
def test_what_sentences_tie(text: str, wanted: list[tuple[str, str | None, str]]) -> None:
    assert ties(draft_of(text)) == wanted


@pytest.mark.parametrize(
    "text",
    [
        "Nothing in the plan deals with objective 8.",
        "Visas (objective 5) are left to the State.",
        "Aucun produit ne concerne l'objectif 8.",
        "Ni l'objectif 2 ni l'objectif 4 ne sont de notre ressort.",
        "El municipio no trata de visados: el objetivo 5 es del Estado.",
        "What is left out\n\nConsular work, objective 14, has an owner.",
        "Measure M1 does not serve objective 5.",
    ],
)
def test_what_is_left_out_is_not_included(text: str) -> None:
    linkages = draft_of(text).linkages
    assert linkages
    assert {one.stance for one in linkages} == {Stance.NOT_INCLUDED}


def test_a_paragraph_goes_on_with_the_one_before() -> None:
    text = "1. Point 2.4 is a hotline.\n\n2. A hotline is foreseen in objectives 3 and 7(k).\n\n"
    draft = draft_of(text)
    assert ties(draft) == [("3", "2.4", "contextual"), ("7(k)", "2.4", "contextual")]
    assert [point.paragraphs for point in draft.points] == [(1, 2)]
    assert [paragraph.number for paragraph in draft.paragraphs] == [1, 2]


def test_what_ties_to_nothing_is_said_with_its_place() -> None:
    draft = draft_of("Measure M1 serves objective 6.\n\nObjective 22 is under way.\n")
    told = [(one.place, one.text) for one in draft.undecided]
    assert told == [("line 3", "22: named, and tied to nothing, in: Objective 22 is under way.")]


def test_wording_is_as_printed_and_the_note_is_the_first_words() -> None:
    (linkage,) = draft_of("Measure M1 will support objective 6 in all ports.").linkages
    assert (linkage.wording, linkage.note) == (
        "will support",
        "Measure M1 will support objective 6 in all ports.",
    )


def test_rows_that_a_sentence_says_are_not_repeated() -> None:
    text = (
        "# Plan\n\nMeasure M1 serves objective 6(c).\n\n"
        "| Objective | Status | Measure |\n|---|---|---|\n| 6 | yes | M1 |\n| 7 | no | M2 |\n"
    )
    draft = draft_of(text, "plan.md")
    assert ties(draft) == [("6(c)", "M1", "explicit"), ("7", "M2", "listed")]
    assert [(row.objective.number, row.status) for row in draft.coverage] == [
        (6, "addressed"),
        (7, "not_addressed"),
    ]


def test_rows_without_labels_are_numbered() -> None:
    draft = draft_of("Measure,Objective\nRegister of recruiters,6\nNew school,16\n", "plan.csv")
    assert ties(draft) == [("6", "1", "listed"), ("16", "2", "listed")]
    assert [point.subject for point in draft.points] == ["Register of recruiters", "New school"]
    assert [one.place for one in draft.linkages] == ["line 2", "line 3"]


def test_titles_of_the_plans_own_are_subjects() -> None:
    draft = draft_of("Output,Title,GCM objective\nOutput 1.1,New desk,6\n", "plan.csv")
    assert [(str(point.ref), point.subject) for point in draft.points] == [
        ("Output 1.1", "New desk")
    ]


def test_a_denial_after_the_tie_denies_nothing() -> None:
    text = "Measure M1 serves objective 7, while measure M2 does not serve anybody."
    assert [one.stance for one in draft_of(text).linkages] == [Stance.SUPPORTS]


def test_columns_can_be_named() -> None:
    text = "Ziel,GCM,Was,Stand\nZ1,6,Register,yes\nZ2,7,Schule,no\n"
    own = {OwnRole.POINT: "Ziel", OwnRole.SUBJECT: "Was", OwnRole.STATUS: "Stand"}
    draft = draft_of(text, "plan.csv", Chosen(own_columns=own))
    assert [(str(point.ref), point.subject) for point in draft.points] == [
        ("Z1", "Register"),
        ("Z2", "Schule"),
    ]
    assert [row.status for row in draft.coverage] == ["addressed", "not_addressed"]
    with pytest.raises(gcmilo.GcmiloError, match="There is no column 'Zeil'; did you mean 'Ziel'"):
        draft_of(text, "plan.csv", Chosen(own_columns={OwnRole.POINT: "Zeil"}))


def test_a_row_that_names_what_does_not_exist_is_undecided() -> None:
    draft = draft_of("Measure,Objective\nSchool,24\nPort,6\n", "plan.csv")
    assert ("line 2", "there is no objective 24: there are 1 to 23") in [
        (one.place, one.text) for one in draft.undecided
    ]


def test_a_file_without_objectives_is_refused() -> None:
    with pytest.raises(gcmilo.GcmiloError, match=r"'text\.txt' names no objective of the Compact"):
        draft_of("Nothing of note.")


@pytest.mark.parametrize("text", ['{"objective": 6}', "#curie_map:\n#  gcm: x\nobjective 6\n"])
def test_data_for_programs_is_no_document(text: str) -> None:
    with pytest.raises(gcmilo.GcmiloError, match="is data for programs"):
        draft_of(text)


@given(st.text())
def test_any_text_is_written_so_that_it_is_read_again(text: str) -> None:
    node, faults = read_text(f"key: {quoted(text)}\n", "name")
    assert faults == []
    assert node is not None
    assert isinstance(node.value, dict)
    assert node.value["key"].value == sound(text)


@given(st.lists(st.text(min_size=1), min_size=1, max_size=4))
def test_hostile_cells_make_a_plan_that_loads(cells: list[str]) -> None:
    one_line = [re.sub(r"[|\r\n]", " ", cell) for cell in cells]
    lines = "".join(f"| {cell} | 6 | {cell} |\n" for cell in one_line)
    try:
        draft = draft_of(f"| Measure | Objective | Note |\n|---|---|---|\n{lines}", "plan.md")
    except gcmilo.GcmiloError:  # such as characters that no text has
        return
    with TemporaryDirectory() as folder:
        assert_sound(draft, gcmilo.load(), Path(folder))


def test_the_command_writes_a_plan_and_says_what_is_next(run: Run, tmp_path: Path) -> None:
    plan, file = tmp_path / "mine", tmp_path / "text.txt"
    file.write_text("Measure M1 serves objective 6. Objective 99 is odd.", encoding="utf-8")
    done = run("init", str(plan), "--from", str(file))
    assert done.code == 0, done.said
    assert "1 linkage of 1 plan point" in done.text
    assert "99" in done.text
    assert "# Not decided:" in (plan / "linkages.yaml").read_text(encoding="utf-8")
    assert run("validate", str(plan)).code == 0
    again = run("init", str(plan), "--from", str(file))
    assert (again.code, "nothing is overwritten" in again.said) == (74, True)


def test_the_command_as_json(run: Run, tmp_path: Path) -> None:
    file = tmp_path / "table.csv"
    file.write_text("Measure,Objective\nM1,6\n", encoding="utf-8")
    data = run("init", str(tmp_path / "mine"), "--from", str(file), "--json").data
    assert list(data) == ["schema", "directory", "read", "written", "undecided"]
    assert data["read"]["rows"] == 1
    assert {"file": "linkages.yaml", "records": 1} in data["written"]


def test_options_of_a_table_need_a_file(run: Run, tmp_path: Path) -> None:
    done = run("init", str(tmp_path / "mine"), "--json")
    assert (done.code, "--from FILE" in done.said) == (2, True)
    assert not (tmp_path / "mine").exists()


def test_what_cannot_be_read_is_refused_and_nothing_is_written(run: Run, tmp_path: Path) -> None:
    (tmp_path / "broken.pdf").write_bytes(b"%PDF-1.4 broken")
    done = run("init", str(tmp_path / "mine"), "--from", str(tmp_path / "broken.pdf"))
    assert done.code == 2
    assert not (tmp_path / "mine").exists()
