"""Azure: what a subscription has, from Resource Graph, Azure Resource Manager and Microsoft Graph."""
