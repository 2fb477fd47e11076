"""The promise that tests leave the installation of the person who runs them alone."""

import os
import tempfile
from pathlib import Path

from django.conf import settings


def test_everything_that_tests_write_goes_to_a_temporary_folder_of_this_process() -> None:
    own = Path(os.environ["THIDUA_VAR"])
    assert own.parent == Path(tempfile.gettempdir())
    assert {Path(settings.VAR), Path(settings.MEDIA_ROOT).parent, Path(settings.STATIC_ROOT).parent} == {own}
