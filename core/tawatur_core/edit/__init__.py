"""Commands: plain functions on a Session, one undo step each."""
