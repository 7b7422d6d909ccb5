"""`python -m tests.harness.peopling`: build the tests' world and print it, pickled."""

import os
import pickle
import sys
from base64 import b64encode

import django

if __name__ == "__main__":
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings")
    django.setup()

    from tests.world import build_world

    sys.stdout.write(b64encode(pickle.dumps(build_world())).decode())
