"""Ways to make a true sentence say something else."""
