"""Tables and figures → files, whole or not at all."""
