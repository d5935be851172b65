"""The strict reader: whatever a stranger's file holds, it is read to plain nodes or refused with a
line.
"""

import os
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from gcmilo import strict_yaml
from gcmilo.errors import MOST_FAULTS, Fault
from gcmilo.strict_yaml import MOST_DEPTH, Node, described, read_file, read_text

MARKS = st.text("ab1:-[]{}\n '\"#&*!|>%@`?,~<=\t\\", max_size=60)
LOADERS = [getattr(yaml, name) for name in ("CSafeLoader", "SafeLoader") if hasattr(yaml, name)]
"""The parsers that the reader may find: PyYAML comes with the one in C, or without."""


@pytest.fixture(autouse=True, scope="module", params=LOADERS, ids=lambda loader: loader.__name__)
def loader(request: pytest.FixtureRequest) -> Iterator[None]:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(strict_yaml, "_LOADER", request.param)
        yield


def plain(node: Node | None) -> Any:
    """The values of a node without their lines."""
    value = node.value if node else None
    if isinstance(value, list):
        return [plain(item) for item in value]
    if isinstance(value, dict):
        return {key: plain(item) for key, item in value.items()}
    return value


def only_fault(text: str) -> Fault:
    node, faults = read_text(text, "x.yaml")
    assert node is None
    (fault,) = faults
    assert fault.file == "x.yaml"
    return fault


def file_fault(path: Path) -> str:
    node, faults = read_file(path, "x.yaml")
    assert node is None
    (fault,) = faults
    return str(fault)


def test_an_alias_bomb_is_refused_at_its_first_anchor() -> None:
    levels = "\n".join(f"b{n}: &b{n} [{', '.join([f'*b{n - 1}'] * 9)}]" for n in range(1, 10))
    fault = only_fault(f"first: 1\nb0: &b0 [lol]\n{levels}\n")
    assert (fault.line, fault.text) == (2, "anchors are not allowed; write the value out")


def test_an_alias_without_anchor_is_refused() -> None:
    fault = only_fault("a: 1\nb: *nowhere\n")
    assert (fault.line, fault.text) == (2, "aliases are not allowed; write the value out")


def test_a_merge_bomb_is_refused_and_a_merge_key_is_no_merge() -> None:
    levels = "\n".join(f"m{n}: &m{n}\n  <<: [{', '.join([f'*m{n - 1}'] * 9)}]" for n in range(1, 9))
    assert only_fault(f"m0: &m0 {{a: 1}}\n{levels}\n").line == 1
    node, faults = read_text("x:\n  <<: {a: 1}\n  b: 2\n", "x.yaml")
    assert (plain(node), faults) == ({"x": {"<<": {"a": "1"}, "b": "2"}}, [])


@pytest.mark.parametrize("opening", ["[", "{a: ", "- "], ids=["list", "mapping", "block"])
def test_nesting_of_25000_is_refused(opening: str) -> None:
    fault = only_fault("first: 1\nx:\n  " + opening * 25_000)
    assert fault.line == 3
    # Since PyYAML 6.0.4 its parser, which reads ahead, may be the first to refuse.
    assert fault.text in (
        f"this is nested more than {MOST_DEPTH} deep",
        "this is no YAML: exceeded maximum nesting depth",
    )


def test_nesting_is_allowed_to_the_bound() -> None:
    node, faults = read_text("[" * MOST_DEPTH + "]" * MOST_DEPTH, "x.yaml")
    assert not faults
    assert node is not None
    assert only_fault("[" * (MOST_DEPTH + 2) + "]" * (MOST_DEPTH + 2)).line == 1


def test_a_doubled_key_is_reported_with_both_lines_and_the_first_value_stays() -> None:
    node, faults = read_text("a: 1\nb: 2\na: 3\n", "x.yaml")
    assert plain(node) == {"a": "1", "b": "2"}
    assert faults == [Fault("x.yaml", 3, "a", "the key stands twice, first on line 1")]


