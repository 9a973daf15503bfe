"""The schema's fields as the documentation words them: range and default, taken from its JSON Schema."""

from typing import Any

from pydantic import BaseModel

from scenarios.schema import (
    ActForm,
    CardForm,
    ClauseForm,
    CostForm,
    CueSheetForm,
    DeckForm,
    KeyForm,
    OptionForm,
    ParForm,
    QuestionForm,
    RoleForm,
    TermsForm,
    TimingForm,
    WeatherForm,
)

FORMS: dict[str, type[BaseModel]] = {
    "The deck": DeckForm,
    "An act": ActForm,
    "A kind of weather": WeatherForm,
    "A par": ParForm,
    "A role": RoleForm,
    "A clause of an agenda": ClauseForm,
    "A card": CardForm,
    "A key": KeyForm,
    "An option": OptionForm,
    "A cost": CostForm,
    "Terms of one role": TermsForm,
    "A cue sheet": CueSheetForm,
    "Timings of a session": TimingForm,
    "A question of the debrief": QuestionForm,
}


def fields(form: type[BaseModel]) -> dict[str, tuple[str, str]]:
    """Range and default of every field of a form, in its order."""
    schema = form.model_json_schema()
    required = schema.get("required", [])
    return {
        name: (_range(each), "required" if name in required else _default(each.get("default")))
        for name, each in schema["properties"].items()
    }


def _range(each: dict[str, Any]) -> str:
    if "anyOf" in each:
        return _range(each["anyOf"][0])
    if "enum" in each:
        return ", ".join(each["enum"])
    kind = each.get("type", "block")
    if kind == "integer":
        return f"{each['minimum']} to {each['maximum']}"
    if kind == "boolean":
        return "true, false"
    if kind == "string":
        return _letters(each)
    if kind == "array":
        least, most = each.get("minItems", 0), each.get("maxItems")
        return "a list" + (
            f" of {least}"
            if least == most
            else f" of {least} or more"
            if least and not most
            else f" of {least} to {most}"
            if most
            else ""
        )
    return "a block"


def _letters(each: dict[str, Any]) -> str:
    if "maxLength" in each:
        least, most = each.get("minLength", 0), each["maxLength"]
        return "1 character" if least == most == 1 else f"{least} to {most} characters"
    return "an id" if "pattern" in each else "a name"


def _default(value: object) -> str:
    if value is None or value in ([], {}, "") or isinstance(value, dict):
        return "none"
    return str(value).lower() if isinstance(value, bool) else str(value)
