"""Marking a provision as checked on screen, with and without script."""

from __future__ import annotations

from datetime import date

from django.utils import timezone

from tests.factories.lawbook import checked
from tests.web.reading import elements, faults, main_text, texts
from thidua.core.vietnamese.dates import format_date
from thidua.lawbook.models import ProvisionCheck
from thidua.lawbook.queries import current_book

CHECK = "/lam-viec/luat/doi-chieu"
AWARD = "/lam-viec/luat/khen-thuong/provincial_certificate_of_merit"
WAY = "alternative/pc-2022-1d2"
PART = "doi-chieu-alternative-pc-2022-1d2"
SAID = {"dieu": WAY, "ve": AWARD, "checked_on": "20/01/2024", "note": "Công báo số 12"}
DONE = "Ban đã đối chiếu với văn bản gốc: Hoàng Văn Chuyên, ngày 20/01/2024: Công báo số 12"
HTMX = {"HX-Request": "true", "HX-Target": PART}


def part(page):
    return texts(page, "div", id=PART)[0]


def test_the_mark_shows_on_the_page_it_was_made_on(place, as_):
    client = as_(place.officer)
    answer = client.post(CHECK, SAID)
    assert (answer.status_code, answer["Location"]) == (302, f"{AWARD}#{PART}")
    assert part(client.get(f"{AWARD}?ngay=01/01/2026")).startswith(DONE)


def test_with_script_only_the_part_comes_back(place, as_):
    answer = as_(place.officer).post(CHECK, SAID, headers=HTMX)
    assert answer.status_code == 200
    assert texts(answer, "h1") == []
    assert part(answer).startswith(DONE)


def test_everybody_of_the_workspace_sees_the_mark_and_only_the_board_may_make_it(place, as_):
    client = as_(place.clerk)
    assert elements(client.get(f"{AWARD}?ngay=01/01/2026"), "form", data_refresh=PART) == []
    assert client.post(CHECK, SAID).status_code == 403
    checked(place.officer, note="Công báo số 12")
    page = client.get(f"{AWARD}?ngay=01/01/2026")
    assert part(page) == DONE
    assert client.post(f"{CHECK}/{ProvisionCheck.objects.get().pk}/bo").status_code == 403
    assert current_book().check_of(WAY) is not None


def test_the_mark_is_taken_back(place, as_):
    row = checked(place.officer)
    client = as_(place.officer)
    client.post(f"{CHECK}/{row.pk}/bo", {"ve": AWARD})
    assert part(client.get(f"{AWARD}?ngay=01/01/2026")).startswith("Đánh dấu đã đối chiếu")
    history = client.get(f"{CHECK}?dieu={WAY}")
    assert "Đối chiếu ngày 20/01/2024" in main_text(history)
    assert "Hoàng Văn Chuyên đã rút lại" in main_text(history)


def test_what_is_wrong_is_said_beside_the_field_and_nothing_typed_is_lost(place, as_):
    answer = as_(place.officer).post(CHECK, SAID | {"checked_on": "20.01.24"}, headers=HTMX)
    assert "Công báo số 12" in answer.content.decode()
    assert texts(answer, "div", class_="field__error") != []
    whole = as_(place.officer).post(CHECK, SAID | {"checked_on": ""})
    assert faults(whole) == ["Điền mục “Ngày đối chiếu”."]
    assert not ProvisionCheck.objects.exists()


def test_a_check_whose_provision_has_changed_asks_to_be_made_again(place, as_):
    row = checked(place.officer)
    ProvisionCheck.objects.filter(pk=row.pk).update(fingerprint="other")
    checked(place.officer, "text/LAW2022")  # the next change of the Board is when the book is read again
    page = as_(place.clerk).get(f"{AWARD}?ngay=01/01/2026")
    assert part(page) == (
        "Hoàng Văn Chuyên đã đối chiếu ngày 20/01/2024, nhưng dữ liệu đã thay đổi từ đó: cần đối chiếu lại."
    )


def test_the_form_begins_with_today(place, as_):
    page = as_(place.officer).get(f"{CHECK}?dieu={WAY}")
    field = elements(page, "input", name="checked_on")[0]
    assert field.attributes["value"] == format_date(timezone.localdate())


def test_a_provision_that_nobody_knows_is_not_found(place, as_):
    assert as_(place.officer).get(f"{CHECK}?dieu=alternative/x").status_code == 404


def test_nobody_is_sent_to_another_host(place, as_):
    answer = as_(place.officer).post(CHECK, SAID | {"ve": "https://example.org/"})
    assert answer["Location"] == f"{CHECK}?dieu={WAY}#{PART}"
    assert ProvisionCheck.objects.get().checked_on == date(2024, 1, 20)
