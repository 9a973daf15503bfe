"""Law 9: the browser's contract in the tree is the one that the server speaks now."""

import importlib.util
from types import ModuleType

import pytest

import build_web

GENERATOR = build_web.WEB / "contract" / "generate.py"


@pytest.fixture(scope="module")
def generator() -> ModuleType:
    spec = importlib.util.spec_from_file_location("generate_contract", GENERATOR)
    assert spec is not None and spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_the_contract_is_what_the_wire_is_made_of(generator: ModuleType) -> None:
    build_web.install_modules()
    committed = (build_web.WEB / "src" / "api" / "contract.ts").read_text()
    assert committed == generator.generate(), f"run `python {GENERATOR.relative_to(build_web.ROOT)}` and commit"


def test_every_message_and_view_field_is_in_it(generator: ModuleType) -> None:
    definitions = generator.schema()["definitions"]
    assert {"Welcome", "Update", "Skip", "Hello", "View", "Legal", "Command", "Event"} <= set(definitions)
    assert all(set(each.get("properties", ())) == set(each.get("required", ())) for each in definitions.values())
