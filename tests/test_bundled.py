"""The bundled data, as files and as the build compiled it."""

from pathlib import Path

import pytest

import gcmilo
from conftest import DATA
from gcmilo import bundled
from gcmilo.examine import examine


def test_compiled_data_is_what_the_files_say(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    read = examine().crosswalk()
    monkeypatch.setattr(bundled, "data_directory", lambda: tmp_path)
    assert bundled.compiled() is None
    bundled.compile_to(tmp_path / bundled.COMPILED, read)
    assert bundled.compiled() == gcmilo.load() == read


def test_an_installed_package_has_compiled_data_and_an_editable_one_has_not() -> None:
    editable = DATA.parent != Path(gcmilo.__file__).parent
    assert (bundled.compiled() is None) == editable
    assert gcmilo.load() == examine().crosswalk()


def test_questions_are_imported_when_they_are_asked(crosswalk: gcmilo.Crosswalk) -> None:
    assert gcmilo.gaps(crosswalk).uncited
    with pytest.raises(AttributeError, match="no attribute 'nothing'"):
        gcmilo.nothing  # noqa: B018
    assert {name for name in gcmilo.__all__ if not hasattr(gcmilo, name)} == set()
