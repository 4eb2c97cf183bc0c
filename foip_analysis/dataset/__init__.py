"""CSV → a checked Dataset: reading, faults, codebook, membership, selections."""
