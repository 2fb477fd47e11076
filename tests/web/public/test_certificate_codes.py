"""Which codes are offered where one was misread: only those of the register, and no faster than codes are tried."""

from __future__ import annotations

import pytest

from tests.factories.decisions import office, printed
from tests.web.reading import elements, faults, main_text
from thidua.decisions.models import Certificate
from thidua.support.documents.proof.codes import likely_codes, new_code

pytestmark = pytest.mark.usefixtures("nobody_has_asked_yet")


@pytest.fixture
def certificate(db) -> Certificate:
    printed(office())
    return Certificate.objects.get()


def test_no_code_is_offered_that_no_certificate_has(client, certificate):
    code = next(code for code in iter(new_code, None) if "Q" in code[:5])
    typed = code.replace("Q", "O", 1)
    assert code in likely_codes(typed)
    for response in (client.post("/xac-minh", {"code": typed}), client.get(f"/xac-minh/{typed}")):
        assert len(faults(response)) == 1
        assert [link for link in elements(response, "a") if link.text == code] == []
        assert "Có thể trên giấy ghi" not in main_text(response)


def test_asking_what_was_meant_is_counted_as_a_try(client, certificate):
    code = next(code for code in iter(new_code, None) if "Q" in code[:5])
    Certificate.objects.update(code=code)
    typed = code.replace("Q", "O", 1)
    offered = [
        len(elements(client.post("/xac-minh", {"code": typed}), "a", href=f"/xac-minh/{code}"))
        for _try in range(11)
    ]
    assert offered == [1] * 10 + [0]
