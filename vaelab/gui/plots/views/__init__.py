"""The plots themselves. Imports pyqtgraph."""
