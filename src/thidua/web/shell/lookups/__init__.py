"""Choosing a unit, a person or a household by typing a part of the name, with and without JavaScript."""
