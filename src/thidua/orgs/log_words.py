"""What the log says of units, persons and roles."""

from django.utils.translation import gettext, pgettext_lazy
from django.utils.translation import gettext_lazy as _

from thidua.accounts.roles import ROLES
from thidua.support.audit.words import register


def _role(code: object) -> str:
    """Return a role in words; one that was taken out of the code keeps its code."""
    return str(ROLES[code].name) if isinstance(code, str) and code in ROLES else str(code)


def _personal(names: object) -> str:
    """Return which of the personal data are meant."""
    words = {
        "citizen_id": gettext("citizen identity number"),
        "birth_date": gettext("day of birth"),
        "source": gettext("source"),
    }
    return ", ".join(
        words.get(str(name), str(name)) for name in (names if isinstance(names, list) else [names])
    )


register(
    {
        "orgs.unit_created": _("made a unit"),
        "orgs.unit_renamed": _("renamed a unit"),
        "orgs.unit_name_corrected": _("corrected the name of a unit"),
        "orgs.unit_moved": _("moved a unit below another"),
        "orgs.units_merged": _("merged units"),
        "orgs.unit_split": _("split a unit"),
        "orgs.unit_dissolved": _("dissolved a unit"),
        "orgs.succession_settled": _("settled who follows a unit"),
        "orgs.units_imported": _("imported units"),
        "orgs.person_created": _("entered a person"),
        "orgs.person_edited": _("corrected a person"),
        "orgs.personal_data_entered": _("entered personal data"),
        "orgs.personal_data_read": _("read personal data"),
        "orgs.personal_data_unreadable": _("wanted to read personal data that could not be opened"),
        "orgs.personal_data_erased": _("erased personal data"),
        "orgs.person_extracted": _("made an extract of everything held about a person"),
        "orgs.data_key_rotated": _("sealed personal data with another key"),
        "orgs.position_added": _("entered a position"),
        "orgs.position_ended": _("ended a position"),
        "orgs.household_created": _("entered a household"),
        "orgs.household_edited": _("corrected a household"),
        "orgs.role_granted": _("granted a role"),
        "orgs.role_revoked": _("revoked a role"),
        "orgs.site_identity_changed": _("changed the identity of the site"),
        "orgs.site_identity_restored": _("went back to an earlier identity of the site"),
        "orgs.notice_edited": _("changed an e-mail before it left"),
        "orgs.notice_held": _("held an e-mail back"),
        "orgs.notice_released": _("released an e-mail"),
        "orgs.notice_discarded": _("discarded an e-mail"),
    },
    {
        "role": _("role"),
        "unit": pgettext_lazy("orgs", "unit"),
        "units": pgettext_lazy("orgs", "units"),
        "from": pgettext_lazy("orgs", "from"),
        "to": pgettext_lazy("orgs", "until"),
        "personal_data": _("personal data"),
        "sealing_key": _("new key"),
        "persons": _("persons"),
        "sections": _("parts"),
        "reason": _("reason"),
        "act": pgettext_lazy("orgs", "act"),
        "name": _("name"),
        "code": _("official code"),
        "key": pgettext_lazy("orgs", "key"),
        "old": pgettext_lazy("orgs", "before"),
        "new": pgettext_lazy("orgs", "after"),
        "goes_on": _("goes on"),
        "unknown": _("successor not known"),
        "address": _("address as printed"),
    },
    {"role": _role, "personal_data": _personal},
)
