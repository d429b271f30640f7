"""What opening a database needs: its schema brought up to date, and its errors told with their cause."""
