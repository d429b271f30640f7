"""Lines of text around and between the rows of a table: page numbers, signature lines, legends, instructions."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from liaison_metrics.sheets.ledger.fates import Reason
from liaison_metrics.sheets.model import Cell, Grid
from liaison_metrics.sheets.tables.table import Table
from liaison_metrics.sheets.words.cells import begins_with_capital, is_email, is_total, number_of, text_of
from liaison_metrics.sheets.words.dates import find_dates, read_date
from liaison_metrics.sheets.words.lists import alternatives, evidence, normal, tools, values
from liaison_metrics.sheets.words.phrases.absence import says_called_off, tells_absence
from liaison_metrics.sheets.words.phrases.found import has_phrase
from liaison_metrics.sheets.words.phrases.remarks.staying_away import says_away
from liaison_metrics.sheets.words.phrases.titles.pages import begins_page
from liaison_metrics.sheets.words.presence import says_absent, says_time, tells_reason, without_other_ending

_SIGN = r"(?:[^\W_]{1,2}/[^\W_]{1,2}|[^\W_]{1,3}\.?|[^\w\s=:;,.()\"'])"
_SAYS = rf"(?:\s*[=:→]\s*|\s*\((?=[^()]+\))|\s+[-–—]\s+)(?!{_SIGN}\s*[=:→])"
_WORD = r"[^\W\d]+(?:[/(]-?[^\W\d]{1,3}\b\)?)?"
"""A word, perhaps with the ending for another gender ("entrato/a")."""

_LEGEND = re.compile(
    rf"(?:^|(?<=[\s;,(/|]))({_SIGN}){_SAYS}({_WORD}(?:\s(?!{_SIGN}\s*[=:→]|{_SIGN}\s+[-–—]\s){_WORD}){{0,2}})"
)
"""A sign or a few letters, and what it means ("A = anwesend, - = nicht da", "x = da – = fehlt e = entschuldigt"). The
next sign is no word of the meaning."""

_PLAIN = re.compile(rf"({_SIGN})\s+(?:;\s+)?([^\W\d]{{2}}.*)")
"""The same without a sign between them ("x anwesend, – gefehlt"), or in two cells."""

_FEWEST_EXPLAINED, _MOSTLY_EXPLAINED = 3, 0.6
"""Where so many signs of a line say who was there, the others are signs, too: somebody is asked what they mean."""

_BETWEEN_SIGNS = (re.compile(r"[,;|·•]|\s{2,}"), re.compile(r"[;|·•]"), re.compile(r"\s/\s"))
"""What stands between a sign's meaning and the next sign of such a line."""

_BRACKETED = re.compile(
    rf"(?:^|(?<=[\s;,/|]))([(\[]{_SIGN}[)\]])\s*(?:[=:→]|[-–—](?=\s))?\s*([^\W\d].*?)(?=[;|]|,?\s*[(\[]?{_SIGN}[)\]]?\s*[=:→]|$)"
)
"""A sign in brackets, and all that is said of it ("(x) = registered, but did not come")."""

_CROSSES = {"χ": "x", "х": "x"}
"""The Greek and the Cyrillic letter that look like a cross: a legend may have one, and the marks the other."""

_SIGN_IN_BRACKETS = re.compile(r"[(\[](\S{1,3})[)\]]")

_LEGEND_LABEL = re.compile(r"^(?:[^\W\d_]{2,}\s){0,2}[^\W\d_]{3,}\s*:\s*")
"""What may lead such a line ("Legenda: P presente; A assente", "Key: / present  O absent")."""

_SENTENCE = re.compile(r"[.;|]\s+")
"""Between the sentences of such a line ("Room 12. Key: / present, O absent")."""

_LONGEST_SIGNATURE = 8
"""The words of a signature line are at most this many ("signature of the person in charge")."""

_LONGEST_PAGE_LINE = 5
"""“Page 2 of 10” has four words; a fifth may name the part of the document."""

_PAGE_AND_ALL = 2
"""Behind the name of a document stand the number of the page and that of all pages."""

_PAGE_OF_ALL = re.compile(r"\s*[-–—]\s*\d{1,2} [^\W\d_]+ \d{1,2}\s*[-–—]\s*")
"""The number of a page and that of all pages, between dashes."""

