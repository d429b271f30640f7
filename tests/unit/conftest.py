"""How property tests run here."""

from hypothesis import settings

# Examples are small, but a busy machine can make any of them slow: time says nothing about rightness.
settings.register_profile("unhurried", deadline=None)
settings.load_profile("unhurried")
