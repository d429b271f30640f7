"""Reminders: what a partner owes, as a text in its language; by mail at most once a week and partner."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from urllib.parse import quote, urlencode

from liaison_metrics.domain.project import today
from liaison_metrics.errors import MailError
from liaison_metrics.services.access.actions import Action
from liaison_metrics.services.access.actors import Actor, Role
from liaison_metrics.services.access.permissions import check, requires
from liaison_metrics.services.accounts.account import Account, AccountState
from liaison_metrics.services.accounts.managing import all_accounts
from liaison_metrics.services.events.owed.finding import Owed, owed
from liaison_metrics.services.events.owed.mailing import send_mail
from liaison_metrics.services.events.owed.wording import ReminderContent, subject_of, text_of
from liaison_metrics.services.events.planned import planned
from liaison_metrics.services.workspace.audit.recording import AuditAction, AuditEntry, AuditKind, record
from liaison_metrics.services.workspace.workspace import Workspace
from liaison_metrics.store.records import mails
from liaison_metrics.texts import _

WEEK = timedelta(days=7)

COMING = timedelta(days=14)
"""How far ahead a reminder looks: there is one a week at most, and a sign-in sheet is printed some days before."""

MOST_IN_ADDRESS = 6
"""Items and events to come in the address that opens a mail program: some cut an address after 2,000 characters."""


@dataclass(frozen=True, slots=True)
class Reminder:
    """A reminder to a partner (code): subject and text in its language, the e-mail addresses of its accounts, how many
    items it lists, and when the last one was sent (None: never). ``mailto`` opens it in the mail program."""

    partner: str
    language: str
    subject: str
    text: str
    recipients: tuple[str, ...]
    items: int
    mailto: str
    last_sent: datetime | None = None

    def may_be_sent(self, now: datetime) -> bool:
        """Returns whether the last one was sent a week ago or earlier."""
        return self.last_sent is None or now - self.last_sent >= WEEK


@requires(Action.REMINDER_SEND)
def reminders(workspace: Workspace, actor: Actor, items: Sequence[Owed] | None = None) -> list[Reminder]:
    """Returns a reminder for each partner that owes something (*items*, where they are known already). Raises
    NotAllowed."""
    check(actor, Action.REMINDER_SEND)
    items = owed(workspace, actor) if items is None else items
    accounts = all_accounts(workspace, actor)
    with workspace.store.reading() as connection:
        sent = mails.last_mails(connection)
    by_partner: dict[str, list[Owed]] = {}
    for one in items:
        by_partner.setdefault(one.partner, []).append(one)
    contents = {code: _content(workspace, code, own, actor) for code, own in by_partner.items()}
    return [_reminder(workspace, code, content, accounts, sent) for code, content in contents.items()]


def _content(workspace: Workspace, code: str, items: Sequence[Owed], actor: Actor) -> ReminderContent:
    day = today()
    own = {city.code for city in workspace.project.cities if city.partner == code}
    coming = [
        one for one in planned(workspace, actor)
        if one.city in own and one.held is None and day <= one.date <= day + COMING
    ]  # fmt: skip
    link, sheet = (page_link(workspace, page) for page in (f"owed?partner={code}", "sign-in-sheet.pdf?plan="))
    return ReminderContent(items, link, coming, sheet)


def _reminder(
    workspace: Workspace, code: str, content: ReminderContent, accounts: list[Account], sent: Mapping[str, datetime]
) -> Reminder:
    project = workspace.project
    partner = next(one for one in project.partners if one.code == code)
    subject = subject_of(project, partner, len(content.items))
    recipients = tuple(
        one.email
        for one in accounts
        if one.role is Role.PARTNER and one.partner == code and one.state is not AccountState.DISABLED
    )
    short = text_of(project, partner, content, MOST_IN_ADDRESS)
    query = urlencode({"subject": subject, "body": short.replace("\n", "\r\n")}, quote_via=quote)
    mailto = f"mailto:{quote(','.join(recipients), safe=',@')}?{query}"
    text = text_of(project, partner, content)
    return Reminder(code, partner.language, subject, text, recipients, len(content.items), mailto, sent.get(code))


def page_link(workspace: Workspace, page: str) -> str:
    """Returns the public address of a page, "" where the settings name none."""
    public = workspace.settings.public_url
    return f"{public}/{page}" if public else ""


@requires(Action.REMINDER_SEND)
def send_reminder(workspace: Workspace, partner: str, actor: Actor) -> Reminder:
    """Sends a partner (code) its reminder by mail; returns it.

    Raises NotAllowed, and MailError where it owes nothing, has no account, got one within the last week, the data are
    made up, or the mail cannot be sent.
    """
    found = next((one for one in reminders(workspace, actor) if one.partner == partner), None)
    if found is None:
        raise MailError(_("This partner owes nothing."), hint=_("Reload the page."))
    if not found.recipients:
        raise MailError(
            _("This partner has no account, so no e-mail address is known."),
            hint=_("Copy the text, or invite the partner on Accounts."),
        )
    deliver(workspace, Delivery(partner, found.recipients, found.subject, found.text, found.items), actor)
    return found


@dataclass(frozen=True, slots=True)
class Delivery:
    """A mail to send: to which partner (code; "" for the coordinators), to which addresses, its subject and text, and
    how many items it lists."""

    partner: str
    recipients: tuple[str, ...]
    subject: str
    text: str
    items: int


@requires(Action.REMINDER_SEND)
def deliver(workspace: Workspace, mail: Delivery, actor: Actor) -> None:
    """Sends a mail, at most one a week and partner, and records it. Raises NotAllowed and MailError.

    It is recorded before it is sent, so that two servers never send it twice; what could not be sent is taken back.
    """
    check(actor, Action.REMINDER_SEND)
    if workspace.demonstration():
        raise MailError(_("Mails about sample data are not sent."), hint=_("Upload a real sheet first."))
    with workspace.store.writing() as connection:
        last = mails.last_mails(connection).get(mail.partner)
        if last is not None and datetime.now(UTC) - last < WEEK:
            raise MailError(
                _("A mail was sent within the last week."), hint=_("Copy the text if it can’t wait until next week.")
            )
        number = mails.add_mail(connection, mail.partner, mail.items, actor.code)
        record(connection, workspace, actor, _entry(AuditAction.REMINDER_SEND, mail))
    try:
        send_mail(workspace.settings, mail.recipients, mail.subject, mail.text)
    except MailError:
        with workspace.store.writing() as connection:
            mails.remove_mail(connection, number)
            record(connection, workspace, actor, _entry(AuditAction.REMINDER_FAIL, mail))
        raise


def _entry(action: AuditAction, mail: Delivery) -> AuditEntry:
    after = {"items": mail.items, "recipients": len(mail.recipients)}
    return AuditEntry(action, AuditKind.REMINDER, mail.partner or "coordinators", after=after)
