"""Tables → figures, a file a chart; every chart is drawn on one sheet in one style."""
