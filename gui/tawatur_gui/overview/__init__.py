"""The corpus as a whole: matrix, timeline and entity map."""
