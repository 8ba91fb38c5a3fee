"""Documents as text with labelled spans beside it: what the linguistic formats have in common."""
