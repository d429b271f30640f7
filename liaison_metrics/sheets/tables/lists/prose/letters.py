"""Letters and messages around a list of people: who wrote to whom, the greeting, the closing and the writer's name, the
message that was answered. None of these lines lists anybody."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from liaison_metrics.domain.project import VocabularyKind
from liaison_metrics.sheets.model import Cell, Grid
from liaison_metrics.sheets.tables.lists.names_in_lines import LABEL, closes_letter, people_listed
from liaison_metrics.sheets.tables.lists.prose.family_names import with_commas_again
from liaison_metrics.sheets.tables.lists.prose.people_in_lines import LEAD
from liaison_metrics.sheets.words.cells import text_of
from liaison_metrics.sheets.words.lists import evidence, normal
from liaison_metrics.sheets.words.people import statements_among
from liaison_metrics.sheets.words.phrases.pasted_lines import has_bullet, number_of_line, says_stayed_away
from liaison_metrics.sheets.words.phrases.prose.told_numbers import told_numbers
from liaison_metrics.sheets.words.vocabulary import Vocabulary

_MOST_ROWS = 400
"""A longer sheet is a register."""

_MOST_CELLS = 2
_LONGEST_SIGNATURE = 8
"""Lines of a closing: the writer's name, office, address and phone."""

_LONGEST_UNCLOSED = 2
"""Lines of a signature without words that close a letter before it."""

_FEWEST_ABOVE = 3
_LONGEST_GREETING = 6
_LONGEST_SIGN_OFF = 4
_LONGEST_SIGNED_LINE = 6

_SHORTEST_BROKEN = 40
"""Programs break lines at 60 to 80 signs, and keep words whole."""

_ENDS = (".", "!", "?", ":", ";")
_ENDS_SENTENCE = re.compile(r"\d{1,4}(?:\s[^\W\d]+){0,3}[.!]$")
"""A number and a few words that end a sentence: "9 people."."""

_FIELD = re.compile(r"\W*([^\W\d][^:]{0,20}):(?:\s+\S.*)?$")
"""A field of a message's head ("From: Ida Holm")."""

_PLACE = re.compile(r"(\S+\s+\S.*?)(?:,|\s[-–—/|])\s*([^\W\d][^,/|]*?)\s*$")
"""Who writes, and the place ("City library, education team, Graz"). A single word before it may be a family name."""

_QUOTED = re.compile(r"^\s*>(?!=?\s*\d{1,3}(?:\s+[^\W\d]+\.?)?(?:\s+\d+)?\s*$)")
"""A sign for more than a number stands before ages (">30", "> 30 years", perhaps beside how many people these are)."""

_FORWARDED = re.compile(r"\s*[-_]{3,}[^-_]{3,60}[-_]{3,}\s*$")
_PS = re.compile(r"(?:P\.?\s?S\.?|Υ\.?\s?Γ\.?|N\.?\s?B\.?)\s*[:.–-]\s*")
_INTRODUCES_QUOTE = re.compile(r"@|\d{1,2}[:.]\d{2}|\d{4}")


def with_whole_lines(grid: Grid) -> Grid:
    """Returns a sheet of text with each sentence that a program broke into several lines in its first line."""
    if not 0 < len(grid.rows) <= _MOST_ROWS or any(len(cells) > 1 for cells in grid.rows):
        return grid
    written = [text_of(cells[0]) if cells else "" for cells in grid.rows]
    texts, begin, broken = list(written), 0, False
    for row in range(1, len(written)):
        if _goes_on(written[row - 1], written[row]):
            texts[begin], texts[row], broken = f"{texts[begin]} {written[row].strip()}", "", True
        else:
            begin = row
    return replace(grid, rows=[[text] if text else [] for text in texts]) if broken else grid


