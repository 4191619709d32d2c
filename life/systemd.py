"""What systemd is told (Type=notify): lines over a datagram socket. Without systemd nothing is."""

from __future__ import annotations

import os
import socket
from contextlib import suppress


def tell(*lines: str) -> None:
    """Such as READY=1. Never waits, and never fails: systemd decides by what it does not hear."""
    address = os.environ.get("NOTIFY_SOCKET", "")
    if not address.startswith(("/", "@")):
        return
    with suppress(OSError), socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM) as notify:
        notify.setblocking(False)
        notify.sendto("\n".join(lines).encode(), address.replace("@", "\0", 1))


def watchdog_seconds() -> float | None:
    """How often it wants to hear WATCHDOG=1 (WatchdogSec); None when it does not."""
    period, of = os.environ.get("WATCHDOG_USEC", ""), os.environ.get("WATCHDOG_PID", "")
    return int(period) / 1e6 if period.isdigit() and of in ("", str(os.getpid())) else None
