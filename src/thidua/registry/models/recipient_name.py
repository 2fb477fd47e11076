"""The dictionary of names that the register holds: what a search looks through instead of millions of awards."""

from __future__ import annotations

from typing import Final

from django.db import models
from django.utils.translation import gettext_lazy as _

from thidua.core.vietnamese.names import SORT_KEY_MAX_LENGTH, NameOrder
from thidua.registry.models.word_index import WordIndex

# `latest` counts years in steps of this; an award's id stays below it.
YEAR_STEP: Final = 1 << 40


class RecipientName(models.Model):
    """A name as recipients bear it, once for every way of listing it, whatever the case or the place of the tone.

    `spelling`: in small letters with its marks. `folded`: without marks. `code`, `code_after`: the first twelve and
    the next twelve letters of the folded name as numbers that order as it does (`content.spelling.name_codes`), so
    that a beginning is a range of an ordinary index. `award_count`: how many awards bear it. `latest`: year and id of
    the newest of them, as year × YEAR_STEP + id. Written by `actions.recipient_names` alone.
    """

    id = models.AutoField(primary_key=True)  # four bytes: tens of millions of awards point here
    spelling = models.CharField(max_length=300)
    order = models.CharField(max_length=20, choices=[(order.value, order.value) for order in NameOrder])
    folded = models.CharField(max_length=300)
    sort_key = models.CharField(max_length=SORT_KEY_MAX_LENGTH)
    code = models.BigIntegerField()
    code_after = models.BigIntegerField()
    award_count = models.PositiveIntegerField(default=0)
    latest = models.BigIntegerField(default=0)

    class Meta:
        verbose_name = _("name of recipients")
        verbose_name_plural = _("names of recipients")
        ordering = ["sort_key", "id"]
        constraints = [models.UniqueConstraint(name="name_once", fields=["spelling", "order"])]
        indexes = [
            models.Index(fields=["folded"], name="name_folded"),
            models.Index(fields=["code", "code_after"], name="name_codes"),
            models.Index(fields=["sort_key", "id"], name="name_sorted"),
            models.Index(fields=["latest"], name="name_latest"),
            WordIndex(fields=["folded"], name="registry_name_words"),
        ]

    def __str__(self) -> str:
        return self.spelling


class RecipientWord(models.Model):
    """A folded word that occurs in names of recipients: what a misspelt word is corrected to."""

    word = models.CharField(max_length=100, unique=True)
    added_at = models.DateTimeField(auto_now_add=True)  # tells a list kept in memory that it is old

    class Meta:
        verbose_name = _("word of names")
        verbose_name_plural = _("words of names")
        ordering = ["word"]

    def __str__(self) -> str:
        return self.word
