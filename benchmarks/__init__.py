"""What things cost, measured; each is a command: python -m benchmarks.rules. Not shipped."""
