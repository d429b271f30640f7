"""What stands around every page and is shared by all of them."""
