"""Round trips: project → format → new project, held against what the format says it loses."""
