"""The package from a shell: ``python -m foip_analysis --help``."""

import sys

from foip_analysis.cli.shell import main

sys.exit(main())