@pytest.mark.parametrize(
    ("written", "name"),
    [
        (r"\e[31m", "U+001B"),
        (r"\0", "U+0000"),
        (r"\u202e", "U+202E"),
        (r"\u2066", "U+2066"),
        (r"\r", "U+000D"),
        (r"\x9b", "U+009B"),
        ("\u202e", "U+202E"),
    ],
    ids=ascii,
)
def test_control_and_bidirectional_characters_are_faults(written: str, name: str) -> None:
    _, faults = read_text(f'a: 1\nb: "x{written}y"\n', "x.yaml")
    assert faults == [Fault("x.yaml", 2, None, f"the text holds a control character, {name}")]


def test_control_characters_in_a_key_are_faults_and_never_shown_raw() -> None:
    _, faults = read_text('"\\e[31mx": 1\n"\\e[31mx": 2\n', "x.yaml")
    assert any("U+001B" in fault.text for fault in faults)
    assert all("\x1b" not in str(fault) for fault in faults)


@pytest.mark.parametrize("before", ["", "a: ’’’’’’’’’’’’’’’’’’’’\n"], ids=["ascii", "many bytes"])
def test_a_raw_control_character_is_refused_on_its_line(before: str) -> None:
    fault = only_fault(f"{before}b: 2\nc: x\x01y\n{'d: 4' + chr(10)}" + "\n" * 80)
    assert fault.line == before.count("\n") + 2
    assert "no YAML" in fault.text


@pytest.mark.parametrize(
    "written",
    [
        "no",
        "1_3",
        "015",
        "13:30",
        "1.10",
        "2018-13-45",
        "0x1F",
        "1e3",
        "yes",
        "9" * 4_301,
        ".inf",
        "true",
    ],
)
def test_every_scalar_stays_what_is_written(written: str) -> None:
    node, faults = read_text(f"a: {written}\n", "x.yaml")
    assert (plain(node), faults) == ({"a": written}, [])


@pytest.mark.parametrize("written", ["", "~", "null"])
def test_nothing_is_none_unless_it_is_quoted(written: str) -> None:
    assert plain(read_text(f"a: {written}\n", "x.yaml")[0]) == {"a": None}
    assert plain(read_text(f"a: '{written}'\n", "x.yaml")[0]) == {"a": written}


@pytest.mark.parametrize(
    "tag", ["!!python/object/apply:os.system ['true']", "!x 1", "!!str 1", "!!binary aGk="]
)
def test_tags_are_refused(tag: str) -> None:
    fault = only_fault(f"a: 1\nb: {tag}\n")
    assert (fault.line, fault.text) == (2, "tags are not allowed; write the plain value")


@pytest.mark.parametrize("second", ["b: 2\n", "", "[]\n"], ids=["mapping", "empty", "list"])
def test_a_second_document_is_refused(second: str) -> None:
    fault = only_fault(f"a: 1\n---\n{second}")
    assert fault.text == "a second document starts here; one file is one document"
    assert fault.line in (2, 3)


@pytest.mark.parametrize("text", ["", "# nothing\n", "---\n"])
def test_an_empty_file_has_no_value_and_no_fault(text: str) -> None:
    node, faults = read_text(text, "x.yaml")
    assert plain(node) is None
    assert not faults


@pytest.mark.parametrize(
    ("text", "line"), [("a: [1,\nb: }\n", 2), ("a: 1\n b: 2\n", 2), ('a: "x\n\n', 3), ("\ta: 1", 1)]
)
def test_broken_yaml_is_refused_with_a_line(text: str, line: int) -> None:
    fault = only_fault(text)
    assert fault.line == line
    assert fault.text.startswith("this is no YAML: ")


def test_a_key_must_be_a_word() -> None:
    _, faults = read_text("? [a, b]\n: 1\nc: 2\n", "x.yaml")
    assert [(fault.line, fault.text) for fault in faults] == [(1, "a key must be a word")]


def test_nodes_know_their_line_and_their_quotation_marks() -> None:
    node, _ = read_text("a: 'x'\nb:\n  - y\n  - \"z\"\n", "x.yaml")
    assert node is not None
    assert isinstance(node.value, dict)
    assert node.value["a"] == Node("x", 1, quoted=True)
    assert node.value["b"] == Node([Node("y", 3), Node("z", 4, quoted=True)], 2)


