"""Addresses of pages, made of their titles."""

from __future__ import annotations

import json
import re

import pytest
from django.contrib.auth.models import AnonymousUser

from thidua.core.vietnamese.fold import fold
from thidua.portal.desk.addresses import AddressInput, plain_letters
from thidua.portal.models import Article, InformationPage, PublicDocument

# The whole alphabet with all its tones; the last two are what is left where two letters were one.
LETTERS = "aàáảãạăằắẳẵặâầấẩẫậbcdđeèéẻẽẹêềếểễệghiìíỉĩịklmnoòóỏõọôồốổỗộơờớởỡợpqrstuùúủũụưừứửữựvxyỳýỷỹỵ"


def test_each_vietnamese_letter_becomes_the_letter_without_marks():
    for letter in LETTERS + LETTERS.upper():
        plain = letter
        for pattern, instead in plain_letters():
            plain = re.sub(pattern, instead, plain)
        assert plain.lower() == fold(letter)


def test_the_field_of_the_desk_is_told_all_of_them():
    told = json.loads(AddressInput().attrs["data-w-slug-formatters-value"])
    assert [(pattern, instead) for (pattern, _flags), instead in told] == plain_letters()


@pytest.mark.django_db
@pytest.mark.parametrize("kind", [Article, InformationPage, PublicDocument])
def test_every_kind_of_page_makes_its_address_so(kind):
    form = kind.get_edit_handler().get_form_class()(instance=kind(), for_user=AnonymousUser())
    assert type(form.fields["slug"].widget) is AddressInput
