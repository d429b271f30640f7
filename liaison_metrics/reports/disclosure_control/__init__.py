"""Statistical disclosure control: which numbers of a published report have to be hidden."""
