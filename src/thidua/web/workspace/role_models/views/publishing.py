"""Publishing a story, checking it again, taking it down."""

from __future__ import annotations

from django.http import Http404, HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from thidua.accounts.models import User
from thidua.movements.actions.publish_story import confirm_story, publish_story, take_story_down
from thidua.movements.models import RoleModelStory
from thidua.movements.role_model_access import require_office
from thidua.web.shell.access import signed_in
from thidua.web.shell.confirm import ask_first
from thidua.web.workspace.role_models.find import at_the_desk, role_model_or_404
from thidua.web.workspace.role_models.forms.asking import TakeDownForm


@at_the_desk
@require_http_methods(["GET", "POST"])
def publish(request: HttpRequest, pk: int) -> HttpResponse:
    """Let everybody read the story."""
    row, user = _story(request, pk)
    return ask_first(
        request,
        question=_("Publish “%(title)s”?") % {"title": row.title},
        consequence=_("Everybody can read it at once. In a year you are asked whether it is still true."),
        verb=_("Publish it"),
        back=reverse("role-model-desk", args=[pk]),
        act=lambda: publish_story(story=row, by=user),
        done=_("The story is public."),
    )


@at_the_desk
@require_http_methods(["GET", "POST"])
def confirm(request: HttpRequest, pk: int) -> HttpResponse:
    """Say that the story is still true."""
    row, user = _story(request, pk)
    return ask_first(
        request,
        question=_("Is “%(title)s” still true, and its subject still an example?") % {"title": row.title},
        consequence=_("It stays public, and you are asked again in a year."),
        verb=_("Yes, it still holds"),
        back=reverse("role-model-desk", args=[pk]),
        act=lambda: confirm_story(story=row, by=user),
        done=_("Checked. You are asked again in a year."),
    )


@at_the_desk
@require_http_methods(["GET", "POST"])
def take_down(request: HttpRequest, pk: int) -> HttpResponse:
    """Take the story down, with a reason."""
    row, user = _story(request, pk)
    form = TakeDownForm(request.POST or None)
    return ask_first(
        request,
        question=_("Take “%(title)s” down?") % {"title": row.title},
        consequence=_("Its page is gone at once. You may publish it again."),
        verb=_("Take it down"),
        back=reverse("role-model-desk", args=[pk]),
        act=lambda: take_story_down(story=row, reason=form.cleaned_data["reason"], by=user),
        done=_("The story is no longer public."),
        form=form,
    )


def _story(request: HttpRequest, pk: int) -> tuple[RoleModelStory, User]:
    role_model, user = role_model_or_404(request, pk), signed_in(request)
    require_office(user)
    story = getattr(role_model, "story", None)
    if not isinstance(story, RoleModelStory):
        raise Http404
    return story, user
