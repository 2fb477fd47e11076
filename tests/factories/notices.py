"""People who are told, and a mail server on this machine."""

from __future__ import annotations

import socketserver
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field

from django.db import transaction
from django.utils import timezone

from thidua.accounts.models import User
from thidua.support.notices.actions import About, tell
from thidua.support.notices.enums import Channel, NoticeKind
from thidua.support.notices.models import ConfirmedAddress, Notice


def with_address(user: User, address: str = "clerk@example.vn", *, confirmed: bool = True) -> User:
    """Return the account with an address, confirmed or not."""
    User.objects.filter(pk=user.pk).update(email=address)
    if confirmed:
        ConfirmedAddress.objects.update_or_create(
            user=user, defaults={"address": address, "confirmed_at": timezone.now()}
        )
    return User.objects.get(pk=user.pk)


def told(
    user: User,
    key: str = "dossier/1",
    *,
    kind: NoticeKind = NoticeKind.DOSSIER,
    office: int | None = None,
    read_first: bool = False,
    about: About | None = None,
    subject: str = "Hồ sơ được tiếp nhận",
) -> Notice:
    """Tell `user` something, and return the notice in the system."""
    with transaction.atomic():
        tell(
            users=[user],
            subject=subject,
            text="Hồ sơ đã được tiếp nhận.",
            key=key,
            kind=kind,
            office=office,
            read_first=read_first,
            about=about,
        )
    return Notice.objects.get(user=user, key=key, channel=Channel.IN_APP)


def mailed(user: User, key: str = "dossier/1", **more: object) -> Notice:
    """Tell `user` something, and return its e-mail."""
    told(user, key, **more)  # type: ignore[arg-type]
    return Notice.objects.get(user=user, key=key, channel=Channel.EMAIL)


@dataclass
class Mailbox:
    """What a mail server took in, and how it answers."""

    port: int = 0
    letters: list[str] = field(default_factory=list)
    answer: str = "250 OK"  # to the end of a letter
    to_recipient: str = "250 OK"
    taken: threading.Event = field(default_factory=threading.Event)
    may_answer: threading.Event = field(default_factory=threading.Event)


@contextmanager
def mail_server() -> Iterator[Mailbox]:
    """Run an SMTP server (RFC 5321) on a free port of this machine; it waits with its answers for `may_answer`."""
    box = Mailbox()
    box.may_answer.set()

    class Conversation(socketserver.StreamRequestHandler):
        def handle(self) -> None:
            self.say("220 here")
            while line := self.rfile.readline().decode("ascii", "replace").strip():
                if line.upper() == "QUIT":
                    return self.say("221 bye")
                if line.upper() == "DATA":
                    self.say("354 go on")
                    self.take_letter()
                else:
                    self.say(box.to_recipient if line.upper().startswith("RCPT") else "250 OK")
            return None

        def take_letter(self) -> None:
            lines = []
            while (line := self.rfile.readline()) not in (b".\r\n", b""):
                lines.append(line.decode("utf-8"))
            if line:
                if box.answer.startswith("250"):
                    box.letters.append("".join(lines))
                box.taken.set()
                box.may_answer.wait(timeout=20)
                self.say(box.answer)

        def say(self, text: str) -> None:
            try:
                self.wfile.write(f"{text}\r\n".encode("ascii"))
            except OSError:
                return  # whoever sent it is gone

    class Server(socketserver.ThreadingTCPServer):
        daemon_threads = True

    with Server(("127.0.0.1", 0), Conversation) as server:
        box.port = server.server_address[1]
        thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True)
        thread.start()
        try:
            yield box
        finally:
            box.may_answer.set()
            server.shutdown()
            thread.join()
