"""Run the benchmark named on the command line."""

from __future__ import annotations

import asyncio
import importlib
import json
import os
import platform
import sys
from pathlib import Path

NAMES = sorted(file.stem for file in Path(__file__).parent.glob("[!_]*.py"))


def main(arguments: list[str]) -> int:
    if len(arguments) != 1 or arguments[0] not in NAMES:
        print(f"Say which benchmark: {', '.join(NAMES)}", file=sys.stderr)
        return 2
    (name,) = arguments
    figures = asyncio.run(importlib.import_module(f"bench.{name}").measure(print))
    machine = {"python": platform.python_version(), "cores": os.cpu_count(), "load": round(_load(), 1)}
    print(json.dumps({"benchmark": name, **figures, **machine}))
    return 0


def _load() -> float:
    return os.getloadavg()[0] if hasattr(os, "getloadavg") else -1.0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
