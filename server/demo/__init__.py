"""The demo: an AWS of moto's, filled with the mixed good and bad estate of an imagined web shop."""
