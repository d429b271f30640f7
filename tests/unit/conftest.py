"""How property tests run here."""

from hypothesis import settings

from tests.examples import share_of

# Examples are small, but a busy machine can make any of them slow: time says nothing about rightness.
settings.register_profile("unhurried", deadline=None, max_examples=share_of(100))
settings.load_profile("unhurried")
