"""The list of articles, welcome and import."""
