"""Start here: `python bot.py` runs the bot, on Discord with a token and on a small sandbox without one."""

from __future__ import annotations

import tomllib
from pathlib import Path

import typer
from rich.console import Console

import decks
import logs
import service
from life.ending import Exit
from settings import Settings, WrongSettings

app = typer.Typer(help=__doc__, pretty_exceptions_enable=False)
app.add_typer(decks.app, name="decks")


@app.callback(invoke_without_command=True)
def main(context: typer.Context, version: bool = typer.Option(False, "--version", help="Say which.")) -> None:
    """Without a command: run."""
    if version:
        project = tomllib.loads(Path(__file__).with_name("pyproject.toml").read_text("utf-8"))["project"]
        typer.echo(f"{project['name']} {project['version']}")
    elif context.invoked_subcommand is None:
        run()


@app.command()
def run() -> None:
    """Run the bot: on Discord when DISCORD_TOKEN or DISCORD_TOKEN_FILE is set, else on a small sandbox."""
    settings = read_settings()
    if token := settings.discord_token:
        end_with(lambda: service.on_discord(settings, token.get_secret_value()))
    else:
        from tour import demo  # with the sandbox, which a bot on Discord does not carry about

        end_with(lambda: demo.play(settings, Console()))


@app.command("tour")
def play() -> None:
    """Play the stories on the sandbox; a check mark stands where everything held."""
    read_settings()
    end_with(tell)


async def tell() -> None:
    import tour

    if not await tour.play(Console()):
        raise typer.Exit(1)


def read_settings() -> Settings:
    """Also starts the log: on the sandbox only what goes wrong, unless LOG_LEVEL says otherwise."""
    try:
        settings = Settings.read()
    except WrongSettings as wrong:
        typer.echo(str(wrong), err=True)
        raise typer.Exit(Exit.MISCONFIGURED) from None
    token = settings.discord_token
    level = settings.log_level if token or "log_level" in settings.model_fields_set else "warning"
    logs.configure(level, settings.log_format, hide=[token.get_secret_value()] if token else [])
    return settings


def end_with(main: service.Main) -> None:
    try:
        service.run(main)
    except service.Unable as unable:
        typer.echo(str(unable), err=True)
        raise typer.Exit(unable.code) from None


if __name__ == "__main__":
    app()
