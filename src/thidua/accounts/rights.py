"""Every right there is, one line each: what its holder may do."""

from __future__ import annotations

from enum import StrEnum


class Right(StrEnum):
    """A right; it is held through a role, on a unit and everything below it."""

    # units and people
    SEE_WORKSPACE = "see_workspace"
    MANAGE_UNITS = "manage_units"
    MANAGE_PEOPLE = "manage_people"
    MANAGE_ACCOUNTS = "manage_accounts"
    MANAGE_SITE = "manage_site"
    SEE_PERSONAL_DATA = "see_personal_data"
    # movements
    SEE_MOVEMENTS = "see_movements"
    MANAGE_MOVEMENTS = "manage_movements"
    LAUNCH_MOVEMENT = "launch_movement"
    ANSWER_MOVEMENT = "answer_movement"
    REGISTER_FOR_MOVEMENT = "register_for_movement"
    ACCEPT_REGISTRATION = "accept_registration"
    # targets
    SEE_FIGURES = "see_figures"
    MANAGE_INDICATORS = "manage_indicators"
    SET_PLANS = "set_plans"
    OPEN_ROUND = "open_round"
    REPORT_FIGURES = "report_figures"
    ACCEPT_FIGURES = "accept_figures"
    IMPORT_FIGURES = "import_figures"
    # what else the report needs
    SEE_RECORDS = "see_records"
    KEEP_RECORDS = "keep_records"
    KEEP_GIFTS = "keep_gifts"
    KEEP_AWARDS = "keep_awards"
    PUBLISH_ROLE_MODELS = "publish_role_models"
    JUDGE = "judge"
    # the law book
    KEEP_LAW = "keep_law"
    # the council
    KEEP_COUNCIL = "keep_council"
    VOTE = "vote"
    # from nomination to certificate
    KEEP_NOTICES = "keep_notices"
    SEE_DOSSIERS = "see_dossiers"
    NOMINATE = "nominate"
    SUBMIT_DOSSIER = "submit_dossier"
    RECEIVE_DOSSIER = "receive_dossier"
    APPRAISE = "appraise"
    SUSPEND_NOMINATION = "suspend_nomination"
    CONSULT = "consult"
    PROPOSE = "propose"
    DECIDE = "decide"
    ISSUE_CERTIFICATES = "issue_certificates"
    CANCEL_AWARD = "cancel_award"
    # the closing report
    SEE_REPORTS = "see_reports"
    DRAFT_REPORT = "draft_report"
    SIGN_OFF_PARAGRAPH = "sign_off_paragraph"
    FREEZE_REPORT = "freeze_report"
    # what the public reads
    WRITE_ARTICLES = "write_articles"
    PUBLISH_ARTICLES = "publish_articles"
    MODERATE_COMMENTS = "moderate_comments"
    # oversight
    READ_AUDIT_LOG = "read_audit_log"
