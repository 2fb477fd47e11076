"""The process that signs is killed in the middle: nothing of it stays, and the decision is signed afterwards."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest
from django.conf import settings
from django.db import connection

from tests.factories.decisions import office, ready_dossier, signing, waiting
from thidua.decisions.enums import DecisionState, SubmissionState
from thidua.decisions.models import Certificate, Decision, FundEntry, NumberSequence
from thidua.nominations.enums import DossierState
from thidua.registry.models import Award, Conferral

pytestmark = pytest.mark.django_db(transaction=True)

SCRIPT = Path(__file__).with_name("killed_signing.py")


def killed_at(step: str, decision: Decision, signer: int) -> int:
    """Let another process sign until just before `step`, kill it there, and return how it ended."""
    told = [
        sys.executable,
        str(SCRIPT),
        str(connection.settings_dict["NAME"]),
        str(decision.pk),
        str(signer),
        step,
    ]
    around = os.environ | {
        "THIDUA_VAR": str(settings.VAR),
        "THIDUA_DEBUG": "no",
        "PYTHONPATH": os.pathsep.join(sys.path),
    }
    with subprocess.Popen(
        told, env=around, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
    ) as child:
        assert child.stdout is not None
        if child.stdout.readline() != "here\n":
            raise AssertionError(child.communicate()[1])
        os.kill(child.pid, signal.SIGKILL)
        return child.wait(timeout=20)


# After number, file and register are written; and when only the log is missing.
@pytest.mark.parametrize("step", ["make_codes", "record"])
def test_a_process_killed_while_it_signs_leaves_nothing_and_the_decision_can_be_signed(step: str) -> None:
    of = office()
    dossier = ready_dossier(of)
    row = waiting(of, dossier)
    connection.close()

    assert killed_at(step, row, of.chairman.pk) == -signal.SIGKILL

    row = Decision.objects.select_related("preview", "submission", "unit").get(pk=row.pk)
    dossier.refresh_from_db()
    assert (row.state, row.number, row.signed_file_id) == (DecisionState.WAITING, None, None)
    assert (dossier.state, row.submission.state) == (DossierState.PROPOSED, SubmissionState.PROPOSED)
    kept = (Award, Conferral, FundEntry, Certificate, NumberSequence.objects.filter(kind="decision"))
    assert [one.count() if hasattr(one, "count") else one.objects.count() for one in kept] == [0] * 5

    assert signing(of, row).number == 1
    assert (Award.objects.count(), FundEntry.objects.count(), Certificate.objects.count()) == (1, 1, 1)
