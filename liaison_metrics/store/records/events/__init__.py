"""Events beside their sheets: what people say of them, and the files that prove them."""
