"""Events and people told in lines of labels and values."""
