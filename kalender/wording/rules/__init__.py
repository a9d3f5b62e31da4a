# SPDX-License-Identifier: EUPL-1.2
"""The words of every check rule: its name, the title of a finding, and the sentence on it."""
