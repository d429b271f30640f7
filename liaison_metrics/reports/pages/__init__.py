"""What stands on the report's pages, whatever the form."""
