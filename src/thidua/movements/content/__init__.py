"""What a person says of a milestone, an event or a role model, cleaned and checked before it is stored."""
