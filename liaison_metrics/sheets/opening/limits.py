"""How large a file may be: all limits in one place."""

LARGEST_FILE = 50_000_000
"""Bytes of a file."""

LARGEST_UNPACKED = 600_000_000
"""Bytes of a workbook's parts when unpacked (an xlsx or ods is a ZIP archive)."""

MOST_ROWS = 1_048_576
MOST_COLUMNS = 2_000
MOST_CELLS = 15_000_000
"""Cells of the rectangle that a sheet's values span: the reader's memory grows with it."""
