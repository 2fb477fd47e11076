"""Files of visitors that no row holds are found after some days, and deleted with their bytes."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.utils import timezone

from tests.factories.contests import entry, open_edition
from tests.factories.movements import SmallProvince, small_province
from tests.factories.works import pdf
from thidua.support.files.actions import delete_files, store_file
from thidua.support.files.models import StoredFile
from thidua.support.files.queries import abandoned_files


@pytest.fixture
def place(db: None) -> SmallProvince:
    return small_province()


def test_a_file_of_a_refused_form_goes_and_what_an_entry_holds_stays(
    place: SmallProvince, django_capture_on_commit_callbacks
) -> None:
    work = entry(open_edition(place).edition.categories.get(name="Văn xuôi")).files.get()
    refused = store_file(data=pdf() + b"\n%", name="bi-tu-choi.pdf", by=None)
    by_officer = store_file(data=pdf() + b"\n%%", name="cua-ban.pdf", by=place.officer)
    now = timezone.now()
    assert list(abandoned_files(now - timedelta(days=2))) == []
    assert list(abandoned_files(now + timedelta(minutes=1))) == [refused]
    storage, name = refused.content.storage, refused.content.name
    assert storage.exists(name)
    with django_capture_on_commit_callbacks(execute=True):
        assert delete_files(files=[refused.pk, work.file_id, work.bare_id]) == 1
    assert not storage.exists(name)
    assert set(StoredFile.objects.all()) == {work.file, work.bare, by_officer}
    assert work.file.content.storage.exists(work.file.content.name)
