"""The form below an article."""

from __future__ import annotations

from django import forms
from django.utils.translation import gettext_lazy as _

from thidua.web.shell.forms import LineField, TextField
from thidua.web.shell.public_forms import PublicForm


class CommentForm(PublicForm):
    """A name to be called by, and the comment."""

    counted = "comment"
    name = LineField(
        label=_("Your name"),
        max_length=80,
        help_text=_("It is shown with your comment; you may use another name."),
        widget=forms.TextInput(attrs={"autocomplete": "name"}),
    )
    text = TextField(
        label=_("Your comment"),
        max_length=1000,
        rows=5,
        help_text=_(
            "Plain text. Leave out phone numbers, addresses and other personal data: it will be public."
        ),
    )
