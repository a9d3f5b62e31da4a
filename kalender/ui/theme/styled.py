# SPDX-License-Identifier: EUPL-1.2
"""The style of Qt in which everything is drawn, by name: told when the application is made, it need not be set later.

Setting it hands the style to Python, and with it all that a style can be asked: a fortieth of the start.
"""

STYLE = "Fusion"
STYLED = "drawn in style"
"""The property of the application that tells in which style it was made."""
