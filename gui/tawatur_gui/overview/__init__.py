"""The corpus at a glance."""
