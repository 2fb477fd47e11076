"""Accounts as a Django app."""

from django.apps import AppConfig


class AccountsConfig(AppConfig):
    """Users, roles as code, sign-in."""

    name = "thidua.accounts"
    label = "accounts"
    verbose_name = "accounts"
