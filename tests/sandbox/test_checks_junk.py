"""Whatever a bot sends, a check takes it or refuses it; it never breaks."""

from collections.abc import Callable
from contextlib import suppress
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from sandbox.checks.commands import check_command, check_commands
from sandbox.checks.components import check_components
from sandbox.checks.guilds import check_channel, check_member, check_overwrite, check_role, check_thread
from sandbox.checks.messages import check_message
from sandbox.checks.modals import check_modal
from sandbox.errors import ApiError

KEYS = [
    "type", "id", "custom_id", "components", "component", "accessory", "options", "label", "value", "style",
    "content", "embeds", "fields", "name", "flags", "allowed_mentions", "parse", "users", "title", "default",
    "required", "min_values", "max_values", "choices", "permissions", "nick", "name_localizations", "es-ES",
    "attachments", "items", "media", "url", "permission_overwrites", "topic", "description",
]  # fmt: skip
scalars = (
    st.none()
    | st.booleans()
    | st.integers(-3, 40_000)
    | st.floats()
    | st.sampled_from(["", "x", "1", "a" * 150])
)
junk = st.recursive(
    scalars,
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.sampled_from(KEYS), inner, max_size=6),
)
bodies = st.dictionaries(st.sampled_from(KEYS), junk, max_size=8)

CHECKS: list[Callable[[Any], None]] = [
    check_message,
    lambda body: check_components([body], v2=True),
    check_modal,
    check_command,
    lambda body: check_commands([body, body]),
    check_role,
    check_channel,
    check_member,
    check_overwrite,
    check_thread,
]


@settings(max_examples=30)
@given(bodies)
def test_a_check_never_breaks(body: dict[str, Any]):
    for check in CHECKS:
        with suppress(ApiError):
            check(body)
