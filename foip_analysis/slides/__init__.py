"""Tables and figures → editable PowerPoint."""
