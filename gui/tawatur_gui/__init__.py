"""The window of Tawatur."""
