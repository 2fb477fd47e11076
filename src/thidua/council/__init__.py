"""The council: members, sessions, ballots and what came of them."""
