"""What people write beside the figures: notes, texts for the report, and statements that sheets are complete."""
