"""A process of its own that writes views until it is killed; it says each second word only after the write."""

from __future__ import annotations

import itertools
import sys
from pathlib import Path

from django.conf import settings

from thidua.portal.counting.journal import Journal, Kind, Shown

settings.configure(VAR=Path(sys.argv[1]))
journal = Journal()
for number in itertools.count():
    journal.append(
        Shown(Kind.VISITOR, 1572498000, int(sys.argv[2]), f"{number:016x}", f"{number // 10:016x}")
    )
    sys.stdout.write(f"{number}\n")
    sys.stdout.flush()
