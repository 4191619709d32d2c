"""Planned faults, in words."""

from __future__ import annotations

from sandbox.faults import Fault, Strike

CALLS = {
    "": "Any call",
    r"^/interactions/": "First answers to clicks and commands",
    r"^/webhooks/": "Later answers (follow-ups and changes)",
    r"^/channels/\d+/messages": "Messages",
    r"/roles": "Roles",
    r"^/(guilds/\d+/channels|channels/\d+$)": "Channels",
}
"""Regular expressions for paths, and what they mean. Others are quoted."""


def strike_in_words(strike: Strike) -> str:
    """What befalls a call: "nothing is done, the answer is 429, try again in 30 s"."""
    after = strike.moment == "after"
    done = "it is done, but" if after else "nothing is done,"
    wait = f"{strike.seconds:g} s" if strike.seconds is not None else ""
    match strike.kind:
        case "delay":
            return f"the real answer, {wait} late"
        case "hang":
            return f"{done} {wait} of silence, then the line is cut"
        case "drop":
            return f"{done} the line is closed without an answer"
        case "reset":
            return f"{done} the line is torn down"
        case "html":
            return f"{done} Cloudflare answers {strike.status} with a page"
    again = f", try again in {wait} ({strike.scope})" if strike.status == 429 else ""
    return f"{done} the answer is {strike.status}{again}"


def fault_in_words(fault: Fault) -> str:
    """The whole plan: "Messages, once: nothing is done: the line is torn down"."""
    which = CALLS.get(fault.path.pattern, f"Calls like {fault.path.pattern}")
    method = "" if fault.method == "*" else f" ({fault.method})"
    return f"{which}{method}, {_how_often(fault)}: {strike_in_words(fault.strike)}"


def _how_often(fault: Fault) -> str:
    if fault.left is not None:
        return "once more" if fault.left == 1 else f"{fault.left} more times"
    return "every time" if fault.chance is None else f"{fault.share:.0%} of the time"
