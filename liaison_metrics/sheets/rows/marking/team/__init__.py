"""Words, posts and signs by which the team is known among the people of a list."""
