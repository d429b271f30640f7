"""Reads the forms of a report with other libraries than those that wrote them, back into the words of the command
line's JSON: nothing here knows the report's own model."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import openpyxl
from lxml import etree
from playwright.sync_api import Browser
from pypdf import PdfReader

Told = dict[str, dict[str, Any]]
"""What a form says of each indicator, in the keys of ``indicators --format json``. A number that is not published is
the word that stands for it."""

LINES = {"by_city": "By city", "by_community": "By community"}
FIGURES = {
    "target": "Target", "plan": "Plan to date", "reached": "Reached", "identified": "Identified",
    "unidentified": "Unidentified", "floor": "At least", "attendances": "Attendances",
}  # fmt: skip
_NUMBER = r"[−-]?[\d,]+|<\d+|hidden"


@dataclass(frozen=True, slots=True)
class Pack:
    """The files of a report in a folder, the indicators' codes, and the codes of cities and communities by labels."""

    folder: Path
    indicators: Sequence[str]
    codes: Mapping[str, str]

    def file(self, end: str) -> Path:
        """The file whose name ends so, and before that with the report's own stem alone."""
        return min((one for one in self.folder.iterdir() if one.name.endswith(end)), key=lambda one: len(one.name))

    def pages(self, end: str) -> list[list[str]]:
        """The lines of each page of a PDF."""
        return _lines_of(self.file(end))

    def book(self) -> openpyxl.Workbook:
        """The workbook."""
        return _book(self.file(".xlsx"))


@cache
def _lines_of(pdf: Path) -> list[list[str]]:
    # Several tests ask: to read a report takes seconds.
    read = PdfReader(pdf).pages
    return [[" ".join(line.split()) for line in page.extract_text().splitlines()] for page in read]


@cache
def _book(path: Path) -> openpyxl.Workbook:
    return openpyxl.load_workbook(path)


def number(text: str) -> int | str:
    """A number as people read it; what is no number stays a word."""
    plain = text.replace(",", "").replace("−", "-").replace("±", "").replace("+", "")
    return int(plain) if re.fullmatch(r"-?\d+", plain) else text


def figure(said: Any) -> int | str | None:
    """A figure of an indicator, None where there is none."""
    return None if said == "not applicable" else number(str(said))


def status(words: str) -> str:
    """The status that words tell of."""
    told = {
        "confirmed people alone": "secured", "unidentified people": "reached", "ahead of plan": "on_plan",
        "on plan": "on_plan", "behind plan": "behind_plan", "short of the target": "behind_plan",
        "held": "not_held_yet",
    }  # fmt: skip
    return next(status for said, status in told.items() if said in words)


def without_nobody(lines: Iterable[tuple[str, Any]]) -> dict[str, Any]:
    """Lines of a breakdown, but for those that say that nobody was there."""
    return {code: people for code, people in lines if people != 0}


def from_csv(pack: Pack) -> Told:
    """The table of indicators, by a CSV reader."""
    with pack.file("-indicators.csv").open(encoding="utf-8-sig", newline="") as text:
        rows = list(csv.DictReader(text))
    told: Told = {}
    for code in pack.indicators:
        own = [row for row in rows if row["indicator"] == code]
        (total,) = (row for row in own if row["breakdown"] == "total")
        told[code] = {key: int(total[key]) for key in ("target", "reached", "identified", "unidentified")}
        for key, dimension in (("by_city", "city"), ("by_community", "community")):
            lines = [row for row in own if row["breakdown"] == dimension and row["code"]]
            told[code][key] = without_nobody(
                (row["code"], int(row["reached"]) if row["reached"] else row["mark"]) for row in lines
            )
        (overlap,) = (row for row in own if (row["breakdown"], row["code"]) == ("overlap", "city"))
        told[code]["overlap"] = int(overlap["reached"])
    return told


def from_xlsx(pack: Pack) -> Told:
    """The sheets of the workbook, by openpyxl."""
    book = pack.book()
    heads, *rows = book["Indicators"].iter_rows(values_only=True)
    told: Told = {}
    for row in rows:
        found = dict(zip(heads, row, strict=True))
        code = found["Indicator"]
        told[code] = {key: figure(found[head]) for key, head in FIGURES.items()}
        told[code]["status"] = status(found["State"])
        told[code]["contained"] = {o: found[f"Also in {o}"] for o in pack.indicators if o != code}
        for key, name in LINES.items():
            own = [line for line in book[name].iter_rows(min_row=2, values_only=True) if line[0] == code]
            lines = [(line[1], line[3]) for line in own if line[1] not in (None, "overlap", "total")]
            told[code][key] = without_nobody(lines)
            assert [line[3] for line in own if line[1] == "total"] == [told[code]["reached"]]
            if key == "by_city":
                (overlap,) = (line[3] for line in own if line[1] == "overlap")
                told[code]["overlap"] = -overlap
    return told


def from_iati(pack: Pack) -> Told:
    """The results of the activity, by lxml. A number that is not there says nothing: it has no key."""
    told: Told = {}
    codes = tuple(f"{code}: " for code in pack.indicators)
    every = etree.parse(pack.file(".xml")).findall(".//result")
    results = [one for one in every if one.findtext("indicator/title/narrative").startswith(codes)]
    for code, result in zip(pack.indicators, results, strict=True):
        assert result.findtext("indicator/title/narrative").startswith(f"{code}: ")
        told[code] = {"target": int(result.find(".//target").get("value")), "by_city": {}, "by_community": {}}
        for actual in result.iter("actual"):
            people, place, dimension = int(actual.get("value")), actual.find("location"), actual.find("dimension")
            if place is not None:
                told[code]["by_city"][place.get("ref")] = people
            elif dimension is None:
                told[code]["reached"] = people
            elif dimension.get("name") == "identification":
                told[code][dimension.get("value")] = people
            elif dimension.get("name") == "community":
                told[code]["by_community"][dimension.get("value")] = people
    return told


