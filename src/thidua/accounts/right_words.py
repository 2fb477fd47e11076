"""Every right in words, as the page of roles and the administrator read it."""

from __future__ import annotations

from typing import Final

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from thidua.accounts.rights import Right

RIGHT_WORDS: Final[dict[Right, Promise]] = {
    Right.SEE_WORKSPACE: _("see the workspace: units, people, work lists"),
    Right.MANAGE_UNITS: _("make, rename, move, merge, split and dissolve units"),
    Right.MANAGE_PEOPLE: _("enter and correct persons, positions and households"),
    Right.MANAGE_ACCOUNTS: _("open and close accounts, grant and revoke roles"),
    Right.MANAGE_SITE: _("set the name, the contact and the emblem that the site shows"),
    Right.SEE_PERSONAL_DATA: _(
        "read and enter citizen identity numbers and birth dates, each reading logged"
    ),
    Right.SEE_MOVEMENTS: _("see movements and registrations"),
    Right.MANAGE_MOVEMENTS: _("prepare movements, review and close them"),
    Right.LAUNCH_MOVEMENT: _("launch movements"),
    Right.ANSWER_MOVEMENT: _("answer a movement from above with an own one"),
    Right.REGISTER_FOR_MOVEMENT: _("register for movements"),
    Right.ACCEPT_REGISTRATION: _("accept or return registrations"),
    Right.SEE_FIGURES: _("see targets and figures"),
    Right.MANAGE_INDICATORS: _("define indicators"),
    Right.SET_PLANS: _("set plans"),
    Right.OPEN_ROUND: _("open reporting rounds and remind units"),
    Right.REPORT_FIGURES: _("report figures"),
    Right.ACCEPT_FIGURES: _("accept, return and reopen reported figures"),
    Right.IMPORT_FIGURES: _("import figures and plans from files"),
    Right.SEE_RECORDS: _("see records: awards, role models, gifts, events, projects, contests"),
    Right.KEEP_RECORDS: _("record and correct role models, events, projects and contests"),
    Right.KEEP_GIFTS: _("record and correct gifts"),
    Right.KEEP_AWARDS: _("record and correct awards"),
    Right.PUBLISH_ROLE_MODELS: _("receive proposed role models and publish their stories"),
    Right.JUDGE: _("judge works of prizes and contests, by code and without names"),
    Right.KEEP_LAW: _("keep the law book: check provisions, settle readings, load local regulations"),
    Right.KEEP_COUNCIL: _("keep the council: members, sessions, written and paper votes, closing of ballots"),
    Right.VOTE: _("vote as a member of the council"),
    Right.KEEP_NOTICES: _("read, change, hold and discard e-mails before they leave"),
    Right.SEE_DOSSIERS: _("see dossiers and their nominations"),
    Right.NOMINATE: _("write dossiers and nominate"),
    Right.SUBMIT_DOSSIER: _("send dossiers in, recall and withdraw them"),
    Right.RECEIVE_DOSSIER: _("receive dossiers, assign and archive them"),
    Right.APPRAISE: _("appraise nominations, return and close dossiers"),
    Right.SUSPEND_NOMINATION: _("suspend nominations and lift suspensions"),
    Right.CONSULT: _("ask agencies and the public about nominees"),
    Right.PROPOSE: _("propose dossiers for decision"),
    Right.DECIDE: _("decide about awards: sign, refuse, send back"),
    Right.ISSUE_CERTIFICATES: _("make and hand over certificates"),
    Right.CANCEL_AWARD: _("cancel and recall awards"),
    Right.SEE_REPORTS: _("see closing reports"),
    Right.DRAFT_REPORT: _("draft closing reports"),
    Right.SIGN_OFF_PARAGRAPH: _("sign off paragraphs of a report"),
    Right.FREEZE_REPORT: _("freeze a closing report and reopen it for a correction"),
    Right.WRITE_ARTICLES: _("write articles and pages of the public site, and send them for review"),
    Right.PUBLISH_ARTICLES: _("review, publish, schedule and take down articles and pages"),
    Right.MODERATE_COMMENTS: _("read the comments of readers, publish and decline them"),
    Right.READ_AUDIT_LOG: _("read the audit log and check its chain"),
}
