"""Google Cloud: what a project has, by Cloud Asset Inventory."""
