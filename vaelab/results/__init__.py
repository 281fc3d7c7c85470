"""What the rows of a run say together: images in common, means with intervals, J, who is better, the ranking. No Qt, no torch."""
