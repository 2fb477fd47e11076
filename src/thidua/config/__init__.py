"""How an installation is put together: options, settings, addresses, servers."""
