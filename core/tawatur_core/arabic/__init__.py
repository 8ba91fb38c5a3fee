"""Reading Arabic news: pure functions on text that return values with spans in code points.

The functions named here are a contract. Except for folding and words, their modules are loaded
when first used, so that importing this package stays cheap.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

# Eagerly: the functions `fold` and `words` must win over the submodules of the same names.
from tawatur_core.arabic.fold import fold, fold_text
from tawatur_core.arabic.words import sentences, split_clitics, words

if TYPE_CHECKING:  # one line for each entry of _HOMES
    from tawatur_core.arabic.attribution import find_attributions
    from tawatur_core.arabic.claims import find_claims
    from tawatur_core.arabic.dates import find_dates
    from tawatur_core.arabic.dates_proof import proven_publication_date
    from tawatur_core.arabic.mentions import find_mentions
    from tawatur_core.arabic.names import (
        name_key,
        name_keys,
        name_similarity,
        same_name,
        spellings,
    )
    from tawatur_core.arabic.numbers import find_quantities

__all__ = [
    "find_attributions",
    "find_claims",
    "find_dates",
    "find_mentions",
    "find_quantities",
    "fold",
    "fold_text",
    "name_key",
    "name_keys",
    "name_similarity",
    "proven_publication_date",
    "same_name",
    "sentences",
    "spellings",
    "split_clitics",
    "words",
]

# Public function or class -> the submodule it lives in.
_HOMES: dict[str, str] = {
    "find_attributions": "attribution",
    "find_claims": "claims",
    "find_dates": "dates",
    "find_quantities": "numbers",
    "find_mentions": "mentions",
    "name_key": "names",
    "name_keys": "names",
    "name_similarity": "names",
    "proven_publication_date": "dates_proof",
    "same_name": "names",
    "spellings": "names",
}


def __getattr__(name: str) -> object:
    """Load a public function from its module on first use."""
    home = _HOMES.get(name)
    if home is None:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    found: object = getattr(import_module(f"{__name__}.{home}"), name)
    globals()[name] = found
    return found
