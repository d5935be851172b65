"""What pyproject.toml cannot say: compile the data, and give editable installs the man page."""

import sys
from pathlib import Path

from setuptools import Distribution, setup
from setuptools.command.build_py import build_py


class CompileData(build_py):
    """Build the package and compile its data, because reading YAML takes longer than an answer."""

    def run(self) -> None:
        """Run the step."""
        super().run()
        # An editable install reads the data files, so that an edit shows in the next answer.
        if not self.editable_mode:
            # The compiled data holds instances of the classes, so these have to be the ones built.
            sys.path.insert(0, str(Path(self.build_lib).resolve()))
            from gcmilo import bundled, load

            bundled.compile_to(bundled.data_directory() / bundled.COMPILED, load())


class WithManPage(Distribution):
    """The distribution, with the method that an editable build looks for to install data files.

    Setuptools itself has it by another name, so the man page would be left out.
    """

    def has_data(self) -> bool:
        """Return whether there are data files."""
        return self.has_data_files()


setup(cmdclass={"build_py": CompileData}, distclass=WithManPage)
