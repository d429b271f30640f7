"""Measures ODS workbooks, whose cells and rows can state a repeat count."""

from __future__ import annotations

from xml.parsers import expat

from liaison_metrics.errors import Place, RefusedFile
from liaison_metrics.sheets.opening.archives import Archive
from liaison_metrics.sheets.opening.guards import Budget
from liaison_metrics.sheets.opening.markup import OnStart, parse
from liaison_metrics.texts import _

_CONTENT = "content.xml"
_TABLE = "table:table"
_KIND = ("mimetype", b"application/vnd.oasis.opendocument.spreadsheet")
_MANIFEST = ("META-INF/manifest.xml", b"<manifest:manifest/>")
_WITHOUT_VALUE = {"table:number-columns-repeated", "table:style-name", "table:content-validation-name",
                  "table:number-columns-spanned", "table:number-rows-spanned"}  # fmt: skip
_MOST_COLUMNS_READ = 16_384


def measured_ods(file: str, data: bytes, budget: Budget) -> bytes:
    """Returns a workbook with only the measured part.

    Raises RefusedFile if it is too large or has a table inside another, ValueError if it is damaged.
    """
    archive = Archive(file, data, budget)
    if _CONTENT not in archive.names:
        raise ValueError("no content")
    meter = _OdsMeter(budget)
    parse(archive.pieces(_CONTENT), meter.on_start)
    meter.end_of_sheet()
    if meter.nested:  # the library takes the end of the inner table for the end of the sheet
        raise RefusedFile(
            _("{file} has a table inside a cell or a drawing. The rows after it can't be read.").format(file=file),
            hint=_("Move that table to a sheet of its own, or delete it, and upload the file again."),
            place=Place(file=file),
        )
    return archive.only([_CONTENT], _KIND, _MANIFEST)


class _OdsMeter:
    """Measures sheets as their elements are parsed. ``nested``: a table stands inside another."""

    def __init__(self, budget: Budget) -> None:
        self._budget = budget
        self.nested = False
        self._depth = 0
        self._rows = self._columns = 0  # up to the last value
        self._row = self._column = 0
        self._row_times, self._times = 0, 1
        self._since = -1  # byte offset of the current cell with a value

    def on_start(self, parser: expat.XMLParserType) -> OnStart:
        """Returns the handler for each element."""
        self._parser = parser

        def end(name: str) -> None:
            self._depth -= name == _TABLE

        parser.EndElementHandler = end

        def start(name: str, attributes: dict[str, str]) -> None:
            if name in ("table:table-cell", "table:covered-table-cell"):
                self._end_of_cell()
                self._cell(attributes)
            elif name == "table:table-row":
                self._end_of_cell()
                self._row += self._row_times
                self._row_times, self._column = _times(attributes, "table:number-rows-repeated"), 0
            elif name == _TABLE:
                self.end_of_sheet()
                self.nested |= self._depth > 0
                self._depth += 1
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
