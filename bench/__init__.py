"""What the toolkit costs, as ratios to what people use: ``python -m bench``."""
