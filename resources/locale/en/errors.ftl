# Failures a user can do something about.
