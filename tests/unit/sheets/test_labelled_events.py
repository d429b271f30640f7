"""Reports with a block of labels for each event, in words that differ from block to block."""

from liaison_metrics.domain.project import Project
from liaison_metrics.sheets.model import Cell

from .cases import Case, check, sheet


def test_blocks_with_other_words_for_the_same(project: Project) -> None:
    rows: list[list[Cell]] = [
        ["Report"],
        [],
        ["1."],
        ["What", "Info-session"],
        ["Location", "Community Centre"],
        ["City", "Palermo"],
        ["Time slot", "10-12"],
        ["Date", "24/02/2021"],
        ["NUMBER OF PARTICIPANTS", 44],
        ["Notes", None],
        [],
        ["2."],
        ["Event", "OEP training"],
        ["Town", "Palermo"],
        ["Held on", "3 March 2021"],
        ["Participants in total", 13],
        ["of which team members", 3],
        ["Interpreters (not counted)", 2],
    ]
    check(Case("blocks", "head54 ev2 ask0 date:2021-02-24 date:2021-03-03", sheet(rows)), project)


def test_sums_of_months_among_the_events(project: Project) -> None:
    rows: list[list[Cell]] = [
        ["Date", "City", "Activity", "People"],
        ["4 March 2021", "Graz", "Focus group", 12],
        ["18 March 2021", "Graz", "Info-session", 20],
        ["Total March", None, None, 32],
        ["8 April 2021", "Graz", "Focus group", 9],
        ["April - subtotal", None, None, 9],
        ["Grand total", None, None, 41],
    ]
    check(Case("months", "head41 ev3 ask0", sheet(rows)), project)
