"""The `faultlines` command. It alone puts the parts together, so it alone may import any of them."""

import asyncio
import contextlib
import importlib.util
import os
import signal
import socket
import sys
import threading
import webbrowser
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import msgspec
import typer

from server.settings import Settings, SettingsError, read_settings

# The heavy parts are imported where they are used, so that help and checks answer at once.
if TYPE_CHECKING:
    from fastapi import FastAPI

app = typer.Typer(
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
    help="Faultlines: a negotiation game of a local partnership, played among people and bots.",
)
deck_commands = typer.Typer(
    no_args_is_help=True, help="Decks: the cards, roles and texts that a game is played with."
)
app.add_typer(deck_commands, name="deck")


def main() -> None:
    """Runs the command. Ctrl-C is a way to stop, not an error to trace."""
    try:
        app()
    except KeyboardInterrupt:
        sys.exit(130)


@app.command(epilog="Example: faultlines serve --lan --data ~/workshop")
def serve(
    host: Annotated[
        str | None, typer.Option(help="Network address to listen on. (default: 127.0.0.1)")
    ] = None,
    port: Annotated[int | None, typer.Option(help="Port to listen on; 0 for any. (default: 8000)")] = None,
    data: Annotated[
        Path | None, typer.Option(help="Folder of the databases. (default: ~/.local/share/faultlines)")
    ] = None,
    no_browser: Annotated[bool, typer.Option("--no-browser", help="Do not open the page.")] = False,
    lan: Annotated[bool, typer.Option("--lan", help="Let phones in the room in; shows a QR code.")] = False,
    workers: Annotated[int | None, typer.Option(help="Server processes; only 1 for now.")] = None,
    log_level: Annotated[
        str | None, typer.Option(help="debug, info, warning or error. (default: warning)")
    ] = None,
) -> None:
    """Start the server and open its page. Stop it with Ctrl-C.

    Every setting can also come from the environment, as FAULTLINES_PORT and so on: see docs/settings.md.
    """
    given: dict[str, Any] = {
        "host": host,
        "port": port,
        "data": data,
        "lan": lan or None,
        "open_browser": False if no_browser else None,
        "workers": workers,
        "log_level": log_level,
    }
    try:
        settings = read_settings(os.environ, **given)
    except SettingsError as error:
        raise fail(str(error), code=2) from None
    port_was_chosen = port is not None or "FAULTLINES_PORT" in os.environ
    run_server(settings, or_next_port=not port_was_chosen)


def run_server(settings: Settings, or_next_port: bool) -> None:
    """Serves until told to stop; then returns. Raises typer.Exit when it cannot start."""
    _refuse_more_workers(settings.workers)
    from server.listening import make_server

    settings = _opened_to_the_room(settings) if settings.lan else _with_own_host(settings)
    listening = _listen(settings, or_next_port)
    wanted, settings = settings.port, _with_real_port(settings, listening.getsockname()[1])
    application = _make_application(settings)
    if wanted not in (0, settings.port):
        typer.echo(f"Port {wanted} is taken by another program; using {settings.port} instead.")
    _warn_of_old_pages()
    server = make_server(application, settings, when_up=lambda: _announce(settings))
    # uvicorn raises the signal anew after its orderly end. That end is a success.
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(0))
    with contextlib.suppress(KeyboardInterrupt):
        server.run(sockets=[listening])


def _refuse_more_workers(workers: int) -> None:
    if workers > 1:
        raise fail(
            f"--workers {workers}: only one process can serve for now. Two would hold the tables in memory"
            " and share a SQLite file. One serves a whole workshop: leave the option out.",
            code=2,
        )


def _listen(settings: Settings, or_next_port: bool) -> socket.socket:
    from server.listening import CannotListen, listening_socket

    try:
        return listening_socket("0.0.0.0" if settings.lan else settings.host, settings.port, or_next_port)
    except CannotListen as error:
        raise fail(str(error)) from None


def _make_application(settings: Settings) -> "FastAPI":
    from server.app import create_app
    from server.journal import FolderUnusable, JournalUnusable
    from server.lobby import LobbyUnusable, check_lobby

    try:
        application = create_app(settings)
        asyncio.run(check_lobby(settings.data / "lobby.db"))
    except (FolderUnusable, JournalUnusable, LobbyUnusable) as error:
        raise fail(str(error)) from None
    return application


def _with_own_host(settings: Settings) -> Settings:
    """A host that was asked for by name or number may be addressed by it; `every network` is no name."""
    if settings.host in ("0.0.0.0", "::", *settings.allowed_hosts):
        return settings
    return msgspec.structs.replace(settings, allowed_hosts=(*settings.allowed_hosts, settings.host))


def _opened_to_the_room(settings: Settings) -> Settings:
    from server.listening import lan_address

    chosen = settings.host if settings.host not in ("127.0.0.1", "localhost", "0.0.0.0") else lan_address()
    if chosen is None:
        raise fail(
            "--lan: this machine is on no network that phones could reach. Join the room's Wi-Fi and start"
            " again, or name its address: faultlines serve --lan --host 192.168.1.20"
        )
    return msgspec.structs.replace(settings, host=chosen, allowed_hosts=(*settings.allowed_hosts, chosen))


def _with_real_port(settings: Settings, port: int) -> Settings:
    address = settings.address or (f"http://{settings.host}:{port}" if settings.lan else "")
    return msgspec.structs.replace(settings, port=port, address=address)


