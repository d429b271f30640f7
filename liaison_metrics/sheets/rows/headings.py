"""What headings between the rows of a list say of the people below them, also that they don't count."""

from __future__ import annotations

from typing import NamedTuple

from liaison_metrics.domain.project import VocabularyKind
from liaison_metrics.sheets.ledger.fates import Reason
from liaison_metrics.sheets.model import NotCountedReason
from liaison_metrics.sheets.rows.row_words import is_gender_heading
from liaison_metrics.sheets.words.vocabulary import Vocabulary

UNDER_HEADING = {
    NotCountedReason.ABSENT: (Reason.ABSENT_HEADING, Reason.ABSENT_BY_HEADING, Reason.ABSENT_BY_SHEET),
    NotCountedReason.STAFF: (Reason.STAFF_HEADING, Reason.STAFF_BY_HEADING, Reason.STAFF_BY_SHEET),
}
"""The reasons of a heading over people who don't count, of the people under it, and of people of a sheet named so."""

_BY_ROW = {NotCountedReason.ABSENT: Reason.ABSENT_BY_ROW, NotCountedReason.STAFF: Reason.STAFF_BY_ROW}


class Above(NamedTuple):
    """What the headings above a row say of the person in it."""

    community: str | None = None
    gender: str | None = None

    def under(self, heading: str, vocabulary: Vocabulary, *, by_community: bool) -> tuple[Above, Reason] | None:
        """Returns what is said below a further heading, and what it is; None if it names neither a gender nor a
        community. *by_community*: a community alone in a line is a heading."""
        if is_gender_heading(heading):
            gender = vocabulary.exact(VocabularyKind.GENDER, heading.rstrip("0123456789() :"))
            return self._replace(gender=gender), Reason.GENDER_HEADING
        community = vocabulary.exact(VocabularyKind.COMMUNITY, heading) if by_community else None
        return (self._replace(community=community), Reason.COMMUNITY_HEADING) if community else None


def because(reason: NotCountedReason, of_section: NotCountedReason | None, *, under_heading: bool) -> Reason:
    """Returns what says that a person doesn't count. *of_section* is the reason that holds for the people around them,
    by a heading or else by the sheet's name."""
    if of_section is not reason:
        return _BY_ROW[reason]
    return UNDER_HEADING[reason][1 if under_heading else 2]
