"""The Report page: what it is asked, the files to take away, and what was issued."""
