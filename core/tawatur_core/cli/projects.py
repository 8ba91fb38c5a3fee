"""Opening projects for commands."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Iterator
from contextlib import contextmanager

from tawatur_core.errors import ProjectHeld
from tawatur_core.store.session import Session


@contextmanager
def writing(options: Namespace) -> Iterator[Session]:
    """Open the project for writing. Raises ProjectHeld while another program holds it."""
    session = Session.open(options.project, analyst=options.analyst)
    try:
        if session.read_only:
            raise ProjectHeld(options.project, session.held_by)
        yield session
    finally:
        session.close()


@contextmanager
def reading(options: Namespace) -> Iterator[Session]:
    """Open the project for reading."""
    session = Session.open(options.project, analyst=options.analyst, read_only=True)
    try:
        yield session
    finally:
        session.close()
