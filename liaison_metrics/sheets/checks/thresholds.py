"""From where on a sheet contradicts its reading. Each number has its reason; measured with ``tests.corpus``."""

USUAL_SHARE = 0.6
"""A column that this share of the people fill is usually filled, and a row that fills this share of the usual columns
looks like a person. Totals, notes and signature lines fill one or two cells."""

FEWEST_PEOPLE = 3
"""Fewer people than this show no habit that another row could break."""

FULL_ROW = 3
"""People with at least this many cells make a row with a single cell look like a line of text."""

FEW_LINES = 4
"""Headings divide a list into a few parts. If more people have nothing but a name, the sheet often leaves cells out."""

FULL_NAMES_SHARE = 0.9
"""If this share of the names have several words, a single word alone in a line is hardly another name."""

NUMBERED_SHARE = 0.7
"""If this share of the people have a number, the sheet numbers its people."""

MARKED_SHARE = 0.5
"""A mark that says who was there is beside at least this share of the people. Fewer marks are remarks."""

REMARKED_SHARE = 0.75
"""A column with text beside more people than this describes everybody. A remark says who stayed away beside some."""

MOST_REMARKS = 30
"""A column with more different remarks holds answers to a question."""

TIMED_SHARE = 0.5
"""If this share of the people have a time of coming, a missing time says something."""

FEWEST_EVENTS = 4
SMALLEST_EVENT = 2
"""Four or more events of one or two people each come from dates on which people did something else, such as enrol."""

REPEATED_NAMES = 1 / 3
"""If more of an event's names repeat others, they name something else: a trainer, a family, a class."""

NOT_NAMES_SHARE = 0.5
"""If this share of the names are words for presence, places or communities, the column holds no names."""

MOST_ABSENT = 0.6
MOST_STAFF = 0.4
"""If more people of a list are absent or staff, a column was probably understood the wrong way round."""

FEWEST_ROWS = 8
"""Shares of a shorter list say nothing."""

MOST_TIMES = 10
"""Numbers so many times those of the people who came are of other people: readers, listeners, visitors of a page."""

MOST_BESIDE = 50
"""Numbers beside counted people are people of another kind only while they are small."""

FEWEST_SUMMED = 2
NEAR_SUM = 0.1
LARGER_THAN_PARTS = 1.2
"""A last number within a tenth of the sum of two or more above it, and clearly larger than each of them, may be their
sum with a mistake."""

SAMPLE = 300
"""Rows that show what is usual in a list."""

LONG_LIST = 20_000
"""In longer lists, only counts and distinct values are looked at."""

MOST_MORE = 99
"""A larger number in a line that begins with a plus is part of a phone number or an address."""
