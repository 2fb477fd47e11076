"""`thidua demo`: bring the demonstration province into this database."""

from __future__ import annotations

from typing import Any

from django.core.management.base import BaseCommand, CommandError

from thidua.accounts.models import User
from thidua.demo.load import is_loaded, load
from thidua.demo.sign_ins import ALL_SIGN_INS, PASSWORD


class Command(BaseCommand):
    """Loads Lạng Sơn 2019; a second run keeps everything as it is."""

    help = "Load the demonstration province (Lạng Sơn 2019) and print one sign-in per role."

    def handle(self, *args: Any, **options: Any) -> None:
        if is_loaded():
            self.stdout.write(
                "Dữ liệu mẫu đã có, giữ nguyên. / The demonstration is loaded already and was kept."
            )
        elif User.objects.exists():
            raise CommandError(
                "This database is in use: it holds accounts. Load the demonstration into an empty one, "
                "for example with THIDUA_VAR=var-demo."
            )
        else:
            self.stdout.write("Nạp dữ liệu mẫu Lạng Sơn 2019 / Loading the demonstration:")
            load(lambda step: self.stdout.write(f"  {step} …"))
        self._print_sign_ins()

    def _print_sign_ins(self) -> None:
        width = max(len(sign_in.username) for sign_in in ALL_SIGN_INS)
        self.stdout.write(f"\nĐăng nhập / Sign-ins (mật khẩu / password: {PASSWORD})")
        for sign_in in ALL_SIGN_INS:
            shows = f": {sign_in.shows}" if sign_in.shows else ""
            self.stdout.write(f"  {sign_in.username:<{width}}  {sign_in.full_name}{shows}")
        self.stdout.write("")
