"""What a page has been sent, so that only what is different goes out."""

from __future__ import annotations

from sandbox.page.slices import Slices
from sandbox.payloads import Json, encode


class Sent:
    """Slices by name; of the log's messages each on its own, for one more makes not all of them new."""

    def __init__(self) -> None:
        self._slices: dict[str, str] = {}
        self._messages: dict[str, str] = {}

    def fresh(self, slices: Slices) -> str | None:
        """The frame that brings a page up to date; slices that are no more are null. None when it is."""
        log = slices.pop("log", None)
        texts = {name: encode(found) for name, found in slices.items()}
        texts |= {name: "null" for name in self._slices if name not in texts and name != "log"}
        changed = {name: text for name, text in texts.items() if self._slices.get(name) != text}
        if log_text := self._fresh_log(log):
            changed["log"] = log_text
        self._slices |= texts
        if not changed:
            return None
        return "{" + ",".join(f'"{name}":{text}' for name, text in changed.items()) + "}"

    def _fresh_log(self, log: Json | None) -> str | None:
        """`ids` of all that is shown, `messages` by id for those that are not on the page as they are now."""
        messages = {each["id"]: encode(each) for each in log["messages"]} if log else {}
        text = encode({**log, "messages": 0, "ids": list(messages)}) if log else "null"
        changed = {key: found for key, found in messages.items() if self._messages.get(key) != found}
        self._messages = messages
        if text == self._slices.get("log") and not changed:
            return None
        self._slices["log"] = text
        bodies = ",".join(f'"{key}":{found}' for key, found in changed.items())
        return text.replace('"messages":0', '"messages":{' + bodies + "}", 1)
