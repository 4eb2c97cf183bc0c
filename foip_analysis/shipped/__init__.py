"""What knows the dimensions of the shipped document: overview, deck, citation."""
