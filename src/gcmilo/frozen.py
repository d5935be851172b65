"""Frozen dataclasses that cost next to nothing when the program starts.

``dataclass(frozen=True)`` writes six methods for each class and compiles them on every start, half
a millisecond a class: a quarter of the time of an answer. The dataclasses made here share their
methods.
"""

from collections.abc import Mapping
from dataclasses import MISSING, Field, FrozenInstanceError, dataclass, field
from operator import attrgetter
from typing import Any, ClassVar, TypeVar, dataclass_transform, get_origin

_Class = TypeVar("_Class", bound=type)


@dataclass_transform(frozen_default=True, field_specifiers=(field,))
def frozen(cls: _Class) -> _Class:
    """Return the class as a dataclass whose instances never change.

    They are equal by their fields, and can be keys. The class needs one field at least.
    """
    made: Any = cls
    inherited = getattr(cls, "__match_args__", ())
    kinds: dict[str, Any] = cls.__annotations__
    own = [name for name, kind in kinds.items() if get_origin(kind) is not ClassVar]
    names = tuple(dict.fromkeys([*inherited, *own]))
    made._values = attrgetter(*names)  # noqa: SLF001 - of the class that is made here
    setattr(made, "__match_args__", names)  # noqa: B010 - mypy lets nobody assign it
    made.__dataclass_fields__ = _Fields()
    made.__init__ = _init
    made.__repr__ = _repr
    made.__eq__ = _eq
    made.__hash__ = _hash
    made.__setattr__ = made.__delattr__ = _refuse
    return cls


class _Fields:
    """The fields of a class, made by ``dataclass`` when they are first asked for.

    That takes longer than all else here, and of most classes nobody asks in a run.
    """

    def __get__(self, _: object, cls: Any) -> Mapping[str, Field[object]]:
        """Return the fields by name, as ``dataclasses.fields`` and ``replace`` look for them."""
        home = next(kind for kind in cls.__mro__ if vars(kind).get("__dataclass_fields__") is self)
        del home.__dataclass_fields__
        dataclass(init=False, repr=False, eq=False)(home)
        fields: Mapping[str, Field[object]] = home.__dataclass_fields__
        return fields


def _init(self: Any, *values: object, **named: object) -> None:
    # Straight into the dictionary, because __setattr__ refuses.
    state, names = self.__dict__, self.__match_args__
    state.update(zip(names, values, strict=False))
    state.update(named)
    # There are fewer values in it than were given if one is given twice, or there are too many.
    if len(state) != len(values) + len(named) or not named.keys() <= set(names):
        raise TypeError(f"{type(self).__name__} takes {', '.join(names)}, each once")
    if len(state) < len(names):
        fields = self.__dataclass_fields__
        state.update((name, _default(self, fields[name])) for name in names if name not in state)


def _default(self: object, missing: Field[object]) -> object:
    if missing.default is not MISSING:
        return missing.default
    if missing.default_factory is not MISSING:
        return missing.default_factory()
    raise TypeError(f"{type(self).__name__} needs {missing.name}")


def _repr(self: Any) -> str:
    values = ", ".join(f"{name}={getattr(self, name)!r}" for name in self.__match_args__)
    return f"{type(self).__qualname__}({values})"


def _eq(self: Any, other: Any) -> bool:
    return type(self) is type(other) and bool(self._values(self) == self._values(other))


def _hash(self: Any) -> int:
    return hash(self._values(self))


def _refuse(self: object, name: str, *_: object) -> None:
    raise FrozenInstanceError(f"{type(self).__name__} is frozen: {name} stays as it is")
