"""The run as the window holds it: the thread that measures, the rows, what is shown of them."""
