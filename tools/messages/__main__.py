"""Keep the translations: `python -m tools.messages update|check|compile`.

update [APP …]   add new sentences to each app's catalogue, drop those no longer used, keep translations
check            fail on every sentence that is missing, empty, fuzzy, broken, or translated in two ways
compile          make the compiled catalogues that Django reads, where they are out of date
"""

from __future__ import annotations

import argparse
import sys

from tools.messages import catalogues, checks
from tools.messages.extraction import PACKAGE, apps, messages_of


def main() -> int:
    """Do what the command line says; return the exit code."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("task", choices=("update", "check", "compile"))
    parser.add_argument(
        "apps", nargs="*", metavar="APP", help="for update: only these, such as orgs or web.shell"
    )
    given = parser.parse_args()
    if given.task == "update":
        return update(given.apps)
    if given.task == "check":
        return check()
    catalogues.compile_all()
    return 0


def update(names: list[str]) -> int:
    """Bring the catalogues up to date and tell what is left to translate."""
    read = {app: catalogues.read(catalogues.catalogue_path(app))[0] for app in apps()}
    everywhere = {message: text for kept in read.values() for message, text in kept.items() if text}
    for app in [checks.app_named(name) for name in names] or apps():
        path = catalogues.catalogue_path(app)
        result = catalogues.merged(messages_of(app), read[app], everywhere)
        changed = catalogues.save(path, result)
        empty = sum(not text for text in result.values())
        if changed or empty:
            name = ".".join(app.relative_to(PACKAGE).parts)
            print(f"{name}: {len(result)} sentences, {empty} to translate")
    return 0


def check() -> int:
    """Print every fault; return 1 when there is one."""
    faults = checks.faults()
    for fault in faults:
        print(fault)
    if faults:
        print(f"{len(faults)} faults in the translations.")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
