"""What is made of plans: several events at once, the calendar of planned events, and their sign-in sheets."""
