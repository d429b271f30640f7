"""Files and links that prove an event: what may be kept, adding, opening and removing them, and what is missing."""
