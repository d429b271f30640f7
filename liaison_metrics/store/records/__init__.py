"""Records that no figure depends on: the history of uploads, original files, issued reports."""
