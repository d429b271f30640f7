"""Tables to download: their rows and columns (``frames``) and the files made from them (``files``)."""
