"""What a person is offered to do, as buttons the page draws as they come: what is not offered is not sent."""

from __future__ import annotations

from sandbox.page.slices.fields import field
from sandbox.payloads import Json


def offer(
    text: str,
    deed: str,
    what: Json | None = None,
    *,
    look: str = "secondary",
    sure: str | None = None,
    fields: list[Json] | None = None,
    about: str | None = None,
    opens: bool = False,
    pressed: bool | None = None,
) -> Json:
    """A button that does `deed` with `what`.

    `sure`: what is asked first; `fields`: what is to be filled in first, under the title `about`; `opens`:
    the channel that comes of it is opened; `pressed`: for a switch.
    """
    whole = {
        "text": text, "deed": deed, "what": what or {}, "look": look, "sure": sure, "fields": fields,
        "about": about, "opens": opens or None, "pressed": pressed,
    }  # fmt: skip
    return {key: value for key, value in whole.items() if value is not None}


def delete(deed: str, what: Json, text: str, loses: str = "with all that was said there") -> Json:
    return offer(text, deed, what, look="danger", sure=f"It is deleted for everybody, {loses}.")


def rename(deed: str, what: Json, name: str) -> Json:
    fresh = field("name", "New name", value=name)
    return offer("Rename", deed, what, fields=[fresh], about=f"Rename {name}")
