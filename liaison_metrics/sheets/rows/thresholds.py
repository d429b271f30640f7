"""From where on a row of a list is a person, a line, or somebody who doesn't count. Each number has its reason, and was
measured with ``tests.corpus``."""

FIRST_ROWS = 40
"""Rows that show how many cells are usually filled: as many as in the middle one, or as many as most have. The middle
alone would be a line of a summary that is nearly as long as the list above it."""

MOST_STATUSES = 8
"""A column of statuses has few different words; one with more is something else."""

MOST_REMARKS = 300
"""A column with more different values holds no remarks on a few people."""

MARKED_SHARE = 0.5
"""A column of marks has one in at least this share of its cells; others are words that say more."""

MOST_AWAY = 0.6
"""If a column speaks of absence in more of the rows, it is about another day."""

FEWEST_SIGNED = 3
"""Where so many people signed, an empty cell or a dash says that somebody wasn't there."""

LISTS_SHARE = 0.5
"""From this share of its values on, a column names several people in each row."""

TIMED_SHARE = 0.5
"""If this share of the people have a time of arrival, the others didn't come. Fewer are of those who came late."""

LONGEST_HEADING = 4
"""A heading over staff or absent people has at most this many words; a sentence that mentions them has more."""

LONGEST_LABEL_OF_SUM = 12
"""The label of a total of people has at most this many words; longer lines are prose, and trying every cut is slow."""

LONGEST_ORDINAL = 3
"""Longer texts of the letters i and v are words, not "III"."""

LONGEST_MARK = 3
"""Marks such as "A" or "abs" are no names of sheets."""

USUAL_SHARE = 0.6
"""A column that at least this share of the rows fill alike is usually filled."""

ALIKE_SHARE = 0.75
"""A row that fills this share of the usual columns like the others is one of them. Totals, signature lines and notes
fill one or two cells, so they stay below it."""

FEWEST_COLUMNS = 3
"""With fewer usual columns, “Place and date | Signature” would look like a name and a community."""

SAMPLE = 300
"""Rows that show what is usual."""

MOST_OF_THE_TEAM = 1 / 3
"""The team is a smaller part of a list. A word beside more people says what they do elsewhere."""

MOST_OF_UNKNOWN_ROLE = 1 / 4
"""A role that nobody knows, of a larger part of a list, is one of those who came. Less than the above: a word for the
team is known to be one."""

MOST_LEADING = 2
"""So many people lead a course together. If more are teachers, they take part in it."""

CLASSES_SHARE = 0.6
"""From this share of its values on, a column holds classes."""

FAMILY_AND_GIVEN = 2
"""Words of a name that is written "family, given"."""

FIRST_ROWS = 8
"""Within so many rows stand the lines above the first of several lists, which explain signs for all of them."""

LAST_ROWS = 6
"""Lines with signs stand above a list or right under it."""

LONGEST_ROLE_HEADER = 2
"""A longer header asks about something else ("Have you met the trainer?")."""

MOST_UNREAD_ROWS = 2_000
"""Rows that are compared. A sheet with more of them holds something else as well."""

FEWEST_CELLS = 2
"""A single cell is like any other."""

AS_FULL_SHARE = 0.6
"""Such a row fills at least this share of the cells that rows that count fill. Lines of a summary fill fewer."""

MOST_CELLS_OF_A_HEADING = 2
"""A heading, and the time of what it heads."""

LONGEST_LABEL = 4
"""A total row's label has at most this many words ("Participants present", "Anwesende Personen gesamt")."""

FEWEST_PARTS = 4
"""So many different words under "Role", none of which is known, are no roles at the event: of one or two, somebody may
lead it."""

FEWEST_KINDS_OF_GUESTS = 2
"""So many different words for guests show that a column is of kinds of guests."""

FEWEST_POSTS = 2
"""So many different posts on a board are those of its members, not of the team."""

FEWEST_IN_LIST = 3
"""A list of fewer people has no foot that differs from them."""

MOST_SIGNERS = 3
"""So many rows below a line that calls for a signature may name who signs."""
