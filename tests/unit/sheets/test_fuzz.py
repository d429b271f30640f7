"""A few hundred damaged files of every format, the same on every run, and files that once broke the reader."""

from __future__ import annotations

import pytest

from liaison_metrics.domain.project import Project
from tests.corpus.files import Sheet, workbook
from tests.examples import cases
from tests.fuzz.mutations import mutant
from tests.fuzz.seeds import packed, parts_of
from tests.fuzz.trial import trial

pytestmark = pytest.mark.slow

SHEET = workbook([Sheet("S", [["Name", "City"], ["Alva Berg", "Graz"]])], "ods")
SESSIONS = "Name,City,Activity,2021-03-04,2021-03-11\nAlva Berg,Graz,Info-session,x,"
TITLED = (
    "Skill-transfer workshop, Graz, 4 May 2021|||||\r|||||\rName|E-mail|Community|Gender|Date of birth|Note\r"
    "Alva Berg|alva@example.org|Local|female|1990-02-03|left early\rBruno Conti|b@example.org|Turkish|m|1985-11-30|two"
)
LONG = range(3000)
"""Rows of a list that took minutes when each row was compared with all others."""

ONCE_HARMFUL = {
    "a long list of families of whom many did not come": "Name,City,Date,Activity,Number of people\n"
    + "".join(f"Alva Berg{row},Graz,2021-03-04,Info session,{row % 2 * 3}\n" for row in LONG),
    "thousands of different roles": "Name,City,Date,Activity,Role\n"
    + "".join(f"Alva Berg{row},Graz,2021-03-04,Info session,weaver {row}\n" for row in LONG),
    "thousands of numbers with labels in a row": "Name,City,Date,Activity\n"
    + "Alva Berg,Graz,2021-03-04,Info session\nBruno Conti,Graz,2021-03-04,Info session\n"
    + "".join(f"Total of page {row}: {row % 7}\n" for row in LONG),
    "a mark of many thousand digits": SESSIONS + "1" * 30_000,
    "a mark that is a digit and no number": SESSIONS + "²",
    "a number with a thousand separators": "Date,City,Event,Local\n2021-03-04,Graz,Project fair,1" + ".000" * 2000,
    "a number of people in a circle": "Name,City\nAlva Berg,Graz\n❼ other people,\nBruno Conti,Graz\n",
    "pages of letters, signs and digits": (("A" * 500 + "+2") * 6 + "\n") * 100,
    "more people than fit a number": "Date,City,Event,Local\n2021-03-04,Graz,Project fair,1" + "0" * 300,
    "numbers under no header": "Date|City|Event|Local|Turkish|\n2021-03-04|Graz|Project fair|1|2|3\n" * 2,
    "a table a line": "Name|City|Date\rAlva Berg|Graz|2021-03-04\rName|City|Day\r" * 1000,
    "rows of different lengths": TITLED
    + "\n\nlines\rChiara Dahl||Syrian|\x7f79|\r\u0110or\u0111e \u00dcnsal|d@example.org|Bosnian|m||x\r\n\n",
    "a part without a name": packed([("", b"x"), *parts_of(SHEET)]),
    "an encoding that there is not": packed(
        [(name, content.replace(b'encoding="UTF-8"', b'encoding="UTFn8"')) for name, content in parts_of(SHEET)]
    ),
}


@pytest.mark.parametrize("first", cases((1_000_000,), range(1_000_100, 1_000_400, 100)))
def test_damaged_files_are_read_or_refused(project: Project, first: int) -> None:
    assert {trial(*mutant(number), project) for number in range(first, first + 100)} == {"read", "refused"}


@pytest.mark.parametrize("what", ONCE_HARMFUL)
def test_what_once_did_harm(project: Project, what: str) -> None:
    file = ONCE_HARMFUL[what]
    assert trial("list.csv", file.encode() if isinstance(file, str) else file, project) in ("read", "refused")
