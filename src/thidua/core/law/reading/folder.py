"""The law folder on disk: which files there are, and their YAML."""

import hashlib
from pathlib import Path

import yaml

from thidua.core.language import Wording
from thidua.core.law.reading.block import Block
from thidua.core.law.reading.faults import Fault
from thidua.core.law.reading.guarding import is_sound
from thidua.core.law.reading.item import Item, Source
from thidua.core.law.reading.known import Known
from thidua.core.law.reading.marked import compose
from thidua.core.law.reading.sentences import sentence

FOLDERS = ("words", "texts", "settings", "parameters", "rules", "awards")
SHIPPED = Path(__file__).resolve().parent.parent


class Folder:
    """The YAML files below a root, read once."""

    def __init__(self, root: Path, faults: list[Fault]) -> None:
        self.root = root
        self.faults = faults
        self.contents = {folder: self._contents(folder) for folder in FOLDERS}

    def _contents(self, folder: str) -> dict[str, bytes]:
        """Return the bytes of each file by its path below the folder, without ending."""
        top = self.root / folder
        if not top.is_dir():
            self.faults.append(Fault(f"{folder}/", 1, sentence("no_folder")))
            return {}
        found: dict[str, bytes] = {}
        for path in sorted(path for path in top.rglob("*") if path.is_file()):
            name = path.relative_to(top)
            if path.suffix == ".yaml":
                found[name.with_suffix("").as_posix()] = path.read_bytes()
            elif path.suffix in {".yml", ".json"}:
                self.faults.append(Fault(f"{folder}/{name.as_posix()}", 1, sentence("not_read")))
        return found

    def blocks(self, folder: str, known: Known) -> dict[str, Block]:
        """Return the mapping of each file of a folder; a file that is none is a fault."""
        found: dict[str, Block] = {}
        for path, content in self.contents[folder].items():
            item = parse(f"{folder}/{path}.yaml", content, known, self.faults)
            if item is not None:
                found[path] = Block(item)
        return found

    def version(self, *more: bytes) -> str:
        """Return the fingerprint of all files: 16 hexadecimal digits of their SHA-256, whatever the line ends."""
        digest = hashlib.sha256()
        for folder, files in self.contents.items():
            for path, content in files.items():
                digest.update(f"{folder}/{path}\0".encode() + content.replace(b"\r\n", b"\n") + b"\0")
        for content in more:
            digest.update(content.replace(b"\r\n", b"\n") + b"\0")
        return digest.hexdigest()[:16]


def parse(
    file: str, content: bytes, known: Known, faults: list[Fault], *, from_outside: bool = False
) -> Item | None:
    """Return the one mapping of a YAML file, or None after a fault."""
    source = Source(file, known, faults)
    try:
        text = content.decode()
        if from_outside and not is_sound(text, source):
            return None
        node = compose(text)
    except UnicodeDecodeError as wrong:
        source.fault(content[: wrong.start].count(b"\n") + 1, "no_utf8")
        return None
    except yaml.MarkedYAMLError as wrong:
        mark = wrong.problem_mark or wrong.context_mark
        source.fault(mark.line + 1 if mark else 1, "no_yaml", problem=_problem(wrong.problem or wrong))
        return None
    except yaml.YAMLError as wrong:
        source.fault(1, "no_yaml", problem=_problem(wrong))
        return None
    if node is None:
        source.fault(1, "empty_file")
        return None
    return Item(node, source)


def _problem(told: object) -> Wording:
    """Return what the parser says, in English only: in Vietnamese, where to look."""
    return Wording(sentence("look_at_signs").vi, str(told))
