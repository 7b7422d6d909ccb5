class LauncherFailure(Exception):
    """Something a person must know or do; printed as it is, without a traceback."""
