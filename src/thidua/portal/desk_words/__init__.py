"""The Vietnamese of the editor's desk: words of Wagtail and what comes with it, which their makers lack."""
