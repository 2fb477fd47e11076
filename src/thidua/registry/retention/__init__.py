"""How long each kind of data is kept, as data, and what is due. Nothing is erased without a person who says so."""
