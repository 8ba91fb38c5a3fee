"""The reading pane and its inspector."""
