"""Data quality: what partners can mend or check, and how late sheets come. It stands here because pairs of people are
part of it."""
