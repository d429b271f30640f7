"""Reminders: in the partner's language, sent by a real mail server, at most once a week, recorded without addresses."""

from __future__ import annotations

import socket
from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta
from email import message_from_bytes, policy
from email.message import EmailMessage
from urllib.parse import parse_qs, urlsplit

import pytest
from aiosmtpd.controller import Controller
from aiosmtpd.smtp import SMTP, Envelope, Session

from liaison_metrics.domain.facts import EventFact
from liaison_metrics.errors import MailError, NotAllowed, SettingsError
from liaison_metrics.services.access.actors import COORDINATOR, Role
from liaison_metrics.services.accounts import managing
from liaison_metrics.services.accounts.managing import AccountEntry
from liaison_metrics.services.answers import asked
from liaison_metrics.services.answers.saved import SheetShape
from liaison_metrics.services.events import planned
from liaison_metrics.services.events.owed import finding, reminding, weekly
from liaison_metrics.services.events.owed.digest import digest, digest_text, send_digest
from liaison_metrics.services.events.owed.reminding import reminders, send_reminder
from liaison_metrics.services.events.owed.weekly import WeeklyMails
from liaison_metrics.services.events.owed.wording import LANGUAGES, MOST_LISTED, _words
from liaison_metrics.services.intake import import_file
from liaison_metrics.services.workspace.audit.reading import entries
from liaison_metrics.services.workspace.settings import Settings
from liaison_metrics.services.workspace.workspace import Workspace
from liaison_metrics.sheets.model import Question
from liaison_metrics.store.records.mails import MAIL
from tests.actors import partner
from tests.conftest import PROJECT_FILE
from tests.services.conftest import Fresh, row, sheet

COMPASS = partner("compass")
MONDAY = datetime(2026, 3, 2, 7, tzinfo=UTC)


@dataclass
class Inbox:
    """What a mail server took in; it refuses recipients that begin with "gone"."""

    mails: list[EmailMessage] = field(default_factory=list)

    async def handle_RCPT(  # noqa: N802
        self, _server: SMTP, _session: Session, envelope: Envelope, address: str, _options: list[str]
    ) -> str:
        if address.startswith("gone"):
            return "550 nobody here"
        envelope.rcpt_tos.append(address)
        return "250 OK"

    async def handle_DATA(self, _server: SMTP, _session: Session, envelope: Envelope) -> str:  # noqa: N802
        content = envelope.content if isinstance(envelope.content, bytes) else b""
        self.mails.append(message_from_bytes(content, policy=policy.default))  # type: ignore[arg-type]
        return "250 OK"


@pytest.fixture
def inbox() -> Iterator[Inbox]:
    """A real mail server on a free port of this machine; its port is in ``port``."""
    found = Inbox()
    with closing(socket.socket()) as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    controller = Controller(found, hostname="127.0.0.1", port=port)
    controller.start()
    found.port = port  # type: ignore[attr-defined]
    yield found
    controller.stop()


def with_mail(workspace: Workspace, inbox: Inbox, **more: object) -> Workspace:
    """Has a workspace send by that server."""
    workspace.settings = workspace.settings.model_copy(
        update={
            "smtp_host": "127.0.0.1", "smtp_port": inbox.port, "smtp_security": "off",  # type: ignore[attr-defined]
            "smtp_from": "liaison@example.org", "public_url": "https://figures.example.org", **more,
        }
    )  # fmt: skip
    return workspace


def owing(workspace: Workspace, *emails: str) -> Workspace:
    """A workspace in which a partner owes a sheet, and has accounts."""
    event = EventFact(0, "info_session", "graz", date(2021, 5, 4), "Brot und Worte")
    planned.plan(workspace, event, 20, COMPASS)
    for email in emails:
        managing.invite(workspace, AccountEntry(email, Role.PARTNER, ("graz",)), COORDINATOR)
    return workspace


def recorded(workspace: Workspace) -> list[str]:
    """What the audit record says about reminders."""
    _total, lines = entries(workspace, COORDINATOR)
    return [one.action for one in reversed(lines) if one.action.startswith("reminder")]


