"""The core of Tawatur: documents, claims, entities, reconciliation. Never imports Qt."""
