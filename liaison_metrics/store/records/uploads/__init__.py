"""Records of uploads: original files, sheets that wait to be imported, and the history."""
