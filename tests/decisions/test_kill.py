"""The process that signs is killed in the middle: nothing of it stays, and the decision is signed afterwards."""

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

from tests.factories.decisions import office, ready_dossier, signing, waiting
from thidua.decisions.enums import DecisionState, SubmissionState
from thidua.decisions.models import Certificate, Decision, FundEntry, NumberSequence
from thidua.nominations.enums import DossierState
from thidua.nominations.models import Dossier
from thidua.registry.models import Award, Conferral

pytestmark = pytest.mark.django_db(transaction=True)

SCRIPT = Path(__file__).with_name("killed_signing.py")
# After number, file and register are written; and when only the log is missing.
STEPS = ("make_codes", "record")
Kill = Callable[[Decision, int, str], int]


@pytest.fixture
def killed_at(transactional_db: None) -> Iterator[Kill]:
    """Give a function that lets another process sign until just before a step, kills it there, and returns its end."""
    told = [sys.executable, str(SCRIPT), str(connection.settings_dict["NAME"])]
    around = os.environ | {
        "THIDUA_VAR": str(settings.VAR),
        "THIDUA_DEBUG": "no",
        "PYTHONPATH": os.pathsep.join(sys.path),
    }
    pipe = subprocess.PIPE
    with subprocess.Popen(told, env=around, stdin=pipe, stdout=pipe, stderr=pipe, text=True) as child:
        ask, answer = child.stdin, child.stdout
        assert ask is not None
        assert answer is not None

        def kill(decision: Decision, signer: int, step: str) -> int:
            ask.write(f"{decision.pk} {signer} {step}\n")
            ask.flush()
            standing = int(answer.readline() or 0)
            if not standing:
                raise AssertionError(child.communicate()[1])
            os.kill(standing, signal.SIGKILL)
            return int(answer.readline())

        yield kill
        child.communicate()


def test_a_process_killed_while_it_signs_leaves_nothing_and_the_decision_can_be_signed(
    killed_at: Kill,
) -> None:
    of = office()
    dossier = ready_dossier(of)
    row = waiting(of, dossier)
    connection.close()

    for step in STEPS:
        assert killed_at(row, of.chairman.pk, step) == -signal.SIGKILL
        assert_as_before(row, dossier)

    assert signing(of, Decision.objects.select_related("preview", "unit").get(pk=row.pk)).number == 1
    assert (Award.objects.count(), FundEntry.objects.count(), Certificate.objects.count()) == (1, 1, 1)


def assert_as_before(decision: Decision, dossier: Dossier) -> None:
    row = Decision.objects.select_related("submission").get(pk=decision.pk)
    dossier.refresh_from_db()
    assert (row.state, row.number, row.signed_file_id) == (DecisionState.WAITING, None, None)
    assert (dossier.state, row.submission.state) == (DossierState.PROPOSED, SubmissionState.PROPOSED)
    kept = (Award, Conferral, FundEntry, Certificate)
    assert [one.objects.count() for one in kept] == [0] * 4
    assert NumberSequence.objects.filter(kind="decision").count() == 0
