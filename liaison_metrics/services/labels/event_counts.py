"""The people of an event as a sum, in words."""

from __future__ import annotations

from collections.abc import Iterable

from liaison_metrics import format as fmt
from liaison_metrics.domain.events.headcounts import EventCount
from liaison_metrics.errors import Place
from liaison_metrics.texts import _, ngettext


def count_words(count: EventCount, stated_by: Iterable[Place] = ()) -> str:
    """Returns the people of an event as a sum: 25 listed + 5 not listed = 30, stated by log.xlsx row 12.

    *stated_by* are the places whose number counts; they have no file where it is the one that the text is about.
    """
    parts = [
        (count.listed, ngettext("{n} listed", "{n} listed", count.listed)),
        (count.additional, ngettext("{n} in addition", "{n} in addition", count.additional)),
        (count.unlisted, ngettext("{n} not listed", "{n} not listed", count.unlisted)),
    ]  # fmt: skip
    given = [words.format(n=fmt.number(n)) for n, words in parts if n]
    words = " + ".join(given)
    if len(given) > 1:
        words = _("{sum} = {n}").format(sum=words, n=fmt.number(count.people))
    if count.unlisted < count.stated - count.listed - count.additional:  # another event accounts for the others
        shared = ngettext(
            "{n} stated, counted together with another event",
            "{n} stated, counted together with another event",
            count.stated,
        ).format(n=fmt.number(count.stated))
        return f"{words} ({shared})" if words else shared
    files = fmt.names(list(dict.fromkeys(map(_place_words, stated_by))))
    if count.unlisted and count.unlisted == count.people:
        words = (
            ngettext("{n} stated by {files}, nobody listed", "{n} stated by {files}, nobody listed", count.people)
            if files
            else ngettext("{n} stated, nobody listed", "{n} stated, nobody listed", count.people)
        )
        return words.format(n=fmt.number(count.people), files=files)
    if count.unlisted and files:
        return _("{people}, stated by {files}").format(people=words, files=files)
    if count.stated and not count.unlisted:
        return ngettext("{people} ({n} stated)", "{people} ({n} stated)", count.stated).format(
            people=words, n=fmt.number(count.stated)
        )
    return words


def _place_words(place: Place) -> str:
    file = place.file or _("this file")
    return file if place.row is None else _("{file} row {row}").format(file=file, row=fmt.number(place.row))