def _goes_on(above: str, below: str) -> bool:
    """Whether a line goes on in the one below: it is long and ends within a sentence, and that begins with a small
    letter, or only ends the sentence."""
    text = above.rstrip()
    leads = _is_of_list(below) or LEAD.match(below)
    if len(text) < _SHORTEST_BROKEN or text.endswith(_ENDS) or leads or not below.strip():
        return False
    listed = LEAD.match(above) or people_listed(LABEL.sub("", text))
    if listed and any(one.kind == "more" for one in told_numbers(below)):
        return False  # "plus 3 walk-ins" below those listed
    return below.strip()[0].islower() or _ENDS_SENTENCE.match(below.strip()) is not None


def without_letter(grid: Grid) -> Grid:
    """Returns a sheet of text without the lines of a letter around what it says; the same sheet if it is no letter."""
    if not 0 < len(grid.rows) <= _MOST_ROWS:
        return grid
    first = next((text for cells in grid.rows for value in cells if (text := text_of(value))), "")
    grid = with_commas_again(grid) if _field(first) in evidence("message_sender") else grid
    filled = [[text for value in cells if (text := text_of(value))] for cells in grid.rows]
    if any(len(cells) > _MOST_CELLS for cells in filled):
        return grid
    texts = [" ".join(cells) for cells in filled]
    frame = _frame_of(texts)
    if not frame:
        return grid
    rows = [
        [None] * len(cells) if row in frame else [_without_signs(value) for value in cells]
        for row, cells in enumerate(grid.rows)
    ]
    return replace(grid, rows=rows)


def city_of_writer(grids: Sequence[Grid], vocabulary: Vocabulary) -> str | None:
    """Returns the only city that the sender and the signature of a letter name behind a comma, None if they name none
    or several."""
    texts = [
        " ".join(text for value in cells if (text := text_of(value)))
        for grid in grids
        if len(grid.rows) <= _MOST_ROWS
        for cells in grid.rows
    ]
    if len(texts) > _MOST_ROWS:
        return None
    head, quoted = _head(texts), _quoted(texts)
    own = ["" if row in head | quoted else text for row, text in enumerate(texts)]
    sender = {row for row in head if _field(texts[row]) in evidence("message_sender")}
    written = [texts[row].partition(":")[2] for row in sender]
    written += [texts[row] for row in (_closing(own, written=bool(head)) if any(own) else ())]
    named = [
        vocabulary.exact(VocabularyKind.CITY, found[2]) for text in written if (found := _PLACE.search(text.strip()))
    ]
    cities = {city for city in named if city}
    return cities.pop() if len(cities) == 1 else None


def _without_signs(value: Cell) -> Cell:
    """Returns a text without the signs of a quoted line or a postscript before it."""
    return _PS.sub("", _QUOTED.sub("", value).strip()) if isinstance(value, str) else value


def _frame_of(texts: Sequence[str]) -> set[int]:
    """Returns the rows of a letter that are of its writer and reader."""
    head = _head(texts)
    quoted = _quoted(texts)
    own = ["" if row in head | quoted else text for row, text in enumerate(texts)]
    greeting = _greeting(own)
    below = ["" if row in greeting else text for row, text in enumerate(own)]  # "Ciao" greets and takes leave
    closing = _closing(below, written=bool(head or greeting))
    return head | quoted | greeting | closing


def _is_of_list(text: str) -> bool:
    return has_bullet(text) or number_of_line(text)[0] is not None


def _head(texts: Sequence[str]) -> set[int]:
    """Returns the rows that say who sent a message to whom, and when. What it is about stays."""
    found = [_field(text) for text in texts]
    head: set[int] = set()
    for row, field in enumerate(found):
        beside = [at for at in (row - 1, row + 1) if 0 <= at < len(found) and found[at]]
        sent = field in evidence("message_sender")
        if beside and (sent or any(at in head or found[at] in evidence("message_sender") for at in beside)):
            head.add(row)
    return {row for row in head if found[row] not in evidence("message_subject")}


def _field(text: str) -> str:
    found = _FIELD.match(text)
    word = normal(found[1]) if found else ""
    return word if word in evidence("message_sender") | evidence("message_field") | evidence("message_subject") else ""


