"""Addresses of the administration area."""

from __future__ import annotations

from django.urls import path

from thidua.web.workspace.administration.views import account, accounts, granting, identity, log, roles

urlpatterns = [
    path("tai-khoan", accounts.account_list, name="accounts"),
    path("tai-khoan/mo", accounts.new_account, name="open-account"),
    path("tai-khoan/<int:pk>", account.page, name="account"),
    path("tai-khoan/<int:pk>/mat-khau", account.new_password, name="reset-password"),
    path("tai-khoan/<int:pk>/dong", account.close, name="close-account"),
    path("tai-khoan/<int:pk>/mo-lai", account.reopen, name="reopen-account"),
    path("tai-khoan/<int:pk>/cap-vai-tro", granting.grant, name="grant-role"),
    path("tai-khoan/thu-hoi/<int:pk>", granting.revoke, name="revoke-role"),
    path("vai-tro", roles.role_list, name="roles"),
    path("nhan-dien", identity.page, name="site-identity"),
    path("nhan-dien/<int:pk>/tro-lai", identity.restore, name="restore-site-identity"),
    path("nhat-ky", log.entries, name="audit-log"),
    path("nhat-ky/kiem-tra", log.verify, name="verify-audit-log"),
    path("nhat-ky/<int:sequence>", log.entry, name="audit-entry"),
]
