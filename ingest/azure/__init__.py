"""Azure: what a subscription has, by Resource Graph, Resource Manager and Graph."""
