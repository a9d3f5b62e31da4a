# SPDX-License-Identifier: EUPL-1.2
"""Rules on what a public body owes: task, neutrality, other ways to the same, data of people."""
