"""The reader: turns a file's bytes into attendances, headcounts and questions."""
