"""An emblem is distrusted like every file: written anew, small, and refused in a sentence."""

from __future__ import annotations

from io import BytesIO

import pytest
from PIL import Image

from tests.factories.photos import photo_bytes, picture, png_bomb, webp_bomb
from thidua.support.photos.emblems import checked_emblem
from thidua.support.photos.pictures import EMBLEM_BYTES
from thidua.support.refusals import Refused

SVG = b'<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'


def test_what_is_transparent_stays_so_and_nothing_of_the_file_is_kept() -> None:
    drawn = Image.new("RGBA", (600, 300), (0, 0, 0, 0))
    drawn.paste((200, 30, 30, 255), (0, 0, 300, 300))
    made = checked_emblem(data=photo_bytes("PNG", drawn) + b"<?php", name="bieu-trung.png")
    with Image.open(BytesIO(made.png)) as seen:
        assert (seen.format, seen.size, seen.info) == ("PNG", (144, 72), {})
        assert [pixel[3] for pixel in (seen.getpixel((5, 5)), seen.getpixel((140, 5)))] == [255, 0]
    assert (made.width, made.height) == (144, 72)
    assert b"php" not in made.png


def test_a_colourful_one_weighs_little_on_every_page() -> None:
    noise = Image.effect_noise((800, 800), 90).convert("RGB")
    weight = len(checked_emblem(data=photo_bytes("JPEG", noise), name="a.jpg").png)
    assert weight < 2 * EMBLEM_BYTES


@pytest.mark.parametrize(
    ("data", "name", "sentence"),
    [
        (
            SVG,
            "quoc-huy.svg",
            "“quoc-huy.svg” không phải là ảnh nhận được. Hãy gửi một trong các loại: PNG, JPG.",
        ),
        (
            SVG,
            "quoc-huy.png",
            "“quoc-huy.png” không phải là ảnh, dù tên tệp ghi là ảnh. Hãy chọn đúng tệp ảnh.",
        ),
        (
            webp_bomb(),
            "a.webp",
            "“a.webp” không phải là ảnh nhận được. Hãy gửi một trong các loại: PNG, JPG.",
        ),
        (
            photo_bytes("JPEG"),
            "a.png",
            "“a.png” không đúng với tên: đây là ảnh JPG. Hãy đổi lại đuôi tên tệp.",
        ),
        (
            png_bomb(20_000, 20_000),
            "a.png",
            "Ảnh “a.png” có hơn 50 triệu điểm ảnh. Hãy gửi bản nhỏ hơn.",
        ),
        (
            photo_bytes("PNG", picture(40, 40)),
            "a.png",
            "Ảnh “a.png” chỉ có 40 × 40 điểm ảnh. Hãy gửi ảnh có mỗi cạnh ít nhất 100 điểm ảnh.",
        ),
    ],
    ids=["SVG", "SVG called PNG", "WebP", "JPEG called PNG", "bomb", "tiny"],
)
def test_what_is_no_emblem_is_refused_in_a_sentence(data: bytes, name: str, sentence: str) -> None:
    with pytest.raises(Refused) as refused:
        checked_emblem(data=data, name=name)
    assert {field: [str(one) for one in said] for field, said in refused.value.faults.items()} == {
        "emblem": [sentence]
    }
