"""`thidua` on the command line."""

from __future__ import annotations

import pytest
from django.core.management import get_commands

from thidua.config.cli import COMMANDS, main, usage


def test_every_listed_command_exists() -> None:
    known = get_commands()

    assert [name for name, (command, _) in COMMANDS.items() if command not in known] == []


def test_help_lists_every_command_with_its_purpose(capsys: pytest.CaptureFixture[str]) -> None:
    main(["--help"])

    assert capsys.readouterr().out == usage() + "\n"


def test_an_unknown_command_prints_the_list_and_fails(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as exit_:
        main(["bao-cao"])

    assert exit_.value.code == 2
    assert capsys.readouterr().err.startswith("thidua: there is no command “bao-cao”.")