def _warn_of_old_pages() -> None:
    """In a checkout the pages can be older than their sources; an installed package has no sources."""
    root = Path(__file__).resolve().parent.parent
    spec = importlib.util.spec_from_file_location("build_web", root / "build_web.py")
    if not (root / "build_web.py").is_file() or spec is None or spec.loader is None:
        return
    build_web = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(build_web)
    if not build_web.is_fresh():
        typer.echo(
            "The browser's pages are older than their sources. `python3 play.py` builds them anew.", err=True
        )


def _announce(settings: Settings) -> None:
    host = "127.0.0.1" if settings.lan or settings.host in ("0.0.0.0", "::") else settings.host
    here = f"http://{f'[{host}]' if ':' in host else host}:{settings.port}"
    typer.echo(f"Faultlines is up: open {here}")
    if settings.lan:
        import segno

        typer.echo(f"Phones in this room: {settings.address}")
        segno.make(settings.address, micro=False).terminal(out=sys.stdout, compact=True)
    typer.echo(f"Games are kept in {settings.data}. Stop with Ctrl-C.")
    sys.stdout.flush()
    if settings.open_browser and _has_desktop():
        threading.Thread(target=webbrowser.open, args=(here,), daemon=True).start()


def _has_desktop() -> bool:
    return sys.platform in ("darwin", "win32") or any(
        os.environ.get(name) for name in ("DISPLAY", "WAYLAND_DISPLAY")
    )


@deck_commands.command(epilog="Example: faultlines deck check scenarios/decks/local-strategic-partnership")
def check(path: Annotated[Path, typer.Argument(help="A deck's folder, or one YAML file of it.")]) -> None:
    """Read a deck and say all that is wrong with it, one line each: path:line:column: what, and what to do.

    Exit code 0: nothing wrong, or warnings only. 1: findings. 2: it could not be read.
    """
    from scenarios.check import check_path

    report = check_path(path)
    for finding in report.findings:
        typer.echo(str(finding))
    if report.exit_code == 0:
        typer.echo(f"{path}: fit to play{', with warnings' if report.findings else ''}.")
    raise typer.Exit(report.exit_code)


@app.command(epilog="Example: faultlines replay my-game.jsonl")
def replay(
    file: Annotated[Path, typer.Argument(help="A journal that was exported: one JSON object a line.")],
    tell: Annotated[bool, typer.Option("--tell", help="Also tell the game in sentences.")] = False,
) -> None:
    """Play an exported journal again by the rules and say `equal`, or name the first line that differs.

    Exit code 0: equal. 1: a line differs. 2: it could not be read.
    """
    from server.journal.replay import compare
    from server.journal.story import story

    report = compare(file)
    if report.equal:
        typer.echo(f"{file}: {report.what}")
        for sentence in story(file) if tell else ():
            typer.echo(sentence)
        return
    if report.line is None:
        raise fail(f"{file}: {report.what}", code=2)
    typer.echo(f"{file}:{report.line}: {report.what}")
    raise typer.Exit(1)


@app.command(epilog="Example: faultlines simulate --all tactical --games 2000 --seed 7")
def simulate(
    words: Annotated[list[str] | None, typer.Argument(hidden=True)] = None,
    deck: Annotated[
        str, typer.Option(help="A shipped deck's id, or a deck's folder.")
    ] = "local-strategic-partnership",
    everybody: Annotated[
        str | None,
        typer.Option("--all", metavar="POLICY", help="Who sits where --seats names nobody. (default: tactical)"),
    ] = None,
    seats: Annotated[
        str, typer.Option(metavar="ROLE=POLICY,...", help="Who sits where; the policy `none` leaves a role out.")
    ] = "",
    games: Annotated[int, typer.Option(help="How many.")] = 1000,
    seed: Annotated[int, typer.Option(help="The same seed gives the same figures.")] = 1,
    preset: Annotated[str | None, typer.Option(help="gentle, standard or hard. (default: the deck's)")] = None,
    rounds: Annotated[int | None, typer.Option(help="Rounds of a game. (default: the deck's)")] = None,
    slips: Annotated[float, typer.Option(help="Share of sheets with one dial gone wrong, 0 to 1.")] = 0.15,
    no_offers: Annotated[bool, typer.Option("--no-offers", help="Nobody pledges, bargains or tells.")] = False,
    force: Annotated[
        list[str] | None,
        typer.Option(metavar="DIAL=VALUE ...", help="Set naming, focus or attendance: naming=never focus=cases"),
    ] = None,
    workers: Annotated[int | None, typer.Option(min=1, help="Processes. (default: one a core)")] = None,
    as_json: Annotated[bool, typer.Option("--json", help="One JSON object on standard output.")] = False,
) -> None:
    """Let bots play many games of a deck and see who survives, who scores, and what breaks.

    docs/simulate.md explains every option and every figure.
    """
    from scenarios.simulation import BadBot, BadPlan, make_plan, read_deck, simulate_and_show

    if words and not force:
        raise fail(f"{words[0]}: there is no such option. See faultlines simulate --help.", code=2)
    try:
        plan = make_plan(
            read_deck(deck), everybody=everybody, seats=seats, games=games, seed=seed, preset=preset, rounds=rounds,
            slips=slips, offers=not no_offers, force=[*(force or ()), *(words or ())],
        )
        simulate_and_show(plan, workers, as_json)
    except BadPlan as error:
        raise fail(str(error), code=2) from None
    except BadBot as error:
        raise fail(str(error)) from None


def fail(message: str, code: int = 1) -> typer.Exit:
    typer.echo(message, err=True)
    return typer.Exit(code)


if __name__ == "__main__":
    main()
