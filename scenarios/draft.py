"""A deck on its way from files to rules: every part with its tree, and its form where the form is right."""

from dataclasses import dataclass
from typing import Any, Generic, TypeVar

from pydantic import BaseModel, ValidationError

from scenarios.findings import Finding
from scenarios.schema import CardForm, DeckForm, Names, RoleForm, form_at
from scenarios.wording import sentences
from scenarios.yaml_reader import Path, Tree

Form = TypeVar("Form", bound=BaseModel)


@dataclass(frozen=True)
class Part(Generic[Form]):
    """A part of a deck as it is written. `form` is None while something in it is wrong."""

    tree: Tree
    form: Form | None


@dataclass(frozen=True)
class Draft:
    """A whole deck as it is written, right or wrong; `head` is None when its own fields could not be read."""

    head: Part[DeckForm] | None
    roles: tuple[Part[RoleForm], ...]
    cards: tuple[Part[CardForm], ...]
    names: Names


def fit(form: type[Form], tree: Tree, names: Names, findings: list[Finding]) -> Part[Form]:
    """The tree read as `form`; what does not fit goes to `findings`. Unknown keys do not hide the rest."""
    try:
        return Part(tree, form.model_validate(tree.value, context=names))
    except ValidationError as wrong:
        errors = wrong.errors(include_url=False)
    findings.extend(_finding(form, tree, error) for error in errors)
    if all(error["type"] == "extra_forbidden" for error in errors):
        kept = _without(tree.value, [error["loc"] for error in errors])
        return Part(tree, form.model_validate(kept, context=names))
    return Part(tree, None)


def _finding(form: type[BaseModel], tree: Tree, error: Any) -> Finding:
    loc: Path = error["loc"]
    of_key = loc[-1:] == ("[key]",) or error["type"] == "extra_forbidden"
    at = loc[:-1] if loc[-1:] == ("[key]",) else loc
    block = form_at(form, loc[:-1])
    code, what, advice = sentences(error, block.model_fields if block else ())
    return tree.finding(at[:-1] if error["type"] == "missing" else at, code, what, advice, key=of_key)


def _without(value: Any, paths: list[Path]) -> Any:
    """A copy of the value without what stands at the paths."""
    gone = {path[0] for path in paths if len(path) == 1}
    steps = (
        value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else None
    )
    if steps is None:
        return value
    kept = {
        step: _without(each, [path[1:] for path in paths if len(path) > 1 and path[0] == step])
        for step, each in steps
        if step not in gone
    }
    return kept if isinstance(value, dict) else list(kept.values())
