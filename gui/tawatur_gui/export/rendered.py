"""The HTML report as Qt can show it, for the preview: same words and order, plainer setting."""

from __future__ import annotations

import re

from tawatur_gui.theme import Theme

_HEAD = re.compile(r"<head>.*?</head>", re.DOTALL)
_FIGURES = re.compile(r'<ul class="figures">(.*?)</ul>', re.DOTALL)
_FIGURE = re.compile(r"<li><b>(.*?)</b>(.*?)</li>", re.DOTALL)
_ROW = re.compile(r"(<tr>)(.*?)(</tr>)", re.DOTALL)
_CELL = re.compile(r"<(t[hd])\b.*?</\1>", re.DOTALL)
_CARD = re.compile(r'<(?:article|section) class="card"[^>]*>')


def rendered(page: str, theme: Theme, *, right: bool) -> str:
    """Return a report for a QTextBrowser, which knows neither variables, grids nor inline blocks.

    `right` says whether the page runs right to left: Qt does not turn the columns of a table.
    """
    body = _HEAD.sub("", page, count=1)
    body = _FIGURES.sub(_in_a_row, body)
    body = _CARD.sub("<div>", body).replace('<section class="side">', '<div class="side">')
    body = re.sub(r"</(?:article|section)>", "</div>", body)
    body = re.sub(r"<mark (class=[^>]*)>(.*?)</mark>", r"<span \1>\2</span>", body, flags=re.DOTALL)
    body = body.replace('<span class="reason">', '<br><span class="reason">')
    body = body.replace("<table", '<table width="100%" cellspacing="0"')
    body = re.sub(r"<th\b", f'<th align="{"right" if right else "left"}"', body)
    if right:
        body = _ROW.sub(_turned, body)
    return f"<html><head><style>{_sheet(theme)}</style></head>{body}</html>"


def _in_a_row(figures: re.Match[str]) -> str:
    told = " · ".join(f"<b>{number}</b> {name}" for number, name in _FIGURE.findall(figures[1]))
    return f"<p>{told}</p>"


def _turned(line: re.Match[str]) -> str:
    """Return a row of a table with its cells from right to left."""
    cells = [cell[0] for cell in _CELL.finditer(line[2])]
    return line[1] + "".join(reversed(cells)) + line[3]


def _sheet(theme: Theme) -> str:
    """Return the part of the report's looks that Qt's rich text understands."""
    return f"""
        body, p, td, th, li {{ color: {theme.ink}; }}
        h1 {{ font-size: 22px; }} h2 {{ font-size: 17px; margin-top: 24px; }}
        h3 {{ font-size: 15px; }}
        td, th {{ padding: 4px 8px; }} th {{ font-weight: normal; color: {theme.muted}; }}
        .muted, .meta, .reason, .proposed {{ color: {theme.muted}; font-size: 12px; }}
        .question, .open, .sign {{ color: {theme.conflict}; }}
        .quote {{ background-color: {theme.claim_ground}; }}
        .different {{ color: {theme.conflict}; }}
        .same {{ color: {theme.agreement}; }}
        b {{ color: {theme.accent}; }}
    """
