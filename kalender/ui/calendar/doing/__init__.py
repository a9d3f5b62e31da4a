# SPDX-License-Identifier: EUPL-1.2
"""What is done with posts: verbs and their rules, carrying, verdicts, carrying out."""
