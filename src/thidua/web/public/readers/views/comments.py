"""All comments of an article, and the way to send one."""

from __future__ import annotations

from typing import Final

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods, require_safe

from thidua.portal.actions.send_comment import send_comment
from thidua.portal.models import Article, Comment
from thidua.portal.queries.comments import due_day, published_below
from thidua.web.public.readers.forms import CommentForm
from thidua.web.shell.known_parameters import knows
from thidua.web.shell.pages import PAGE, page_of
from thidua.web.shell.receipts import ask_for_code, code_on, sent_on
from thidua.web.shell.same_origin import SentFrom, sent_from

PAGE_SIZE: Final = 50
KIND: Final = "y-kien"


@knows(PAGE)
@csrf_exempt  # a comment carries no session; the form stands on pages that a cache may keep (shell.same_origin)
@require_http_methods(["GET", "HEAD", "POST"])
@never_cache
def comments(request: HttpRequest, slug: str) -> HttpResponse:
    """Show the comments of an article and the form; take a comment, or say what is missing with all that was typed."""
    article = get_object_or_404(Article.objects.live(), slug=slug)
    form = CommentForm(request.POST if request.method == "POST" else None)
    if request.method == "POST":
        if sent_from(request) is SentFrom.ELSEWHERE and form.is_valid():
            form.add_error(
                None, _("This did not come from our page. Check what it says, then send it again.")
            )
        elif form.sent(request, lambda: send_comment(article=article, **form.answers)):
            return sent_on(request, KIND, form.outcome.code, "comment-received", slug)
    rows = published_below(article)
    page = page_of(request.GET, rows.count(), PAGE_SIZE)
    context = {"article": article, "form": form, "page": page, "comments": list(rows[page.rows])}
    response = render(request, "readers/all.html", context, status=429 if form.wait else 200)
    if form.wait:
        response["Retry-After"] = str(form.wait)
    return response


@require_safe
@never_cache
def received(request: HttpRequest, slug: str) -> HttpResponse:
    """Give the sender the code, and say what happens next; later and elsewhere ask for the code."""
    code = code_on(request, KIND)
    sent = Comment.objects.select_related("article").filter(code=code, article__slug=slug)
    comment = sent.first() if code else None
    if comment is None:
        return ask_for_code()
    response = render(request, "readers/received.html", {"comment": comment, "due": due_day(comment.sent_at)})
    response["X-Robots-Tag"] = "noindex"
    return response
