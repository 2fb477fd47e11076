"""A process that begins to sign decisions and stands still in the middle, so that a test can kill it.

It is started once, with the name of the test database, and makes itself ready while the test does. Each line that it
reads names a decision, who signs, and the step before which to stop: a child process begins to sign, writes its id
once it stands there, and how it ended is written after that. The children are forked before the typesetter of this
process has begun any thread: one that a fork would leave behind.
"""

from __future__ import annotations

import os
import sys
import time


def main(database: str) -> None:
    """Begin to sign as often as asked."""
    import django
    from django.conf import settings

    settings.DATABASES["default"]["NAME"] = database
    django.setup()

    import thidua.decisions.actions  # noqa: F401  (here, so that no child has to)

    for line in sys.stdin:
        decision, signer, step = line.split()
        child = os.fork()
        if child == 0:
            sign(int(decision), int(signer), step)
        _pid, status = os.waitpid(child, 0)
        say(str(os.waitstatus_to_exitcode(status)))


def sign(decision: int, signer: int, stop: str) -> None:
    """Sign, but stop before `stop` for longer than any test waits."""
    from thidua.accounts.models import User
    from thidua.decisions.actions import granting, sign_decision
    from thidua.decisions.actions import sign_decision as action
    from thidua.decisions.models import Decision

    def stand_still(*_given: object, **_named: object) -> None:
        say(str(os.getpid()))
        time.sleep(60)

    module = granting if hasattr(granting, stop) else sys.modules[action.__module__]
    setattr(module, stop, stand_still)
    row = Decision.objects.select_related("preview", "unit").get(pk=decision)
    assert row.preview is not None
    sign_decision(decision=row, sha256=row.preview.sha256, by=User.objects.get(pk=signer))


def say(line: str) -> None:
    """Tell the test."""
    sys.stdout.write(f"{line}\n")
    sys.stdout.flush()


if __name__ == "__main__":
    os.environ["DJANGO_SETTINGS_MODULE"] = "thidua.config.settings"
    main(sys.argv[1])
