"""The place where entities are kept and joined."""
