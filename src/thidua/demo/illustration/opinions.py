"""Two lists before the public, one open and one closed, with what people said: invented, and marked."""

from __future__ import annotations

from typing import Final

from thidua.demo.illustration.days import ago
from thidua.demo.illustration.road import FIGHTER, ORDER, Road, nominee_of
from thidua.nominations import actions
from thidua.nominations.enums import OpinionStance
from thidua.nominations.models import Opinion, PublicConsultation
from thidua.orgs.models import Unit

WHERE: Final = "Trang thông tin điện tử của tỉnh (minh họa)"
NOTED: Final = "Ban đã ghi nhận ý kiến và đưa vào hồ sơ trình Hội đồng (minh họa)."
VERIFIED: Final = (
    "Ban đã làm việc với đơn vị: số liệu trong báo cáo là của cả phòng, đã yêu cầu ghi lại (minh họa)."
)
SUMMARY: Final = (
    "Nhận 4 ý kiến, đã đọc và trả lời hết. Một ý kiến về số liệu được xác minh, đơn vị đã sửa báo cáo; "
    "giữ nguyên danh sách trình Hội đồng (minh họa)."
)


def ask_the_public(road: Road, asking: Unit, asked: Unit) -> None:
    """Put a nominee of `asking` before the public now, and close an earlier consultation about one of `asked`."""
    _open(road, asking)
    _closed(road, asked)


def _open(road: Road, unit: Unit) -> None:
    dossier = road.appraised(unit, [0], 9, award=ORDER)
    row = actions.open_public_consultation(dossier=dossier, by=road.officer, where=WHERE, at=ago(4))
    _said(row, OpinionStance.AGREES, "Tôi từng được chữa bệnh ở đây, khen là xứng đáng (minh họa).", 3)
    _said(row, OpinionStance.INFORMS, "Ca trực đêm 12/9 có cả chị Hoa, xin Ban xem lại (minh họa).", 1)
    read = row.opinions.earliest("received_at")
    actions.moderate_opinion(opinion=read, publish=True, by=road.officer, at=ago(2))


def _closed(road: Road, unit: Unit) -> None:
    dossier = road.appraised(unit, [2], 24, award=FIGHTER)
    row = actions.open_public_consultation(dossier=dossier, by=road.officer, where=WHERE, at=ago(20))
    agrees = "Đồng chí này làm việc tận tụy, người dân ai cũng biết (minh họa)."
    against = "Số hồ sơ giải quyết trước hạn trong báo cáo có vẻ cao hơn thực tế (minh họa)."
    for stance, text, days, answer in (
        (OpinionStance.AGREES, agrees, 18, NOTED),
        (OpinionStance.AGAINST, against, 16, VERIFIED),
        (OpinionStance.INFORMS, "Đề nghị khen thêm cả tổ công tác (minh họa).", 14, NOTED),
    ):
        opinion = _said(row, stance, text, days)
        actions.moderate_opinion(opinion=opinion, publish=True, by=road.officer, at=ago(days - 1))
        actions.answer_opinion(opinion=opinion, answer=answer, by=road.officer, at=ago(days - 1))
    insult = _said(row, OpinionStance.AGAINST, "(Lời lẽ xúc phạm, minh họa.)", 13)
    reason = "Có lời xúc phạm cá nhân (minh họa)."
    actions.moderate_opinion(opinion=insult, publish=False, reason=reason, by=road.officer, at=ago(12))
    actions.answer_opinion(opinion=insult, answer=NOTED, by=road.officer, at=ago(12))
    actions.close_public_consultation(consultation=row, summary=SUMMARY, by=road.officer, at=ago(7))


def _said(row: PublicConsultation, stance: OpinionStance, text: str, days: int) -> Opinion:
    about = nominee_of(row.dossier)
    return actions.send_opinion(consultation=row, stance=stance, text=text, nomination=about, at=ago(days))
