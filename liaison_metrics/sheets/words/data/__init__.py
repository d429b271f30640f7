"""Words of the five languages, as data."""
