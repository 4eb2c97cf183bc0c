"""Every sentence, in every language, and how numbers and tables are written."""
