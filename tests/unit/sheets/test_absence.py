"""Remarks that say that somebody stayed away, and those that look alike."""

from __future__ import annotations

import pytest

from liaison_metrics.sheets.words.phrases.absence import tells_absence
from liaison_metrics.sheets.words.phrases.pasted_lines import says_stayed_away

AWAY = [
    "konnte leider nicht kommen", "konnte nicht", "couldn't come", "was not able to attend", "kunne ikke komme",
    "non è riuscita a venire", "non ha potuto", "δεν μπόρεσε να έρθει", "konnte nicht kommen, Mail nicht zu lesen",
]  # fmt: skip

THERE = [
    "Nachname konnte ich nicht lesen", "konnte nicht unterschreiben", "konnte nicht lange bleiben",
    "was not able to sign", "couldn't stay to the end", "kunne ikke læse efternavnet", "nåede ikke at skrive under",
    "kunne ikke blive til slut", "non sono riuscita a leggere il cognome", "non ha potuto firmare",
    "δεν μπόρεσε να υπογράψει", "δεν μπορούσε να μείνει ως το τέλος",
]  # fmt: skip


@pytest.mark.parametrize("remark", AWAY)
def test_a_remark_says_that_somebody_stayed_away(remark: str) -> None:
    assert says_stayed_away(remark)


@pytest.mark.parametrize("remark", THERE)
def test_who_was_not_able_to_do_something_else_was_there(remark: str) -> None:
    assert not says_stayed_away(remark)


@pytest.mark.parametrize(
    "remark",
    ["cancelled by interviewee", "abgesagt vom Teilnehmer", "aflyst af deltager", "annullata dal partecipante",
     "ακυρώθηκε από τη συμμετέχουσα"],
)  # fmt: skip
def test_who_called_it_off_was_absent(remark: str) -> None:
    assert tells_absence(remark)


@pytest.mark.parametrize("remark", ["cancelled his lunch", "not cancelled by participant", "guest of Anna"])
def test_what_else_is_called_off_is_no_absence(remark: str) -> None:
    assert not tells_absence(remark)
