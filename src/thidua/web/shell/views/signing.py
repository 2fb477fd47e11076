"""Sign-in, sign-out and the change of one's own password."""

from __future__ import annotations

from typing import Any

from django import forms
from django.contrib import messages
from django.contrib.auth import logout, update_session_auth_hash
from django.contrib.auth.decorators import login_required
from django.contrib.auth.forms import AuthenticationForm
from django.contrib.auth.views import LoginView
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_POST

from thidua.accounts.actions import change_password
from thidua.accounts.models import User
from thidua.web.shell.forms import Form
from thidua.web.shell.own_password import is_own_password


class SignInForm(AuthenticationForm):
    """Name and password; pasting and password managers work."""

    use_required_attribute = False
    error_messages = {
        "invalid_login": gettext_lazy(
            "The sign-in name or the password is wrong. Check the Vietnamese keyboard and Caps Lock, then try again."
        ),
        "inactive": gettext_lazy("This account is closed. Ask your administrator."),
    }

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        kwargs.setdefault("label_suffix", "")
        super().__init__(*args, **kwargs)
        self.fields["username"].label = gettext_lazy("Sign-in name")
        self.fields["password"].label = gettext_lazy("Password")
        for name in ("username", "password"):
            field = self.fields[name]
            field.widget.attrs.pop("autofocus", None)
            field.error_messages["required"] = _("Fill in “%(label)s”.") % {"label": field.label}
        self.fields["username"].widget.attrs.update(autocapitalize="none", spellcheck="false")


class SignIn(LoginView):
    """The page for signing in; whoever is signed in already goes to their work."""

    template_name = "shell/sign_in.html"
    authentication_form = SignInForm
    redirect_authenticated_user = True


@require_POST
def sign_out(request: HttpRequest) -> HttpResponse:
    """End the session and return to the sign-in page."""
    logout(request)
    messages.success(request, _("You have signed out."))
    return redirect("sign-in")


class ChangePasswordForm(Form):
    """The present password, and the new one twice."""

    old = forms.CharField(
        label=gettext_lazy("Present password"),
        strip=False,
        widget=forms.PasswordInput(attrs={"autocomplete": "current-password"}),
    )
    new = forms.CharField(
        label=gettext_lazy("New password"),
        help_text=gettext_lazy(
            "At least 10 characters. Several words in a row are easy to keep and hard to guess."
        ),
        strip=False,
        widget=forms.PasswordInput(attrs={"autocomplete": "new-password"}),
    )
    again = forms.CharField(
        label=gettext_lazy("New password again"),
        strip=False,
        widget=forms.PasswordInput(attrs={"autocomplete": "new-password"}),
    )

    def clean(self) -> dict[str, Any]:
        """Check that the new password was typed alike twice."""
        given = super().clean() or {}
        if given.get("new") and given.get("again") and given["new"] != given["again"]:
            self.add_error("again", _("The two new passwords differ. Type the same one twice."))
        return given


@login_required
def change_own_password(request: HttpRequest) -> HttpResponse:
    """Show and take the form for a new password."""
    user = request.user
    assert isinstance(user, User)
    form = ChangePasswordForm(request.POST or None)
    if request.method == "POST" and form.accepted(
        lambda: _change(request, user, form.cleaned_data["old"], form.cleaned_data["new"])
    ):
        update_session_auth_hash(request, user)
        messages.success(request, _("Your password has been changed."))
        return redirect("my-work")
    return render(request, "shell/change_password.html", {"form": form, "forced": user.must_change_password})


def _change(request: HttpRequest, user: User, old: str, new: str) -> None:
    """Change the password; whoever sits down at a screen left open guesses no more often than at the door."""
    if not is_own_password(request, old) and user.check_password(old):
        raise PermissionDenied  # locked after too many wrong ones: what is shown is the page that says so
    change_password(old=old, new=new, by=user)
