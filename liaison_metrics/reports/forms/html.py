"""A report as HTML: one self-contained file for mail, archives and print, and the same content on a web page.

Each part is about as high as a screen. Its footer says what it shows, up to which day, and how people are counted.
"""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path

from markupsafe import Markup

from liaison_metrics.reports.model import Report
from liaison_metrics.reports.pages import charts
from liaison_metrics.reports.pages.colours import PAPER
from liaison_metrics.reports.pages.contents import document
from liaison_metrics.reports.pages.document import (
    Bar,
    Beside,
    Block,
    Card,
    Cell,
    Contents,
    Document,
    DocumentChart,
    DocumentColumn,
    DocumentTable,
    Drawing,
    FactList,
    Funding,
    Legend,
    Points,
    Prose,
    Quiet,
    Row,
    Section,
    Shaded,
)
from liaison_metrics.reports.pages.emblem import emblem
from liaison_metrics.reports.pages.screens import screens
from liaison_metrics.texts import _
from liaison_metrics.texts.marking import marked

_NOTHING = Markup("")

_SHELL = Markup(
    '<!DOCTYPE html>\n<html lang="{}"><head><meta charset="utf-8">'
    "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\">"
    '<meta name="viewport" content="width=device-width, initial-scale=1"><meta name="color-scheme" content="light">'
    '<meta name="author" content="{}"><title>{}</title><style>body{{margin:0;background:#eef1f6}}{}</style></head>'
    "<body><main>{}</main></body></html>\n"
)


def html(report: Report) -> bytes:
    """Returns the report as one HTML file: the same bytes for the same report. It loads nothing from the network."""
    return document_html(document(report))


def document_html(made: Document) -> bytes:
    """Returns a document as one HTML file. It loads nothing from the network."""
    return _SHELL.format(made.language, made.author, made.title, styles(), _body(made)).encode()


def body(report: Report) -> Markup:
    """Returns the content of the file, for a page that includes ``styles``."""
    return _body(document(report))


def content_of(file: bytes) -> Markup:
    """Returns the content of a file that ``html`` made, with its styles, for a page."""
    text = file.decode()
    rules = text.partition("<style>")[2].partition("</style>")[0].partition("}")[2]  # without those of the whole page
    main = text.partition("<main>")[2].rpartition("</main>")[0]
    return Markup("<style>{}</style>{}").format(Markup(rules), Markup(main))


def under_heading(content: Markup) -> Markup:
    """Returns the content for a page that has a main heading of its own: a page has only one."""
    lower = str(content).replace('<h1 class="heading">', '<h2 class="heading title">').replace("</h1>", "</h2>")
    return Markup(lower)


@cache
def styles() -> Markup:
    """Returns the CSS rules of the report. They apply to nothing outside it."""
    drawn = re.sub(r"(?=\.[a-z]+\{)", ".report svg ", charts.styles(PAPER))
    return Markup((Path(__file__).parent / "report.css").read_text(encoding="utf-8") + drawn)


def _body(made: Document) -> Markup:
    writer = _HtmlWriter(made)
    hatch = Markup('<svg class="definitions" width="0" height="0" aria-hidden="true"><defs>{}</defs></svg>')
    parts = _joined(writer.section(one) for one in made.sections)
    return Markup('<div class="report" lang="{}">{}{}</div>').format(
        made.language, hatch.format(Markup(charts.HATCH)), marked(parts, made.others)
    )


class _HtmlWriter:
    """Writes the blocks of one document as HTML."""

    def __init__(self, document: Document) -> None:
        self.document = document

    def section(self, section: Section) -> Markup:
        level = "h1" if section is self.document.sections[0] else "h2"
        above = next((one.title for one in reversed(self._before(section)) if one.level < section.level), "")
        title = f"{above} · {section.title}" if above else section.title
        parts = screens(section)
        drawn = (self._screen("p" if number else level, title, blocks) for number, blocks in enumerate(parts))
        own = (" own-page" if section.own_page else "") + (" one-screen" if section.one_screen else "")
        return Markup('<section id="report-{}" class="part{}" aria-label="{}">{}</section>').format(
            section.key, own, title, _joined(drawn)
        )

    def _before(self, section: Section) -> tuple[Section, ...]:
        return self.document.sections[: self.document.sections.index(section)] if section.level > 1 else ()

    def _screen(self, level: str, title: str, blocks: list[Block]) -> Markup:
        heading = Markup('<{} class="heading">{}</{}>').format(Markup(level), title, Markup(level))
        marking = (
            Markup('<strong class="marking">{}</strong>').format(self.document.marking) if self.document.marking else ""
        )
        if level == "h1" and marking:  # the footer is far below: a picture of the first figures must say what they are
            heading += Markup("<p>{}</p>").format(marking)
        return Markup('<div class="screen">{}{}<footer><p><b>{}</b> {}</p><p>{}</p></footer></div>').format(
            heading, _joined(map(self._block, blocks)), self.document.running, marking, self.document.counting
        )

    def _block(self, block: Block) -> Markup:
        if isinstance(block, Beside):
            sides = (
                Markup("<div>{}</div>").format(_joined(map(self._block, one))) for one in (block.left, block.right)
            )
            return Markup('<div class="sides">{}</div>').format(_joined(sides))
        if isinstance(block, Contents):
            return self._contents()
        if isinstance(block, DocumentTable):
            return _table(block)
        if isinstance(block, Card):
            return _card(block)
        if isinstance(block, DocumentChart):
            return Markup("<figure><figcaption>{}</figcaption>{}</figure>").format(block.title, _svg(block.drawing))
        if isinstance(block, Legend):
            return _legend(block)
        return _words(block)

    def _contents(self) -> Markup:
        links = _joined(
            Markup('<li class="level-{}"><a href="#report-{}">{}</a></li>').format(one.level, one.key, one.title)
            for one in self.document.sections
        )
        return Markup('<nav aria-label="{}"><ol>{}</ol></nav>').format(_("Contents"), links)


