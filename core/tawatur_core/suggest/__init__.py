"""Suggesters: what the program proposes for a document."""
