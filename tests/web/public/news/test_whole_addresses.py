"""What others keep of our addresses does not depend on the host that somebody wrote into a request."""

from __future__ import annotations

from typing import Any

import pytest
from django.test import Client

from tests.factories.portal import article

pytestmark = pytest.mark.django_db
OURS = "https://thidua.langson.gov.vn"


@pytest.mark.parametrize("address", ["/tin-tuc/rss.xml", "/sitemap.xml", "/robots.txt", "/tin-tuc/tong-ket"])
def test_the_address_of_the_installation_stands_before_the_one_that_was_asked(
    client: Client, settings: Any, address: str
) -> None:
    settings.ALLOWED_HOSTS = ["*"]
    article()
    asked = client.get(address, headers={"host": "xau.example"}).content.decode()
    assert asked.count("http://xau.example/") > 0
    settings.SITE_URL = OURS
    told = client.get(address, headers={"host": "xau.example"}).content.decode()
    assert told.count("http://xau.example/") == 0
    assert told.count(OURS) == asked.count("http://xau.example/")
