"""The words of the preview: the account of a sheet's rows, and what gave a column its meaning."""

from __future__ import annotations

from liaison_metrics.sheets.ledger.fates import Fate, Reason
from liaison_metrics.sheets.ledger.ledger import CODE_OF, SheetLedger
from liaison_metrics.sheets.model import ColumnReason, ReadColumn
from liaison_metrics.ui.upload.account import account, column_words, fate_words


def ledger(*reasons: Reason | None, turned: range = range(0)) -> SheetLedger:
    codes = bytes(CODE_OF[reason] if reason else 0 for reason in reasons)
    return SheetLedger("one", codes, bytes(map(bool, codes)), turned)


def test_the_account_names_people_first() -> None:
    reasons = [Reason.TABLE_HEADER, *[Reason.NAMED] * 24, *[Reason.ABSENT_BY_ROW] * 3, None, Reason.EVENT_HEADING,
               Reason.TOTAL_WORD, *[Reason.NUMBER_ALONE] * 2]  # fmt: skip
    parts = account(ledger(*reasons))
    words = ["24 people", "3 absent", "1 header row", "1 heading", "1 total", "2 blank form lines"]
    assert [part.words for part in parts] == words
    assert (parts[1].rows, parts[-1].rows) == ((26, 27, 28), (32, 33))
    assert account(ledger(None)) == []


def test_rows_of_a_table_on_its_side_are_not_counted_as_people() -> None:
    one = ledger(Reason.TITLE, Reason.NAMED, Reason.NAMED, turned=range(1, 3))
    told = [(part.words, part.rows) for part in account(one)]
    assert told == [("2 rows of a table with a column for each person", (2, 3)), ("1 title line", (1,))]


def test_every_fate_is_in_an_account_and_has_a_label() -> None:
    for reason in Reason:
        (part,) = account(ledger(reason))
        assert part.words.startswith("1 ")
    assert len({fate_words(fate) for fate in Fate}) == len(Fate)


def test_a_column_says_what_gave_it_its_meaning() -> None:
    assert column_words(ReadColumn("Nome", "name", 0, ColumnReason.HEADER, 1.0)) == (
        "Name",
        "by its header, all values fit",
    )
    assert (
        column_words(ReadColumn("", "email", 0, ColumnReason.VALUES, 0.9))[1] == "by its values, 90% of the values fit"
    )
    assert column_words(ReadColumn("Syrian", "", 0, ColumnReason.COUNTED, None))[0] == "Number of people"
    because = ("the values are days in the project period",)
    near = ReadColumn("Zorb", "date", 0, ColumnReason.VALUES, 1.0, because, "birth_date")
    assert column_words(near) == (
        "Event date",
        "the values are days in the project period; perhaps also “Date of birth”",
    )
    assert column_words(ReadColumn("Zorb", "", 0)) == ("not used", "unknown header")
