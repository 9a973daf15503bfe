"""One profile for the properties: few examples, no deadline, the same ones in CI every time.

CI does not shrink: a whole game is slow to make smaller, and the run has minutes. `HYPOTHESIS_PROFILE=local` does.
"""

import os

from hypothesis import HealthCheck, Phase, settings

SLOW = [HealthCheck.too_slow, HealthCheck.data_too_large, HealthCheck.large_base_example]
QUICK = [Phase.explicit, Phase.reuse, Phase.generate]

settings.register_profile("local", max_examples=25, deadline=None, suppress_health_check=SLOW)
settings.register_profile("ci", settings.get_profile("local"), derandomize=True, database=None, phases=QUICK)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "ci"))
