"""What of decisions and awards the public may read, and the files in which everybody may take it along.

`view.PublicView` is the one place that says it: open data, the check of certificates and public look-ups ask it.
"""

from thidua.registry.open_data.fields import PublicField
from thidua.registry.open_data.view import PublicAward, PublicView, public_view

__all__ = ["PublicAward", "PublicField", "PublicView", "public_view"]
