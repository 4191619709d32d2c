"""What every test may ask for."""

import pytest
import structlog
from hypothesis import settings

pytest_plugins = ["tests.databases", "tests.staging"]

settings.register_profile("busy", deadline=None)  # a machine that does other things finds no faults by itself
settings.load_profile("busy")


@pytest.fixture(autouse=True)
def _plain_logs() -> None:
    """structlog's own default draws every exception with all its variables, which takes seconds."""
    plain = structlog.dev.ConsoleRenderer(colors=False, exception_formatter=structlog.dev.plain_traceback)
    structlog.configure(processors=[structlog.processors.add_log_level, plain])
