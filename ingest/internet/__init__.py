"""Where clouds meet: addresses, host names and identities that belong to none of them alone."""
