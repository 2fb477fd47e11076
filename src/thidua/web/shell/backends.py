"""Who is signed in, read together with how many notices wait for them: one query for every page."""

from __future__ import annotations

from django.contrib.auth.backends import ModelBackend

from thidua.accounts.models import User
from thidua.support.notices.queries import unread_of_account


class AccountBackend(ModelBackend):
    """Name and password as Django checks them; the account comes with `unread_notices`."""

    def get_user(self, user_id: int) -> User | None:
        """Return the account if it is active."""
        user = User.objects.annotate(unread_notices=unread_of_account()).filter(pk=user_id).first()
        return user if user is not None and self.user_can_authenticate(user) else None
