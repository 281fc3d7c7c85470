"""The plots. pyqtgraph is imported when the tab is first looked at."""
