"""What a person is told when a file names people that its pages do not show."""

from __future__ import annotations

from django.utils.translation import gettext as _

from thidua.support.files.hidden_names import THUMBNAIL, hidden_names

_MOST = 5  # names told in one sentence


def names_refused(data: bytes, name: str) -> str:
    """Return why the file `name` is not taken as it is, and what to do; "" where nothing is hidden in it."""
    found = hidden_names(data, name)
    if not found:
        return ""
    names = [f"«{one}»" for one in found if one != THUMBNAIL][:_MOST]
    told = ", ".join([*names, _("a small picture of its first page")] if THUMBNAIL in found else names)
    return _(
        "The file carries what its pages do not show: %(names)s. Everybody who downloads it could read "
        "them. In Word or Excel: File › Info › Check for Issues › Inspect Document; remove all, save, and "
        "choose the file again."
    ) % {"names": told}
