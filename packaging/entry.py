"""Start of the frozen program: the same as the `tawatur` command."""

import sys

from tawatur_core.cli import main

if __name__ == "__main__":
    sys.exit(main())
