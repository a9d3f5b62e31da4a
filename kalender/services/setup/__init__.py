# SPDX-License-Identifier: EUPL-1.2
"""What a plan is set up with, changed afterwards: municipality, channels, people, topics, days on which nothing leaves."""
