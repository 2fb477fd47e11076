"""Subcommands of `thidua registry`: one module each, found by `management/commands/registry.py`.

A module has `HELP` (one sentence), `add_arguments(parser)` and `handle(command, options)`, where `command` writes
with `stdout` and `stderr`. `undo_book.py` is typed `undo-book`,
unless its `NAME` says otherwise.
"""
