"""The package's build hook: wheel and sdist carry the built browser client."""

import sys
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface

sys.path.insert(0, str(Path(__file__).resolve().parent))
import build_web  # noqa: E402  (it lies beside this file, which is no package)


class BrowserClient(BuildHookInterface):  # type: ignore[type-arg]
    """Builds client/web when its sources changed, and puts client/web/dist into what is being built."""

    def dependencies(self) -> list[str]:
        """Node, as a Python package, only when pages must be built and this machine has none."""
        if build_web.is_fresh() or build_web.has_node():
            return []
        return [f"{build_web.NODE_WHEEL}>={build_web.NODE_NEEDED}"]

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        build_web.build()
        if version != "editable":
            build_data["force_include"]["client/web/dist"] = "client/web/dist"
