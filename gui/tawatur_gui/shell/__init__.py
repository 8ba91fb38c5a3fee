"""The frame of the window round the pages: rail, bars, search, notices, settings."""
