"""What a report says, as plain data: the same for a draft and for a frozen version."""
