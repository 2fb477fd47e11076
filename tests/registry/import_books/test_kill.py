"""The process that imports is killed in the middle: nothing is half saved, and the import goes on afterwards."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from django.conf import settings
from django.db import connection

from tests.factories.books import pasted, row
from tests.factories.movements import small_province
from thidua.registry.actions import confirm_book, paste_book, read_book
from thidua.registry.enums import BookState
from thidua.registry.models import Award, BookImport, BookRow, Conferral, RecipientName

pytestmark = pytest.mark.django_db(transaction=True)

SCRIPT = Path(__file__).with_name("killed_import.py")
# When the rows are laid down but the book is still «being read»; and when only its log and state are missing.
READING = "read_book:_note_spellings"
Kill = Callable[[BookImport, str], int]
SAVING = ("confirm_book:_link", "confirm_book:record")


@pytest.fixture
def killed_at(transactional_db: None) -> Iterator[Kill]:
    """Give a function that lets another process work on a book until just before a step, and kills it there."""
    around = os.environ | {
        "THIDUA_VAR": str(settings.VAR),
        "THIDUA_DEBUG": "no",
        "PYTHONPATH": os.pathsep.join(sys.path),
    }
    told = [sys.executable, str(SCRIPT), str(connection.settings_dict["NAME"])]
    pipe = subprocess.PIPE
    with subprocess.Popen(told, env=around, stdin=pipe, stdout=pipe, stderr=pipe, text=True) as child:
        ask, answer = child.stdin, child.stdout
        assert ask is not None
        assert answer is not None

        def kill(book: BookImport, step: str) -> int:
            ask.write(f"{book.pk} {step}\n")
            ask.flush()
            standing = int(answer.readline() or 0)
            if not standing:
                raise AssertionError(child.communicate()[1])
            os.kill(standing, signal.SIGKILL)
            return int(answer.readline())

        yield kill
        child.communicate()


def test_a_process_killed_in_the_middle_leaves_nothing_half_saved_and_the_import_goes_on(
    killed_at: Kill,
) -> None:
    place = small_province()
    text = pasted([row(1, "Hoàng Văn Thụ"), row(2, "Lương Thị Bình")])
    book = paste_book(text=text, kept_by=place.province, by=place.officer)
    connection.close()

    assert killed_at(book, READING) == -signal.SIGKILL
    book.refresh_from_db()
    assert (book.state, BookRow.objects.count()) == (BookState.READING, 3)

    book = read_book(book=book, by=place.officer)
    assert (book.state, BookRow.objects.count()) == (BookState.TO_CONFIRM, 3)
    connection.close()

    for step in SAVING:
        assert killed_at(book, step) == -signal.SIGKILL
        book.refresh_from_db()
        assert book.state == BookState.TO_CONFIRM
        kept = (Award, Conferral, RecipientName)
        assert [one._default_manager.count() for one in kept] == [0, 0, 0]
        connection.close()

    confirm_book(book=book, by=place.officer)
    assert Award.objects.count() == 2