def from_pdf(pack: Pack) -> Told:
    """The pages of each indicator, by pypdf: what people read, line by line."""
    pages, told = pack.pages(".pdf"), {}
    begins = [next(n for n, page in enumerate(pages) if n > 1 and _begins(page, code)) for code in pack.indicators]
    ends = [*begins[1:], next(n for n, page in enumerate(pages) if n > begins[-1] and "Cities" in page)]
    for code, first, after in zip(pack.indicators, begins, ends, strict=True):
        lines = [line for page in pages[first:after] for line in page]
        said = dict(
            found.groups() for line in lines if (found := re.fullmatch(r"(\D+?) ([\d,]+|not applicable)", line))
        )
        told[code] = {key: figure(said[label]) for key, label in FIGURES.items()}
        told[code] |= _contained(pack, code, [line.rpartition(" ")[::2] for line in lines])
        told[code]["status"] = status(next(line[6:] for line in lines if line.startswith("State ")))
        for key, title in LINES.items():
            own = _rows_under(title, lines)
            told[code] |= _broken_down(pack, key, own, told[code]["reached"])
    return told


def _begins(page: Sequence[str], code: str) -> bool:
    return any(line.startswith(f"{code} · ") for line in page)


def _rows_under(title: str, lines: Sequence[str]) -> list[tuple[str, str]]:
    """The lines of a table by its title, each as its label and the people reached, the last number but a share."""
    after = lines[lines.index(title) + 1 :]
    if after[0] == "No people recorded yet.":
        return []
    until = next(n for n, line in enumerate(after) if line.startswith("Total ")) + 1
    row = re.compile(rf"(.+?)((?: (?:{_NUMBER}))+)(?: <?\d+%)?")
    found = [row.fullmatch(line) for line in after[:until]]
    return [(one[1], one[2].split()[-1]) for one in found[1:] if one]


def from_html(pack: Pack, chromium: Browser) -> Told:
    """The page as Chromium shows it, without a network."""
    page = chromium.new_context(offline=True).new_page()
    page.goto(pack.file(".html").as_uri())
    told: Told = {}
    for code in pack.indicators:
        said, tables = page.locator(f"#report-{code}").evaluate(_SEEN)
        told[code] = {key: figure(said[label]) for key, label in FIGURES.items()}
        told[code] |= _contained(pack, code, said.items())
        told[code]["status"] = status(said["State"])
        for key, title in LINES.items():
            rows = [row for name, own in tables if re.sub(r" \(\d+/\d+\)$", "", name) == title for row in own]
            lines = [(row[0], next(cell for cell in reversed(row[1:]) if re.fullmatch(_NUMBER, cell))) for row in rows]
            told[code] |= _broken_down(pack, key, lines, told[code]["reached"])
    page.context.close()
    return told


_SEEN = """part => [
  Object.fromEntries([...part.querySelectorAll("dl > div")].map(
    one => [one.querySelector("dt").innerText.trim(), one.querySelector("dd").innerText.trim()])),
  [...part.querySelectorAll("table")].map(one => [one.caption.innerText.trim(), [...one.tBodies[0].rows].map(
    row => [...row.cells].map(cell => cell.innerText.trim()))])
]"""


def _contained(pack: Pack, code: str, said: Iterable[tuple[str, str]]) -> Told:
    """How many people other indicators hold already, from what is said line by line."""
    found = dict(said)
    return {"contained": {o: number(found[f"Also counted in {o}"]) for o in pack.indicators if o != code}}


def _broken_down(pack: Pack, key: str, rows: Sequence[tuple[str, str]], reached: int) -> dict[str, Any]:
    """A breakdown from its lines, with the overlap where they are of cities; the total is what was reached."""
    people = {label: number(said) for label, said in rows}
    assert people.pop("Total", reached) == reached
    overlap = {"overlap": -int(people.pop("in more than one city", 0))} if key == "by_city" else {}
    return overlap | {key: without_nobody((_code(pack, label), said) for label, said in people.items())}


def _code(pack: Pack, label: str) -> str:
    """The code of a line by its label; one line stands for all that are hidden."""
    return "others" if re.fullmatch(r"other communities \(\d+\)", label) else pack.codes[label]


READERS: Mapping[str, Callable[[Pack], Told]] = {
    "csv": from_csv, "xlsx": from_xlsx, "xml": from_iati, "pdf": from_pdf,
}  # fmt: skip


def tags_and_language(path: Path) -> tuple[str, bool, set[str]]:
    """The language of a PDF, whether it says that it is tagged, and the tags in it."""
    opened = PdfReader(io.BytesIO(path.read_bytes()))
    root = opened.trailer["/Root"]
    found = (opened.get_object(at) for at in sorted(opened.xref[0]))
    tags = {str(one["/S"]) for one in found if isinstance(one, dict) and "/S" in one and "/P" in one}
    return str(root["/Lang"]), bool(root["/MarkInfo"]["/Marked"]), tags
