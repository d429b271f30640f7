"""Numbers of people that lines and sentences state beside a list."""
