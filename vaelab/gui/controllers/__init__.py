"""What happens on a button, a drop or an event."""
