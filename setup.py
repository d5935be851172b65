"""What pyproject.toml cannot tell: the data is compiled, and an editable install has the man page."""

import sys
from pathlib import Path

from setuptools import Distribution, setup
from setuptools.command.build_py import build_py


class CompileData(build_py):
    """Build the package, and compile its data files, so that an answer is fast, by the code that was built beside."""

    def run(self) -> None:
        """Run the step."""
        super().run()
        if not self.editable_mode:
            sys.path.insert(0, str(Path(self.build_lib).resolve()))
            from gcmilo import bundled, load

            bundled.compile_to(bundled.data_directory() / bundled.COMPILED, load())


class WithManPage(Distribution):
    """The distribution, as an editable build asks it whether there are data files: by another name than its own."""

    def has_data(self) -> bool:
        """Return whether there are data files."""
        return self.has_data_files()


setup(cmdclass={"build_py": CompileData}, distclass=WithManPage)
