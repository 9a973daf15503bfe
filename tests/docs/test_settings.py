"""docs/settings.md and `server.settings.Settings` say the same."""

import re
from pathlib import Path

import msgspec
import pytest
from typer.testing import CliRunner

from server.cli import app
from server.settings import PREFIX, Settings, SettingsError, read_settings

PAGE = (Path(__file__).parents[2] / "docs" / "settings.md").read_text()
ROW = re.compile(r"^\| `(FAULTLINES_\w+)` \| (?:`(--[\w-]+)`)? ?\| (.+?) \|", re.MULTILINE)
ROWS = {name: (option, default.strip("`")) for name, option, default in ROW.findall(PAGE)}


def test_the_page_lists_every_setting_and_no_other() -> None:
    assert set(ROWS) == {PREFIX + field.upper() for field in Settings.__struct_fields__}


def test_the_page_names_every_option_of_serve_and_no_other() -> None:
    shown = CliRunner().invoke(app, ["serve", "--help"], env={"COLUMNS": "200", "TERM": "dumb"}).output
    options = set(re.findall(r"--[a-z][\w-]+", shown)) - {"--help"}
    assert {option for option, _ in ROWS.values() if option} == options


@pytest.mark.parametrize(
    "name", [name for name, (_, default) in ROWS.items() if default not in ("empty", "in the package")]
)
def test_the_default_on_the_page_is_the_real_default(name: str) -> None:
    field = name.removeprefix(PREFIX).lower()
    assert getattr(read_settings({name: ROWS[name][1]}), field) == getattr(Settings(), field)


def test_the_command_line_counts_before_the_environment_and_that_before_the_default() -> None:
    assert read_settings({"FAULTLINES_PORT": "9000"}, port=9001).port == 9001
    assert read_settings({"FAULTLINES_PORT": "9000"}, port=None).port == 9000
    assert read_settings({}, port=None).port == 8000


@pytest.mark.parametrize(
    "name, value",
    [
        ("FAULTLINES_PORT", "seven"),
        ("FAULTLINES_PORT", "70000"),
        ("FAULTLINES_LAN", "perhaps"),
        ("FAULTLINES_LOG_LEVEL", "loud"),
        ("FAULTLINES_ALIVE_EVERY", "0"),
        ("FAULTLINES_HOST", " "),
    ],
)
def test_a_setting_that_does_not_fit_is_named_with_its_value(name: str, value: str) -> None:
    with pytest.raises(SettingsError) as refused:
        read_settings({name: value})
    assert name in str(refused.value) and repr(value) in str(refused.value)


def test_a_setting_cannot_be_changed_once_read() -> None:
    with pytest.raises(AttributeError):
        Settings().port = 1  # type: ignore[misc]
    assert msgspec.structs.replace(Settings(), port=1).port == 1
