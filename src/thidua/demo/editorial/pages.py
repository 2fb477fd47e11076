"""Publish the pages that stand for long, in Vietnamese and in English."""

from __future__ import annotations

from pathlib import Path
from typing import Final

import yaml

from thidua.accounts.models import User
from thidua.portal.actions.write_page import write_page

DATA: Final = Path(__file__).parents[1] / "data" / "lang_son" / "pages.yaml"


def publish_pages(by: User) -> None:
    """Enter the pages in the order in which they stand at the foot."""
    for said in yaml.safe_load(DATA.read_text(encoding="utf-8")):
        body: list[tuple[str, object]] = []
        body_en = []
        for part in said["parts"]:
            body += [
                ("heading", part["heading"]),
                *(("paragraph", f"<p>{words}</p>") for words in part["words"]),
            ]
            body_en += [f"<h2>{part['heading_en']}</h2>", *(f"<p>{words}</p>" for words in part["words_en"])]
        write_page(
            slug=said["slug"],
            title=said["title"],
            title_en=said["title_en"],
            body=body,
            body_en="".join(body_en),
            by=by,
        )
