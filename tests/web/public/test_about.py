"""Short true pages about the site."""

import pytest

from tests.web.reading import elements, texts


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("address", "vietnamese", "english"),
    [
        ("/gioi-thieu", "Giới thiệu trang này", "About this site"),
        ("/tro-nang", "Trợ năng", "Accessibility"),
        ("/quyen-rieng-tu", "Quyền riêng tư", "Privacy"),
    ],
)
def test_the_page_stands_in_both_languages(client, address, vietnamese, english):
    assert texts(client.get(address), "h1") == [vietnamese]
    assert texts(client.get(f"/en{address}"), "h1") == [english]


@pytest.mark.django_db
def test_every_public_page_can_be_reached_from_the_first(client):
    seen, waiting = set(), ["/"]
    while waiting:
        address = waiting.pop()
        if address in seen:
            continue
        seen.add(address)
        response = client.get(address)
        assert response.status_code == 200, address
        links = [link.attributes.get("href", "") for link in elements(response, "a")]
        waiting += [link.partition("?")[0] for link in links if link.startswith("/") and "/en" not in link]
    assert seen >= {"/", "/phong-trao", "/gioi-thieu", "/tro-nang", "/quyen-rieng-tu"}


@pytest.mark.django_db
def test_the_page_about_privacy_is_true_of_cookies(client):
    assert list(client.get("/phong-trao").cookies) == []
    assert list(client.get("/guong-dien-hinh/gioi-thieu").cookies) == ["csrftoken"]
    told = [
        one.text for one in elements(client.get("/en/quyen-rieng-tu"), "li") if "random number" in one.text
    ]
    assert told == [
        "If you open a form, your browser may keep a random number in a cookie, so that no other site can send the "
        "form in your name."
    ]


@pytest.mark.django_db
def test_english_sentences_name_the_office_with_its_article(client):
    assert "Ask the Emulation and Commendation Board." in texts(client.get("/en/gioi-thieu"), "p")


@pytest.mark.django_db
def test_the_site_map_names_every_address_once(client):
    main = client.get("/so-do-trang").content.decode().partition("<main")[2].partition("</main>")[0]
    part = type("Part", (), {"content": main.encode()})
    addresses = [link.attributes["href"] for link in elements(part, "a")]
    assert addresses.count("/xac-minh") == 1
    assert [one for one in addresses if addresses.count(one) > 1] == []
