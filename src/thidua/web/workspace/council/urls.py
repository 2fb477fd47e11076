"""Addresses of the council area."""

from __future__ import annotations

from django.urls import path

from thidua.web.workspace.council.views import (
    agenda,
    ballot,
    closing,
    conduct,
    conflicts,
    hall,
    members,
    nominee,
    paper,
    receipts,
    regulations,
    sessions,
    ties,
    trial,
)

_ALL = "hoi-dong"
_ONE = f"{_ALL}/phien/<int:pk>"
_ITEM = f"{_ONE}/muc/<int:item>"

urlpatterns = [
    path(_ALL, sessions.mine, name="council"),
    path(f"{_ALL}/thu-ky", sessions.desk, name="council-desk"),
    path(f"{_ALL}/phien-moi", sessions.plan, name="plan-council-session"),
    path(f"{_ALL}/thanh-vien", members.listing, name="council-members"),
    path(f"{_ALL}/thanh-vien/them", members.add, name="add-council-member"),
    path(f"{_ALL}/thanh-vien/<int:pk>/ket-thuc", members.end, name="end-council-term"),
    path(f"{_ALL}/thanh-vien/<int:pk>/quan-he", ties.declare, name="council-interest"),
    path(
        f"{_ALL}/thanh-vien/<int:pk>/quan-he/<int:tie>/rut", ties.withdraw, name="withdraw-council-interest"
    ),
    path(f"{_ALL}/quy-che", regulations.listing, name="council-regulations"),
    path(f"{_ALL}/quy-che/ghi", regulations.add, name="record-council-regulation"),
    path(f"{_ALL}/quy-che/<int:pk>/rut", regulations.withdraw, name="withdraw-council-regulation"),
    path(f"{_ALL}/quan-he-cua-toi", ties.mine, name="my-council-ties"),
    path(f"{_ALL}/phieu-thu", trial.page, name="council-trial"),
    path(_ONE, sessions.page, name="council-session"),
    path(f"{_ONE}/chuong-trinh", agenda.add, name="council-agenda"),
    path(_ITEM, nominee.page, name="council-nominee"),
    path(f"{_ITEM}/giay-to/<int:evidence>", nominee.download, name="council-evidence"),
    path(f"{_ITEM}/bo", agenda.remove, name="remove-council-item"),
    path(f"{_ITEM}/khong-bieu-quyet", conflicts.declare, name="council-conflict"),
    path(f"{_ITEM}/gio-tay", hall.show_of_hands, name="council-hands"),
    path(f"{_ITEM}/kiem-phieu", paper.key, name="council-paper-count"),
    path(f"{_ONE}/lien-quan", conflicts.listing, name="council-conflicts"),
    path(f"{_ONE}/lien-quan/<int:recusal>/bac", conflicts.dismiss, name="dismiss-council-conflict"),
    path(f"{_ONE}/mo", conduct.open_, name="open-council-session"),
    path(f"{_ONE}/diem-danh", conduct.attendance, name="council-attendance"),
    path(f"{_ONE}/gia-han", conduct.extend, name="extend-council-session"),
    path(f"{_ONE}/huy", conduct.cancel, name="cancel-council-session"),
    path(f"{_ONE}/phieu", ballot.page, name="council-ballot"),
    path(f"{_ONE}/y-kien-bang-van-ban", hall.written, name="council-written-votes"),
    path(f"{_ONE}/phieu-giay", paper.page, name="council-paper"),
    path(f"{_ONE}/ket-thuc", closing.close, name="close-council-session"),
    path(f"{_ONE}/bien-nhan", receipts.page, name="council-receipts"),
    path(f"{_ONE}/bien-ban", closing.minutes, name="council-minutes"),
    path(f"{_ONE}/chuyen-ket-qua", closing.hand_on, name="council-hand-on"),
    path(f"{_ONE}/bien-ban-da-ky", closing.keep_signed, name="keep-council-minutes"),
    path(f"{_ONE}/bien-ban-da-ky/tep", closing.signed_file, name="council-signed-minutes"),
    path(f"{_ONE}/bien-ban.docx", closing.minutes_file, name="council-minutes-file"),
    path(f"{_ONE}/kiem-phieu.docx", closing.tally_file, name="council-tally-file"),
]
