"""The words that tell a place's level, in front of its name."""

from __future__ import annotations

from typing import Final

from thidua.orgs.enums import PLACES

# Longer ones first: "thị trấn" before "thị", "tổ dân phố" before "tổ".
_LEVEL_WORDS: Final = (
    *("tỉnh", "thành phố", "thị xã", "quận", "huyện"),
    *("phường", "thị trấn", "xã", "đặc khu"),
    *("tổ dân phố", "khu dân cư", "khối phố", "khu phố", "thôn", "bản", "xóm", "khối", "ấp", "buôn", "làng"),
)


def bare_name(name: str, kind: str) -> str:
    """Return the name of a place without its level: «Xã Đề Thám» → «Đề Thám»; other names stay."""
    if kind in PLACES:
        for word in _LEVEL_WORDS:
            if name.lower().startswith(f"{word} "):
                return name[len(word) + 1 :]
    return name