def _quoted(texts: Sequence[str]) -> set[int]:
    """Returns the rows of a message that was answered below, unless only that message lists people."""
    quoted = {row for row, text in enumerate(texts) if _QUOTED.match(text)}
    own = any(_is_of_list(text) for row, text in enumerate(texts) if row not in quoted)
    if not own and any(_is_of_list(_QUOTED.sub("", texts[row]).strip()) for row in quoted):
        return set()
    intro = (next((at for at in range(row - 1, -1, -1) if texts[at]), row) for row in quoted if row - 1 not in quoted)
    lines = {at for at in intro if texts[at].endswith(":") and _INTRODUCES_QUOTE.search(texts[at])}
    return quoted | lines | {row for row, text in enumerate(texts) if _FORWARDED.match(text)}


def _greeting(texts: Sequence[str]) -> set[int]:
    """Returns the row of the line that only greets the reader, perhaps under what the message is about."""
    first = next((row for row, text in enumerate(texts) if text and not _field(text)), None)
    if first is None or _is_of_list(texts[first]):
        return set()
    text = texts[first]
    words = normal(text).split()
    greets = any(" ".join(words[:end]) in evidence("greeting") for end in range(1, 4))
    below = next((text for text in texts[first + 1 :] if text), "")
    called = text.endswith((",", "!")) and len(below.split()) > _LONGEST_GREETING
    short = 0 < len(words) <= _LONGEST_GREETING and not any(map(str.isdigit, text))
    if not below and not text.endswith((",", "!")):
        return set()  # "Hallo! Es waren zwölf Frauen da." says all there is to say
    return {first} if short and (greets or called) else set()


def _closing(texts: Sequence[str], *, written: bool) -> set[int]:
    """Returns the rows from the line on that closes a letter. *written*: it has a greeting or a head."""
    filled = [row for row, text in enumerate(texts) if text]
    if not filled:
        return set()
    listed = max((row for row in filled if _is_of_list(texts[row])), default=-1)
    tail = [row for row in filled[-_LONGEST_SIGNATURE:] if row > listed and row != filled[0]]
    begin = next((row for row in tail if closes_letter(texts[row])), None)
    if begin is None and written:
        begin = next((row for row in tail if _signs_off(texts, row)), None)
    if begin is None and written:
        begin = _unclosed_signature(texts, filled, listed)
    return {row for row in tail if begin is not None and row >= begin and not _says_of_people(texts[row])}


def _signs_off(texts: Sequence[str], row: int) -> bool:
    """Whether a few words with a comma stand above the name of the writer ("All love,")."""
    words = texts[row].split()
    below = [text for text in texts[row + 1 :] if text]
    begins = row > 0 and not texts[row - 1]
    short = 0 < len(words) <= _LONGEST_SIGN_OFF and texts[row].endswith(",")
    return short and begins and len(below) > 0 and all(len(text.split()) <= _LONGEST_SIGNED_LINE for text in below)


def _unclosed_signature(texts: Sequence[str], filled: Sequence[int], listed: int) -> int | None:
    """Returns the first of the last lines if they are few, stand alone and below a list with numbers or bullets."""
    last = filled[-1]
    begin = next((row + 1 for row in range(last, -1, -1) if not texts[row]), 0)
    few = last - begin < _LONGEST_UNCLOSED and all(
        len(texts[row].split()) <= _LONGEST_SIGN_OFF and not texts[row].endswith((".", ":", "?"))
        for row in range(begin, last + 1)
    )
    above = sum(map(_is_of_list, texts[:begin]))
    return begin if few and begin > listed >= 0 and above >= _FEWEST_ABOVE else None


def _says_of_people(text: str) -> bool:
    """Whether a line below the closing goes on about people ("PS: plus 3 without a name")."""
    return bool(_PS.match(text) or statements_among([text])) or says_stayed_away(text)
