"""An address that no person types is refused in words, before anything is looked for."""

from __future__ import annotations

import pytest

from tests.web.reading import texts


@pytest.mark.parametrize("address", ["/phong-trao?q=%00", "/en/phong-trao?q=a%00b", "/phong-trao/%00"])
def test_an_address_with_a_nul_is_answered_in_words_not_with_a_fault_of_ours(client, db, address):
    response = client.get(address)
    heading = "The request could not be read" if "/en/" in address else "Không đọc được yêu cầu"
    assert (response.status_code, texts(response, "h1")) == (400, [heading])
    assert client.get(address.replace("%00", "x")).status_code in (200, 404)