_EXPLAINED = re.compile(r"(?:[^\W\d_]{1,3}|(?:[^\W\d_]{1,4}\.\s?){1,3})\s*[=→]\s*[^\W\d_][^=→\d]*")
"""A short code and what it means ("TN = Teilnehmer/in")."""

_PAGE_AND_REMARK = 2
"""Cells of a row that numbers the page and says who checked the list."""

_PAGE_AND_NUMBER = 2
"""Words that give a page but not how many there are: beside another text, "P 1" may be a class or a code."""

_LONGEST_TITLE = 4
"""A title of a block has at most so many cells."""

_NEAR = 8
"""The head of a meeting's report stands so many rows above the people at most."""

_BREAK_AND_TIMES = 3
"""A line about a break has its words and when it began and ended."""

_LONGEST_PARTICLE = 3
_SMALL_WORDS = 2
"""Longer words in small letters that make a sentence. Parts of names are short ("van der Berg")."""

_LONGEST_MARK = 3
"""Longer words for presence are no marks beside a name."""

_SHORTEST_INSTRUCTION = 2
"""A line that goes on after an instruction begins with at least two of its words: “Please read …”. “Guide” alone may
begin the title of an event."""

_FEWEST_WORDS_OF_PROSE = 12
"""Fewer words may be headers, of which one ends with a point."""

_MEANS = re.compile(rf"((?:^|(?<=\s))\S{{1,{_LONGEST_MARK}}})\s+{alternatives('means')}\s*:?\s+", re.I)
"""A mark and a word by which a line says what it means ("x means: was present")."""

_SENTENCES = re.compile(r"[^\W\d_]{3}[.!]\s+[^\W_a-zäöüæøåα-ω]")
"""The end of one sentence and the beginning of another."""


def line_reason(texts: Sequence[str], otherwise: Reason) -> Reason:
    """Returns what a line of text is by its words; *otherwise* if they say nothing."""
    line = " ; ".join(texts)
    if legend_marks(line):
        return Reason.LEGEND
    if is_page_line(line):
        return Reason.PAGE
    if any(is_signature(text) for text in texts):
        return Reason.SIGNATURE
    if any(_is_instruction(text) for text in texts):
        return Reason.INSTRUCTION
    if is_total(texts[0]):
        return Reason.TOTAL_LABEL
    return otherwise


def legend_of(cells: Sequence[Cell]) -> dict[str, bool]:
    """Returns which letters and signs a row explains: present or not. Wide spaces may stand between them."""
    told = (value.strip() if isinstance(value, str) else text_of(value) for value in cells)
    return legend_marks(" ; ".join(filter(None, told)))


def legend_marks(line: str) -> dict[str, bool]:
    """Returns which letters and signs a line explains ("A = anwesend, - = nicht da"): present or not."""
    line = _MEANS.sub(r"\1 = ", line)
    found = _LEGEND.findall(line) or plain_legend(line)
    said = ((mark_key(mark), first_words_say_present(words)) for mark, words in found)
    explained = {mark: present for mark, present in said if present is not None}
    brackets = ((mark_key(mark), _tells_of_bracketed(words)) for mark, words in _BRACKETED.findall(line))
    return explained | {mark: present for mark, present in brackets if present is not None}


def _tells_of_bracketed(words: str) -> bool | None:
    """Returns what a legend says of a sign in brackets: not there also if it says, in any place, that somebody did not
    come, or had registered; there if it says so anywhere."""
    said = set(normal(words).split())
    if (present := first_words_say_present(words)) is not None:
        return present
    if says_absent(words) or tells_absence(words) or said & (values("absent") | tools("registered")):
        return False
    return True if said & values("present") else None


def plain_legend(line: str) -> list[tuple[str, str]]:
    """Returns the signs of a line that has nothing but signs and what they mean, without a sign between them ("Codes: P
    present; W withdrawn"): each of them says who was there."""
    lead, colon, rest = line.rpartition(":")
    behind = rest if colon and _LEGEND_LABEL.fullmatch(f"{_SENTENCE.split(lead)[-1]}:") else ""
    line = behind or _LEGEND_LABEL.sub("", line)
    for between in _BETWEEN_SIGNS:  # "L present, came late" has a comma in its meaning
        found = [_PLAIN.fullmatch(part.strip()) for part in between.split(line)]
        if len(found) > 1 and (explained := _explain_presence(found)):
            return explained
    if line.count(" ; ") == 1 and (whole := _PLAIN.fullmatch(line)) and _explain_presence([whole]):
        return [(whole[1], whole[2])]
    *others, last = _SENTENCE.split(line)
    return plain_legend(last) if others else []


