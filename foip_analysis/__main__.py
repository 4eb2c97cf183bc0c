"""The package from a shell: ``python -m foip_analysis --help``."""

import sys

from foip_analysis.shell import main

sys.exit(main())
