"""What partners owe: finding it, reminding them, and the weekly digest for coordinators."""
