"""What the tests of changes may ask for."""

from __future__ import annotations

from collections.abc import Iterator

import neo4j
import pytest

from controls.lint import declare_tokens
from graph.migrate import migrate
from tests.neo4j_fixture import wipe
from tests.server.changes.estate import Estate, catalogue


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
