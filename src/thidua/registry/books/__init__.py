"""Old books of awards: from the sheets of a file to rows that the register can take."""