def test_the_text_is_in_the_partner_s_language_with_a_link(fresh: Fresh, inbox: Inbox) -> None:
    workspace = with_mail(owing(fresh(), "amt@example.org"), inbox)
    (found,) = reminders(workspace, COORDINATOR)
    assert (found.partner, found.language, found.recipients) == ("compass", "de", ("amt@example.org",))
    assert "- Noch keine Teilnahmeliste: Brot und Worte, Graz, 4.5.2021" in found.text
    assert "https://figures.example.org/owed?partner=compass" in found.text
    address = urlsplit(found.mailto)
    query = parse_qs(address.query)
    assert (address.path, query["subject"]) == ("amt@example.org", [found.subject])
    assert query["body"][0].replace("\r\n", "\n") == found.text and "+" not in address.query
    with pytest.raises(NotAllowed):
        reminders(workspace, COMPASS)


def test_an_owed_and_a_coming_event_have_the_link_to_their_sign_in_sheets(
    fresh: Fresh, inbox: Inbox, monkeypatch: pytest.MonkeyPatch
) -> None:
    day = date(2021, 5, 10)
    for module in (finding, reminding):
        monkeypatch.setattr(module, "today", lambda: day)
    workspace = with_mail(owing(fresh()), inbox)
    for days, title in ((3, "Tanz im Hof"), (60, "Sommerfest"), (0, "Chorprobe")):
        event = EventFact(0, "info_session", "graz", day + timedelta(days=days), title)
        planned.plan(workspace, event, 20, COMPASS)
    planned.plan(workspace, EventFact(0, "info_session", "vejle", day, "Kaffe"), 20, COORDINATOR)
    (found,) = reminders(workspace, COORDINATOR)
    for one in planned.planned(workspace, COORDINATOR):
        link, told = f"sign-in-sheet.pdf?plan={one.number}\n", one.title not in ("Sommerfest", "Kaffe")
        assert (f"{one.title}, Graz, " in found.text) == told
        assert (f"https://figures.example.org/{link}" in found.text) == told
    workspace.settings = workspace.settings.model_copy(update={"public_url": ""})
    assert "sign-in-sheet" not in reminders(workspace, COORDINATOR)[0].text


def test_all_languages_have_the_same_words_and_a_long_list_is_cut(fresh: Fresh) -> None:
    assert LANGUAGES == ("da", "de", "el", "en", "it")
    assert len({frozenset(_words(code)) for code in LANGUAGES}) == 1
    for key in _words("en"):
        fields = {frozenset(part.split("}")[0] for part in _words(code)[key].split("{")[1:]) for code in LANGUAGES}
        assert len(fields) == 1, key
    workspace = fresh()
    for day in range(30):
        event = EventFact(0, "info_session", "vejle", date(2021, 5, 1) + timedelta(days=day), "")
        planned.plan(workspace, event, 0, COORDINATOR)
    (found,) = reminders(workspace, COORDINATOR)
    assert found.text.count("Deltagerlisten mangler") == MOST_LISTED and "… og 5 mere" in found.text
    assert found.recipients == () and found.mailto.startswith("mailto:?subject=")


def test_a_reminder_arrives_once_a_week(fresh: Fresh, inbox: Inbox) -> None:
    workspace = with_mail(owing(fresh(), "amt@example.org", "zwei@example.org"), inbox)
    sent = send_reminder(workspace, "compass", COORDINATOR)
    (mail,) = inbox.mails
    assert (mail["Subject"], mail["From"]) == (sent.subject, "liaison@example.org")
    assert mail["To"] == "amt@example.org, zwei@example.org" and mail["Auto-Submitted"] == "auto-generated"
    assert mail.get_content().replace("\r\n", "\n").strip() == sent.text
    with pytest.raises(MailError, match="within the last week"):
        send_reminder(workspace, "compass", COORDINATOR)
    with workspace.store.writing() as connection:
        connection.execute(MAIL.update().values(sent_at=datetime.now(UTC) - timedelta(days=7)))
    send_reminder(workspace, "compass", COORDINATOR)
    assert len(inbox.mails) == 2 and recorded(workspace) == ["reminder.send"] * 2
    _total, lines = entries(workspace, COORDINATOR)
    assert not any("example.org" in one.after for one in lines if one.action == "reminder.send")


