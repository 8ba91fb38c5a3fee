"""The beginning of what would be written: of each file, where a format has several."""

from __future__ import annotations

from PySide6.QtCore import QLocale, QStringListModel, Qt
from PySide6.QtGui import QTextOption
from PySide6.QtWidgets import (
    QListView,
    QPlainTextEdit,
    QStackedWidget,
    QTextBrowser,
    QVBoxLayout,
    QWidget,
)

from tawatur_core.errors import TawaturError
from tawatur_core.exchange import Scope
from tawatur_core.exporters.catalogue import missing
from tawatur_core.monitor import Monitor
from tawatur_core.plugins import Exporter
from tawatur_core.preview import SHOWN, WHOLE, Piece, preview
from tawatur_gui import errors
from tawatur_gui.context import Context
from tawatur_gui.export.rendered import rendered
from tawatur_gui.jobs import Job
from tawatur_gui.widgets import Muted, Section
from tawatur_gui.widgets.basic import column, row

_LISTED = 6  # files of an export shown without scrolling
_LOCALES = {"ar": "ar_AE", "en": "en"}


class PreviewPane(QWidget):
    """The preview beside the choices; made in the background."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        self._making: Job | None = None
        self._pieces: tuple[Piece, ...] = ()
        say = context.say
        self.text = QPlainTextEdit()
        self.text.setReadOnly(True)
        self.text.setProperty("role", "bare")
        self.text.setLineWrapMode(QPlainTextEdit.LineWrapMode.WidgetWidth)
        self.text.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        self.report = QTextBrowser()
        self.report.setOpenLinks(False)
        self.shown = QStackedWidget()
        self.told = Muted(small=False)
        for each in (self.text, self.report):
            each.setAccessibleName(say("export-preview"))
        for page in (self.text, self.report, self._message()):
            self.shown.addWidget(page)
        self.files = QListView()
        self.files.setModel(QStringListModel(self))
        self.files.setEditTriggers(QListView.EditTrigger.NoEditTriggers)
        self.files.setProperty("role", "names")
        self.files.setUniformItemSizes(True)
        self.files.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.files.setTextElideMode(Qt.TextElideMode.ElideMiddle)
        self.files.setAccessibleName(say("export-files"))
        self.files.selectionModel().currentChanged.connect(lambda now, _: self._show(now.row()))
        self.note = Muted(lines=1)
        self.setProperty("role", "panel")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        box = QVBoxLayout(self)
        box.setContentsMargins(24, 24, 24, 8)
        box.setSpacing(8)
        box.addLayout(row(Section(say("export-preview")), None, self.note))
        box.addWidget(self.files)
        box.addWidget(self.shown, 1)
        self.files.hide()

    def _message(self) -> QWidget:
        page = QWidget()
        page.setLayout(column(self.told, None))
        return page

    def show_for(self, exporter: Exporter, scope: Scope, *, empty: bool) -> None:
        """Write the beginning of the output in the background and show it."""
        session, say = self._context.session, self._context.say
        if self._making is not None:
            self._making.cancel()
        if missing(exporter) is not None:  # the card beside it says what to install
            self._tell("")
            return
        if session is None or empty:
            self._tell(say("export-preview-none"))
            return
        name, language = exporter.name, self._context.settings.language
        open_reader, shown = session.reader(), WHOLE if name == "html" else SHOWN

        def work(monitor: Monitor) -> tuple[Piece, ...]:
            with open_reader() as reader:
                return preview(
                    reader, name, scope=scope, language=language, shown=shown, monitor=monitor
                )

        show = self.show_report if name == "html" else self.show_pieces
        self._making = self._context.jobs.run(work, show, failed=self._failed)

    def _failed(self, failure: Exception) -> None:
        if isinstance(failure, TawaturError):
            self._tell(errors.words_for(failure, self._context.words))
        else:
            self._context.fail(failure)

    def _tell(self, words: str) -> None:
        self._list(())
        self.note.setText("")
        self.told.setText(words)
        self.shown.setCurrentIndex(2)

    def show_report(self, pieces: tuple[Piece, ...]) -> None:
        """Show the report as a page."""
        words, now = self._context.words, self._context.theme
        self._list(())
        self.note.setText(words.say("export-preview-report"))
        self.report.setHtml(rendered(pieces[0].text, now, right=words.right_to_left))
        self.shown.setCurrentWidget(self.report)

    def show_pieces(self, pieces: tuple[Piece, ...]) -> None:
        """Show the files, the first one open."""
        self._list(pieces if len(pieces) > 1 else ())
        self._pieces = pieces
        self.note.setText(self._context.say("export-preview-note"))
        if len(pieces) > 1:
            self.files.setCurrentIndex(self.files.model().index(0, 0))
        self._show(0)

    def _list(self, pieces: tuple[Piece, ...]) -> None:
        self._pieces = pieces
        model = self.files.model()
        assert isinstance(model, QStringListModel)
        # plain "ar" would write ٣ where the window everywhere else writes 3
        size = QLocale(_LOCALES[self._context.settings.language]).formattedDataSize
        model.setStringList([f"\u2066{one.name}\u2069 · {size(one.size)}" for one in pieces])
        self.files.setVisible(bool(pieces))
        line = self.files.sizeHintForRow(0) if pieces else 0
        self.files.setFixedHeight(line * min(len(pieces), _LISTED) + 4)

    def _show(self, number: int) -> None:
        if not 0 <= number < len(self._pieces):
            return
        one = self._pieces[number]
        more = f"\n{self._context.say('export-preview-cut')}" if one.cut else ""
        plain = one.name.endswith((".txt", ".pdf"))
        side = Qt.LayoutDirection
        option = QTextOption()  # lines of a table or markup do not turn over one by one
        option.setTextDirection(side.LayoutDirectionAuto if plain else side.LeftToRight)
        self.text.document().setDefaultTextOption(option)
        self._put(one.text + more)

    def _put(self, text: str) -> None:
        self.shown.setCurrentWidget(self.text)
        self.text.setPlainText(text)
