"""Photos that nothing shows any more are deleted with their files; others stay."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.db import transaction
from django.utils import timezone

from tests.factories.role_models import photo, proposal, shown
from thidua.support.photos.actions import delete_photos
from thidua.support.photos.models import Photo
from thidua.support.photos.queries import abandoned_photos


def files_of(row: Photo) -> list[bool]:
    return [kept.storage.exists(kept.name) for kept in (row.large, row.small)]


@pytest.mark.django_db(transaction=True)
def test_rows_go_at_once_and_files_with_the_end_of_the_transaction() -> None:
    row = photo()
    assert files_of(row) == [True, True]
    with transaction.atomic():
        assert delete_photos(photos=[row.pk]) == 1
        assert files_of(row) == [True, True]
    assert files_of(row) == [False, False]
    assert not Photo.objects.exists()


@pytest.mark.django_db(transaction=True)
def test_a_deletion_that_is_taken_back_loses_no_file() -> None:
    row = photo()
    with transaction.atomic():
        delete_photos(photos=[row.pk])
        transaction.set_rollback(True)
    assert files_of(Photo.objects.get()) == [True, True]


def test_what_something_shows_stays(db: None) -> None:
    needed, free = shown(), photo()
    proposal(photos=[needed])
    assert delete_photos(photos=[needed.photo.pk, free.pk]) == 1
    assert [*Photo.objects.all()] == [needed.photo]


def test_photos_that_nobody_sent_in_the_end_are_found(db: None) -> None:
    needed, free, fresh = shown(), photo(), photo()
    proposal(photos=[needed])
    yesterday = timezone.now() - timedelta(days=1)
    Photo.objects.exclude(pk=fresh.pk).update(uploaded_at=yesterday - timedelta(hours=1))
    assert [*abandoned_photos(yesterday)] == [free]
