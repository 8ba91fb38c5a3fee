"""Reconciliation across documents: pure, dataclasses in, dataclasses out."""
