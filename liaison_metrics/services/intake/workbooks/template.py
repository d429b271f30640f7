"""The template: a workbook to fill in, in a partner's language, that is read back without questions."""

from __future__ import annotations

import io
import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import timedelta
from functools import cache
from importlib.resources import files
from typing import Any

import xlsxwriter

from liaison_metrics.domain.project import Project, VocabularyKind

LANGUAGES = ("en", "it", "de", "da", "el")
"""The languages of the template."""

_PEOPLE = ("date", "city", "activity", "title", "name", "email", "phone", "birth_year", "gender", "community", "group",
           "role", "notes")  # fmt: skip
_COUNTS = ("date", "city", "activity", "title", "community", "gender", "people", "notes")
_CHOSEN = {
    kind.value: kind
    for kind in (
        VocabularyKind.CITY,
        VocabularyKind.ACTIVITY,
        VocabularyKind.GENDER,
        VocabularyKind.COMMUNITY,
        VocabularyKind.GROUP,
        VocabularyKind.ROLE,
    )
}
_STRICT = frozenset((VocabularyKind.CITY, VocabularyKind.ACTIVITY))
"""Kinds for which only the project's words are valid. For the others a new word is accepted with a warning."""

_LAST_ROW = 2_000
_WIDTHS = {"activity": 34, "title": 28, "name": 28, "email": 26, "group": 28, "notes": 26, "community": 18, "phone": 18}
_WIDTH = 15
_LONGEST_MESSAGE = 255  # limit of spreadsheets for the error message of a cell
_NAME = "Alva Berg"


def template(project: Project, language: str) -> tuple[str, bytes]:
    """Returns the name and content of an XLSX template, in a language by its code (English if there is no template in
    it): a sheet for people, one for headcounts, instructions, and hidden lists of words for the drop-downs.

    Filled in with words of the lists, it is read without questions. Its example rows are never counted.
    """
    available = language if language in LANGUAGES else "en"
    words = _words()[available]
    file = io.BytesIO()
    with xlsxwriter.Workbook(file, {"in_memory": True, "strings_to_formulas": False}) as workbook:
        page = _Pages(workbook, project, available, words)
        page.list_of("people", _PEOPLE, mark="name")
        page.list_of("counts", _COUNTS, mark="community")
        page.instructions()
        page.choices()
    return f"{project.acronym} {words['file']}.xlsx", file.getvalue()


def headers(language: str) -> Mapping[str, str]:
    """Returns the template's headers in a language, by meaning."""
    by_meaning: Mapping[str, str] = _words()[language]["headers"]
    return by_meaning


@cache
def _words() -> Mapping[str, Any]:
    text = files(__package__).joinpath("template.toml").read_text(encoding="utf-8")
    return tomllib.loads(text)


@dataclass(slots=True)
class _Pages:
    """Writes the sheets of a template."""

    workbook: Any
    project: Project
    language: str
    words: Mapping[str, Any]

    def list_of(self, name: str, meanings: Sequence[str], mark: str) -> None:
        """Writes a sheet to fill in: headers, an example row, and the validation of cells. The example is marked in the
        column *mark*; whoever replaces it with a real row overwrites the mark."""
        sheet = self.workbook.add_worksheet(self.words[name])
        head = self.workbook.add_format({"bold": True, "bg_color": "#E4EEF2", "bottom": 1, "valign": "top"})
        grey = {"italic": True, "font_color": "#6B7280"}
        kinds = {"date": {"num_format": "yyyy-mm-dd"}, "phone": {"num_format": "@"}, "email": {"num_format": "@"}}
        for at, meaning in enumerate(meanings):
            kind = kinds.get(meaning, {})
            sheet.set_column(at, at, _WIDTHS.get(meaning, _WIDTH), self.workbook.add_format(kind))
            sheet.write_string(0, at, self.words["headers"][meaning], head)
            self._write_example(sheet, at, meaning, mark, self.workbook.add_format({**kind, **grey}))
            self._validate(sheet, at, meaning)
        sheet.freeze_panes(1, 0)
        sheet.set_landscape()
        sheet.repeat_rows(0)

    def _write_example(self, sheet: Any, at: int, meaning: str, mark: str, look: Any) -> None:
        project, codes = self.project, _CHOSEN.get(meaning)
        middle = project.start + timedelta(days=(project.end - project.start).days // 2)
        values: dict[str, object] = {
            "title": self.words["event"], "name": _NAME, "email": "alva@example.org", "birth_year": 1990, "people": 12,
        }  # fmt: skip
        if codes is not None:
            values[meaning] = project.label(codes, project.codes(codes)[0], self.language)
        if meaning == mark:
            values[meaning] = f"{self.words['example']}: {values[meaning]}"
        if meaning == "date":
            sheet.write_datetime(1, at, middle, look)
        elif meaning in values:
            sheet.write(1, at, values[meaning], look)

    def _validate(self, sheet: Any, at: int, meaning: str) -> None:
        project, words = self.project, self.words
        rule: dict[str, Any] = {"ignore_blank": True, "error_title": words["headers"][meaning][:32]}
        if meaning in _CHOSEN:
            kind = _CHOSEN[meaning]
            rule |= {"validate": "list", "source": f"={self._range(kind)}", "error_message": words["choose"]}
            rule["error_type"] = "stop" if kind in _STRICT else "warning"
        elif meaning == "date":
            outside = words["day"].format(start=project.start.isoformat(), end=project.end.isoformat())
            rule |= {"validate": "date", "criteria": "between", "minimum": project.start, "maximum": project.end}
            rule |= {"error_message": outside}
        elif meaning == "birth_year":
            rule |= {"validate": "integer", "criteria": "between", "minimum": 1900, "maximum": project.end.year}
            rule |= {"error_message": words["year"]}
        elif meaning == "people":
            rule |= {"validate": "integer", "criteria": ">=", "value": 0, "error_message": words["number"]}
        else:
            return
        rule["error_message"] = rule["error_message"][:_LONGEST_MESSAGE]
        sheet.data_validation(1, at, _LAST_ROW, at, rule)

    def _labels(self, kind: VocabularyKind) -> list[str]:
        return [self.project.label(kind, code, self.language) for code in self.project.codes(kind)]

    def _range(self, kind: VocabularyKind) -> str:
        column = "ABCDEF"[list(_CHOSEN.values()).index(kind)]
        return f"'{self.words['lists']}'!${column}$2:${column}${len(self._labels(kind)) + 1}"

    def instructions(self) -> None:
        """Writes the instructions."""
        sheet = self.workbook.add_worksheet(self.words["help"])
        sheet.set_column(0, 0, 110, self.workbook.add_format({"text_wrap": True, "valign": "top"}))
        sheet.write_string(0, 0, self.words["help"], self.workbook.add_format({"bold": True, "font_size": 14}))
        for row, step in enumerate(self.words["steps"], start=1):
            sheet.write_string(row, 0, f"{row}. {step.format(acronym=self.project.acronym)}")

    def choices(self) -> None:
        """Writes the words of the drop-down lists on a hidden sheet."""
        sheet = self.workbook.add_worksheet(self.words["lists"])
        for at, kind in enumerate(_CHOSEN.values()):
            sheet.write_string(0, at, self.words["headers"][kind.value])
            sheet.write_column(1, at, self._labels(kind))
        sheet.hide()
