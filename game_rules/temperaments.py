"""The bots there are, by temperament (section 10)."""

from typing import Final

TEMPERAMENTS: Final[tuple[str, ...]] = (
    "tactical", "bluffer", "learner", "idealist", "hardliner", "retreating", "share", "random",
)
