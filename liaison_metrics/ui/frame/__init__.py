"""The frame around every page, and the parts that pages share."""
