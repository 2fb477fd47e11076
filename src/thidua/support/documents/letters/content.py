"""What letters say: proposal, decision, annex list, minutes of a council, tally sheet.

Each attribute has a place in the Word template, named in plain Vietnamese because an officer types it there.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from typing import Any

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _


def at(name: str, meaning: Promise, *, needed: bool = True) -> Any:
    """Return a dataclass field with its place in the template; `needed`: a template must not leave it out."""
    return field(metadata={"place": name, "meaning": meaning, "needed": needed})


@dataclass(frozen=True, kw_only=True)
class Letter:
    """What every administrative letter has. `day` None: not dated yet, dots are printed."""

    parent_body: str = at("co_quan_chu_quan", _("superior body"), needed=False)
    body: str = at("co_quan_ban_hanh", _("issuing body"))
    number: str = at("so_ky_hieu", _("number and symbol"))
    place: str = at("dia_danh", _("place of issue"))
    day: date | None = at("ngay_ban_hanh", _("day of issue"))  # noqa: RUF009  (a field, which ruff cannot see)
    abstract: str = at("trich_yeu", _("abstract"))
    recipients: tuple[str, ...] = at("noi_nhan", _("recipients of the letter"), needed=False)
    on_behalf: str = at("thay_mat", _("on whose behalf (TM., KT., TL.)"), needed=False)
    signer_post: str = at("chuc_vu_ky", _("post of the signer"))
    signer_name: str = at("nguoi_ky", _("name of the signer"))


@dataclass(frozen=True, kw_only=True)
class SubmissionLetter(Letter):
    """Tờ trình: form 01 of Decree 152/2025/NĐ-CP."""

    addressee: str = at("kinh_gui", _("addressee"))
    bases: tuple[str, ...] = at("can_cu", _("legal bases"), needed=False)
    paragraphs: tuple[str, ...] = at("noi_dung", _("paragraphs of the text"))
    attachments: tuple[str, ...] = at("tai_lieu_kem_theo", _("attached documents"), needed=False)


@dataclass(frozen=True, kw_only=True)
class Article:
    """An article of a decision; `number` counts from 1."""

    number: int = at("so", _("number of the article"))
    text: str = at("noi_dung", _("text of the article"))


@dataclass(frozen=True, kw_only=True)
class DecisionLetter(Letter):
    """Quyết định khen thưởng, with as many articles as it has."""

    authority: str = at("tham_quyen", _("who decides"))
    bases: tuple[str, ...] = at("can_cu", _("legal bases"))
    articles: tuple[Article, ...] = at("cac_dieu", _("articles"))


@dataclass(frozen=True, kw_only=True)
class AnnexRow:
    """One recipient; `ordinal` runs through the decision, because it is the golden-book number."""

    ordinal: int = at("stt", _("ordinal"))
    name: str = at("ten", _("name"))
    post_unit: str = at("chuc_vu_don_vi", _("post and unit"))
    achievement: str = at("thanh_tich", _("achievement"), needed=False)
    bonus: str = at("muc_thuong", _("bonus"), needed=False)


@dataclass(frozen=True, kw_only=True)
class AnnexGroup:
    """Collectives, individuals or households: «I. TẬP THỂ (27)»."""

    heading: str = at("ten_nhom", _("heading of the group"))
    rows: tuple[AnnexRow, ...] = at("dong", _("rows of the list"))


@dataclass(frozen=True, kw_only=True)
class AnnexList:
    """Danh sách kèm theo."""

    annex: str = at("phu_luc", _("number of the annex"), needed=False)
    title: str = at("ten_danh_sach", _("title of the list"))
    reference: str = at("kem_theo", _("the decision it belongs to"))
    groups: tuple[AnnexGroup, ...] = at("cac_nhom", _("groups of recipients"))
    total: str = at("tong_cong", _("total"), needed=False)


@dataclass(frozen=True, kw_only=True)
class Member:
    """A member of the council at a meeting; `remark`: why absent, written vote, recused."""

    name: str = at("ten", _("name"))
    post: str = at("chuc_vu", _("post"), needed=False)
    remark: str = at("ghi_chu", _("remark"), needed=False)


@dataclass(frozen=True, kw_only=True)
class Outcome:
    """What the council voted on one nominee."""

    ordinal: int = at("stt", _("ordinal"))
    name: str = at("ten", _("name"))
    award: str = at("hinh_thuc", _("award"))
    in_favour: str = at("dong_y", _("votes in favour, of how many"))
    against: int = at("khong_dong_y", _("votes against"), needed=False)
    no_opinion: int = at("khong_y_kien", _("votes without opinion"), needed=False)
    invalid: int = at("khong_hop_le", _("invalid votes"), needed=False)
    percent: str = at("ty_le", _("percentage"))
    result: str = at("ket_qua", _("result"))


@dataclass(frozen=True, kw_only=True)
class CouncilMinutes(Letter):
    """Biên bản họp Hội đồng; the signer is the chair."""

    started: str = at("bat_dau", _("beginning, in words"))
    ended: str = at("ket_thuc", _("end, in words"))
    venue: str = at("dia_diem", _("venue"))
    chair: str = at("chu_tri", _("who presided"))
    secretary: str = at("thu_ky", _("secretary"))
    quorum: str = at("so_co_mat", _("members present, of how many"))
    present: tuple[Member, ...] = at("co_mat", _("members present"))
    absent: tuple[Member, ...] = at("vang_mat", _("members absent"), needed=False)
    agenda: tuple[str, ...] = at("chuong_trinh", _("agenda"), needed=False)
    discussion: tuple[str, ...] = at("thao_luan", _("what was said"), needed=False)
    outcomes: tuple[Outcome, ...] = at("ket_qua_bieu_quyet", _("results of the votes"))
    conclusion: tuple[str, ...] = at("ket_luan", _("conclusion"), needed=False)


@dataclass(frozen=True, kw_only=True)
class TallySheet(Letter):
    """Biên bản kiểm phiếu; the signer heads the tellers."""

    counted_at: str = at("thoi_gian", _("day and hour of counting"))
    tellers: tuple[Member, ...] = at("ban_kiem_phieu", _("tellers"))
    second_teller: str = at("nguoi_kiem_phieu_thu_hai", _("second teller, who signs too"), needed=False)
    members: int = at("tong_so_thanh_vien", _("number of council members"))
    issued: int = at("phieu_phat_ra", _("ballots issued"))
    returned: int = at("phieu_thu_ve", _("ballots returned"))
    valid: int = at("phieu_hop_le", _("valid ballots"))
    invalid: int = at("phieu_khong_hop_le", _("invalid ballots"))
    outcomes: tuple[Outcome, ...] = at("ket_qua_kiem_phieu", _("results of the count"))


AnyLetter = SubmissionLetter | DecisionLetter | AnnexList | CouncilMinutes | TallySheet

# Code → content: the kinds of letters an office may have a template of its own for.
KINDS: dict[str, type[AnyLetter]] = {
    "submission": SubmissionLetter,
    "decision": DecisionLetter,
    "annex": AnnexList,
    "minutes": CouncilMinutes,
    "tally": TallySheet,
}