def test_a_mail_that_is_not_sent_is_taken_back_and_says_why(fresh: Fresh, inbox: Inbox) -> None:
    workspace = with_mail(owing(fresh(), "gone@example.org"), inbox)
    for settings, cause in (
        ({}, "refused every address"), ({"smtp_security": "starttls"}, "no encryption"), ({"smtp_port": 1}, "reached"),
        ({"smtp_user": "me"}, "no sign-in"), ({"smtp_host": ""}, "No mail server is set"),
    ):  # fmt: skip
        with pytest.raises(MailError) as refused:
            send_reminder(with_mail(workspace, inbox, **settings), "compass", COORDINATOR)
        assert cause in refused.value.message and "gone" not in refused.value.message
    assert recorded(workspace) == ["reminder.send", "reminder.fail"] * 5
    assert reminders(workspace, COORDINATOR)[0].last_sent is None
    with pytest.raises(MailError, match="owes nothing"):
        send_reminder(workspace, "vifin", COORDINATOR)


def test_the_digest_says_what_came_what_moved_and_what_is_owed(fresh: Fresh, inbox: Inbox) -> None:
    workspace = with_mail(owing(fresh()), inbox)
    import_file(workspace, "graz.csv", sheet(row("Ana Korba"), row("Omar Said")), actor=COMPASS)
    asked.ask(workspace, SheetShape("compass", "x"), "graz.csv", [Question("community", "Bangla")], COMPASS)
    text = digest_text(workspace, digest(workspace, COORDINATOR), COORDINATOR)
    assert "- graz.csv from Compass GmbH: 2 people" in text and "- IND1: +2, now 2 of 500" in text
    assert "- Compass GmbH: 1 event without a sheet" in text
    assert "- Coordinator: 1 question from partners waits" in text
    later = digest(workspace, COORDINATOR, datetime.now(UTC) + timedelta(days=8))
    assert later.came == () and {one.change for one in later.moved} == {0}
    with pytest.raises(MailError, match="No coordinator"):
        send_digest(workspace, COORDINATOR)


def test_the_server_sends_on_mondays_and_waits_after_a_failure(
    fresh: Fresh, inbox: Inbox, monkeypatch: pytest.MonkeyPatch
) -> None:
    workspace = owing(fresh(), "amt@example.org")
    managing.invite(workspace, AccountEntry("us@example.org", Role.COORDINATOR), COORDINATOR)
    off, on = with_mail(workspace, inbox), {"weekly_mail": "monday"}
    mails = WeeklyMails()
    assert mails.send_due(off, MONDAY) == 0
    with_mail(workspace, inbox, **on, smtp_port=1)
    assert mails.send_due(workspace, MONDAY) == 0 and len(recorded(workspace)) == 4
    with_mail(workspace, inbox, **on)
    assert mails.send_due(workspace, MONDAY + timedelta(minutes=1)) == 0, "it waits after a failure"
    assert mails.send_due(workspace, MONDAY + timedelta(days=1)) == 0, "not on a Tuesday"
    assert mails.send_due(workspace, MONDAY + weekly.AFTER_FAILURE) == 2
    assert sorted(one["To"] for one in inbox.mails) == ["amt@example.org", "us@example.org"]
    assert mails.send_due(workspace, MONDAY + weekly.AFTER_FAILURE + timedelta(minutes=1)) == 0


def test_a_mail_server_that_others_can_read_along_is_refused() -> None:
    for wrong in (
        {"smtp_host": "mail.example.org"}, {"smtp_host": "mail.example.org", "smtp_from": "a@b.org\nBcc: c@d.org"},
        {"smtp_host": "mail.example.org", "smtp_from": "a@b.org", "smtp_security": "off"}, {"weekly_mail": "monday"},
        {"smtp_port": "x"}, {"smtp_security": "maybe"},
    ):  # fmt: skip
        with pytest.raises(SettingsError):
            Settings(project_file=PROJECT_FILE, **wrong)  # type: ignore[arg-type]
