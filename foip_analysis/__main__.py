"""The package from a shell: ``python -m foip_analysis`` is ``foip`` where scripts are not on the path."""

import sys

from foip_analysis.cli.shell import main

sys.exit(main())
