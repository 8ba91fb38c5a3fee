"""Reconciliation across documents: pure functions on plain values, never the store."""

from tawatur_core.reconcile.entities import propose_same
from tawatur_core.reconcile.run import reconcile_accounts
from tawatur_core.reconcile.texts import Comparison, Outcome, compare_texts
from tawatur_core.reconcile.views import (
    Account,
    Apart,
    EntityView,
    Named,
    Reconciliation,
    Settled,
)

__all__ = [
    "Account",
    "Apart",
    "Comparison",
    "EntityView",
    "Named",
    "Outcome",
    "Reconciliation",
    "Settled",
    "compare_texts",
    "propose_same",
    "reconcile_accounts",
]
