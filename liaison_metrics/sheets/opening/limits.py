"""How large a file may be: all limits in one place."""

LARGEST_FILE = 50_000_000
"""Bytes of a file, where nobody set another limit."""

LARGEST_UNPACKED = 300_000_000
"""Bytes of a workbook's parts when unpacked (an xlsx or ods is a ZIP archive)."""

MOST_PARTS = 10_000
"""Parts of a workbook's archive."""

MOST_ROWS = 1_048_576
MOST_COLUMNS = 2_000
MOST_CELLS = 4_000_000
"""Cells of the rectangles that a file's values span: the reader's memory grows with them."""

MOST_TEXT = 150_000_000
"""Characters of all cells: a workbook can name one long text in many cells, and each gets its own copy."""

LONGEST_CELL = 4_000
"""Characters of a cell that are read: no name, date or note of an attendance sheet is as long."""
