"""A process that begins to sign a decision and stands still in the middle, so that a test can kill it.

Started with: name of the test database, id of the decision, id of who signs, name of the step before which it stops.
It writes «here» once it stands there. No fork would do: the typesetter's threads are not there after one.
"""

from __future__ import annotations

import os
import sys
import time


def main(database: str, decision: int, signer: int, stop: str) -> None:
    """Sign, but stop before `stop` for longer than any test waits."""
    import django
    from django.conf import settings

    settings.DATABASES["default"]["NAME"] = database
    django.setup()

    from thidua.accounts.models import User
    from thidua.decisions.actions import granting, sign_decision
    from thidua.decisions.actions import sign_decision as action
    from thidua.decisions.models import Decision

    def stand_still(*_given: object, **_named: object) -> None:
        sys.stdout.write("here\n")
        sys.stdout.flush()
        time.sleep(60)

    module = granting if hasattr(granting, stop) else sys.modules[action.__module__]
    setattr(module, stop, stand_still)
    row = Decision.objects.select_related("preview", "unit").get(pk=decision)
    assert row.preview is not None
    sign_decision(decision=row, sha256=row.preview.sha256, by=User.objects.get(pk=signer))


if __name__ == "__main__":
    os.environ["DJANGO_SETTINGS_MODULE"] = "thidua.config.settings"
    main(sys.argv[1], int(sys.argv[2]), int(sys.argv[3]), sys.argv[4])
