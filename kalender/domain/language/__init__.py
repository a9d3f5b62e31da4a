# SPDX-License-Identifier: EUPL-1.2
"""German as it is read and spelt: syllables, readability, the words a dictionary is asked for."""
