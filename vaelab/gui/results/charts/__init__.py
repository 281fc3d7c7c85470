"""What the test charts of the shown run say: figures, curves of sharpness, the charts as they came back."""
