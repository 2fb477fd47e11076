#!/bin/sh
# Print the first Python that can make the virtual environment (3.11 or newer, with venv and pip).
# A shell script, because Python cannot look for itself.
set -u

for candidate in python3.11 python3.12 python3.13 python3; do
    if "$candidate" -c '
import sys
import ensurepip, venv
sys.exit(sys.version_info < (3, 11))
' >/dev/null 2>&1; then
        command -v "$candidate"
        exit 0
    fi
done

cat >&2 <<'SENTENCE'
No usable Python was found. Thidua needs Python 3.11 or newer with its venv module.
On Debian 12:  apt install python3.11-venv     (as root, or with sudo)
Then run the same make command again.
SENTENCE
exit 1
