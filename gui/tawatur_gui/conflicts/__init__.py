"""The place where conflicts are reviewed side by side."""