def test_white_space_in_a_text_is_made_single() -> None:
    assert plain(read_text("a: >\n  one\n  two\n\n  three\n", "x.yaml")[0]) == {
        "a": "one two three"
    }


@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-le", "utf-16-be", "utf-32"])
def test_utf_16_and_its_like_are_refused(tmp_path: Path, encoding: str) -> None:
    path = tmp_path / "x.yaml"
    path.write_bytes("a: 1\nb: 2\n".encode(encoding))
    assert "not UTF-8" in file_fault(path) or "no YAML" in file_fault(path)


def test_what_is_not_utf_8_is_refused_with_its_line(tmp_path: Path) -> None:
    path = tmp_path / "x.yaml"
    path.write_bytes("a: 1\nb: 2\nc: é\n".encode("latin-1"))
    assert "not UTF-8" in file_fault(path)
    assert "line 3" in file_fault(path)


def test_a_byte_order_mark_and_crlf_are_fine(tmp_path: Path) -> None:
    path = tmp_path / "x.yaml"
    path.write_bytes(b"\xef\xbb\xbfa: 1\r\nb: two\r\n  words\r\n")
    node, faults = read_file(path, "x.yaml")
    assert (plain(node), faults) == ({"a": "1", "b": "two words"}, [])


def test_a_fifo_is_refused_and_does_not_hang(tmp_path: Path) -> None:
    path = tmp_path / "x.yaml"
    os.mkfifo(path)
    assert "no regular file" in file_fault(path)


@pytest.mark.skipif(not Path("/dev/zero").exists(), reason="there is no /dev/zero here")
def test_dev_zero_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "x.yaml"
    path.symlink_to("/dev/zero")
    assert "no regular file" in file_fault(path)


def test_a_directory_is_refused(tmp_path: Path) -> None:
    assert "cannot be read" in file_fault(tmp_path)


def test_a_symlink_loop_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "x.yaml"
    path.symlink_to(path)
    assert "cannot be read" in file_fault(path)


def test_a_missing_file_is_refused(tmp_path: Path) -> None:
    assert "cannot be read" in file_fault(tmp_path / "x.yaml")


def test_a_file_of_more_than_64_mib_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "x.yaml"
    with path.open("wb") as file:
        file.truncate(64 * 1024 * 1024 + 1)
    assert "larger than 64 MiB" in file_fault(path)


def test_a_symlink_to_a_file_is_read(tmp_path: Path) -> None:
    (tmp_path / "real.yaml").write_text("a: 1\n", encoding="utf-8")
    (tmp_path / "x.yaml").symlink_to("real.yaml")
    assert plain(read_file(tmp_path / "x.yaml", "x.yaml")[0]) == {"a": "1"}


def test_nodes_described() -> None:
    assert described(Node([], 1)) == "a list"
    assert described(Node({}, 1)) == "a mapping"
    assert described(Node(None, 1)) == "nothing"
    assert described(Node("x\x1b", 1)) == "'x?'"


@given(st.text() | MARKS)
@settings(max_examples=400)
def test_no_text_makes_the_reader_fail(text: str) -> None:
    node, faults = read_text(text, "x.yaml")
    assert node is not None or faults or not plain(node)
    for fault in faults:
        assert (
            fault.line is None or 1 <= fault.line <= text.count("\n") + len(text.splitlines()) + 1
        )
        assert fault.text


@given(st.binary(max_size=200))
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_no_bytes_make_the_reader_fail(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "x.yaml"
    path.write_bytes(content)
    node, faults = read_file(path, "x.yaml")
    assert faults or content.decode("utf-8-sig") is not None
    assert node is None or isinstance(node, Node)


def test_a_text_that_breaks_off_after_nearly_all_faults_that_are_listed_is_refused() -> None:
    text = "a: b\n" * MOST_FAULTS + "'"  # a key that is there again and again, and no end
    root, faults = read_text(text, "x.yaml")
    assert root is None
    assert len(faults) == MOST_FAULTS
    assert faults[-1].text.startswith("this is no YAML")
