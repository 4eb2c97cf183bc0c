"""One explorer of a dataset, as a page and in a notebook."""
