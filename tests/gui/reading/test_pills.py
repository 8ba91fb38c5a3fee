"""What a mention is, by one press."""

from __future__ import annotations

from tawatur_core.model import MentionRole
from tawatur_core.store.mentions import mention as read_mention
from tawatur_gui.reading.page import ReadPage
from tawatur_gui.widgets import Button

from .made import Made


def test_the_role_of_a_mention_is_one_press(page: ReadPage, made: Made):
    article = page.desk.article
    assert article is not None
    id_ = next(m.id for m in article.mentions.values() if m.role is MentionRole.NAME)
    page.pick(id_)
    told = page._context.say("mention-role-short")
    buttons = page.inspector.mention.card.findChildren(Button)
    (short,) = [button for button in buttons if button.text() == told]
    assert not short.isChecked()
    short.click()
    assert read_mention(made.session, id_).role is MentionRole.SHORT
    made.session.undo()
    assert read_mention(made.session, id_).role is MentionRole.NAME
