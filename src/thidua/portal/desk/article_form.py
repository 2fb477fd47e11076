"""The form in which an article is written."""

from __future__ import annotations

from typing import Any

from django import forms
from django.db.models import Q

from thidua.accounts.models import User
from thidua.portal.desk.addresses import PageForm


class ArticleForm(PageForm):
    """Wagtail's form, offering the decisions that its editor may see anyway, newest first, and those chosen already."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        from thidua.registry.access import conferrals_seen_by
        from thidua.registry.models import Conferral

        super().__init__(*args, **kwargs)
        field = self.fields.get("decisions")
        if isinstance(field, forms.ModelMultipleChoiceField) and isinstance(self.for_user, User):
            chosen = [one.pk for one in self.instance.decisions.all()] if self.instance.pk else []
            seen = conferrals_seen_by(self.for_user).values("pk")
            field.queryset = Conferral.objects.filter(Q(pk__in=seen) | Q(pk__in=chosen)).order_by(
                "-decision_date", "-pk"
            )
