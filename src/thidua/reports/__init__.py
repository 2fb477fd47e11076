"""The closing report: wording bound to figures, sign-off, frozen versions."""
