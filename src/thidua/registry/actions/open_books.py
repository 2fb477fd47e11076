"""What may be done with a book, and when."""

from __future__ import annotations

from django.utils.translation import gettext as _

from thidua.accounts.models import User
from thidua.registry.access import require_keeping
from thidua.registry.enums import BookState
from thidua.registry.models import BookImport
from thidua.support.refusals import Refused


def locked_book(book: BookImport, by: User | None, *states: BookState) -> BookImport:
    """Return the locked row of a book in one of `states` (to be confirmed); call inside the transaction.

    Raises NotAllowed for those who do not keep its awards, or Refused in another state.
    """
    require_keeping(by, book.kept_by)
    row = BookImport.objects.select_for_update(of=("self",)).select_related("kept_by").get(pk=book.pk)
    wanted = states or (BookState.TO_CONFIRM,)
    if row.state in wanted:
        return row
    if row.state == BookState.READING:
        raise Refused(_("This import is still being read. Wait until all rows are there, or read it again."))
    if row.state == BookState.STORED:
        raise Refused(_("This import has been saved. Undo it as a whole, or correct single awards."))
    if row.state == BookState.UNDONE:
        raise Refused(_("This import is undone already."))
    if row.state == BookState.TO_CONFIRM:
        raise Refused(_("This import has not been saved yet."))
    raise Refused(_("This import has been given up. Take the file once more."))
