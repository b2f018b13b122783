"""A few kills of the real program while somebody types; `kills.py` does as many as one likes."""

from __future__ import annotations

import pytest

from tests.journeys.kills import kills, missing


@pytest.mark.skipif(bool(missing()), reason=f"needs the program {missing()}, which is not installed here")
def test_a_kill_costs_a_second_of_typing_at_most_and_the_rest_is_offered_again() -> None:
    done = list(kills(3, seed=1, window_every=3))
    assert [kill for kill in done if not kill.is_well] == []
    assert any(kill.again for kill in done)
