"""Reading sheets: bytes to attendances, with every row accounted for. Knows no store."""
