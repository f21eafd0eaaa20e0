"""The demo's Azure: a stand-in with the real protocols, and a subscription to fill it with."""
