"""The controls that the API shows, with the overrides that stand in the graph as of now.

Controls are held in memory and looked up very often, so this is a plain dictionary whose values are
replaced in place: at once when this process overrides one, and every few seconds for what others
did. Its keys never change, so whoever goes through it meanwhile is not disturbed.
"""

from __future__ import annotations

import logging
import threading
import time

from controls.control import Control
from controls.overrides import InForce, Listed
from server.deployment import Deployment
from server.work.kinds import AWAY

STALE_SECONDS = 2.0

_log = logging.getLogger("cirrograph.changes")


class LiveControls(dict[str, Control]):
    """Controls by id, as they are in force; `overrides` lists what is changed about them."""

    def __init__(self, deployment: Deployment) -> None:
        super().__init__(deployment.controls)
        self._deployment = deployment
        self._lock = threading.Lock()
        self._at = float("-inf")
        self.overrides: tuple[Listed, ...] = ()

    def renew(self, *, now: bool = False) -> None:
        """Take in what was overridden, unless that was done just now; an outage changes nothing."""
        if not now and time.monotonic() - self._at < STALE_SECONDS:
            return
        with self._lock:
            if not now and time.monotonic() - self._at < STALE_SECONDS:
                return  # another thread has just done it
            self._at = time.monotonic()
            try:
                found: InForce = self._deployment.overridden()
            except AWAY as error:
                _log.warning("overrides can't be read: %s", error)
                return
            self.update(found.controls)
            self.overrides = found.overrides