def _explain_presence(found: Sequence[re.Match[str] | None]) -> list[tuple[str, str]]:
    """Returns signs with their meanings if each of them says who was there, or most of several do."""
    said = [(one[1], one[2]) for one in found if one and first_words_say_present(one[2]) is not None]
    most = len(said) >= max(_FEWEST_EXPLAINED, _MOSTLY_EXPLAINED * len(found)) and all(found)
    return said if most or len(said) == len(found) else []


def is_legend(texts: Sequence[str], usual: int) -> bool:
    """Returns whether a row of fewer cells than *usual* only explains marks or codes: in each cell one, or a mark and
    beside it what it means."""
    pair = len(texts) == 2 and len(texts[0]) == 1 and len(texts[1]) > _LONGEST_MARK
    if texts and len(texts) < usual and all(map(_EXPLAINED.fullmatch, texts)):
        return True
    if not pair:
        return all("=" in text and legend_marks(text) for text in texts)
    return len(texts) < usual and first_words_say_present(texts[1]) is not None


def mark_key(mark: str) -> str:
    """Returns how a legend knows a mark: letters whatever their case, signs as they are."""
    form = _CROSSES.get(normal(mark), normal(mark))
    return f"({form or without_brackets_around(mark)})" if _SIGN_IN_BRACKETS.fullmatch(mark) else form or mark


def without_brackets_around(mark: str) -> str:
    """Returns a mark without the brackets around it ("(x)"), "" if it has none."""
    found = _SIGN_IN_BRACKETS.fullmatch(mark)
    return found[1] if found else ""


def first_words_say_present(text: str) -> bool | None:
    """Returns whether the first words of a text mean present, None if they say nothing about it."""
    parts = without_other_ending(text).split()
    for end in range(len(parts), 0, -1):
        phrase = " ".join(parts[:end])
        if normal(phrase) in values("present") or (" " in phrase and normal(phrase) in evidence("heads_there")):
            return True  # "in class"
        if says_absent(phrase):
            return False
    return False if tells_reason(text) or says_away(text) else None  # "H = on holiday", "played truant"


@lru_cache(maxsize=50_000)
def is_signature(text: str) -> bool:
    """Returns whether a text is or begins with the words of a signature line, or has a line to sign on."""
    form = normal(text)
    words = form.split()[:_LONGEST_SIGNATURE]
    starts = (" ".join(words[:end]) for end in range(1, len(words) + 1))
    return "___" in text or "....." in text or any(start in values("signature") for start in starts)


def repeats_part(grid: Grid, above: Sequence[int]) -> bool:
    """Returns whether one of the last rows above a table heads a part of a tool's report that repeats another."""
    forms = [normal(text_of(value)) for row in above[-3:] for value in grid.rows[row]]
    return any(not tools("repeated_part").isdisjoint((form, form.lstrip("0123456789 "))) for form in forms)


def is_sentence(text: str) -> bool:
    """Returns whether a text among names reads like a sentence: it ends like one, or goes on in small letters
    ("Grazie a tutti per la partecipazione")."""
    words = text.split()
    small = sum(
        word[:1].islower() and len(word) > _LONGEST_PARTICLE and not begins_with_capital(word) for word in words[1:]
    )
    return len(words) > 1 and (text[-1] in "!?" or (words[0][:1].isupper() and small >= _SMALL_WORDS))


def is_dated_title(texts: Sequence[str]) -> bool:
    """Returns whether a row without numbers begins with words around a day: “Lesson 2 on 19/02/2021”, perhaps with the
    hours beside it."""
    if len(texts) > _LONGEST_TITLE or any(number_of(text) is not None for text in texts):
        return False
    words = normal(texts[0]).split()
    begins = read_date(texts[0]) is None or (words[0].isalpha() and words[0] not in evidence("weekdays"))
    return begins and len(find_dates(texts[0])) == 1


