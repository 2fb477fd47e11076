"""`python -m thidua.core.law.reading [FOLDER]`: print every fault of the law files; 1 when there are any."""

import sys
from pathlib import Path

from thidua.core.law.reading.loading import check_law


def main(arguments: list[str]) -> int:
    """Check the shipped law, or the folder named."""
    faults = check_law(Path(arguments[0]) if arguments else None)
    for fault in faults:
        sys.stdout.write(f"{fault}\n")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
