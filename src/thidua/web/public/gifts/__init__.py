"""Gifts before the public: drives, their ledgers, and where each gift went."""
