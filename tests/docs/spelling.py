"""How docs/protocol.md spells the types of fields, so that the page and the code can be compared."""

import types
import typing
from typing import Any

import msgspec

PLAIN = {int: "integer", str: "text", bool: "true or false", type(None): "null", Any: "anything"}


def spell(kind: Any) -> str:
    """The page's words for a field's type; unions of tagged structs are spelled by what they are unions of."""
    if kind in PLAIN:
        return PLAIN[kind]
    origin, inner = typing.get_origin(kind), typing.get_args(kind)
    if origin is typing.Literal:
        return ", ".join(f"`{value}`" for value in inner)
    if origin in (typing.Union, types.UnionType):
        return _union(inner)
    if origin in (tuple, list):
        return f"list of {spell(inner[0])}"
    if origin is dict:
        return f"map to {spell(inner[1])}"
    if isinstance(kind, type) and issubclass(kind, msgspec.Struct):
        return f"[{kind.__name__}](#{kind.__name__.lower()})"
    raise TypeError(f"docs/protocol.md has no words for {kind!r}")


def _union(written: tuple[Any, ...]) -> str:
    inner = [part for part in written if part is not msgspec.UnsetType]
    tagged = [part for part in inner if getattr(part, "__struct_config__", None) and part.__struct_config__.tag]
    if len(tagged) > 1:
        home = tagged[0].__module__.rpartition(".")[2].removesuffix("s")
        return f"[{home}](#{home}s)"
    return " or ".join(spell(part) for part in inner)


def fields(struct: type[msgspec.Struct]) -> dict[str, str]:
    """Name as on the wire to spelled type, optional ones marked with their default."""
    return {
        field.encode_name: spell(field.type) + ("" if field.required else " (optional)")
        for field in msgspec.structs.fields(struct)
    }


def tags(union: Any) -> dict[str, type[msgspec.Struct]]:
    """The structs of a tagged union by their `type` word."""
    return {struct.__struct_config__.tag: struct for struct in typing.get_args(union)}
