"""The demonstration province: what a published report states, and marked inventions around it.

Everything is written through the same actions as the screens use.
"""