def _words(block: FactList | Prose | Points | Funding) -> Markup:
    if isinstance(block, FactList):
        rows = (
            Markup("<div><dt>{}</dt><dd>{}</dd></div>").format(thing, Markup("<br>").join(map(_value, values)))
            for thing, values in block.rows
        )
        return Markup('<dl class="said-of">{}</dl>').format(_joined(rows))
    if isinstance(block, Points):
        return Markup("<ul>{}</ul>").format(_joined(Markup("<li>{}</li>").format(one) for one in block.points))
    if isinstance(block, Funding):
        words = _joined(Markup("<p>{}</p>").format(one) for one in block.words)
        return Markup('<div class="funding">{}<div>{}</div></div>').format(_svg(emblem()), words)
    words = _joined(Markup("<p>{}</p>").format(one) for one in block.paragraphs)
    return Markup('<div class="prose {}">{}</div>').format(block.kind, words)


def _card(card: Card) -> Markup:
    lines = _joined(Markup("<p>{}</p>").format(one) for one in card.lines)
    return Markup(
        '<article class="figure"><div><p class="name"><b>{}</b> {}</p><p class="reached"><b>{}</b> {}</p>'
        '<p class="state {}">{} {}</p>{}</div>{}</article>'
    ).format(
        card.code, card.title, card.reached, card.of_target, card.news, card.shape, card.state, lines,
        _svg(card.drawing),
    )  # fmt: skip


def _legend(legend: Legend) -> Markup:
    keys = (Markup("<span>{} {}</span>").format(_svg(charts.mark(key.mark)), key.words) for key in legend.keys)
    return Markup('<p class="keys">{}</p>').format(_joined(keys)) if legend.keys else _NOTHING


def _table(table: DocumentTable) -> Markup:
    note = Markup('<p class="note-under">{}</p>').format(table.note) if table.note else _NOTHING
    if not table.rows:
        return Markup('<p class="name">{}</p>{}').format(table.title, note)
    heads = _joined(
        Markup('<th scope="col"{}>{}</th>').format(_numeric(column), column.head)
        if column.head
        else Markup("<td{}></td>").format(_numeric(column))
        for column in table.columns
    )
    rows = _joined(_row(table, row) for row in table.rows)
    return Markup(
        '<div class="wide-table" tabindex="0" role="group" aria-label="{}"><table>'
        "<caption>{}</caption><thead><tr>{}</tr></thead><tbody>{}</tbody></table></div>"
        "{}"
    ).format(table.title, table.title, heads, rows, note)


def _row(table: DocumentTable, row: Row) -> Markup:
    first, *others = zip(table.columns, row.cells, strict=True)
    head = Markup('<th scope="row"{}>{}</th>').format(_numeric(first[0]), _value(first[1]))
    cells = _joined(Markup("<td{}>{}</td>").format(_numeric(column), _value(cell)) for column, cell in others)
    return Markup('<tr class="{}">{}{}</tr>').format(f"of-{row.kind}", head, cells)


def _numeric(column: DocumentColumn) -> Markup:
    return Markup(
        {"number": ' class="count"', "grid": ' class="count"', "bar": ' class="drawn"', "words": ""}[column.kind]
    )


def _value(cell: Cell) -> Markup:
    if isinstance(cell, Bar):
        return _svg(charts.bar(cell)) if any(cell) else _NOTHING
    if isinstance(cell, Shaded):
        ground, ink = PAPER.ground(cell.share)
        return Markup('<span style="display:block;padding:0 4px;background:{};color:{}">{}</span>').format(
            ground, ink, cell.words
        )
    if isinstance(cell, Quiet):
        return Markup('<i class="quiet-word">{}</i>').format(cell.words)
    return Markup("{}").format(cell)


def _svg(drawing: Drawing) -> Markup:
    alternative = (
        Markup('role="img" aria-label="{}"').format(drawing.words) if drawing.words else Markup('aria-hidden="true"')
    )
    return Markup('<svg {} width="{}" height="{}" viewBox="0 0 {} {}">{}</svg>').format(
        alternative, drawing.width, drawing.height, drawing.width, drawing.height, Markup(drawing.body)
    )


def _joined(pieces: object) -> Markup:
    return _NOTHING.join(pieces)  # type: ignore[arg-type]
