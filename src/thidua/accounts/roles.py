"""Roles as code: what each may do, and who may hold it.

A role is held on a unit and reaches everything below it (`orgs.RoleAssignment`).
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from thidua.accounts.rights import Right


@dataclass(frozen=True)
class Role:
    """A role: its code, its name, who may hold it, and its rights."""

    code: str
    name: Promise
    holder: Promise
    rights: frozenset[Right]


_SEE: Final = frozenset(
    {Right.SEE_WORKSPACE, Right.SEE_MOVEMENTS, Right.SEE_FIGURES, Right.SEE_RECORDS, Right.SEE_REPORTS}
)
_OFFICER: Final = _SEE | {
    Right.MANAGE_MOVEMENTS,
    Right.ANSWER_MOVEMENT,
    Right.REGISTER_FOR_MOVEMENT,
    Right.ACCEPT_REGISTRATION,
    Right.MANAGE_PEOPLE,
    Right.SEE_PERSONAL_DATA,
    Right.MANAGE_INDICATORS,
    Right.SET_PLANS,
    Right.OPEN_ROUND,
    Right.REPORT_FIGURES,
    Right.ACCEPT_FIGURES,
    Right.IMPORT_FIGURES,
    Right.KEEP_RECORDS,
    Right.KEEP_GIFTS,
    Right.KEEP_AWARDS,
    Right.PUBLISH_ROLE_MODELS,
    Right.KEEP_LAW,
    Right.KEEP_COUNCIL,
    Right.SEE_DOSSIERS,
    Right.RECEIVE_DOSSIER,
    Right.APPRAISE,
    Right.SUSPEND_NOMINATION,
    Right.CONSULT,
    Right.ISSUE_CERTIFICATES,
    Right.KEEP_NOTICES,
    Right.DRAFT_REPORT,
    Right.WRITE_ARTICLES,
    Right.MODERATE_COMMENTS,
}

ADMINISTRATOR: Final = Role(
    "administrator",
    _("administrator"),
    _("A technician of the office who keeps accounts and units; does not judge dossiers or figures."),
    frozenset(
        {
            Right.SEE_WORKSPACE,
            Right.MANAGE_UNITS,
            Right.MANAGE_PEOPLE,
            Right.MANAGE_ACCOUNTS,
            Right.MANAGE_SITE,
            Right.READ_AUDIT_LOG,
        }
    ),
)
BOARD_OFFICER: Final = Role(
    "board_officer",
    _("officer of the Board"),
    _("A civil servant of the Emulation and Commendation Board who handles movements, figures and reports."),
    _OFFICER,
)
BOARD_LEADER: Final = Role(
    "board_leader",
    _("leader of the Board"),
    _("The head or a deputy head of the Emulation and Commendation Board."),
    _OFFICER
    | {
        Right.FREEZE_REPORT,
        Right.SIGN_OFF_PARAGRAPH,
        Right.READ_AUDIT_LOG,
        Right.PROPOSE,
        Right.CANCEL_AWARD,
        Right.PUBLISH_ARTICLES,
    },
)
CHAIRMAN: Final = Role(
    "chairman",
    _("Chairman"),
    _("The Chairman of the People's Committee, or the Vice Chairman charged with emulation."),
    _SEE | {Right.LAUNCH_MOVEMENT, Right.SEE_DOSSIERS, Right.DECIDE, Right.CANCEL_AWARD},
)
COUNCIL_MEMBER: Final = Role(
    "council_member",
    _("member of the council"),
    _("A member of the Emulation and Commendation Council named by decision."),
    _SEE | {Right.VOTE},
)
UNIT_OFFICER: Final = Role(
    "unit_officer",
    _("officer of a unit"),
    _("The person in a commune, department or other unit who registers, reports and nominates for it."),
    _SEE
    | {
        Right.ANSWER_MOVEMENT,
        Right.REGISTER_FOR_MOVEMENT,
        Right.REPORT_FIGURES,
        Right.MANAGE_PEOPLE,
        Right.SIGN_OFF_PARAGRAPH,
        Right.KEEP_RECORDS,
        Right.SEE_DOSSIERS,
        Right.NOMINATE,
        Right.SUBMIT_DOSSIER,
    },
)
EDITOR: Final = Role(
    "editor",
    _("editor"),
    _("Whoever prepares what the public reads."),
    _SEE
    | {
        Right.KEEP_RECORDS,
        Right.PUBLISH_ROLE_MODELS,
        Right.DRAFT_REPORT,
        Right.WRITE_ARTICLES,
        Right.MODERATE_COMMENTS,
    },
)
AUDITOR: Final = Role(
    "auditor",
    _("auditor"),
    _("An inspector who reads everything and changes nothing."),
    _SEE | {Right.READ_AUDIT_LOG, Right.SEE_DOSSIERS},
)
JUROR: Final = Role(
    "juror",
    _("juror"),
    _("Somebody from outside who judges works of prizes and contests, and sees nothing else."),
    frozenset({Right.JUDGE}),
)

ROLES: Final = {
    role.code: role
    for role in (
        ADMINISTRATOR,
        BOARD_OFFICER,
        BOARD_LEADER,
        CHAIRMAN,
        COUNCIL_MEMBER,
        UNIT_OFFICER,
        EDITOR,
        AUDITOR,
        JUROR,
    )
}


def roles_with(right: Right) -> frozenset[str]:
    """Return the codes of the roles that carry `right`."""
    return frozenset(code for code, role in ROLES.items() if right in role.rights)
