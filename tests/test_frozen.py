"""Frozen classes behave as the dataclasses of the standard library do."""

import copy
import pickle
from dataclasses import FrozenInstanceError, asdict, dataclass, field, fields, is_dataclass, replace
from functools import cached_property

import pytest

from gcmilo.frozen import frozen


@frozen
class Ours:
    name: str
    number: int = 0

    @cached_property
    def key(self) -> str:
        return f"{self.name}{self.number}"


@dataclass(frozen=True)
class Theirs:
    name: str
    number: int = 0


def test_values_are_given_in_order_or_by_name_and_defaults_fill_the_rest() -> None:
    assert Ours("a", 1) == Ours(number=1, name="a") == Ours("a", number=1)
    assert Ours("a") == Ours("a", 0)
    assert repr(Ours("a")) == repr(Theirs("a")).replace("Theirs", "Ours")


def test_a_default_that_is_made_is_made_for_each() -> None:
    @frozen
    class Made:
        known: dict[str, int] = field(default_factory=dict)

    assert Made().known == {}
    assert Made().known is not Made().known


@pytest.mark.parametrize(
    ("values", "named"),
    [
        ((), {}),
        (("a", 1, 2), {}),
        (("a",), {"name": "b"}),
        (("a",), {"size": 1}),
        ((), {"number": 1, "size": 1}),
    ],
    ids=["missing", "too many", "twice", "unknown", "unknown for missing"],
)
def test_wrong_values_are_a_type_error(values: tuple[str, ...], named: dict[str, object]) -> None:
    for made in (Ours, Theirs):
        with pytest.raises(TypeError):
            made(*values, **named)  # type: ignore[arg-type]


def test_values_stay_as_they_are() -> None:
    value = Ours("a")
    with pytest.raises(FrozenInstanceError):
        value.name = "b"  # type: ignore[misc]
    with pytest.raises(FrozenInstanceError):
        del value.name
    assert value == Ours("a")


def test_equality_is_by_class_and_fields_alone() -> None:
    value = Ours("a", 1)
    assert value.key == "a1"  # what is cached is no field
    assert value == Ours("a", 1)
    assert len({value, Ours("a", 1), Ours("a", 2)}) == 2
    assert value != Theirs("a", 1)
    assert value != ("a", 1)


def test_the_standard_library_takes_it_for_a_dataclass() -> None:
    value = Ours("a", 1)
    assert is_dataclass(Ours)
    assert [field.name for field in fields(Ours)] == ["name", "number"]
    assert asdict(value) == {"name": "a", "number": 1}
    assert replace(value, number=2) == Ours("a", 2)
    assert copy.deepcopy(value) == pickle.loads(pickle.dumps(value)) == value  # noqa: S301
    match value:
        case Ours(name, number):
            assert (name, number) == ("a", 1)
