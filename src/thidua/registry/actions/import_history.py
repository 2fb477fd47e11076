"""Import a table of grades, initiatives or earlier awards: all chosen rows or none."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence

from django.db import transaction
from django.utils.translation import gettext as _

from thidua.accounts.models import User
from thidua.core.vietnamese.hygiene import clean_line
from thidua.orgs.models import Unit
from thidua.registry.access import require_keeping
from thidua.registry.actions.award_rows import award_year, usual_type
from thidua.registry.actions.recipient_names import store_awards
from thidua.registry.enums import ImportContent
from thidua.registry.importing.preview import preview
from thidua.registry.importing.verdicts import AwardToEnter, RowVerdict, Verdict
from thidua.registry.models import Award, Conferral, HistoryImport
from thidua.support.audit.actions.record import record
from thidua.support.provenance import Provenance
from thidua.support.refusals import Refused

AT_ONCE = 500


def import_history(
    *,
    content: ImportContent,
    text: str,
    title: str,
    kept_by: Unit,
    by: User,
    choices: Mapping[int, int] | None = None,
    left_out: Collection[int] = (),
    only_sound: bool = False,
    expected: str | None = None,
    provenance: str = Provenance.RECORDED,
) -> HistoryImport:
    """Keep the new rows of a pasted table but those `left_out`, and return the batch.

    `only_sound`: leave out rows at fault or undecided, too, instead of refusing. `expected` is the fingerprint of
    the preview that was confirmed. Raises NotAllowed, or Refused on `table`; then nothing was kept.
    """
    require_keeping(by, kept_by)
    with transaction.atomic():
        found = preview(content, text, kept_by, by, choices)
        if expected is not None and expected != found.fingerprint:
            raise Refused(
                {"table": _("The register or the table has changed meanwhile. Look through the rows again.")}
            )
        rows = [row for row in found.to_keep if row.number not in left_out]
        waiting = [row for row in found.rows if row.verdict in (Verdict.REFUSED, Verdict.CHOOSE)]
        if not only_sound and any(row.number not in left_out for row in waiting):
            raise Refused(
                {"table": _("Some rows are at fault or undecided. Correct them, or save only the others.")}
            )
        if not rows:
            raise Refused({"table": _("No row of the table is new. Nothing has been saved.")})
        batch = HistoryImport.objects.create(
            content=content,
            title=clean_line(title)[:200] or str(content.label),
            sha256=found.sha256,
            kept_by=kept_by,
            row_count=len(rows),
            imported_by=by,
        )
        if content is ImportContent.AWARDS:
            _store_awards(rows, batch, provenance)
        else:
            _store_records(rows, batch, by, provenance)
        details = {"content": content, "row_count": len(rows), "kept_by": kept_by}
        record(by=by, action="registry.history_imported", subject=batch, details=details)
    return batch


def _store_records(rows: Sequence[RowVerdict], batch: HistoryImport, by: User, provenance: str) -> None:
    made = []
    for row in rows:
        assert row.content is not None
        assert row.recipient is not None
        values = row.content.cleaned() | {"provenance": provenance}
        about = {type(row.recipient).__name__.lower(): row.recipient}
        made.append(row.content.MODEL(**values, **about, kept_by=row.kept_by, recorded_by=by, batch=batch))
    type(made[0])._default_manager.bulk_create(made, batch_size=AT_ONCE)


def _store_awards(rows: Sequence[RowVerdict], batch: HistoryImport, provenance: str) -> None:
    """Store one conferral for each decision among the rows, and its recipients in their order."""
    decisions: dict[object, list[AwardToEnter]] = {}
    for row in rows:
        assert row.award is not None
        decisions.setdefault(row.award.key, []).append(row.award)
    conferrals = Conferral.objects.bulk_create(
        [
            Conferral(
                deciding_unit=own[0].unit,
                batch=batch,
                **own[0].conferral.cleaned() | {"provenance": provenance},
                **own[0].conferral.derived(),
            )
            for own in decisions.values()
        ],
        batch_size=AT_ONCE,
    )
    store_awards(
        [
            Award(conferral=conferral, ordinal=ordinal, **_columns(one, conferral, provenance))
            for conferral, own in zip(conferrals, decisions.values(), strict=True)
            for ordinal, one in enumerate(own, start=1)
        ]
    )


def _columns(one: AwardToEnter, conferral: Conferral, provenance: str) -> dict[str, object]:
    values = one.line.values() | {"provenance": provenance}
    values["commendation_type"] = values["commendation_type"] or usual_type(one.conferral.award_code)
    values["year"] = award_year(one.line.counting_year, conferral)
    return values
