"""What follows for a device beside the differences: support, later weaknesses and parties. Facts as data, each dated."""
