"""The categories of an edition and their prizes."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _


class Category(models.Model):
    """A category of an edition ("Văn xuôi", "Nhiếp ảnh"); entries of different categories do not compete."""

    edition = models.ForeignKey("contests.Edition", on_delete=models.CASCADE, related_name="categories")
    ordinal = models.PositiveSmallIntegerField(_("ordinal"))
    name = models.CharField(_("category"), max_length=200)

    class Meta:
        verbose_name = _("category of a contest")
        verbose_name_plural = _("categories of contests")
        ordering = ["edition", "ordinal"]
        constraints = [
            models.UniqueConstraint(name="category_ordinal_once", fields=["edition", "ordinal"]),
            models.UniqueConstraint(name="category_name_once", fields=["edition", "name"]),
        ]

    def __str__(self) -> str:
        return self.name


class CategoryPrize(models.Model):
    """A prize of a category, highest first, and how many of it there are."""

    category = models.ForeignKey("contests.Category", on_delete=models.CASCADE, related_name="prizes")
    ordinal = models.PositiveSmallIntegerField(_("ordinal"))
    name = models.CharField(_("prize"), max_length=100)  # "Giải A"
    quota = models.PositiveSmallIntegerField(_("number of prizes"))

    class Meta:
        verbose_name = _("prize of a category")
        verbose_name_plural = _("prizes of categories")
        ordering = ["category", "ordinal"]
        constraints = [
            models.UniqueConstraint(name="prize_ordinal_once", fields=["category", "ordinal"]),
            models.UniqueConstraint(name="prize_name_once", fields=["category", "name"]),
            models.CheckConstraint(name="prize_at_least_one", condition=models.Q(quota__gte=1)),
        ]

    def __str__(self) -> str:
        return self.name