def after_called_off(grid: Grid, start: int, head: int) -> int:
    """Returns the row where the text above a header begins: below the last event that was called off, if another text
    follows."""
    lines = [(row, texts) for row in range(start, head) if (texts := list(filter(None, map(text_of, grid.rows[row]))))]
    called_off = (row for row, texts in lines[:-1] if len(texts) == 1 and says_called_off(texts[0]))
    return max((row + 1 for row in called_off), default=start)


def is_page_line(line: str) -> bool:
    """Returns whether a line only numbers a page, perhaps behind the name of a document: “Page 2 of 3”, “Seite 2/3”,
    “Vejle Kommune     side 2 af 2”."""
    words = normal(line).split()
    if _PAGE_OF_ALL.fullmatch(line) and len(words) == _PAGE_AND_ALL + 1 and words[1] in tools("of_pages"):
        return int(words[0]) <= int(words[-1])  # "- 1 of 2 -"
    if words and words[0] not in tools("page") and not find_dates(line):
        start = next((at for at, word in enumerate(words) if word in tools("page")), 0)
        words = words[start:] if sum(map(str.isdecimal, words[start:])) == _PAGE_AND_ALL else []
    if not 2 <= len(words) <= _LONGEST_PAGE_LINE or not any(word.isdecimal() for word in words):
        return False
    return words[0] in tools("page") and all(word.isdecimal() or word in tools("of_pages") for word in words[1:])


def _is_instruction(text: str) -> bool:
    words = normal(text).split()
    whole = " ".join(words) in values("instruction")
    starts = (" ".join(words[:end]) for end in range(_SHORTEST_INSTRUCTION, min(len(words), 8) + 1))
    return whole or any(start in values("instruction") for start in starts)


def tells_of_break(texts: Sequence[str]) -> bool:
    """Returns whether a line among people only says that the list was interrupted ("Lunch break | 12:30", "(closed for
    an hour, rain)"): beside a time, it has nothing but words for a break, or is a remark that tells of one."""
    said = [text for text in texts if not says_time(text)]
    return len(said) == 1 and len(texts) <= _BREAK_AND_TIMES and _is_break(said[0])


@lru_cache(maxsize=1_000)
def _is_break(text: str) -> bool:
    words = f" {normal(text)} "
    if not has_phrase(words, evidence("interruption")):
        return False
    plain = " ".join(word for word in words.split() if not word.isdecimal())
    remark = text[0] in "(-–—*" or sum(word[:1].islower() for word in text.split()) >= _SMALL_WORDS
    return plain in evidence("interruption") or remark


def names_contact(text: str) -> bool:
    """Returns whether a text names whom to ask about the list, behind a word for that."""
    label, colon, name = text.partition(":")
    other_ending = name[:1].islower()  # "Referent:innen (Team)"
    return bool(colon and name.strip()) and not other_ending and normal(label) in evidence("names_contact")


def account_above(table: Table) -> str:
    """Returns the only e-mail address in the lines above a table, in small letters, "" if there is none, or several:
    above those who joined an online meeting, that of whoever held it."""
    head = table.headers[0] if table.headers else 0
    above = (text_of(value) for row in range(max(0, head - _NEAR), head) for value in table.grid.rows[row])
    found = {text.casefold() for text in above if is_email(text)}
    return found.pop() if len(found) == 1 else ""


def numbers_page(texts: Sequence[str]) -> bool:
    """Returns whether a row only numbers a page, or says that another one begins. Beside another text, such as who
    checked the list, it also says of how many ("Sheet 1 of 1")."""
    alone = len(texts) == 1 or (len(texts) <= _PAGE_AND_REMARK and len(texts[0].split()) > _PAGE_AND_NUMBER)
    return (alone and is_page_line(texts[0])) or (len(texts) == 1 and begins_page(texts[0]))


def is_prose(cells: Sequence[Cell]) -> bool:
    """Returns whether a row is a line of sentences that its commas divide into cells: no headers of an empty form."""
    text = ", ".join(filter(None, map(text_of, cells)))
    return len(text.split()) >= _FEWEST_WORDS_OF_PROSE and _SENTENCES.search(text) is not None
