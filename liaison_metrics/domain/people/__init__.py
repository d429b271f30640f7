"""Normal forms, keyed digests and name encodings, and the resolution of attendances into persons."""
