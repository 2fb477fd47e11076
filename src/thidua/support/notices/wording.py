"""In which language people are told: that of the house, whatever language the actor's page has."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import ParamSpec, TypeVar

from django.conf import settings
from django.utils import translation

Given = ParamSpec("Given")
Result = TypeVar("Result")


def in_house_language(function: Callable[Given, Result]) -> Callable[Given, Result]:
    """Let `function` write its sentences in the language of the installation."""

    @wraps(function)
    def written(*args: Given.args, **kwargs: Given.kwargs) -> Result:
        with translation.override(settings.LANGUAGE_CODE):
            return function(*args, **kwargs)

    return written
