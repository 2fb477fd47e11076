"""The one table of options: every environment variable an installation may set.

`docs/operate.md` is checked against this table; an option that is not here does not exist.
"""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path
from typing import Final
from urllib.parse import unquote, urlsplit

PREFIX: Final = "THIDUA_"


@dataclass(frozen=True)
class Option:
    """One environment variable: its name without prefix, its default, and what it is for."""

    name: str
    default: str
    purpose: str


OPTIONS: Final = (
    Option(
        "VAR", "var", "Folder for everything that is written at run time: database, uploads, static files."
    ),
    Option("DATABASE_URL", "", "postgres://… or sqlite:///…; empty means SQLite in the VAR folder."),
    Option("SECRET_KEY", "", "Secret for signing sessions; empty means one is made and kept in VAR."),
    Option("DEBUG", "no", "yes shows tracebacks in the browser; never on a public server."),
    Option(
        "ALLOWED_HOSTS",
        "localhost,127.0.0.1,[::1]",
        "Host names that this server answers to, separated by commas.",
    ),
    Option("HTTPS", "no", "yes when the site is served over HTTPS: secure cookies and HSTS."),
    Option("MAX_UPLOAD_MB", "20", "Largest file that may be uploaded, in megabytes."),
    Option("OFFICE_NAME", "Ban Thi đua – Khen thưởng", "Name of the office in the header of every page."),
    Option("OFFICE_NAME_EN", "Emulation and Commendation Board", "The same name on the English pages."),
    Option("PROVINCE_NAME", "Tỉnh Lạng Sơn", "Name of the province in the header of every page."),
    Option("PROVINCE_NAME_EN", "Lạng Sơn Province", "The same name on the English pages."),
    Option(
        "HELP_CONTACT", "", "Whom to call for help, with number and hours; stands at the foot of every page."
    ),
    Option(
        "PAGE_CACHE_SECONDS",
        "60",
        "So many seconds a public page may be kept for all readers while nobody writes; 3 where somebody does; "
        "0 keeps none.",
    ),
    Option(
        "REMEMBERED_SECONDS",
        "60",
        "So many seconds at most a process remembers what it read while nobody writes; 0 remembers nothing.",
    ),
    Option(
        "STALE_MOVEMENT_DAYS",
        "30",
        "A launched movement without news for so many days is shown as not moving.",
    ),
    Option(
        "SITE_URL",
        "",
        "Where readers reach this site, https://host: e-mails and QR codes lead there; empty leaves such links out.",
    ),
    Option(
        "EMAIL_URL",
        "",
        "Mail server: smtp://user:password@host:587 (STARTTLS), smtps://…:465, or smtp+plain://host:25; "
        "empty writes e-mail to the console.",
    ),
    Option("EMAIL_FROM", "thidua@localhost", "Address that e-mail comes from."),
    Option(
        "CERTIFICATE_KEY",
        "",
        "Ed25519 private key (PEM or base64) that signs certificates; empty means one is made and kept in VAR.",
    ),
    Option(
        "DATA_KEY",
        "",
        "Keys that seal personal data, base64 of 32 bytes each, by commas, the one in use first; "
        "empty means one is made and kept in VAR.",
    ),
    Option(
        "SIGNER",
        "thidua.support.documents.signing.test_certificate.TestCertificateSigner",
        "Class that signs decisions as PDF; the default signs with a test certificate and says so on the page.",
    ),
)


class UnknownOption(KeyError):
    """An option was asked for that is not in the table."""


def option(name: str) -> str:
    """Return the value of the option `name` (without prefix) from the environment, or its default."""
    for known in OPTIONS:
        if known.name == name:
            return os.environ.get(PREFIX + name, known.default)
    raise UnknownOption(name)


def switch(name: str) -> bool:
    """Return whether the option `name` says yes."""
    return option(name).strip().lower() in {"1", "yes", "true", "on"}


def names(name: str) -> list[str]:
    """Return the comma-separated values of the option `name`."""
    return [part.strip() for part in option(name).split(",") if part.strip()]


@dataclass(frozen=True)
class MailServer:
    """Where e-mail is handed in; an empty host for nowhere."""

    host: str = ""
    port: int = 25
    user: str = ""
    password: str = ""
    starttls: bool = False
    tls: bool = False


_MAIL_PORTS: Final = {"smtp": 587, "smtps": 465, "smtp+plain": 25}


def email() -> MailServer:
    """Return the mail server; raises ValueError for an address that is none."""
    given = option("EMAIL_URL")
    if not given:
        return MailServer()
    parts = urlsplit(given)
    if parts.scheme not in _MAIL_PORTS or not parts.hostname:
        raise ValueError("THIDUA_EMAIL_URL must look like smtp://user:password@host:587.")
    return MailServer(
        host=parts.hostname,
        port=parts.port or _MAIL_PORTS[parts.scheme],
        user=unquote(parts.username or ""),
        password=unquote(parts.password or ""),
        starttls=parts.scheme == "smtp",
        tls=parts.scheme == "smtps",
    )


def var_folder() -> Path:
    """Return the absolute folder for run-time files, made when missing."""
    folder = Path(option("VAR")).absolute()
    folder.mkdir(parents=True, exist_ok=True)
    return folder


def secret_key() -> str:
    """Return the signing secret; a new one is written once to VAR, readable by its owner only."""
    given = option("SECRET_KEY")
    if given:
        return given
    kept = var_folder() / "secret_key"
    if not kept.exists():
        import secrets

        descriptor = os.open(kept, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        with os.fdopen(descriptor, "w", encoding="ascii") as file:
            file.write(secrets.token_urlsafe(50))
    return kept.read_text(encoding="ascii").strip()
