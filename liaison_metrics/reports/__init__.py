"""Reports: the figures as documents, pictures and workbooks."""
