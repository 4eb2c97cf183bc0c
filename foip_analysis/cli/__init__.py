"""The console script ``foip``, and what ``make`` runs."""
