"""Measures ODS workbooks, whose cells and rows can state a repeat count."""

from __future__ import annotations

from xml.parsers import expat

from liaison_metrics.sheets.opening.archives import Archive
from liaison_metrics.sheets.opening.guards import Budget
from liaison_metrics.sheets.opening.markup import OnStart, parse

_CONTENT = "content.xml"
_KIND = ("mimetype", b"application/vnd.oasis.opendocument.spreadsheet")
_MANIFEST = ("META-INF/manifest.xml", b"<manifest:manifest/>")
_WITHOUT_VALUE = {"table:number-columns-repeated", "table:style-name", "table:content-validation-name",
                  "table:number-columns-spanned", "table:number-rows-spanned"}  # fmt: skip
_MOST_COLUMNS_READ = 16_384


def measured_ods(file: str, data: bytes, budget: Budget) -> bytes:
    """Returns a workbook with only the measured part.

    Raises RefusedFile if it is too large, ValueError if it is damaged.
    """
    archive = Archive(file, data, budget)
    if _CONTENT not in archive.names:
        raise ValueError("no content")
    meter = _OdsMeter(budget)
    parse(archive.pieces(_CONTENT), meter.on_start)
    meter.end_of_sheet()
    return archive.only([_CONTENT], _KIND, _MANIFEST)


class _OdsMeter:
    """Measures sheets as their elements are parsed."""

    def __init__(self, budget: Budget) -> None:
        self._budget = budget
        self._rows = self._columns = 0  # up to the last value
        self._row = self._column = 0
        self._row_times, self._times = 0, 1
        self._since = -1  # byte offset of the current cell with a value

    def on_start(self, parser: expat.XMLParserType) -> OnStart:
        """Returns the handler for each element."""
        self._parser = parser

        def start(name: str, attributes: dict[str, str]) -> None:
            if name in ("table:table-cell", "table:covered-table-cell"):
                self._end_of_cell()
                self._cell(attributes)
            elif name == "table:table-row":
                self._end_of_cell()
                self._row += self._row_times
                self._row_times, self._column = _times(attributes, "table:number-rows-repeated"), 0
            elif name == "table:table":
                self.end_of_sheet()
            elif name == "text:s" and "text:c" in attributes:
                self._budget.text(_times(attributes, "text:c") * self._times * self._row_times)

        return start

    def end_of_sheet(self) -> None:
        """Adds the sheet that just ended."""
        self._end_of_cell()
        self._budget.span(self._rows, self._columns)
        self._rows = self._columns = self._row = 0
        self._row_times = 0

    def _cell(self, attributes: dict[str, str]) -> None:
        self._times = min(_times(attributes, "table:number-columns-repeated"), _MOST_COLUMNS_READ)
        self._column += self._times
        if attributes.keys() - _WITHOUT_VALUE:
            self._since = self._parser.CurrentByteIndex
            self._rows = self._row + self._row_times
            self._columns = max(self._columns, self._column)

    def _end_of_cell(self) -> None:
        if self._since >= 0 and (copies := self._times * self._row_times - 1):
            self._budget.text((self._parser.CurrentByteIndex - self._since) * copies)
        self._since = -1


def _times(attributes: dict[str, str], name: str) -> int:
    times = int(attributes.get(name, 1))
    if times < 0:
        raise ValueError(name)
    return times
