"""The one step of the build that pyproject.toml cannot tell: the data is compiled, so that an answer is fast."""

import sys
from pathlib import Path

from setuptools import setup
from setuptools.command.build_py import build_py


class CompileData(build_py):
    """Build the package, and compile its data files by the code that was built beside them."""

    def run(self) -> None:
        """Run the step."""
        super().run()
        if not self.editable_mode:
            sys.path.insert(0, str(Path(self.build_lib).resolve()))
            from gcmilo import bundled, load

            bundled.compile_to(bundled.data_directory() / bundled.COMPILED, load())


setup(cmdclass={"build_py": CompileData})
