"""What is decided: proposals, decisions, money, certificates and their handing over."""
