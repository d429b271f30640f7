"""The reasons of fates in words."""

from __future__ import annotations

from liaison_metrics.sheets.ledger.fates import Reason
from liaison_metrics.texts import _


def why(reason: Reason) -> str:
    """Returns in a few words what made a row what it is."""
    words = _about_data()
    return words[reason] if reason in words else _about_others()[reason]


def _about_data() -> dict[Reason, str]:
    """The reasons of rows that say who was there, or ask or fail to say it."""
    return {
        Reason.NAMED: _("names a person"),
        Reason.CONTACT: _("has an e-mail address or a phone number, and no name"),
        Reason.UNNAMED: _("stands for a person without a name"),
        Reason.MARKED: _("has a mark at one session or more"),
        Reason.FORGOTTEN: _("was a person who asked to be forgotten: counts without name and contact"),
        Reason.NO_CONSENT: _("says no to data processing: counts without name and contact"),
        Reason.NUMBER: _("states a number of people"),
        Reason.BESIDE_LIST: _("states people in addition to the list"),
        Reason.KNOWN: _("an earlier upload states the same"),
        Reason.REPEATED: _("lists somebody again who is listed for the same event"),
        Reason.REJECTED: _("cannot be counted as it is"),
        Reason.UNCOMPUTED: _("has formulas without results"),
        Reason.ABSENT_BY_ROW: _("is marked as not there, or not marked as there"),
        Reason.ABSENT_BY_MARKS: _("has no mark at any session"),
        Reason.ABSENT_BY_HEADING: _("stands under a heading for people who were not there"),
        Reason.ABSENT_BY_SHEET: _("the sheet’s name says that these people were not there"),
        Reason.STAFF_BY_ROW: _("says that the person is staff"),
        Reason.STAFF_BY_HEADING: _("stands under a heading for staff"),
        Reason.STAFF_BY_SHEET: _("the sheet’s name says that these people are staff"),
        Reason.ASKED: _("waits for an answer about this row"),
        Reason.ACTIVITY_ASKED: _("waits: which activity was it?"),
        Reason.CITY_ASKED: _("waits: in which city was it?"),
        Reason.DATE_ASKED: _("waits: on which day was it?"),
        Reason.DATE_ORDER_ASKED: _("waits: does the date begin with the day or the month?"),
        Reason.COLUMN_ASKED: _("waits: do the numbers count people?"),
        Reason.SHEET_ASKED: _("waits: are these people who were there?"),
        Reason.CODE_ASKED: _("waits: is the event that of the code, or the one the sheet states?"),
        Reason.OTHER_CITIES_ASKED: _("waits: import events in other partners’ cities?"),
        Reason.EXAMPLE: _("is marked as an example"),
    }


def _about_others() -> dict[Reason, str]:
    """The reasons of rows that say nothing of who was there."""
    return {
        Reason.TOTAL_WORD: _("has a word for a total"),
        Reason.TOTAL_LABEL: _("has a word for a total, and no number"),
        Reason.ADDS_UP: _("adds up the rows above"),
        Reason.PART: _("is a part of people who are counted in another row"),
        Reason.SUMMARY: _("sums up people who are listed elsewhere in the file"),
        Reason.STATED_AGAIN: _("states a number that is counted already"),
        Reason.HIDDEN: _("is on a hidden sheet"),
        Reason.LEFT_OUT: _("is on a sheet that is left out, as you chose"),
        Reason.OTHER_CITIES: _("is about another partner’s city, left out as you chose"),
        Reason.REPEATED_PART: _("is in a part of the report that repeats another"),
        Reason.INSTRUCTION_SHEET: _("is on a sheet of instructions or examples"),
        Reason.TABLE_HEADER: _("says what the columns are"),
        Reason.HEADER_AGAIN: _("repeats the header"),
        Reason.MONTHS: _("gives the months of the days below"),
        Reason.EVENT_HEADING: _("gives the date, city or activity of the rows below"),
        Reason.COMMUNITY_HEADING: _("gives the community of the rows below"),
        Reason.GENDER_HEADING: _("gives the gender of the rows below"),
        Reason.PEOPLE_HEADING: _("begins a part with participants"),
        Reason.STAFF_HEADING: _("begins a part with staff"),
        Reason.ABSENT_HEADING: _("begins a part with people who were not there"),
        Reason.LABELLED: _("gives a detail of the event"),
        Reason.MEETING: _("describes the meeting"),
        Reason.JOINED: _("gives details for rows of another sheet"),
        Reason.TITLE: _("is a title, or names the event"),
        Reason.LEGEND: _("explains the marks"),
        Reason.ACCOUNTS: _("settles the money that was paid"),
        Reason.SIGNATURE: _("has the words of a signature line"),
        Reason.PAGE: _("numbers a page"),
        Reason.INSTRUCTION: _("says how to fill in the sheet"),
        Reason.NUMBER_ALONE: _("has a number and nothing else"),
        Reason.NOUGHTS: _("has only noughts, from formulas about empty cells"),
        Reason.FOREIGN: _("is in a table that is not about attendance"),
        Reason.NO_PEOPLE: _("is in a table without names and without numbers of people"),
        Reason.OF_SESSIONS: _("says something of each session"),
        Reason.ANSWERED: _("lists nobody, as you answered"),
        Reason.NO_PERSON: _("names nobody"),
        Reason.NO_NUMBER: _("states no number of people"),
        Reason.TEXT_ABOVE: _("is text above the table"),
        Reason.TEXT_BELOW: _("is text below the rows"),
        Reason.TEXT_BETWEEN: _("is text between the rows"),
        Reason.TEXT_SHEET: _("is text on a sheet without a table"),
        Reason.BESIDE_TABLE: _("has something beside the table only"),
        Reason.NOT_UNDERSTOOD: _("nothing was understood here"),
    }
