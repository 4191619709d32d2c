"""REST without a library around it."""

from __future__ import annotations

import aiohttp

from sandbox import Sandbox


async def asked(sandbox: Sandbox, method: str, path: str, *, token: str | None = None, **request):
    """Status, content type and JSON of a raw request."""
    headers = {"Authorization": f"Bot {sandbox.world.token if token is None else token}"} | request.pop(
        "headers", {}
    )
    async with (
        aiohttp.ClientSession() as session,
        session.request(method, sandbox.api_url + path, headers=headers, **request) as answer,
    ):
        return answer.status, answer.headers, await answer.json() if answer.status != 204 else None


async def edge_asked(sandbox: Sandbox, method: str, path: str):
    """The same, whatever the body is: status, headers and text."""
    headers = {"Authorization": f"Bot {sandbox.world.token}"}
    async with (
        aiohttp.ClientSession() as session,
        session.request(method, sandbox.api_url + path, headers=headers) as answer,
    ):
        return answer.status, answer.headers, await answer.text()
