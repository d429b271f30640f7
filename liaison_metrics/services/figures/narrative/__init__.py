"""What people write beside the figures: notes, and the texts of the report."""
