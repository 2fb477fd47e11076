"""The templates offered: built by code, downloaded, edited in Word, put back. Decree 30/2020/NĐ-CP, appendix I."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from io import BytesIO
from typing import Final

import docx
from docx.document import Document as DocxDocument
from docx.enum.text import WD_ALIGN_PARAGRAPH

from thidua.support.documents.letter_styles import set_page, set_styles
from thidua.support.documents.letters.parts import (
    add_foot,
    add_head,
    add_list,
    add_table,
    add_text,
    add_title,
    outcome_columns,
)


@cache
def default_template(kind: str) -> bytes:
    """Return the DOCX template offered for a kind of letter (a key of `content.KINDS`)."""
    document = docx.Document()
    set_page(document)
    set_styles(document, "vi")
    document.core_properties.comments = ""
    _BUILDERS[kind](document)
    stream = BytesIO()
    document.save(stream)
    return stream.getvalue()


def _submission(document: DocxDocument) -> None:
    add_head(document)
    add_title(document, "TỜ TRÌNH", "{{ trich_yeu }}")
    add_text(document, "Kính gửi: {{ kinh_gui }}", align=WD_ALIGN_PARAGRAPH.CENTER)
    add_list(document, "can_cu", italic=True)
    add_list(document, "noi_dung")
    add_text(document, "{%p if tai_lieu_kem_theo %}")
    add_text(document, "Hồ sơ gửi kèm theo gồm:")
    add_list(document, "tai_lieu_kem_theo", "- {{ dong }}")
    add_text(document, "{%p endif %}")
    add_foot(document)


def _decision(document: DocxDocument) -> None:
    add_head(document)
    add_title(document, "QUYẾT ĐỊNH", "{{ trich_yeu }}")
    add_text(document, "{{ tham_quyen }}", bold=True, align=WD_ALIGN_PARAGRAPH.CENTER)
    add_list(document, "can_cu", italic=True)
    add_text(document, "QUYẾT ĐỊNH:", bold=True, align=WD_ALIGN_PARAGRAPH.CENTER)
    add_text(document, "{%p for dieu in cac_dieu %}")
    paragraph = add_text(document, "Điều {{ dieu.so }}. ", bold=True)
    paragraph.add_run("{{ dieu.noi_dung }}")
    add_text(document, "{%p endfor %}")
    add_foot(document)


def _annex(document: DocxDocument) -> None:
    add_text(document, "{%p if phu_luc %}")
    add_text(document, "{{ phu_luc }}", bold=True, align=WD_ALIGN_PARAGRAPH.CENTER)
    add_text(document, "{%p endif %}")
    add_text(document, "{{ ten_danh_sach }}", bold=True, align=WD_ALIGN_PARAGRAPH.CENTER)
    add_text(document, "{{ kem_theo }}", italic=True, align=WD_ALIGN_PARAGRAPH.CENTER)
    add_text(document, "{%p for nhom in cac_nhom %}")
    add_text(document, "{{ nhom.ten_nhom }}", bold=True, align=WD_ALIGN_PARAGRAPH.LEFT)
    columns = (
        ("STT", 14, "{{ dong.stt }}"),
        ("Họ và tên / Tên tập thể", 40, "{{ dong.ten }}"),
        ("Chức vụ, đơn vị công tác", 40, "{{ dong.chuc_vu_don_vi }}"),
        ("Thành tích", 38, "{{ dong.thanh_tich }}"),
        ("Mức thưởng (đồng)", 28, "{{ dong.muc_thuong }}"),
    )
    add_table(document, "dong in nhom.dong", columns)
    add_text(document, "{%p endfor %}")
    add_text(document, "{{ tong_cong }}", bold=True)


def _minutes(document: DocxDocument) -> None:
    add_head(document)
    add_title(document, "BIÊN BẢN", "{{ trich_yeu }}")
    add_text(document, "Thời gian bắt đầu: {{ bat_dau }}.")
    add_text(document, "Địa điểm: {{ dia_diem }}.")
    add_text(document, "Chủ trì: {{ chu_tri }}. Thư ký: {{ thu_ky }}.")
    add_text(document, "Thành viên có mặt: {{ so_co_mat }}, gồm:")
    add_list(document, "co_mat", "- {{ dong.ten }}{% if dong.chuc_vu %}, {{ dong.chuc_vu }}{% endif %}")
    add_text(document, "{%p if vang_mat %}")
    add_text(document, "Vắng mặt:")
    add_list(
        document,
        "vang_mat",
        "- {{ dong.ten }}{% if dong.chuc_vu %}, {{ dong.chuc_vu }}{% endif %}"
        "{% if dong.ghi_chu %} ({{ dong.ghi_chu }}){% endif %}",
    )
    add_text(document, "{%p endif %}")
    for number, (heading, name) in enumerate(
        (("Nội dung chương trình", "chuong_trinh"), ("Căn cứ, cách thức biểu quyết", "thao_luan")), start=1
    ):
        add_text(document, f"{number}. {heading}", bold=True)
        add_list(document, name)
    add_text(document, "3. Kết quả bỏ phiếu, biểu quyết", bold=True)
    add_table(document, "dong in ket_qua_bieu_quyet", outcome_columns())
    add_text(document, "4. Kết luận", bold=True)
    add_list(document, "ket_luan")
    add_text(document, "Cuộc họp kết thúc lúc {{ ket_thuc }}.")
    add_foot(document, beside="THƯ KÝ", beside_name="{{ thu_ky }}")
    add_text(document, "{%p if noi_nhan %}")
    add_text(document, "Nơi nhận:", bold=True, italic=True)
    add_list(document, "noi_nhan", "- {{ dong }}")
    add_text(document, "{%p endif %}")


def _tally(document: DocxDocument) -> None:
    add_head(document)
    add_title(document, "BIÊN BẢN KIỂM PHIẾU", "{{ trich_yeu }}")
    add_text(document, "Thời gian kiểm phiếu: {{ thoi_gian }}.")
    add_text(document, "Ban kiểm phiếu gồm:")
    add_list(
        document, "ban_kiem_phieu", "- {{ dong.ten }}{% if dong.chuc_vu %}, {{ dong.chuc_vu }}{% endif %}"
    )
    for label, name in (
        ("Tổng số thành viên Hội đồng", "tong_so_thanh_vien"),
        ("Số phiếu phát ra", "phieu_phat_ra"),
        ("Số phiếu thu về", "phieu_thu_ve"),
        ("Số phiếu hợp lệ", "phieu_hop_le"),
        ("Số phiếu không hợp lệ", "phieu_khong_hop_le"),
    ):
        add_text(document, f"{label}: {{{{ {name} }}}}.")
    add_text(document, "Kết quả kiểm phiếu:", bold=True)
    add_table(document, "dong in ket_qua_kiem_phieu", outcome_columns())
    # Two tellers count, each alone: both sign. Votes cast in the system have one who signs.
    beside = "{% if nguoi_kiem_phieu_thu_hai %}THÀNH VIÊN BAN KIỂM PHIẾU{% endif %}"
    add_foot(document, beside=beside, beside_name="{{ nguoi_kiem_phieu_thu_hai }}")
    add_text(document, "{%p if noi_nhan %}")
    add_text(document, "Nơi nhận:", bold=True, italic=True)
    add_list(document, "noi_nhan", "- {{ dong }}")
    add_text(document, "{%p endif %}")


_BUILDERS: Final[dict[str, Callable[[DocxDocument], None]]] = {
    "submission": _submission,
    "decision": _decision,
    "annex": _annex,
    "minutes": _minutes,
    "tally": _tally,
}
