"""Properties are about what holds, not about how fast a busy machine finds it."""

from hypothesis import settings

settings.register_profile("core", deadline=None)
settings.load_profile("core")
