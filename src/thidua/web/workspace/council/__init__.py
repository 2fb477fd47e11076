"""The council: its members and sessions, and the ballot in a member's hand."""
