"""The place where the corpus is exported."""
