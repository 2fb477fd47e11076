"""Units that register for the drives of 2019: invented, in every state an officer meets."""

from __future__ import annotations

import random
from collections.abc import Sequence
from datetime import timedelta

from thidua.accounts.models import User
from thidua.demo.reported.statement import at_noon
from thidua.movements.actions import (
    PledgeContent,
    RegistrationContent,
    accept_registrations,
    register,
    return_registration,
    send_registration,
)
from thidua.movements.models import Movement, Registration
from thidua.orgs.models import Unit
from thidua.support.provenance import Provenance

CONTENTS = (
    "Thi đua hoàn thành và vượt các chỉ tiêu kinh tế – xã hội được giao trong năm.",
    "Thi đua chung sức xây dựng nông thôn mới; làm đường giao thông nông thôn.",
    "Thi đua cải cách hành chính, nâng cao chất lượng phục vụ nhân dân.",
    "Thi đua giữ vững quốc phòng, an ninh, trật tự an toàn xã hội.",
)
PLEDGES = (
    "Hoàn thành 100% kế hoạch năm trước ngày 31/12",
    "Làm mới ít nhất 2 km đường giao thông nông thôn",
    "Giải quyết trên 99% hồ sơ trước hạn và đúng hạn",
    "Mỗi thôn có ít nhất một mô hình xanh - sạch - đẹp",
)


def register_units(movement: Movement, units: Sequence[Unit], *, by: User, seed: int) -> None:
    """Register most of `units`; of those sent, most are accepted, a few returned or still waiting.

    One unit in ten stays away, so that the boards have somebody to remind.
    """
    dice = random.Random(seed)  # noqa: S311 -- repeatable invention, not a secret
    groups = list(movement.content_groups.all())
    sent: list[Registration] = []
    starts_on = movement.starts_on
    assert starts_on is not None
    for unit in units:
        if dice.random() < 0.1:
            continue
        content = RegistrationContent(
            content=dice.choice(CONTENTS),
            fields=dice.sample(movement.fields, k=min(len(movement.fields), dice.choice((1, 2)))),
            groups=dice.sample(groups, k=dice.randint(1, 3)) if groups else (),
            pledges=[PledgeContent(text) for text in dice.sample(PLEDGES, k=2)],
        )
        row = register(
            movement=movement, unit=unit, content=content, provenance=Provenance.ILLUSTRATIVE, by=by
        )
        if dice.random() < 0.93:
            sent_on = starts_on + timedelta(days=dice.randint(1, 20))
            sent.append(send_registration(registration=row, by=by, at=at_noon(sent_on)))
    _decide(sent, dice, by)


def _decide(sent: list[Registration], dice: random.Random, by: User) -> None:
    decided_at = max(row.sent_at for row in sent if row.sent_at) + timedelta(days=2)
    accepted = []
    for row in sent:
        chance = dice.random()
        if chance < 0.9:
            accepted.append(row)
        elif chance < 0.95:
            reason = "Chưa nêu chỉ tiêu cụ thể; đề nghị bổ sung số liệu phấn đấu và thời hạn."
            return_registration(registration=row, reason=reason, by=by, at=decided_at)
    accept_registrations(registrations=accepted, by=by, at=decided_at)
