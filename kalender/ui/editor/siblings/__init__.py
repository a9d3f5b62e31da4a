# SPDX-License-Identifier: EUPL-1.2
"""The same post in other languages, in the editor: the strip, the original beside the text, what can be done."""
