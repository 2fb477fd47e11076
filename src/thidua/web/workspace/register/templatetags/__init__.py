"""Filters of the register's templates."""
