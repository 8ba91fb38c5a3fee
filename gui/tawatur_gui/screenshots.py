"""Pictures of every place, made without a display."""

from __future__ import annotations

import os
import tempfile
from itertools import product
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QEventLoop, QTimer
from PySide6.QtWidgets import QApplication

from tawatur_core.errors import CannotWrite
from tawatur_core.store import claims, derived, documents, entities, verdicts
from tawatur_gui import incoming_sample
from tawatur_gui.context import Context, Place, Target
from tawatur_gui.jobs import Jobs
from tawatur_gui.settings import Settings

if TYPE_CHECKING:
    from tawatur_gui.window import Window

SIZE = (1440, 900)
_CALM = 250  # milliseconds for what follows a change: counts, previews, the next conflict


def take(project: Path, folder: Path) -> list[Path]:
    """Return pictures of every place in both languages and both themes, `PLACE-LANGUAGE-THEME.png`.

    Those of an import are called `import`, `import-labels` and `import-copies`. The project is
    opened but not changed; the settings are not the user's own. Raises CannotWrite; a project that
    cannot be opened gives no pictures.
    """
    if QApplication.instance() is None:
        os.environ["QT_QPA_PLATFORM"] = "offscreen"
    before = os.environ.get("TAWATUR_CONFIG")
    with tempfile.TemporaryDirectory() as place:
        os.environ["TAWATUR_CONFIG"] = str(Path(place) / "settings")
        try:
            return _pictures(project, folder, Path(place) / "incoming")
        except OSError as failure:
            raise CannotWrite(folder, failure.strerror or str(failure)) from failure
        finally:
            if before is None:
                del os.environ["TAWATUR_CONFIG"]
            else:
                os.environ["TAWATUR_CONFIG"] = before


def _pictures(project: Path, folder: Path, incoming: Path) -> list[Path]:
    # imported here: the platform must be chosen before anything makes a QApplication
    from tawatur_gui.app import application  # noqa: PLC0415
    from tawatur_gui.window import Window  # noqa: PLC0415

    application()
    folder.mkdir(parents=True, exist_ok=True)
    context = Context(Settings(analyst="هـ.س", theme="light"), Jobs())
    window = Window(context)
    window.resize(*SIZE)
    window.show()
    made = []
    if window.projects.open(project):
        assert context.session is not None
        incoming_sample.write(incoming, context.session)
        for language, theme in product(("ar", "en"), ("light", "dark")):
            context.settings.theme = theme
            window.relook()
            window.speak(language)
            for target in _targets(context):
                window.go(target)
                _settle(context)
                made.append(_picture(window, folder / f"{target.place}-{language}-{theme}.png"))
            made += _imports(window, incoming, folder, f"{language}-{theme}.png")
    window.close()
    window.deleteLater()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    return made


def _imports(window: Window, incoming: Path, folder: Path, ending: str) -> list[Path]:
    """Return pictures of files looked over: a saved page, what labels become, what repeats."""
    from tawatur_gui.library.import_sheet import ImportSheet  # noqa: PLC0415 - see _pictures
    from tawatur_gui.library.importing import import_files  # noqa: PLC0415

    context = window.context
    window.go(Target(Place.READ))
    import_files(window, [incoming])
    _settle(context)
    sheet = window.findChildren(ImportSheet)[-1]
    found = sheet.model.found
    page = next(n for n, one in enumerate(found) if one.path.name == incoming_sample.PAGE)
    sheet.files.choose(page)
    made = []
    for name, number in (("import", 0), ("import-labels", 2), ("import-copies", 3)):
        sheet.turn_to(number)
        _settle(context)
        made.append(_picture(window, folder / f"{name}-{ending}"))
    sheet.close_sheet()
    _settle(context)
    return made


def _picture(window: Window, path: Path) -> Path:
    if not window.grab().save(str(path)):
        raise CannotWrite(path)
    return path


def _targets(context: Context) -> list[Target]:
    """Return every place, with what is most worth seeing there."""
    session = context.session
    assert session is not None
    library = sorted(documents.library(session), key=lambda row: (-row.conflicts, -row.claims))
    given = verdicts.verdicts(session)
    # Undecided ones first, those that compare the most before others.
    found = sorted(derived.conflicts(session), key=lambda one: (one.key in given, -len(one.rows)))
    told = claims.claim(session, found[0].claims[-1]) if found else None
    known = sorted(entities.entities(session), key=lambda row: (-len(row.spellings), row.entity.id))
    return [
        Target(Place.WELCOME),
        Target(Place.READ, document=told.document, claim=told.id)
        if told
        else Target(Place.READ, document=library[0].id if library else None),
        Target(Place.ENTITIES, entity=known[0].entity.id if known else None),
        Target(Place.CONFLICTS, conflict=found[0].key if found else None),
        Target(Place.OVERVIEW),
        Target(Place.EXPORT),
    ]


def _settle(context: Context) -> None:
    """Let jobs end and the window draw itself."""
    for _ in range(2):
        context.jobs.wait()
        loop = QEventLoop()
        QTimer.singleShot(_CALM, loop.quit)
        loop.exec()
