"""Documents about data protection: the text for participants in five languages, and the record of processing."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from typing import Any

from liaison_metrics import format as fmt
from liaison_metrics.domain.project import Partner, Project
from liaison_metrics.texts import _, ngettext


def languages() -> Mapping[str, str]:
    """Returns the names of the languages in which there is a text for participants, by their codes."""
    return {code: text["name"] for code, text in _texts().items()}


def participants_text(project: Project, language: str) -> str:
    """Returns the text for participants in a language. Raises KeyError for a language without one."""
    text, rule = _texts()[language], project.data_protection
    words = {
        "project": f"{project.acronym} ({project.title})", "programme": project.programme_title or project.programme,
        "controller": controller(project), "contact": rule.contact, "years": rule.years,
    }  # fmt: skip
    lines = [line for line in text["lines"] if rule.contact or "{contact}" not in line]
    return "\n".join([text["title"], "", *(line.format_map(words) for line in lines), ""])


def controller(project: Project) -> str:
    """Returns who is responsible for the data: what the project file says, or the coordinating partner."""
    coordinating = (partner.name for partner in project.partners if partner.coordinator)
    return project.data_protection.controller or next(coordinating, project.acronym)


def processing_record(project: Project) -> str:
    """Returns the record of processing activities that Article 30 of the GDPR asks for."""
    rule = project.data_protection
    until = rule.purge_day.isoformat() if rule.purge_day else _("not known: the final payment is not known")
    entries = (
        (_("Processing"), _("Attendance at the events of {project}").format(project=project.acronym)),
        (_("Controller"), controller(project)),
        (_("Contact"), rule.contact or _("to be filled in: data_protection, contact, in the project file")),
        (_("Joint controllers or processors"), ", ".join(map(_partner, project.partners))),
        (_("Purpose"), _("To count how many different people the project reached, and to prove it to the funder")),
        (
            _("Legal basis"),
            _("To be decided by the controller: consent, or the legitimate interest in proving the grant’s results"),
        ),
        (_("People concerned"), _("Participants of the project’s events")),
        (
            _("Categories of data"),
            _(
                "Name, e-mail address, phone number, birth date or year, gender, community, group, event, and what "
                "else an uploaded sheet contains"
            ),
        ),
        (
            _("Special categories"),
            _("A community can tell ethnic origin or religion (Article 9). It is stated by the participants."),
        ),
        (
            _("Recipients"),
            _("Coordinator: everything. Partner: the sheets and events of its own cities. Funder: figures, no names."),
        ),
        (_("Transfers to third countries"), _("None by the program. It sends no data anywhere.")),
        (
            _("Kept until"),
            ngettext(
                "{n} year after the final payment ({day})", "{n} years after the final payment ({day})", rule.years
            ).format(n=rule.years, day=until),
        ),
        (
            _("Security"),
            _(
                "Identifiers are kept as keyed digests, and these encrypted. Files are encrypted (AES-256-GCM). The "
                "key is kept apart from the store. Accounts, second factor, audit record. Published reports hide "
                "small numbers."
            ),
        ),
        (_("Rights"), _("Access and deletion: on the page Data protection. Each is recorded without a name.")),
    )  # fmt: skip
    lines = [f"{name}: {text}" for name, text in entries]
    return "\n".join([_("Record of processing activities"), f"{project.acronym}: {project.title}", "", *lines, ""])


def _partner(partner: Partner) -> str:
    return f"{partner.name} ({fmt.country(partner.country)})"


@cache
def _texts() -> Mapping[str, Any]:
    return tomllib.loads(files(__package__).joinpath("participants.toml").read_text(encoding="utf-8"))
