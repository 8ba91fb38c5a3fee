"""Reading Arabic news: pure functions from text to values with spans in code points."""
