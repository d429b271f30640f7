"""Reading the project file ``data/project.toml`` and the vocabulary in the same folder.

A mistake in them stops the program with one sentence: the file, the key, what is wrong and what is allowed.
"""

from __future__ import annotations

import csv
import tomllib
from collections.abc import Mapping
from pathlib import Path

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from liaison_metrics.domain.funding import DataProtection, OpenData
from liaison_metrics.domain.project import (
    City,
    Indicator,
    Label,
    Partner,
    Project,
)
from liaison_metrics.domain.promised import Committee, Deliverable, Milestone, Objective, PlannedWork
from liaison_metrics.errors import Place, ProjectFileError
from liaison_metrics.texts import _


def load_project(path: Path) -> Project:
    """Returns the project that the TOML file at *path*, and the vocabulary that it names, describe.

    Raises ProjectFileError with one sentence: the file, the key, what is wrong, what is allowed.
    """
    try:
        facts = tomllib.loads(path.read_text(encoding="utf-8"))
    except FileNotFoundError:
        raise ProjectFileError(
            _("There is no project file at {path}.").format(path=path),
            hint=_("Set LIAISON_PROJECT_FILE to the file that describes your project."),
            place=Place(file=str(path)),
        ) from None
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as mistake:
        raise _mistake(path, str(mistake)) from None
    if "labels" in facts:
        raise _mistake(path, _("labels: labels belong in the vocabulary, not here"))
    vocabulary = path.parent / str(facts.get("vocabulary", "vocabulary.csv"))
    try:
        return Project.model_validate({**facts, "labels": _read_vocabulary(vocabulary)})
    except ValidationError as error:
        # An unknown key often explains why another is missing, so it is named first.
        mistakes = sorted(error.errors(), key=lambda mistake: mistake["type"] != "extra_forbidden")
        first = mistakes[0]
        key = ".".join(str(part) for part in first["loc"])
        if first["type"] == "extra_forbidden":
            unknown = _("{key}: unknown key; allowed: {allowed}")
            raise _mistake(path, unknown.format(key=key, allowed=", ".join(_keys_beside(first["loc"])))) from None
        if first["type"] == "value_error":
            raise _mistake(path, str(first["ctx"]["error"])) from None
        raise _mistake(path, f"{key}: {_wrong(first)}") from None


def _read_vocabulary(path: Path) -> list[Label]:
    expected = ["kind", "code", "language", "label"]
    try:
        with path.open(encoding="utf-8-sig", newline="") as file:
            reader = csv.DictReader(file)
            if reader.fieldnames != expected:
                raise _mistake(path, _("line 1: the header must be {header}").format(header=",".join(expected)))
            labels = []
            for row in reader:
                try:
                    labels.append(Label.model_validate(row))
                except ValidationError as error:
                    first = error.errors()[0]
                    key = first["loc"][0] if first["loc"] else "line"
                    where = _("line {n}, {key}").format(n=reader.line_num, key=key)
                    raise _mistake(path, f"{where}: {_wrong(first)}") from None
            return labels
    except FileNotFoundError:
        raise ProjectFileError(
            _("There is no vocabulary at {path}.").format(path=path),
            hint=_("The project file names the vocabulary in the key “vocabulary”."),
            place=Place(file=str(path)),
        ) from None
    except UnicodeDecodeError:
        raise _mistake(path, _("the file is not UTF-8 text; save it as CSV UTF-8")) from None


_PARTS: Mapping[str, type[BaseModel]] = {
    "partners": Partner,
    "cities": City,
    "planned_work": PlannedWork,
    "indicators": Indicator,
    "deliverables": Deliverable,
    "milestones": Milestone,
    "objectives": Objective,
    "committees": Committee,
    "open_data": OpenData,
    "data_protection": DataProtection,
}


def _keys_beside(location: tuple[int | str, ...]) -> list[str]:
    part = Project if len(location) == 1 else _PARTS.get(str(location[0]), Project)
    return [field.alias or key for key, field in part.model_fields.items() if key != "labels"]


def _wrong(error: ErrorDetails) -> str:
    """Returns what is wrong with a value, in the current language: what was expected, and what was found."""
    if error["type"] == "missing":
        return _("it is missing")
    said = {
        "string_type": _("a text is needed"),
        "int_type": _("a whole number is needed"),
        "int_parsing": _("a whole number is needed"),
        "int_from_float": _("a whole number is needed"),
        "float_type": _("a number is needed"),
        "bool_type": _("true or false is needed"),
        "bool_parsing": _("true or false is needed"),
        "date_type": _("a day such as 2021-12-31 is needed"),
        "date_from_datetime_parsing": _("a day such as 2021-12-31 is needed"),
        "date_from_datetime_inexact": _("a day such as 2021-12-31 is needed"),
        "greater_than": _("more than {gt} is needed"),
        "greater_than_equal": _("{ge} or more is needed"),
        "less_than_equal": _("{le} or less is needed"),
        "literal_error": _("one of these is needed: {expected}"),
        "enum": _("one of these is needed: {expected}"),
        "string_pattern_mismatch": _("the form {pattern} is needed"),
        "string_too_short": _("a text is needed"),
        "string_too_long": _("at most {max_length} characters are allowed"),
        "too_short": _("a list that is not empty is needed"),
    }.get(error["type"])
    # What pydantic says itself holds its values already, and may hold braces.
    expected = error["msg"] if said is None else said.format_map(error.get("ctx", {}))
    return _("{expected} (found: {found})").format(expected=expected, found=_short(error["input"]))


def _short(value: object) -> str:
    text = str(value)
    return text if len(text) <= 60 else text[:57] + "…"


def _mistake(path: Path, what: str) -> ProjectFileError:
    return ProjectFileError(f"{path}: {what}.".replace("..", "."), place=Place(file=str(path)))
