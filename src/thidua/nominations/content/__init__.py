"""What people say of dossiers and nominees, cleaned and checked before it is stored."""

from thidua.nominations.content.dossier import DossierContent
from thidua.nominations.content.nominee import NomineeLine

__all__ = ["DossierContent", "NomineeLine"]
