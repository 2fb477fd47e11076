"""What the frame of every page knows."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from django.conf import settings
from django.http import HttpRequest
from django.http.request import split_domain_port
from django.urls import reverse
from django.utils.translation import get_language

from thidua.orgs.access import may_anywhere
from thidua.orgs.queries.site_identity import Named, identity_now
from thidua.web.shell import navigation
from thidua.web.shell.access import HeldRole, roles_held
from thidua.web.shell.addresses import in_language, site_of, whole_on
from thidua.web.shell.theme import Theme, theme_of

OFFICIAL_DOMAIN = ".gov.vn"


@dataclass(frozen=True)
class LanguageLink:
    """The same page in one language."""

    code: str
    url: str
    current: bool


class Frame:
    """The values of the frame, each found only when a template asks for it."""

    def __init__(self, request: HttpRequest) -> None:
        self._request = request

    @cached_property
    def identity(self) -> Named:
        """What the site calls itself in the page's language."""
        return identity_now(get_language() or settings.LANGUAGE_CODE)

    @property
    def office(self) -> str:
        """The name of the office in the page's language."""
        return self.identity.office

    @property
    def province(self) -> str:
        """The line below the name of the office in the page's language."""
        return self.identity.province

    @property
    def help_contact(self) -> str:
        """Whom to call for help, in one line; empty when the installation names nobody."""
        return self.identity.contact

    @cached_property
    def site(self) -> str:
        """Where whole addresses begin: scheme and host."""
        return site_of(self._request)

    @cached_property
    def domain(self) -> str:
        """The host name of this page."""
        return split_domain_port(self._request.get_host())[0]

    @cached_property
    def is_official(self) -> bool:
        """Whether the page is served under the domain that only State bodies can have."""
        return self.domain.endswith(OFFICIAL_DOMAIN)

    @cached_property
    def theme(self) -> Theme:
        """The colours that the reader chose."""
        return theme_of(self._request)

    @cached_property
    def home_url(self) -> str:
        """The first page of the public site."""
        return reverse("home")

    @cached_property
    def here(self) -> str:
        """This page's address with its query string."""
        return self._request.get_full_path()

    @cached_property
    def languages(self) -> list[LanguageLink]:
        """The same page in every language."""
        return [
            LanguageLink(code, in_language(self.here, code), code == get_language())
            for code, _ in settings.LANGUAGES
        ]

    @cached_property
    def alternates(self) -> list[LanguageLink]:
        """The same page in every language, by whole addresses: for search engines."""
        return [LanguageLink(one.code, whole_on(self.site, one.url), one.current) for one in self.languages]

    @cached_property
    def public_links(self) -> tuple[navigation.Link, ...]:
        """The menu of the public site."""
        return navigation.public_links(self._request.path)

    @cached_property
    def foot_links(self) -> tuple[navigation.Link, ...]:
        """What stands at the foot of the public site."""
        return navigation.foot_links(self._request.path)

    @cached_property
    def workspace_sections(self) -> tuple[navigation.Section, ...]:
        """The menu of the person who is signed in."""
        user = self._request.user
        if not user.is_authenticated:
            return ()
        return navigation.workspace_sections(self._request.path, lambda right: may_anywhere(user, right))

    @property
    def unread(self) -> int:
        """How many notices the person has not read, as counted along with the account: no query."""
        return getattr(self._request.user, "unread_notices", 0)

    @cached_property
    def roles(self) -> tuple[HeldRole, ...]:
        """The roles of the person who is signed in."""
        return roles_held(self._request)


def shell(request: HttpRequest) -> dict[str, object]:
    """Return the values that the frame needs on every page."""
    return {"frame": Frame(request)}
