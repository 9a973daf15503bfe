"""What a server can be told from outside, by command line or by environment (`FAULTLINES_<NAME>`)."""

from collections.abc import Mapping
from pathlib import Path
from typing import Annotated, Any, Literal

import msgspec
from msgspec import Meta

PREFIX = "FAULTLINES_"
LOCAL_HOSTS = ("localhost", "127.0.0.1", "[::1]")


class SettingsError(ValueError):
    """A setting has a value that it cannot have; the text names the setting and what it expects."""


def _data_folder() -> Path:
    return Path.home() / ".local" / "share" / "faultlines"


def _built_pages() -> Path:
    """Where the built browser client lies, in a checkout and in an installed wheel alike."""
    return Path(__file__).resolve().parent.parent / "client" / "web" / "dist"


class Settings(msgspec.Struct, frozen=True, kw_only=True):
    """Every setting of a server. `docs/settings.md` says what each means, and a test compares the two."""

    host: Annotated[str, Meta(pattern=r"^\S+$")] = "127.0.0.1"
    port: Annotated[int, Meta(ge=0, le=65535)] = 8000
    data: Path = msgspec.field(default_factory=_data_folder)
    allowed_hosts: tuple[str, ...] = LOCAL_HOSTS
    address: str = ""
    lan: bool = False
    open_browser: bool = True
    workers: Annotated[int, Meta(ge=1)] = 1
    log_level: Literal["debug", "info", "warning", "error"] = "warning"
    alive_every: Annotated[float, Meta(gt=0, le=60)] = 5.0
    bot_delay: Annotated[str, Meta(pattern=r"^\d+(\.\d+)?-\d+(\.\d+)?$")] = "1-4"
    web: Path = msgspec.field(default_factory=_built_pages)


def read_settings(environment: Mapping[str, str], **given: Any) -> Settings:
    """The settings of a server: `given` (None = not given) before the environment, that before the defaults.

    Raises SettingsError, naming the setting, for a value that it cannot have.
    """
    from_environment = {
        field: environment[PREFIX + field.upper()]
        for field in Settings.__struct_fields__
        if environment.get(PREFIX + field.upper())
    }
    return _checked(from_environment | {name: value for name, value in given.items() if value is not None})


def _checked(values: dict[str, Any]) -> Settings:
    hosts = values.get("allowed_hosts")
    if isinstance(hosts, str):
        values["allowed_hosts"] = tuple(part.strip() for part in hosts.split(",") if part.strip())
    try:
        return msgspec.convert(values, Settings, strict=False, dec_hook=_decode)
    except msgspec.ValidationError as error:
        raise SettingsError(_explained(str(error), values)) from None


def _decode(wanted: type, value: Any) -> Any:
    if wanted is Path:
        return Path(value).expanduser()
    raise NotImplementedError(wanted)


def _explained(problem: str, values: dict[str, Any]) -> str:
    what, _, where = problem.partition(" - at `$.")
    name = where.rstrip("`").partition("[")[0]
    value = values.get(name)
    return f"{PREFIX}{name.upper()}: {value!r} does not fit. {what}. docs/settings.md lists what fits."
