"""What the published report of 2019 states, entered as an officer would enter it."""
