"""The Report page: its settings, the files to download, and issued reports."""
