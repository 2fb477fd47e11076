"""Looking into a ZIP container whose sender is not trusted."""

from __future__ import annotations

import struct
import zipfile
from io import BytesIO

# What `zipfile` raises on a damaged or crafted container; one of them is a name in no known encoding.
DAMAGED = (zipfile.BadZipFile, NotImplementedError, UnicodeDecodeError, ValueError, OSError, struct.error)


def parts_of(data: bytes) -> list[zipfile.ZipInfo] | None:
    """Return the parts that a container names, without unpacking any; None when it is damaged or none at all."""
    try:
        with zipfile.ZipFile(BytesIO(data)) as container:
            return container.infolist()
    except DAMAGED:
        return None
