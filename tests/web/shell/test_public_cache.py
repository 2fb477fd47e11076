"""Public pages kept for a minute: the same for everybody, never anybody's own, gone when somebody wrote."""

from __future__ import annotations

import pytest
import time_machine
from django.contrib.messages.storage.cookie import CookieStorage
from django.core.cache import caches
from django.test import Client

from tests.factories.movements import running_movement, small_province
from tests.web.reading import main_text
from thidua.movements.models import Movement
from thidua.support.audit.actions.record import record
from thidua.web.shell.public_cache import AT_LEAST, LOOKED_AT_END

BACKEND = "django.contrib.auth.backends.ModelBackend"
PAGE = "/phong-trao/nep-song"


@pytest.fixture(autouse=True)
def pages_are_kept(settings):
    settings.PAGE_CACHE_SECONDS = 60
    caches["pages"].clear()
    yield
    caches["pages"].clear()


@pytest.fixture(autouse=True)
def clock():
    with time_machine.travel("2026-03-16T02:00:00Z", tick=False) as traveller:
        yield traveller


@pytest.fixture
def place(db):
    return small_province()


@pytest.fixture
def movement(place):
    return running_movement(place, slug="nep-song", short_name="Nếp sống văn hóa")


def kept() -> int:
    return len([key for key in caches["pages"]._cache if "://" in key])


def test_the_second_reader_asks_the_database_nothing(movement, client, django_assert_num_queries):
    first = client.get(PAGE)
    assert first["Cache-Control"] == "public, max-age=3"
    assert "Cookie" in first["Vary"]
    with django_assert_num_queries(0):
        again = Client().get(PAGE)
    assert again.content == first.content
    assert {name: again[name] for name in first.headers} == dict(first.headers)


def test_what_is_taken_back_is_gone_seconds_later(movement, place, client, clock):
    client.get(PAGE)
    clock.shift(50)
    assert client.get(PAGE).status_code == 200  # kept since
    Movement.objects.filter(pk=movement.pk).delete()
    record(by=place.officer, action="movements.withdrawn", subject=movement)
    clock.shift(LOOKED_AT_END)
    assert client.get(PAGE).status_code == 404


def test_a_page_is_kept_for_seconds_whatever_is_written(movement, place, client, clock):
    for _write in range(3):
        record(by=place.officer, action="movements.edited", subject=movement)
        first = client.get(PAGE)
        record(by=place.officer, action="movements.edited", subject=movement)
        Movement.objects.filter(pk=movement.pk).update(short_name=f"Nếp sống {_write}")
        clock.shift(AT_LEAST - 0.5)
        assert client.get(PAGE).content == first.content
        clock.shift(0.5)
        assert f"Nếp sống {_write}" in client.get(PAGE).content.decode()
        clock.shift(AT_LEAST)


def test_what_is_not_logged_waits_for_the_minute(movement, client, clock):
    client.get(PAGE)
    Movement.objects.filter(pk=movement.pk).delete()
    clock.shift(59)
    assert client.get(PAGE).status_code == 200
    clock.shift(1)
    assert client.get(PAGE).status_code == 404


def test_the_page_of_one_who_is_signed_in_is_never_kept_and_never_a_kept_one(movement, place):
    officer = Client()
    officer.force_login(place.officer, backend=BACKEND)
    own = officer.get(PAGE)
    assert str(place.officer) in own.content.decode()
    assert (own["Cache-Control"], kept()) == ("private, no-cache", 0)
    visitor = Client().get(PAGE)
    assert str(place.officer) not in visitor.content.decode()
    assert kept() == 1
    assert str(place.officer) in officer.get(PAGE).content.decode()


def test_languages_colours_addresses_and_hosts_are_kept_apart(movement, client, settings):
    settings.ALLOWED_HOSTS = ["*"]
    words = {
        main_text(client.get(address)) for address in (PAGE, f"/en{PAGE}", "/phong-trao", "/phong-trao?q=x")
    }
    assert len(words) == 4
    client.cookies["giao-dien"] = "dark"
    assert 'data-theme="dark"' in client.get(PAGE).content.decode()
    assert "data-theme" not in Client().get(PAGE).content.decode()
    assert "b.example" in Client().get(PAGE, headers={"host": "b.example"}).content.decode()
    assert "b.example" not in Client().get(PAGE).content.decode()


def test_compressed_pages_go_only_to_those_who_read_them(movement, client):
    packed = client.get(PAGE, headers={"accept-encoding": "gzip"})
    plain = client.get(PAGE)
    assert packed["Content-Encoding"] == "gzip"
    assert not plain.has_header("Content-Encoding")
    assert main_text(plain) != ""


def test_a_message_for_one_reader_is_told_once_and_kept_for_nobody(movement, client):
    client.cookies[CookieStorage.cookie_name] = "x"
    assert client.get(PAGE)["Cache-Control"] == "private, no-cache"
    assert kept() == 0


@pytest.mark.parametrize(
    "address",
    [
        "/dang-nhap",
        "/theo-doi",
        "/xac-minh",
        "/khong-co-trang-nay",
        "/lam-viec/phong-trao",
        "/du-lieu/khong-co.csv",
    ],
)
def test_forms_with_a_token_answers_to_codes_and_faults_are_not_kept(db, client, address):
    client.get(address)
    assert kept() == 0


def test_sending_goes_through_and_parts_of_a_page_are_not_kept(movement, client):
    client.get("/phong-trao", headers={"HX-Request": "true"})
    client.head(PAGE)
    client.post(PAGE)
    client.get(f"/phong-trao?q={'a' * 600}")
    assert kept() == 0


def test_nothing_is_kept_where_the_installation_says_so(movement, client, settings):
    settings.PAGE_CACHE_SECONDS = 0
    client.get(PAGE)
    assert kept() == 0
