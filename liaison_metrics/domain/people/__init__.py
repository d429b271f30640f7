"""Who is who: normal forms, keyed digests, name encodings, and the resolution of attendances into persons."""
