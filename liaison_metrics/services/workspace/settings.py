"""The settings: where the program stores its data and finds its project. From the environment or a ``.env`` file."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Literal
from urllib.parse import urlsplit

from pydantic import SecretStr, ValidationInfo, field_validator, model_validator
from pydantic_settings import BaseSettings, SettingsConfigDict
from sqlalchemy.engine import URL, make_url
from sqlalchemy.exc import ArgumentError

from liaison_metrics.errors import SettingsError
from liaison_metrics.texts import _

MOST_MEGABYTES = 2000
MOST_OF_BACKUPS = 1000
MOST_PORTS = 65_535
LOOPBACK = ("localhost", "127.0.0.1", "::1")
_SENDER = re.compile(r"[^@\s<>,;]+@[^@\s<>,;]+")


class Settings(BaseSettings):
    """The settings of an installation. Each is an environment variable ``LIAISON_…``."""

    model_config = SettingsConfigDict(env_prefix="LIAISON_", env_file=".env", extra="ignore")

    database_url: str = "sqlite:///data/liaison.db"
    read_url: str = ""
    project_file: Path = Path("data/project.toml")
    secret_key: SecretStr = SecretStr("")
    secret_key_file: Path | None = None
    largest_file_mb: int = 50
    trusted_proxies: str = "127.0.0.1"
    access: Literal["", "this_machine", "accounts"] = ""
    public_url: str = ""
    second_factor: Literal["coordinators", "everybody", "off"] = "coordinators"
    oidc_issuer: str = ""
    oidc_client_id: str = ""
    oidc_client_secret: SecretStr = SecretStr("")
    oidc_secret_file: Path | None = None
    oidc_label: str = ""
    backup_folder: Path | None = None
    backup_hours: int = 24
    backup_copies: int = 7
    smtp_host: str = ""
    smtp_port: int = 587
    smtp_security: Literal["starttls", "tls", "off"] = "starttls"
    smtp_user: str = ""
    smtp_password: SecretStr = SecretStr("")
    smtp_password_file: Path | None = None
    smtp_from: str = ""
    weekly_mail: Literal["off", "monday"] = "off"

    @field_validator("access", mode="before")
    @classmethod
    def _known_access(cls, value: object) -> object:
        if value not in ("", "this_machine", "accounts"):
            raise SettingsError(
                _("LIAISON_ACCESS is not valid."), hint=_("Write “accounts”, or “this_machine” for one person alone.")
            )
        return value

    @field_validator("second_factor", mode="before")
    @classmethod
    def _known_second_factor(cls, value: object) -> object:
        if value not in ("coordinators", "everybody", "off"):
            raise SettingsError(
                _("LIAISON_SECOND_FACTOR is not valid."),
                hint=_("Write “coordinators”, “everybody” or “off”: who needs a second factor."),
            )
        return value

    @field_validator("public_url", mode="before")
    @classmethod
    def _full_address(cls, value: object) -> object:
        parts = urlsplit(str(value))
        if value and (parts.scheme not in ("http", "https") or not parts.hostname or parts.query or parts.fragment):
            raise SettingsError(
                _("LIAISON_PUBLIC_URL is not a full address."), hint=_("Write it like https://liaison.example.org.")
            )
        if parts.scheme == "http" and parts.hostname not in LOOPBACK:
            raise SettingsError(
                _("LIAISON_PUBLIC_URL is not encrypted: passwords would be readable on the way."),
                hint=_("Use an address that begins with https://."),
            )
        return str(value).rstrip("/")

    @model_validator(mode="after")
    def _no_address_without_accounts(self) -> Settings:
        # A proxy on this machine passes everybody on to a loopback address: listening there alone protects nobody.
        if self.access == "this_machine" and self.public_url:
            raise SettingsError(
                _("LIAISON_ACCESS is “this_machine”, but LIAISON_PUBLIC_URL lets others in."),
                hint=_("Write “accounts”, or remove LIAISON_PUBLIC_URL."),
            )
        return self

    @field_validator("smtp_security", "weekly_mail", mode="before")
    @classmethod
    def _known_mail_word(cls, value: object, field: ValidationInfo) -> object:
        known = {"smtp_security": ("starttls", "tls", "off"), "weekly_mail": ("off", "monday")}[str(field.field_name)]
        if value not in known:
            raise SettingsError(
                _("LIAISON_{name} is not valid.").format(name=str(field.field_name).upper()),
                hint=_("Write one of: {words}.").format(words=", ".join(known)),
            )
        return value

    @field_validator("smtp_port", mode="before")
    @classmethod
    def _port(cls, value: object) -> object:
        if not (str(value).isdecimal() and 1 <= int(str(value)) <= MOST_PORTS):
            raise SettingsError(
                _("LIAISON_SMTP_PORT is not a valid port."), hint=_("Write a whole number, usually 587 or 465.")
            )
        return value

    @model_validator(mode="after")
    def _whole_mail_server(self) -> Settings:
        if self.smtp_host and not _SENDER.fullmatch(self.smtp_from):
            raise SettingsError(
                _("LIAISON_SMTP_HOST is set, but LIAISON_SMTP_FROM is no e-mail address."),
                hint=_("Write the address that mails come from, such as liaison@example.org."),
            )
        if self.smtp_host and self.smtp_security == "off" and self.smtp_host not in LOOPBACK:
            raise SettingsError(
                _("LIAISON_SMTP_SECURITY is “off”: mails and the password would be readable on the way."),
                hint=_("Write “starttls” or “tls”; “off” is for a mail server on this machine."),
            )
        if self.weekly_mail != "off" and not self.smtp_host:
            raise SettingsError(
                _("LIAISON_WEEKLY_MAIL is set, but there is no mail server."), hint=_("Set LIAISON_SMTP_HOST.")
            )
        return self

    @property
    def smtp_secret(self) -> str:
        """Returns the password for the mail server. Raises SettingsError if its file cannot be read."""
        if self.smtp_password_file is None:
            return self.smtp_password.get_secret_value()
        try:
            return self.smtp_password_file.read_text(encoding="utf-8").strip()
        except (OSError, UnicodeDecodeError) as error:
            raise SettingsError(
                _("The file of LIAISON_SMTP_PASSWORD_FILE can’t be read."), hint=_("Check its path and its rights.")
            ) from error

    @property
    def needs_accounts(self) -> bool:
        """Whether everybody has to sign in. By default so on a server that others can reach, which has an address."""
        return self.access == "accounts" or (not self.access and bool(self.public_url))

    @property
    def public_path(self) -> str:
        """Returns the path below which a proxy serves the pages, such as "/figures"; "" at the root of a host."""
        return urlsplit(self.public_url).path

    @property
    def public_host(self) -> str:
        """Returns the host name under which others reach the server, "" where only this machine does."""
        return urlsplit(self.public_url).hostname or ""

    @field_validator("largest_file_mb", mode="before")
    @classmethod
    def _some_megabytes(cls, value: object) -> object:
        if not (str(value).isdecimal() and 1 <= int(str(value)) <= MOST_MEGABYTES):
            raise SettingsError(
                _("LIAISON_LARGEST_FILE_MB is not a valid number of megabytes."),
                hint=_("Write a whole number from 1 to {most}.").format(most=MOST_MEGABYTES),
            )
        return value

    @field_validator("backup_hours", "backup_copies", mode="before")
    @classmethod
    def _whole_number(cls, value: object, field: ValidationInfo) -> object:
        if not (str(value).isdecimal() and 1 <= int(str(value)) <= MOST_OF_BACKUPS):
            raise SettingsError(
                _("LIAISON_{name} is not a valid number.").format(name=str(field.field_name).upper()),
                hint=_("Write a whole number from 1 to {most}.").format(most=MOST_OF_BACKUPS),
            )
        return value

    @property
    def largest_file(self) -> int:
        """Returns the size limit of uploaded files in bytes."""
        return self.largest_file_mb * 1_000_000

    @property
    def url(self) -> URL:
        """Returns the database's URL, with the driver that the program uses.

        Raises SettingsError if it is not a URL of SQLite or PostgreSQL. The message never contains the password.
        """
        try:
            url = make_url(self.database_url)
        except ArgumentError:
            url = None
        if url is not None and url.get_backend_name() == "sqlite":
            return url
        if url is not None and url.get_backend_name() in ("postgresql", "postgres"):
            return url.set(drivername="postgresql+psycopg")
        raise SettingsError(
            _("LIAISON_DATABASE_URL is not the URL of a supported database."),
            hint=_("Write sqlite:///path/to/file.db or postgresql://user:password@host/database."),
        )

    @property
    def replica(self) -> URL | None:
        """Returns the URL of the read replica, None if there is none.

        Raises SettingsError if it is not a URL of PostgreSQL, or if the store is not PostgreSQL.
        """
        if not self.read_url:
            return None
        replica = Settings(database_url=self.read_url, read_url="").url
        if {replica.get_backend_name(), self.url.get_backend_name()} != {"postgresql"}:
            raise SettingsError(
                _("LIAISON_READ_URL is set, but SQLite has no read replicas."),
                hint=_("Use PostgreSQL for both, or remove LIAISON_READ_URL."),
            )
        return replica

    @property
    def key_beside_database(self) -> Path:
        """Returns where older versions kept the secret key: ``secret.key`` in the folder of the SQLite file."""
        return (self.sqlite_file.parent if self.sqlite_file else Path("data")) / "secret.key"

    @property
    def sqlite_file(self) -> Path | None:
        """Returns the file of an SQLite database, None for any other."""
        database = self.url.database
        is_file = self.url.get_backend_name() == "sqlite" and database not in (None, "", ":memory:")
        return Path(str(database)) if is_file else None
