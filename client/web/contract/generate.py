"""Writes src/api/contract.ts: every message of the wire as TypeScript, from the same structs that the server encodes.

By hand: `python client/web/contract/generate.py` (needs `npm ci` in client/web; `python build_web.py` does that).
A test runs `generate` again and compares (law 9: the contract in the tree is the one that the server speaks).
"""

import json
import sys
import tempfile
from pathlib import Path
from typing import Any

import msgspec

ROOT = Path(__file__).resolve().parents[3]
sys.path.insert(0, str(ROOT))

import build_web  # noqa: E402  (a script finds the project's own modules only after the line above)
from game_rules import Command, Event  # noqa: E402
from server.hub.protocol import MAX_WORDS, ClientMessage, ServerMessage  # noqa: E402

TARGET = build_web.WEB / "src" / "api" / "contract.ts"
BANNER = "/* Written by client/web/contract/generate.py from server/hub/protocol.py. Do not edit: run it again. */"
UNIONS: dict[str, Any] = {
    "Command": Command, "Event": Event, "ClientMessage": ClientMessage, "ServerMessage": ServerMessage,
}


def schema() -> dict[str, Any]:
    """One JSON Schema with a definition for every struct and a named one for every union of the wire."""
    unions, definitions = msgspec.json.schema_components(UNIONS.values(), ref_template="#/definitions/{name}")
    named = dict(zip(UNIONS, ({"anyOf": each["anyOf"]} for each in unions), strict=True))
    body = {name: _complete(each, named) for name, each in definitions.items()}
    aliases = {name: {"title": name, **union} for name, union in named.items()}
    return {"title": "Contract", "anyOf": [_ref(name) for name in UNIONS], "definitions": {**body, **aliases}}


def _complete(node: Any, unions: dict[str, Any]) -> Any:
    """Every property required (the server writes defaults out and the browser must too); unions by their name."""
    if isinstance(node, list):
        return [_complete(each, unions) for each in node]
    if not isinstance(node, dict):
        return node
    for name, union in unions.items():
        if node.get("anyOf") == union["anyOf"]:
            return _ref(name)
    made = {key: _complete(value, unions) for key, value in node.items() if key not in ("default", "discriminator")}
    if "prefixItems" in made:  # a pair of numbers, which the translator knows by its older name only
        made["items"] = made.pop("prefixItems")
    properties = node.get("properties")
    if isinstance(properties, dict):
        fields = {name: _complete(value, unions) for name, value in properties.items()}
        made |= {"properties": fields, "required": list(fields), "additionalProperties": False}
    return made


def _ref(name: str) -> dict[str, str]:
    return {"$ref": f"#/definitions/{name}"}


def generate() -> str:
    """The text of contract.ts as it should be now. Raises build_web.BuildFailed."""
    with tempfile.TemporaryDirectory() as folder:
        source, target = Path(folder, "schema.json"), Path(folder, "contract.ts")
        source.write_text(json.dumps(schema()))
        build_web.npm("run", "contract", "--", "-i", str(source), "-o", str(target), "--bannerComment", BANNER)
        return f"{target.read_text().rstrip()}\n\nexport const MAX_WORDS = {MAX_WORDS};\n"


if __name__ == "__main__":
    TARGET.write_text(generate())
