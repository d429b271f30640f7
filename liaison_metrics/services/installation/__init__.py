"""What concerns the installation as a whole: sample data, and backups: making, restoring, on a schedule."""
