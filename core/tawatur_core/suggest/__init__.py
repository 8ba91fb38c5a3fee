"""Suggesters: what the reading functions find, as proposals an analyst accepts or rejects."""
