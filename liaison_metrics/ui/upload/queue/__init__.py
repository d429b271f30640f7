"""The files of a session that wait to be imported. Does not depend on what a page shows."""
