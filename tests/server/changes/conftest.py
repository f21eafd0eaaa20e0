"""What the tests of changes may ask for."""

from __future__ import annotations

from collections.abc import Iterator

import neo4j
import pytest

from controls.lint import declare_tokens
from graph.migrate import migrate
from tests.neo4j_fixture import wipe
from tests.server.changes.cases import outcome, override, schedule, token, waiver
from tests.server.changes.estate import ONE, TWO, Estate, catalogue, uid


@pytest.fixture(scope="module")
def _estate(driver: neo4j.Driver, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Estate]:
    wipe(driver)
    migrate(driver, catalogue())
    declare_tokens(driver, catalogue())
    yield Estate(driver, tmp_path_factory.mktemp("home"))
    wipe(driver)


@pytest.fixture
def estate(_estate: Estate) -> Iterator[Estate]:
    _estate.renew()
    yield _estate
    _estate.deployment.access.store.close()


@pytest.fixture
def decided(estate: Estate) -> Estate:
    """Give an estate in which everything was decided that there is, on both connectors."""
    for name, id_ in (("one", ONE), ("two", TWO)):
        estate.evaluate(id_)
        estate.change("waive", input=waiver(connector=name, uid=uid(id_)))
        estate.change("waive", input=waiver(connector=None, uid=uid(id_)))
        estate.change("recordOutcome", input=outcome(connector=name))
        estate.change("addSchedule", input=schedule(connector=name))
    estate.change("waive", input=waiver(connector=None, uid=None, condition={"region": "eu"}))
    estate.change("overrideControl", input=override())
    estate.change("createToken", input=token())
    return estate
