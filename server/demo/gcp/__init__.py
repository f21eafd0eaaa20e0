"""The demo's Google Cloud: a stand-in with the real protocol, and a project to fill it with."""
