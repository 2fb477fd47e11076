"""`thidua create-administrator`: the first account of an installation."""

from __future__ import annotations

import getpass
import sys
from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from thidua.accounts.roles import ADMINISTRATOR
from thidua.orgs.actions import UnitDraft, create_unit, open_account
from thidua.orgs.enums import Hierarchy, UnitKind
from thidua.orgs.models import Unit
from thidua.support.refusals import Refused


class Command(BaseCommand):
    """Opens an account that may open all others, on the root unit (made when there is none)."""

    help = "Open the first account: an administrator of the whole province."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("username", help="the name to sign in with")
        parser.add_argument("--full-name", required=True, help="the person's name")
        parser.add_argument(
            "--province", default="", help="name of the root unit, when the database has none yet"
        )

    def handle(self, *args: Any, **options: Any) -> None:
        password = (
            getpass.getpass("Mật khẩu / Password: ") if sys.stdin.isatty() else sys.stdin.readline().strip()
        )
        try:
            user = open_account(
                username=options["username"],
                full_name=options["full_name"],
                password=password,
                role=ADMINISTRATOR.code,
                unit=self._root(options["province"]),
                by=None,
                must_change_password=False,
            )
        except Refused as refused:
            raise CommandError(str(refused)) from refused
        self.stdout.write(f"{user.username}: {ADMINISTRATOR.name}")

    def _root(self, name: str) -> Unit:
        root = Unit.objects.filter(kind=UnitKind.PROVINCE).order_by("id").first()
        if root is not None:
            return root
        if not name:
            raise CommandError("There is no province yet. Name it: --province “Tỉnh Lạng Sơn”.")
        draft = UnitDraft(hierarchy=Hierarchy.STATE, kind=UnitKind.PROVINCE, name=name)
        return create_unit(draft=draft, by=None)
