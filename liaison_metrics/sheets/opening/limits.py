"""The limits on a file's size."""

LARGEST_FILE = 50_000_000
"""Bytes of a file, unless another limit is set."""

LARGEST_UNPACKED = 300_000_000
"""Bytes of a workbook's parts when unpacked (XLSX and ODS are ZIP archives)."""

MOST_PARTS = 10_000
"""Parts of a workbook's archive."""

MOST_ROWS = 1_048_576
MOST_COLUMNS = 2_000
MOST_CELLS = 4_000_000
"""Cells in the rectangles that a file's values span. The reader's memory use grows with them."""

MOST_TEXT = 150_000_000
"""Characters of all cells. A workbook can refer to one long text from many cells, and each gets its own copy."""

LONGEST_CELL = 4_000
"""Characters read of a cell. No name, date or note in an attendance sheet is this long."""
