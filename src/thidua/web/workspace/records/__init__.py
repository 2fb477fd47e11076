"""Records that the closing report needs: awards, role models, gifts, events, milestones, prizes and contests.

A kind of record is described once in `kinds/` (`record_kind.RecordKind`); the views and pages serve them all.
"""
