"""Made-up sheets for properties of the services: a few people who meet again and again, in every way of being told.

Nobody in them exists. What a sheet says of somebody's community, group and gender is the same for all of one name on
one day: of contradicting words of one day the law takes those of the later upload, so there the order may matter.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from hypothesis import strategies as st

COLUMNS = (
    "Date", "City", "Activity", "Event", "Full name", "Email", "Phone", "Date of birth", "Gender", "Community",
    "Organisation type", "Role", "Attended",
)  # fmt: skip
COUNTED = ("Date", "City", "Activity", "Event", "Community", "Participants")

EVENTS = (
    ("2021-05-04", "Graz", "Skill-transfer workshop", "Bread and words"),
    ("2021-05-04", "Vejle", "Skill-transfer workshop", "Bread and words"),
    ("2021-06-01", "Graz", "LIAISON fair", "Summer fair"),
    ("2021-11-20", "Graz", "Stakeholder forum", "Round table"),
    ("2022-02-14", "Palermo", "Final conference", "Closing day"),
)
COMMUNITIES = ("Syrian", "Local", "Somali", "")
GROUPS = ("Community member", "Local authority", "", "School")
GENDERS = ("Female", "Male", "")


@dataclass(frozen=True, slots=True)
class Human:
    """Somebody, in all the ways in which sheets tell of them; ``root`` is shared by those whom a name could mix up."""

    root: int
    names: tuple[str, ...]
    email: str = ""
    phone: str = ""
    births: tuple[str, ...] = ("",)


PEOPLE = (
    Human(0, ("Maria Rossi", "ROSSI Maria", "Maria Rosi", "Maria"), "maria@example.org", "+43 316 872 1234"),
    Human(0, ("Maria Rossi",), "", "", ("1990-05-04", "1990", "")),
    Human(0, ("Maria Rossi",), "verein@example.org"),
    Human(1, ("Luca Verdi", "Verdi Luca"), "verein@example.org", "", ("1975", "")),
    Human(1, ("Luca Verdi",), "luca@example.org"),
    Human(2, ("Omar Said", "Omar Saïd"), "", "+45 75 84 01 00", ("2001-01-31", "2001", "")),
    Human(3, ("",), "maria@example.org"),
    Human(3, ("",)),
)


@dataclass(frozen=True, slots=True)
class Sheet:
    """A file and what is known of it: how many rows it has and why some of them do not count."""

    rows: tuple[str, ...]
    headcounts: tuple[str, ...]
    reasons: Counter[str]

    @property
    def data(self) -> bytes:
        """The sheet as a file: a register, a table of headcounts, or one above the other."""
        return self.first(len(self.rows), len(self.headcounts))

    def first(self, rows: int, headcounts: int) -> bytes:
        """A shorter version of the sheet."""
        parts = [(",".join(COLUMNS), *self.rows[:rows])] if rows else []
        parts += [(",".join(COUNTED), *self.headcounts[:headcounts])] if headcounts else []
        return ("\n\n".join("\n".join(part) for part in parts) + "\n").encode()


@st.composite
def register_rows(draw: st.DrawFn) -> tuple[str, str]:
    """A row of a register, and what becomes of it: "", staff, absent or rejected."""
    date, city, activity, title = draw(st.sampled_from(EVENTS))
    who = draw(st.sampled_from((*PEOPLE[:3], *PEOPLE)))  # those of one name are the hardest to tell apart
    name = draw(st.sampled_from((who.names[0], *who.names)))
    birth = draw(st.sampled_from(who.births))
    email, phone = draw(st.sampled_from(("", who.email))), draw(st.sampled_from(("", who.phone)))
    fate = draw(st.sampled_from(("",) * 7 + ("staff", "absent", "rejected")))
    day = int(date.replace("-", "")) + who.root
    words = (GENDERS[day % 3], COMMUNITIES[day % 4], GROUPS[day // 2 % 4]) if name or not email else ("", "", "")
    cells = (
        "2021-02-30" if fate == "rejected" else date, city, activity, title, name, email, phone, birth, *words,
        "Facilitator" if fate == "staff" else "Participant", "no" if fate == "absent" else "yes",
    )  # fmt: skip
    return ",".join(cells), fate


@st.composite
def headcount_rows(draw: st.DrawFn) -> str:
    """A row that tells how many of a community were at an event."""
    event = draw(st.sampled_from(EVENTS))
    return ",".join((*event, draw(st.sampled_from(COMMUNITIES[:3])), str(draw(st.integers(1, 30)))))


FIRST_ROW = ",".join((*EVENTS[0], "Ida Holm", "ida@example.org", "", "", "", "", "", "Participant", "yes"))


@st.composite
def sheets(draw: st.DrawFn) -> Sheet:
    """A register (whose first row always counts), headcounts, or both."""
    kind = draw(st.sampled_from(("register", "register", "headcounts", "both")))
    rows = draw(st.lists(register_rows(), max_size=8)) if kind != "headcounts" else []
    told = draw(st.lists(headcount_rows(), min_size=1, max_size=4)) if kind != "register" else []
    listed = (FIRST_ROW, *(text for text, _fate in rows)) if kind != "headcounts" else ()
    return Sheet(listed, tuple(told), Counter(fate for _text, fate in rows if fate))


def worlds(most: int = 4) -> st.SearchStrategy[list[Sheet]]:
    """Several sheets, no two of which are the same file."""
    return st.lists(sheets(), min_size=1, max_size=most, unique_by=lambda sheet: sheet.data)


def files(world: Sequence[Sheet]) -> dict[str, bytes]:
    """The sheets of a world as files by their names."""
    return {f"sheet_{number}.csv": sheet.data for number, sheet in enumerate(world)}
