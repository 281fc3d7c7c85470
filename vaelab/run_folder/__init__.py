"""Reading a run folder, which may be untrusted, cut off by a crash, or edited by hand.

Every file is opened by ``files``; ``rows``, ``latents`` and ``summary`` check each field once and hand on typed records.
"""
