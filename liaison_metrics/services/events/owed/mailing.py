"""Sending a mail by the mail server of the settings (SMTP)."""

from __future__ import annotations

import smtplib
import ssl
from collections.abc import Sequence
from email.message import EmailMessage
from email.utils import formatdate, make_msgid

from liaison_metrics.errors import MailError
from liaison_metrics.services.workspace.settings import Settings
from liaison_metrics.texts import _

PATIENCE = 20.0
"""Seconds to wait for the mail server: somebody waits on the page meanwhile."""


def send_mail(settings: Settings, recipients: Sequence[str], subject: str, text: str) -> None:
    """Sends a mail. Raises MailError where no mail server is set, it cannot be reached, or it refuses the mail; the
    message names no address."""
    if not settings.smtp_host:
        raise MailError(_("No mail server is set."), hint=_("Copy the text, or set LIAISON_SMTP_HOST."))
    mail = EmailMessage()
    mail["Subject"], mail["From"], mail["To"] = subject, settings.smtp_from, ", ".join(recipients)
    mail["Date"], mail["Message-ID"] = formatdate(), make_msgid(domain=settings.smtp_from.rpartition("@")[2])
    mail["Auto-Submitted"] = "auto-generated"
    mail.set_content(text)
    try:
        with _connected(settings) as server:
            if settings.smtp_user:
                server.login(settings.smtp_user, settings.smtp_secret)
            refused = server.send_message(mail)
    except (OSError, smtplib.SMTPException) as error:
        raise MailError(
            _("The mail was not sent: {cause}.").format(cause=_cause(error)),
            hint=_("Check the settings of the mail server, or copy the text and send it yourself."),
        ) from None  # the answer of the server can hold an address
    if refused:
        raise MailError(
            _("The mail server refused {n} of {all} addresses.").format(n=len(refused), all=len(recipients)),
            hint=_("Check the e-mail addresses on Accounts."),
        )


def _connected(settings: Settings) -> smtplib.SMTP:
    place = (settings.smtp_host, settings.smtp_port)
    if settings.smtp_security == "tls":
        return smtplib.SMTP_SSL(*place, timeout=PATIENCE, context=ssl.create_default_context())
    server = smtplib.SMTP(*place, timeout=PATIENCE)
    if settings.smtp_security == "starttls":
        try:
            server.starttls(context=ssl.create_default_context())
        except Exception:
            server.close()
            raise
    return server


def _cause(error: Exception) -> str:
    if isinstance(error, smtplib.SMTPAuthenticationError):
        return _("the mail server does not accept the user or the password")
    if isinstance(error, smtplib.SMTPRecipientsRefused):
        return _("the mail server refused every address")
    if isinstance(error, smtplib.SMTPNotSupportedError):
        return _("the mail server offers no encryption, or no sign-in")
    if isinstance(error, ssl.SSLError):
        return _("the mail server’s certificate is not valid")
    if isinstance(error, smtplib.SMTPException):
        return _("the mail server refused it")
    return _("the mail server can’t be reached")
