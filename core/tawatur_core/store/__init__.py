"""One project file: schema, operation log, session, queries, search."""
