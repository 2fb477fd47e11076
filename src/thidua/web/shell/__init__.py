"""The frame of every page: layout, components, filters, errors, sign-in."""
