"""A bot that puts up each thing a member of a Discord server can meet, once, for the page to show.

It knows nothing of any other bot. One module per kind of thing; `up.py` starts it all.
"""

from tests.browser.gallery.up import Gallery, gallery_up

__all__ = ["Gallery", "gallery_up"]
