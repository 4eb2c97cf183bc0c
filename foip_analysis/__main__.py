"""``python -m foip_analysis`` is ``foip``, for where scripts are not on the path."""

import sys

from foip_analysis.cli.shell import main

sys.exit(main())
